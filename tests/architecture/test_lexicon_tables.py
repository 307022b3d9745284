"""Every word list says what it holds, where it comes from and under which licence."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from reconcile.lexicons import mapping, rows, words
from tests.architecture.source_files import PACKAGE, TABLES, name_of

LICENCE = re.compile(r"Apache-2\.0|CC[ -](?:BY|0)|\bMIT\b|public domain|licen[cs]e", re.IGNORECASE)
ORIGIN = re.compile(r"own work|\bfrom\b|\bafter\b|taken|fitted|source|built|©|\(c\)", re.IGNORECASE)

every_table = pytest.mark.parametrize("table", TABLES, ids=name_of)


def header(table: Path) -> str:
    lines = table.read_text(encoding="utf-8").splitlines()
    return " ".join(
        line.lstrip("# ") for line in lines[: next(n for n, s in enumerate(lines) if s[:1] != "#")]
    )


@every_table
def test_a_table_begins_with_its_origin_and_licence(table: Path) -> None:
    assert len(header(table).split()) > 8
    assert ORIGIN.search(header(table))
    assert LICENCE.search(header(table))


@every_table
def test_a_table_is_clean_composed_utf_8(table: Path) -> None:
    text = table.read_bytes().decode("utf-8")
    assert "\r" not in text
    assert text.endswith("\n")
    assert text == unicodedata.normalize("NFC", text)


@every_table
def test_a_table_has_rows_and_none_begins_with_a_blank(table: Path) -> None:
    package = ".".join(["reconcile", *table.relative_to(PACKAGE).parent.parts])
    found = rows(table.stem, package)
    assert found
    assert all(row[0].strip() for row in found)


def test_a_list_that_is_not_there_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        rows("no_such_list")


def test_a_table_is_read_as_rows_words_and_pairs() -> None:
    assert ("refuse", "verb") in rows("negation")
    assert "refuse" in words("negation")
    assert mapping("negation")["refuse"] == "verb"
    assert not [word for word in words("negation") if word.startswith("#")]
