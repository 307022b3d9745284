"""Whatever a file holds: its text comes back unchanged, or it is refused in a sentence."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reconcile.documents import parse_published, read_sources
from reconcile.documents.letters import is_letter, letter
from reconcile.documents.printable import printable
from reconcile.documents.publication_date import read_head
from reconcile.documents.written_dates import read_date

_BREAKS = ["\r\n", "\r", "\n", "\u2028", "\u2029", "\x85", "\v", "\f", "\ufeff", "🌊", "e\u0301"]
_PIECE = st.text(st.characters(exclude_categories=("Cs", "Cc"))) | st.sampled_from(_BREAKS)
TEXTS = st.lists(_PIECE, max_size=30).map("".join).filter(lambda text: any(map(str.isalpha, text)))


@given(text=TEXTS, encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_offset_survives_the_file(text: str, encoding: str) -> None:
    # Without a mark of its own a file that begins with U+FEFF has one: the two are the same bytes.
    expected = text.removeprefix("\ufeff") if encoding == "utf-8" else text
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.txt")
        path.write_bytes(text.encode(encoding))
        reading = read_sources([path])
    assert [document.text for document in reading.documents] == [expected]
    assert 0 <= reading.documents[0].body_start <= len(expected)


@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.txt")
        path.write_bytes(data)
        reading = read_sources([path])
    assert len(reading.documents) + len(reading.failures) == 1
    assert all(failure.error.isprintable() for failure in reading.failures)
    assert all(document.text.encode("utf-8") for document in reading.documents)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["sources", "A", "file", "published"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(manifest=_JSON)
def test_any_manifest_is_read_or_refused(manifest: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        Path(folder, "a.txt").write_text("The gate was shut.", encoding="utf-8")
        reading = read_sources([folder])
    assert reading.documents or reading.failures


@given(name=st.text(st.characters(exclude_categories=()), max_size=20))
def test_any_path_is_read_or_refused_in_printable_words(name: str) -> None:
    reading = read_sources([f"no-such-folder/{name}"])
    assert [failure.source for failure in reading.failures] == ["A"]
    assert not any(ord(char) < 32 or "\ud800" <= char <= "\udfff" for char in reading.failures[0].path)
    assert printable(printable(name)) == printable(name)


@given(number=st.integers(0, 100_000))
def test_letters_are_distinct_and_in_order(number: int) -> None:
    one, following = letter(number), letter(number + 1)
    assert is_letter(one)
    assert (len(one), one) < (len(following), following)


@given(day=st.dates(dt.date(1500, 1, 1), dt.date(2199, 12, 31)))
def test_a_written_day_is_read_back(day: dt.date) -> None:
    forms = [f"{day:%B} {day.day}, {day.year:04}", f"{day.day} {day:%b} {day.year:04}", day.isoformat()]
    forms += [f"{day:%A}, {form}" for form in forms[:2]]
    assert {stated.day for form in forms if (stated := read_date(form))} == {day}
    assert all(read_date(form) is not None for form in forms)
    assert parse_published(day.isoformat()) == (day, None)


@given(text=st.text())
def test_any_head_is_read(text: str) -> None:
    head = read_head(text)
    assert 0 <= head.body_start <= len(text)
