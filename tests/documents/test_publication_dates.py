"""The date of publication: what a text's head and front matter state, and what they do not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile.documents import parse_published, read_sources
from reconcile.documents.front_matter import read_front_matter
from reconcile.documents.publication_date import read_head
from reconcile.documents.written_dates import read_date
from reconcile.errors import OptionError
from reconcile.schema import Document, PublishedFrom

Write = Callable[[str, str | bytes], Path]

BODY = "The dam above Orrin is safe, and the people who had left may go home, an engineer said."


def read(write: Write, text: str) -> Document:
    return read_sources([write("a.txt", text)]).documents[0]


@pytest.mark.parametrize(
    "head",
    [
        " date 2024-03-03 ORRIN: ",
        "2024-03-03 ORRIN: ",
        "Dam is safe\n2024-03-03\n",
        "Dam is safe\n\nSunday, March 3, 2024\n",
        "Dam is safe\n3rd March 2024\n",
        "Dam is safe\nBy Jane Roe | March 3, 2024\n",
        "Dam is safe\nBy Jane Roe and Ola van Berg in Orrin, March 3, 2024\n",
        "Dam is safe\nBy Jane Roe, Orrin Post - 3 March 2024 at 10.15am BST\n",
        "Dam is safe\nPublished 3 March 2024 10:15 GMT\nUpdated: 4 March 2024\n",
        "Dam is safe\nPublished: 3 March 2024 Updated: 4 March 2024\n",
        "Dam is safe\n*Posted on Mar. 3, 2024 | Last updated 4 March 2024*\n",
        "Dam is safe\nLast updated on 3 March 2024\n",
        "Dam is safe\nJane Roe | Orrin Post | 3 March 2024 | 5 min read\n",
        "Dam is safe\nORRIN, March 3, 2024 (Agency) — ",
        "date: 2024-03-03\n",
        "2024/03/03\n",
        "03/03/2024\n",
    ],
)
def test_a_head_that_states_the_date(write: Write, head: str) -> None:
    source = read(write, f"{head}{BODY}\n").source
    assert (source.published, source.published_from) == (dt.date(2024, 3, 3), PublishedFrom.TEXT)


@pytest.mark.parametrize(
    "text",
    [
        f"On March 3, 2024, the dam broke.\n{BODY}",
        f"The dam broke on March 3, 2024\n{BODY}",
        f"March 3, 2024: the dam breaks\n{BODY}",
        f"By March 3, 2024\n{BODY}",
        f"By the time the report was published March 3, 2024\n{BODY}",
        f"New figures published March 3, 2024\n{BODY}",
        f"Flood night — 3 March 2024\n{BODY}",
        f"Photo: A. Smith/Pictures | March 3, 2024\n{BODY}",
        f"2 days ago\n{BODY}",
        f"ORRIN, March 3 (Agency) - {BODY}",
        "\n".join([BODY] * 12 + ["March 3, 2024"]),
    ],
)
def test_a_head_that_states_none(write: Write, text: str) -> None:
    source = read(write, text).source
    assert (source.published, source.published_from) == (None, None)


@pytest.mark.parametrize(
    "head",
    ["03/04/2024", "March 3, 2024\nMarch 4, 2024", "Friday, March 3, 2024", "February 30, 2024"],
)
def test_a_date_that_can_be_read_two_ways_stays_open_with_a_warning(write: Write, head: str) -> None:
    reading = read_sources([write("a.txt", f"{head}\n{BODY}")])
    assert reading.documents[0].source.published is None
    assert "--published A=" in reading.warnings[0]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (" date 2024-03-03 ORRIN: ", BODY),
        ("ORRIN, March 3, 2024 (Agency) - ", BODY),
        ("March 3, 2024\n\n", BODY),
        ("---\ntitle: Dam\n---\n\n2024-03-03\n", BODY),
        ("Dam is safe\nMarch 3, 2024\n", f"Dam is safe\nMarch 3, 2024\n{BODY}"),
    ],
)
def test_the_body_starts_after_leading_metadata_only(write: Write, head: str, body: str) -> None:
    document = read(write, head + BODY)
    assert document.text == head + BODY
    assert document.text[document.body_start :].lstrip() == body


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("3 March 2024 10:15 GMT", 10),
        ("10:15 UTC, 3 March 2024", 10),
        ("March 3, 2024, 6:15 a.m. EDT", 10),
        ("March 3, 2024 at 12:15 PM +02:00", 10),
        ("2024-03-03T10:15:00Z", 10),
        ("March 3, 2024 6:15 a.m. ET", None),
        ("March 3, 2024 25:15 GMT", None),
    ],
)
def test_a_time_counts_only_with_a_zone_that_is_one_offset(words: str, hour: int | None) -> None:
    stated = read_date(words)
    assert stated is not None
    assert stated.day == dt.date(2024, 3, 3)
    moment = None if hour is None else dt.datetime(2024, 3, 3, hour, 15, tzinfo=dt.UTC)
    assert stated.at == moment


def test_front_matter_is_metadata() -> None:
    text = (
        "---\r\n# a note\r\ntitle: 'Dam: safe'\r\nDate: 2024-03-03  # local\r\nauthors:\r\n"
        "  - J. Roe\r\n- O. Berg\r\noutlet: Orrin Post\r\nlang: en-GB\r\n"
        "summary: |\r\n  two\r\n  lines\r\n---\r\nBody"
    )
    matter = read_front_matter(text)
    described = matter.description
    assert text[matter.end :] == "Body"
    assert (described.title, described.publisher, described.language) == ("Dam: safe", "Orrin Post", "en-GB")
    assert described.authors == ("J. Roe", "O. Berg")
    assert described.published is not None
    assert described.published.day == dt.date(2024, 3, 3)


@pytest.mark.parametrize(
    "text",
    [
        "---\nA rule above prose.\n---\n",
        "---\ntitle: never closed\n",
        "title: x\n---\n",
        "---\n---\nx",
        "---",
    ],
)
def test_rules_and_open_blocks_are_no_front_matter(text: str) -> None:
    assert read_front_matter(text).end == 0


def test_a_date_of_change_counts_only_alone() -> None:
    both = read_front_matter("---\nupdated: 2024-03-09\ndate: 2024-03-03\n---\n").description.published
    alone = read_front_matter("---\nupdated: 2024-03-09\n---\n").description.published
    assert both is not None
    assert alone is not None
    assert (both.day, alone.day) == (dt.date(2024, 3, 3), dt.date(2024, 3, 9))


def test_what_quotation_marks_escape_in_front_matter_is_as_it_was_meant() -> None:
    block = "---\ntitle: \"\\\"We did it\\\": minister quits\"\npublisher: 'O''Brien Wire'\n---\n"
    described = read_front_matter(block).description
    assert (described.title, described.publisher) == ('"We did it": minister quits', "O'Brien Wire")


def test_front_matter_comes_before_the_head(write: Write) -> None:
    source = read(write, f"---\ndate: 2024-03-01\n---\n2024-03-03 ORRIN: {BODY}").source
    assert (source.published, source.published_from) == (dt.date(2024, 3, 1), PublishedFrom.METADATA)


def test_a_vague_date_in_front_matter_gives_way_to_a_clear_head(write: Write) -> None:
    source = read(write, f"---\ndate: last week\n---\n2024-03-03 ORRIN: {BODY}").source
    assert source.published_from is PublishedFrom.TEXT


def test_a_heading_is_the_title(write: Write) -> None:
    assert read(write, f"# Dam is safe #\n\n{BODY}").source.title == "Dam is safe"
    assert read(write, f"Dam is safe\n\n{BODY}").source.title is None


def test_parse_published() -> None:
    assert parse_published("2024-03-03") == (dt.date(2024, 3, 3), None)
    day, moment = parse_published("2024-03-03T23:30+02:00")
    assert day == dt.date(2024, 3, 3)
    assert moment is not None
    assert moment.utcoffset() == dt.timedelta(hours=2)


@pytest.mark.parametrize("value", ["3 March 2024", "2024-02-30", "2024-03-03T10:15", "٢٠٢٤-٠٣-٠٣", "\x1b[2J"])
def test_parse_published_refuses_and_shows_no_control_characters(value: str) -> None:
    with pytest.raises(OptionError) as caught:
        parse_published(value)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "line", ["A" + " " * 900_000 + "b", " " * 900_000 + "x", "x" * 900_000, "---\n" * 200_000]
)
def test_hostile_heads_take_no_time(line: str) -> None:
    assert read_head(line).stated is None
    assert read_front_matter(line).end == 0
