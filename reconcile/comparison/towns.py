"""The table of cities, read once for those who find places and those who compare them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reconcile import lexicons
from reconcile.comparison.romanisation import romanised

_FILLERS = frozenset({"the", "of", "and"})
_SPELT = {"st": "saint", "is": "islands", "rep": "republic", "dem": "democratic"}

FAR_LARGER = 8
"""How many times more people make a city the one meant wherever the others of its name lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city; ``region`` is a code of territories.tsv or divisions.tsv or "", ``thousands`` its people."""

    name: str
    country: str
    region: str = ""
    thousands: int = 0
    capital: bool = False


def place_key(name: str) -> tuple[str, ...]:
    """The words of a place's name in an order and spelling that its variants share.

    "Korea, Republic of" and "the Republic of Korea" have one key, "U.S." and "US" another.
    """
    if name.isascii() and name.isalpha() and len(name) > 1:
        return (name.lower(),)  # most cities: the slow way below says the same
    words: list[str] = []
    letters = ""
    for word in [*romanised(name.replace("&", " and ")).split(), ""]:
        if len(word) == 1:
            letters += word
            continue
        if letters:
            words.append(letters)
            letters = ""
        words.append(word)
    return tuple(sorted(_SPELT.get(w, w) for w in words if w and w not in _FILLERS))


@lru_cache(maxsize=4_096)
def cities(name: str) -> tuple[City, ...]:
    """The cities of that name or older or local name, the largest first."""
    key = " ".join(place_key(name))
    found = [city for line in _lines().get(key, ()) if (city := _city(line))]
    renamed = [city for today, country in _renamed().get(key, ()) for city in _today(today, country)]
    return tuple(dict.fromkeys((*renamed, *found)))


def outstanding(namesakes: Sequence[City]) -> City | None:
    """The first, and largest, if the name alone means it: a capital, or far larger than the others."""
    if not namesakes:
        return None
    largest, *rest = namesakes
    sure = largest.capital or all(city.thousands * FAR_LARGER <= largest.thousands for city in rest)
    return largest if sure else None


def _city(line: str) -> City:
    name, country, region, thousands, capital, _ = line.split("\t")
    return City(
        name=name, country=country, region=region, thousands=int(thousands), capital=capital == "capital"
    )


def _today(name: str, country: str) -> tuple[City, ...]:
    lines = _lines().get(" ".join(place_key(name)), ())
    known = [city for line in lines if (city := _city(line)).country == country]
    return tuple(known[:1]) or (City(name=name, country=country),)


@cache
def _lines() -> dict[str, tuple[str, ...]]:
    """The lines of cities.tsv by the key that ends them, left out where it is the name in small letters.

    The lines are split when a city is asked for: that is what keeps the start short.
    """
    found: dict[str, tuple[str, ...]] = {}
    for line in lexicons.lines("cities"):
        key = line.rpartition("\t")[2] or line.partition("\t")[0].lower()
        known = found.get(key)
        found[key] = (line,) if known is None else (*known, line)
    return found


@cache
def _renamed() -> dict[str, tuple[tuple[str, str], ...]]:
    table: dict[str, tuple[tuple[str, str], ...]] = {}
    for alias, name, country in lexicons.rows("name_city_variants"):
        key = " ".join(place_key(alias))
        table[key] = (*table.get(key, ()), (name, country))
    return table
