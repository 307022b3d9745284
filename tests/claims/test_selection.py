"""What counts as prose, headline, heading and furniture."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.claims.selection import LineRole, dateline_end, is_boilerplate, line_roles

ARTICLE = """Ferry runs aground off Harstad, passengers safe

By Liv Berg and Odd Lie

HARSTAD, Norway (NTB) - A ferry with 80 people aboard ran aground on Tuesday.

RESCUE IN THE DARK

Boats took everybody off within an hour, the coastguard said.
What happens next
Advertisement
The owner will try to pull the ship free at high tide.

(Reporting by Liv Berg in Harstad; editing by Odd Lie)
tagferry.example2031binary_AB12-VIEW
"""


def roles_of(text: str, body_start: int = 0) -> dict[str, LineRole]:
    return {span.of(text): role for span, role in line_roles(text, body_start)}


def test_article_is_sorted_into_headline_prose_headings_and_furniture() -> None:
    assert list(roles_of(ARTICLE).values()) == [
        LineRole.HEADLINE,
        LineRole.BOILERPLATE,
        LineRole.PROSE,
        LineRole.HEADING,
        LineRole.PROSE,
        LineRole.HEADING,
        LineRole.BOILERPLATE,
        LineRole.PROSE,
        LineRole.BOILERPLATE,
        LineRole.BOILERPLATE,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee, Staff Writer",
        "(Additional reporting by Ann Lee; writing by Bo Ek)",
        "FILE PHOTO: The harbour of Bodø, May 3, 2031. REUTERS/Ann Lee",
        "Photo: Ann Lee / Example Images",
        "(AP Photo/Ann Lee)",
        "Image source, Getty Images",
        "Copyright 2031 The Example Times. All rights reserved.",
        "Sign up for our morning newsletter",
        "Read more: Why the dam failed",
        "Watch: the moment the bridge fell",
        "Share this article",
        "https://example.org/story/1",
        "desk@example.org",
        "Tags: dam, flood, rescue",
        "3 May 2031",
        "Published 12:40, 3 May 2031",
        "Updated at 4:10 p.m. ET",
        "Follow @annlee on Twitter",
        "Ann Lee contributed to this report.",
        "Contact: Ann Lee, desk@example.org",
        "* * *",
        "IMG_2031-05.jpg",
        "Visit our site for more information.",
    ],
)
def test_furniture_is_recognised(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, the council had read the report and rejected it.",
        "Photographs of the dam show a crack, engineers said.",
        "The Reuters/Ipsos poll found that 40 percent agreed.",
        "More than 40 people were hurt.",
        "Watching from the pier, Lee said the ship sank fast.",
        "The minister told reporters: “Read the report.”",
        "Following the talks, both sides signed.",
        "Police shared the video on Monday.",
        "Related charges against three others were dropped.",
        "Closed roads kept help away for a day.",
        "Editing genes by this method is banned in Norway.",
        "The hearing ended with both sides yearning for more information.",
    ],
)
def test_prose_that_begins_like_furniture_stays_prose(line: str) -> None:
    text = "The dam broke on Monday.\n" + line
    assert roles_of(text)[line] is LineRole.PROSE


@pytest.mark.parametrize("line", ["Why did the dam break?", "What’s next?", "Is the valley safe now?"])
def test_a_question_on_a_line_of_its_own_is_a_heading(line: str) -> None:
    text = f"The dam broke on Monday.\n{line}\nRain fell for days."
    assert roles_of(text)[line] is LineRole.HEADING


@pytest.mark.parametrize("line", ["“Why did the dam break?”", "Rain fell. What now?", "And the mill?"])
def test_other_questions_are_prose(line: str) -> None:
    text = f"The dam broke on Monday.\n{line}\nRain fell for days."
    assert roles_of(text)[line] is LineRole.PROSE


def test_markdown_marks_are_left_out_of_the_span() -> None:
    text = (
        "# Dam breaks in Hallingdal\n\nThe dam broke on Monday.\n\n## The causes, one by one.\n\n"
        "- Rain fell for days.\n"
    )
    assert roles_of(text) == {
        "Dam breaks in Hallingdal": LineRole.HEADLINE,
        "The dam broke on Monday.": LineRole.PROSE,
        "The causes, one by one.": LineRole.HEADING,
        "Rain fell for days.": LineRole.PROSE,
    }


def test_text_without_any_full_stop_is_still_read() -> None:
    assert roles_of("five people died in the fire on Monday") == {
        "five people died in the fire on Monday": LineRole.PROSE
    }
    assert LineRole.PROSE in roles_of("Five people died in the fire on Monday").values()


def test_nothing_before_the_body_is_listed() -> None:
    text = "date: 2031-05-03\nThe dam broke."
    assert list(roles_of(text, body_start=17)) == ["The dam broke."]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("TOULON (Agency) -Leaders met.", "Leaders met."),
        ("Jan. 7, 2030 (Agency) - Leaders met.", "Leaders met."),
        ("7 January (Agency) -- Leaders met.", "Leaders met."),
        ("May 5 (a Sunday) was warm.", "May 5 (a Sunday) was warm."),
        ("May 5 (Constitution) was warm.", "May 5 (Constitution) was warm."),
        ("OSLO — Rain fell.", "Rain fell."),
        ("LONDON, Jan. 7 (XY) -- Rain fell.", "Rain fell."),
        ("ST. PAUL, Minn. (XY) — Rain fell.", "Rain fell."),
        ("Bergen (XYZ) Rain fell.", "Rain fell."),
        ("(XYZ) Rain fell.", "Rain fell."),
        ("date 2031-05-03 OSLO: Rain fell.", "Rain fell."),
        ("NEW DELHI: Rain fell.", "Rain fell."),
        ("Rain fell (a lot) in Oslo.", "Rain fell (a lot) in Oslo."),
        ("Lee — a doctor — left.", "Lee — a doctor — left."),
        ("", ""),
    ],
)
def test_dateline_is_measured(line: str, rest: str) -> None:
    assert line[dateline_end(line) :] == rest


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200), st.integers(0, 50))
def test_every_line_with_content_gets_one_role(text: str, start: int) -> None:
    found = line_roles(text, min(start, len(text)))
    assert all(span.of(text).strip() == span.of(text) != "" for span, _ in found)
    assert all(left.end <= right.start for (left, _), (right, _) in pairwise(found))
