"""Reading sources as a user names them: letters, options, failures, repeated content."""

from __future__ import annotations

import datetime as dt
import io
import os
import random
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile.documents import Reading, letters_of, place, read_sources
from reconcile.errors import OptionError
from reconcile.schema import PublishedFrom
from reconcile.settings import DocumentSettings

Write = Callable[[str, str | bytes], Path]

HARBOUR = "The harbour of Vessby was closed on Monday after a crane fell on the quay, the port said."
FERRY = "A ferry that was due in Vessby had to turn back to sea, and the crew said that no one was hurt."


def letters(reading: Reading) -> list[str]:
    return [document.source.id for document in reading.documents]


def errors(reading: Reading) -> dict[str, str]:
    return {failure.source: failure.error for failure in reading.failures}


def test_files_get_letters_in_order(write: Write) -> None:
    reading = read_sources([write("x.txt", HARBOUR), str(write("a.md", FERRY))])
    assert letters(reading) == ["A", "B"]
    assert [document.text for document in reading.documents] == [HARBOUR, FERRY]
    assert reading.failures == ()
    assert reading.warnings == ()


def test_a_path_is_reported_as_it_was_named(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write("a.txt", HARBOUR).parent)
    assert read_sources(["./a.txt"]).documents[0].source.path == "./a.txt"


def test_a_failed_source_keeps_its_letter(write: Write, tmp_path: Path) -> None:
    reading = read_sources([write("a.txt", HARBOUR), tmp_path / "gone.txt", write("c.txt", FERRY)])
    assert letters(reading) == ["A", "C"]
    assert errors(reading) == {"B": "there is no such file or directory"}
    assert reading.failures[0].path == str(tmp_path / "gone.txt")


def test_more_than_26_sources_go_on_with_two_letters(write: Write) -> None:
    paths = [write(f"{number:02}.txt", f"{HARBOUR} {number}") for number in range(54)]
    assert letters(read_sources(paths))[24:28] == ["Y", "Z", "AA", "AB"]
    assert letters(read_sources(paths))[51:] == ["AZ", "BA", "BB"]


def test_a_dash_is_standard_input_once(write: Write) -> None:
    reading = read_sources(["-", write("b.txt", FERRY), "-"], standard_input=io.BytesIO(HARBOUR.encode()))
    assert reading.documents[0].text == HARBOUR
    assert reading.documents[0].source.path == "-"
    assert "only once" in errors(reading)["C"]


def test_options_overrule_what_the_file_says(write: Write) -> None:
    path = write("a.txt", f"---\ndate: 2024-01-01\ntitle: Old\npublisher: Old Post\n---\n{HARBOUR}")
    source = (
        read_sources([path], published={"A": "2024-02-02"}, publisher={"A": "New Post"}, title={"A": "New"})
        .documents[0]
        .source
    )
    assert (source.published, source.published_from) == (dt.date(2024, 2, 2), PublishedFrom.OPTION)
    assert (source.publisher, source.title) == ("New Post", "New")


def test_dates_may_be_given_as_objects(write: Write) -> None:
    moment = dt.datetime(2024, 2, 2, 23, 30, tzinfo=dt.UTC)
    paths = [write("a.txt", HARBOUR), write("b.txt", FERRY)]
    reading = read_sources(paths, published={"A": dt.date(2024, 2, 1), "B": moment})
    assert [document.source.published for document in reading.documents] == [
        dt.date(2024, 2, 1),
        dt.date(2024, 2, 2),
    ]
    assert [document.source.published_at for document in reading.documents] == [None, moment]


def test_an_option_for_an_unknown_letter_names_the_letters(write: Write) -> None:
    with pytest.raises(OptionError, match=r"'C'.*there are A, B"):
        read_sources([write("a.txt", HARBOUR), write("b.txt", FERRY)], publisher={"C": "Post"})


@pytest.mark.parametrize("value", ["yesterday", "2024-13-01", "2024-2-1", "20240201", "2024-02-01T10:00", ""])
def test_a_bad_date_option_is_refused(write: Write, value: str) -> None:
    with pytest.raises(OptionError):
        read_sources([write("a.txt", HARBOUR)], published={"A": value})


def test_a_naive_time_is_refused(write: Write) -> None:
    moment = dt.datetime(2024, 2, 2, 10, tzinfo=dt.UTC).replace(tzinfo=None)
    with pytest.raises(OptionError, match="zone"):
        read_sources([write("a.txt", HARBOUR)], published={"A": moment})


def test_one_path_instead_of_a_list_is_refused(write: Write) -> None:
    with pytest.raises(OptionError, match="list"):
        read_sources(str(write("a.txt", HARBOUR)))


def test_the_same_content_is_one_source_with_a_warning(write: Write) -> None:
    first, second = write("a.txt", HARBOUR), write("b.txt", HARBOUR)
    reading = read_sources([first, second, write("c.txt", FERRY)])
    assert letters(reading) == ["A", "C"]
    assert len(reading.warnings) == 1
    assert str(first) in reading.warnings[0]
    assert str(second) in reading.warnings[0]


def test_the_same_text_in_another_encoding_is_the_same_content(write: Write) -> None:
    reading = read_sources([write("a.txt", HARBOUR), write("b.txt", HARBOUR.encode("utf-16"))])
    assert letters(reading) == ["A"]


@pytest.mark.parametrize("head", ["", "2024-01-01\n"])
def test_a_date_given_for_the_repeated_source_counts(write: Write, head: str) -> None:
    reading = read_sources(
        [write("a.txt", head + HARBOUR), write("b.txt", head + HARBOUR)], published={"B": "2024-02-02"}
    )
    source = reading.documents[0].source
    assert (source.published, source.published_from) == (dt.date(2024, 2, 2), PublishedFrom.OPTION)


def test_a_second_date_option_is_not_used_and_the_warning_says_so(write: Write) -> None:
    reading = read_sources(
        [write("a.txt", HARBOUR), write("b.txt", HARBOUR)],
        published={"A": "2024-01-01", "B": "2024-02-02"},
    )
    assert reading.documents[0].source.published == dt.date(2024, 1, 1)
    assert "2024-02-02" in reading.warnings[0]


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "white space"),
        (b"\xef\xbb\xbf", "white space"),
        (b"%PDF-1.7\nabc", "PDF"),
        (b"PK\x03\x04abc", "ZIP"),
        (b"\x89PNG\r\n\x1a\nabc", "PNG"),
        (b"abc\x00def\x00\x01\x02", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"\xff\xfea", "damaged"),
        ("Zürich, Köln, Malmö, Århus ".encode() + b"\xff", "damaged"),
        (random.Random(1).randbytes(3_000).replace(b"\0", b"a"), "encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_its_cause(write: Write, content: bytes, cause: str) -> None:
    reading = read_sources([write("a.txt", content), write("b.txt", FERRY)])
    assert letters(reading) == ["B"]
    assert cause in errors(reading)["A"]


def test_a_text_over_the_limit_is_refused_with_the_limit(write: Write) -> None:
    settings = DocumentSettings(max_characters=1_000)
    reading = read_sources(
        [write("a.txt", "word " * 201), write("b.txt", "word " * 200), write("c.txt", "word " * 5_000)],
        settings=settings,
    )
    assert letters(reading) == ["B"]
    assert all("1,000" in error for error in errors(reading).values())


def test_standard_input_over_the_limit_is_not_read_to_its_end() -> None:
    stream = io.BytesIO(b"x" * 50_000_000)
    reading = read_sources(["-"], standard_input=stream)
    assert "300,000" in errors(reading)["A"]
    assert stream.tell() < 6_000_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_and_devices_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reading = read_sources([tmp_path / "pipe", "/dev/null"])
    assert "pipe" in errors(reading)["A"]
    assert "device" in errors(reading)["B"]


def test_a_file_without_permission_is_refused(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt", HARBOUR)

    def refuse(self: Path, mode: str) -> io.BufferedReader:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert stat.S_ISREG(path.stat().st_mode)
    assert "permission" in errors(read_sources([path]))["A"]


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 5_000])
def test_names_that_no_file_can_have_are_refused(name: str) -> None:
    assert list(errors(read_sources([name]))) == ["A"]


def test_sentences_hold_no_control_characters(tmp_path: Path) -> None:
    reading = read_sources([f"{tmp_path}/\x1b[31mred\u202e\udcff\n.txt"])
    failure = reading.failures[0]
    assert failure.path.isprintable()
    assert failure.path.endswith(r"\x1b[31mred\u202e\udcff\x0a.txt")


def test_a_text_in_another_language_is_used_with_a_warning(write: Write) -> None:
    text = (
        "Hamnen i Vessby stängdes under måndagen efter att en kran hade fallit ned på kajen, enligt hamnens "
    )
    reading = read_sources(
        [write("a.txt", text + "ledning, som inte ville svara på frågor."), write("b.txt", FERRY)]
    )
    assert [document.source.language for document in reading.documents] == [None, "en"]
    assert len(reading.warnings) == 1
    assert "English" in reading.warnings[0]


def test_beside_sources_of_before_a_known_file_keeps_its_letter_and_others_follow(write: Write) -> None:
    old, new = write("old.txt", HARBOUR), write("new.txt", FERRY)
    before = {"A": old.with_name("other.txt"), "B": old, "Z": None}
    assert letters_of([new, old, new.parent / "." / "new.txt"], before) == ("AA", "B")
    reading = read_sources([new, old], letters=before, published={"AA": "2031-05-06"})
    assert letters(reading) == ["AA", "B"]
    assert [(one.id, one.raw, one.location) for one in reading.read] == [
        ("AA", FERRY.encode(), new),
        ("B", HARBOUR.encode(), old),
    ]


def test_one_text_can_be_read_under_the_letter_of_another(write: Write) -> None:
    file = write("new.txt", HARBOUR)
    assert letters(read_sources([file], letters={"A": None, "B": file}, as_letter="A")) == ["A"]
    with pytest.raises(OptionError, match="one text can be read as source A, not 2"):
        read_sources([file, write("b.txt", FERRY)], as_letter="A")
    with pytest.raises(OptionError, match="'a1' is not the letter of a source"):
        read_sources([file], as_letter="a1")


@pytest.mark.parametrize(("name", "number"), [("A", 0), ("Z", 25), ("AA", 26), ("AZ", 51), ("BA", 52)])
def test_letters_count_like_columns(name: str, number: int) -> None:
    assert place(name) == number


def test_a_source_that_repeats_another_is_read_and_not_compared(write: Write) -> None:
    reading = read_sources([write("a.txt", HARBOUR), write("b.txt", HARBOUR)])
    assert [one.id for one in reading.read] == ["A", "B"]
    assert letters(reading) == ["A"]
