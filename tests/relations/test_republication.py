"""Copies of a text: which are found, and which of two is the copy."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from reconcile.relations import mark_republished
from reconcile.schema import Document
from tests.handmade_claims import document

STORY = (
    "The old dam above the town of Sandvik broke shortly before dawn and the river flooded forty houses. "
    "Firefighters brought the people of the valley to a school on the hill, where they will stay until the "
    "engineers have looked at what is left of the wall. Nobody was hurt, the mayor told the local radio."
)
OTHER = (
    "Water ran through the streets of Sandvik before dawn when a wall of the reservoir gave way. Forty homes "
    "stand in mud, and their owners sleep in a school. According to the mayor there are no injured people."
)
MAY_5, MAY_6 = dt.date(2031, 5, 5), dt.date(2031, 5, 6)


def origins(*documents: Document) -> dict[str, str | None]:
    return {d.source.id: d.source.republishes for d in mark_republished(documents)}


def test_the_later_of_two_copies_republishes_the_earlier() -> None:
    early, late = document("A", STORY, day=MAY_5), document("B", STORY, day=MAY_6)
    assert origins(early, late) == {"A": None, "B": "A"}
    late, early = document("A", STORY, day=MAY_6), document("B", STORY, day=MAY_5)
    assert origins(late, early) == {"A": "B", "B": None}


def test_without_dates_the_later_named_is_the_copy() -> None:
    assert origins(document("A", STORY), document("B", STORY)) == {"A": None, "B": "A"}


def test_an_undated_copy_republishes_a_dated_text() -> None:
    assert origins(document("A", STORY), document("B", STORY, day=MAY_5)) == {"A": "B", "B": None}


def test_on_one_day_the_time_of_day_tells() -> None:
    noon, night = (dt.datetime(2031, 5, 5, hour, tzinfo=dt.UTC) for hour in (12, 23))
    late, early = document("A", STORY, at=night), document("B", STORY, at=noon)
    assert origins(late, early) == {"A": "B", "B": None}


def test_times_of_different_zones_are_compared_as_moments() -> None:
    east = dt.timezone(dt.timedelta(hours=5))
    later = document("A", STORY, at=dt.datetime(2031, 5, 5, 23, 0, tzinfo=dt.UTC))
    earlier = document("B", STORY, at=dt.datetime(2031, 5, 6, 0, 30, tzinfo=east))
    assert origins(later, earlier) == {"A": "B", "B": None}


@pytest.mark.parametrize("order", list(itertools.permutations("ABC")))
def test_the_order_of_publication_does_not_hang_on_the_order_of_naming(order: tuple[str, ...]) -> None:
    ten, eight = (dt.datetime(2031, 5, 5, hour, tzinfo=dt.UTC) for hour in (10, 8))
    texts = {
        "A": document("A", STORY, at=ten),
        "B": document("B", STORY, day=MAY_5),
        "C": document("C", STORY, at=eight),
    }
    assert origins(*(texts[letter] for letter in order)) == {"A": "C", "B": "C", "C": None}


def test_a_day_without_a_time_is_not_later_than_the_morning_after_it_in_the_east() -> None:
    tokyo = dt.timezone(dt.timedelta(hours=9))
    later = document("A", STORY, at=dt.datetime(2031, 5, 6, 8, tzinfo=tokyo))
    assert origins(later, document("B", STORY, day=MAY_5)) == {"A": "B", "B": None}


def test_all_copies_republish_the_one_origin_and_none_another_copy() -> None:
    copies = [document(letter, STORY, day=MAY_5 + dt.timedelta(days=n)) for n, letter in enumerate("ABCD")]
    assert origins(*copies) == {"A": None, "B": "A", "C": "A", "D": "A"}


def test_two_independent_stories_of_one_event_are_no_copies() -> None:
    assert origins(document("A", STORY), document("B", OTHER)) == {"A": None, "B": None}


def test_a_new_headline_case_and_spacing_do_not_hide_a_copy() -> None:
    copy = "Dam breaks above town\r\n\r\n" + STORY.upper().replace(" ", "  ").replace(".", " .")
    assert origins(document("A", STORY), document("B", copy)) == {"A": None, "B": "A"}


def test_what_stands_before_the_body_is_not_compared() -> None:
    front = STORY + "\n\n"
    assert origins(document("A", front + OTHER, body_start=len(front)), document("B", STORY)) == {
        "A": None,
        "B": None,
    }


def test_a_long_report_that_carries_a_short_flash_is_no_copy_of_it() -> None:
    flash = "The old dam above the town of Sandvik broke shortly before dawn."
    assert origins(document("A", flash, day=MAY_5), document("B", f"{flash} {OTHER}", day=MAY_6))["B"] is None


@pytest.mark.parametrize("text", ["", "Rain.", "Rain fell on Sandvik."])
def test_texts_shorter_than_a_shingle_are_no_copies(text: str) -> None:
    assert origins(document("A", text), document("B", text)) == {"A": None, "B": None}


def test_nothing_else_of_a_document_changes() -> None:
    documents = (document("A", STORY, day=MAY_5), document("B", STORY, day=MAY_6), document("C", OTHER))
    marked = mark_republished(documents)
    assert [d.text for d in marked] == [d.text for d in documents]
    assert (marked[0], marked[2]) == (documents[0], documents[2])
    assert mark_republished(()) == ()
