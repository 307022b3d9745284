"""The cache of results: nothing is computed twice, and nothing is lost by a bad file."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from reconcile.models.result_cache import ResultCache, Row

WORDS = ["ferry", "harbour", "ferry", "salt", "\ud800 lone"]


class Lengths:
    """Computes a text's length, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> list[Row]:
        self.asked += texts
        return [np.array([len(text), 0.5], dtype=np.float32) for text in texts]


def values(rows: Sequence[Row]) -> list[float]:
    return [float(row[0]) for row in rows]


def test_each_text_is_computed_once_in_all_runs(tmp_path: Path) -> None:
    first, second = Lengths(), Lengths()
    path = tmp_path / "new folder" / "results.sqlite"
    assert values(ResultCache(path).rows("r1", WORDS, first)) == [5, 7, 5, 4, 6]
    assert values(ResultCache(path).rows("r1", [*WORDS, "agent"], second)) == [5, 7, 5, 4, 6, 5]
    assert (first.asked, second.asked) == (["ferry", "harbour", "salt", "\ud800 lone"], ["agent"])


def test_another_revision_shares_nothing(tmp_path: Path) -> None:
    cache, lengths = ResultCache(tmp_path / "results.sqlite"), Lengths()
    cache.rows("r1", ["ferry"], lengths)
    cache.rows("r2", ["ferry"], lengths)
    assert lengths.asked == ["ferry", "ferry"]


def test_what_was_used_least_recently_goes_first(tmp_path: Path) -> None:
    cache, lengths = ResultCache(tmp_path / "results.sqlite", limit=2), Lengths()
    for text in ("old", "kept", "old", "new"):
        cache.rows("r", [text], lengths)
    lengths.asked.clear()
    cache.rows("r", ["old", "new", "kept"], lengths)
    assert lengths.asked == ["kept"]


def test_more_texts_than_one_query_takes(tmp_path: Path) -> None:
    cache, lengths = ResultCache(tmp_path / "results.sqlite"), Lengths()
    texts = [str(number) for number in range(1_201)]
    for _ in range(2):
        assert values(cache.rows("r", texts, lengths)) == [len(text) for text in texts]
    assert len(lengths.asked) == len(texts)


def test_a_broken_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "results.sqlite"
    path.write_bytes(b"no database at all" * 99)
    lengths = Lengths()
    for _ in range(2):
        assert values(ResultCache(path).rows("r", ["ferry"], lengths)) == [5]
    assert lengths.asked == ["ferry"]


@pytest.mark.parametrize("place", ["file/results.sqlite", "folder"])
def test_a_place_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    lengths = Lengths()
    assert values(ResultCache(tmp_path / place).rows("r", ["ferry"], lengths)) == [5]
    assert (tmp_path / place).is_dir() or not (tmp_path / place).exists()


def test_no_text_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "results.sqlite"
    ResultCache(path).rows("r", ["ferry secret"], Lengths())
    assert b"secret" not in path.read_bytes()
    with closing(sqlite3.connect(path)) as database, database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("damage", ["substr(value, 1, 7)", "'text'", "zeroblob(12)", "x''"])
def test_a_value_that_changed_in_the_file_is_computed_anew(tmp_path: Path, damage: str) -> None:
    path, lengths = tmp_path / "results.sqlite", Lengths()
    ResultCache(path).rows("r", ["ferry", "salt"], lengths)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"UPDATE result SET value = {damage}, used = 'text'")
    for _ in range(2):
        assert values(ResultCache(path).rows("r", ["ferry", "salt"], lengths)) == [5, 4]
    assert lengths.asked == ["ferry", "salt"] * 2


def test_a_file_that_is_damaged_inside_is_replaced(tmp_path: Path) -> None:
    path, lengths = tmp_path / "results.sqlite", Lengths()
    texts = [str(number) for number in range(2_000)]
    ResultCache(path).rows("r", texts, lengths)
    content = bytearray(path.read_bytes())
    content[8_192:] = b"\xff" * (len(content) - 8_192)
    path.write_bytes(content)
    for _ in range(3):
        assert values(ResultCache(path).rows("r", texts, lengths)) == [len(text) for text in texts]
    assert len(lengths.asked) < 4 * len(texts)
    lengths.asked.clear()
    ResultCache(path).rows("r", texts, lengths)
    assert lengths.asked == []
