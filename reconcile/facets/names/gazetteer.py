"""What the tables know about a name: countries, regions, cities, peoples, organisations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reconcile import lexicons
from reconcile.comparison.towns import place_key
from reconcile.schema import PlaceKind

_KINDS = {"country": PlaceKind.COUNTRY, "region": PlaceKind.REGION, "other": PlaceKind.OTHER}
_BLOCS = frozenset({"eu", "ip", "un", "zz"})
_FORMER = {"x-so": "GE", "suhh": None, "yucs": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """A country or part of one; ``code`` is the table's, in lower case ("fr", "us-ct")."""

    code: str
    kind: PlaceKind
    name: str

    @property
    def country(self) -> str | None:
        """The ISO 3166 alpha-2 code of the country that it is or lies in."""
        if self.code in _FORMER:
            return _FORMER[self.code]
        return None if self.kind is PlaceKind.OTHER else self.code.partition("-")[0].upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A province that no other table has."""

    code: str
    name: str

    @property
    def country(self) -> str:
        return self.code.partition("-")[0].upper()


def resolve_territory(name: str) -> Territory | None:
    """The country, territory or region that ``name`` is a name of; None for anything else."""
    key, names = place_key(name), _territories()[1]
    if found := names.get(key):
        return found
    formal = " of " in name or "," in name
    return names.get(tuple(word for word in key if word not in _formal())) if formal else None


def territory(name: str) -> Territory | None:
    """Like ``resolve_territory``, for running text: no blocs, no single small letters."""
    found = resolve_territory(name) if name[:1].isupper() else None
    if found is None or found.code in _BLOCS or (len(name) == 2 and not name.isupper()):
        return None
    return (
        None if name.isupper() and name.isalpha() and len(name) <= 3 and name not in _initialisms() else found
    )


def named(code: str) -> Territory | None:
    """The territory of a code."""
    return _territories()[0].get(code)


def abbreviated(name: str) -> Territory | None:
    """The state or province that ``name`` abbreviates ("Conn.", "BC")."""
    return _abbreviations().get(name.replace(" ", ""))


def region(name: str) -> tuple[PlaceKind, str, str | None] | None:
    """Kind, name and country of a part of the world that is no country."""
    return _regions().get(place_key(name)) if name[:1].isupper() else None


def division(name: str) -> Division | None:
    """The province of that name; None for the names that two countries' provinces share."""
    return _divisions().get(place_key(name)) if name[:1].isupper() else None


def people(name: str) -> tuple[str, Territory | None] | None:
    """For "French", "Americans", "Kurds": the canonical name and the country, if it is one's."""
    table = _peoples()
    key = name.replace("’", "'")
    return table.get(key) or (table.get(key[:-1]) if key.endswith("s") else None)


def organisation(name: str) -> str | None:
    """The long form of a well-known organisation."""
    return _organisations().get(_body_key(name))


def _body_key(name: str) -> str:
    """The name without dots; small letters and no hyphens where it has several words."""
    plain = name.replace(".", "").replace("-", " ")
    return plain.casefold() if " " in plain else plain


@cache
def _formal() -> frozenset[str]:
    """Words of a country's formal name that its everyday name lacks: Kingdom of Spain."""
    return frozenset(row[0] for row in lexicons.rows("name_links") if row[1] == "formal")


@cache
def _territories() -> tuple[dict[str, Territory], dict[tuple[str, ...], Territory]]:
    codes: dict[str, Territory] = {}
    names: dict[tuple[str, ...], Territory] = {}
    for code, kind, name, _ in lexicons.rows("territories"):
        codes[code] = Territory(code=code, kind=_KINDS[kind], name=name.partition(" (")[0])
        names[place_key(name)] = codes[code]
    for code, _, _, aliases in lexicons.rows("territories"):
        for alias in filter(None, aliases.split("|")):
            names.setdefault(place_key(alias), codes[code])
    for alias, code, *abbreviation in lexicons.rows("name_territory_variants"):
        if not abbreviation:
            names[place_key(alias)] = codes[code]
    return codes, names


@cache
def _initialisms() -> frozenset[str]:
    """The initialisms of countries: "US", "UAE"."""
    aliases = (row[0] for row in lexicons.rows("name_territory_variants") if len(row) == 2)
    return frozenset(plain for alias in aliases if (plain := alias.replace(".", "")).isupper())


@cache
def _abbreviations() -> dict[str, Territory]:
    rows = (row for row in lexicons.rows("name_territory_variants") if len(row) > 2)
    codes = _territories()[0]
    return {alias.replace(" ", ""): codes[code] for alias, code, _ in rows}


@cache
def _regions() -> dict[tuple[str, ...], tuple[PlaceKind, str, str | None]]:
    return {
        place_key(form): (_KINDS[kind], name, country or None)
        for name, kind, country, *forms in lexicons.rows("name_regions")
        for form in (name, *filter(None, "|".join(forms).split("|")))
    }


@cache
def _divisions() -> dict[tuple[str, ...], Division | None]:
    table: dict[tuple[str, ...], Division | None] = {}
    for code, name, *others in lexicons.rows("divisions"):
        made = Division(code=code, name=name)
        for key in {place_key(form) for form in (name, *others) if form}:
            table[key] = None if key in table else made
    return table


@cache
def _peoples() -> dict[str, tuple[str, Territory | None]]:
    table: dict[str, tuple[str, Territory | None]] = {}
    for row in lexicons.rows("demonyms"):
        country = named(row[1]) if row[1] else None
        canonical = country.name if country else row[2]
        table.update(dict.fromkeys(row[0].split("|"), (canonical, country)))
    return table


@cache
def _organisations() -> dict[str, str]:
    table = lexicons.mapping("acronyms")
    return {_body_key(name): long for name, long in ({long: long for long in table.values()} | table).items()}
