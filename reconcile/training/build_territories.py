"""Build territories.tsv from the territory table of opensanctions/rigour.

Run: python -m reconcile.training.build_territories TERRITORIES.jsonl.gz > territories.tsv
The input has one JSON object a line: code, name, full_name, is_country, names_strong.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HEADER = """\
# Countries, territories, some provinces: code (ISO 3166 or rigour's), kind, English name, other names ("|").
# Extract (strong names only) of the territory data of opensanctions/rigour, MIT licence, (c) OpenSanctions.
# Built by reconcile/training/build_territories.py; do not edit by hand."""


def table(path: Path) -> Iterator[str]:
    """The lines of the table, in the order of the codes."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        territories = sorted((json.loads(line) for line in lines), key=lambda row: str(row["code"]))
    yield HEADER
    for territory in territories:
        yield "\t".join(row(territory))


def row(territory: dict[str, Any]) -> tuple[str, str, str, str]:
    """Code, kind, name and aliases of one territory."""
    code, name = territory["code"], territory["name"]
    aliases = dict.fromkeys([territory["full_name"] or name, *territory["names_strong"]])
    aliases.pop(name, None)
    return code, kind(territory), name, "|".join(aliases)


def kind(territory: dict[str, Any]) -> str:
    """ "country" (dependent territories too), "region" of one, "other" (the EU, Antarctica)."""
    if "-" in territory["code"]:
        return "region"
    return "other" if territory["code"] in {"aq", "eu", "ip", "un", "zz"} else "country"


if __name__ == "__main__":
    sys.stdout.write("\n".join(table(Path(sys.argv[1]))) + "\n")
