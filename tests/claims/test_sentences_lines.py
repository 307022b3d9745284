"""Lines that only wrap a paragraph are joined; all others stand alone."""

from __future__ import annotations

import textwrap
import time

import pytest

from reconcile.claims.sentences import split_sentences
from reconcile.claims.sentences.lines import find_lines

HARBOUR = (
    "The harbour authority closed the outer basin on Tuesday after two barges broke loose in the storm and "
    "drifted against the fuel pier, its director said. Nobody was hurt. Divers will look at the piles "
    "as soon as the wind drops, which is not expected before the weekend."
)
UNION = (
    "Fishermen complained that they had been told too late. Their union wants the town to pay for nets and "
    "engines that were lost when the second barge turned over near the entrance of the old dock."
)
PARAGRAPHS = [HARBOUR, UNION]


def joined(text: str) -> list[str]:
    return [" ".join(line.of(text).split()) for line in find_lines(text)]


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("gap", [1, 2])
def test_wrapped_paragraphs_are_read_as_written(width: int, newline: str, gap: int) -> None:
    wrapped = (newline * gap).join(newline.join(textwrap.wrap(p, width)) for p in PARAGRAPHS)
    assert joined(wrapped) == PARAGRAPHS


def test_sentences_of_wrapped_text_keep_their_offsets() -> None:
    wrapped = "\n\n".join(textwrap.fill(p, 70) for p in PARAGRAPHS)
    found = split_sentences(wrapped)
    assert [" ".join(span.of(wrapped).split())[:12] for span, _ in found] == [
        "The harbour ",
        "Nobody was h",
        "Divers will ",
        "Fishermen co",
        "Their union ",
    ]
    assert [number for _, number in found] == [0, 0, 0, 1, 1]


def test_paragraphs_of_one_line_each_are_left_alone() -> None:
    assert joined("\n".join(PARAGRAPHS)) == PARAGRAPHS


def test_lines_of_unequal_length_are_left_alone() -> None:
    lines = [
        "the pier is shut",
        "a barge turned over in the old dock on Tuesday night",
        "no one hurt",
        "rain",
    ]
    assert joined("\n".join(lines * 3)) == lines * 3


def test_headlines_under_each_other_are_left_alone() -> None:
    lines = [
        "Harbour closes its outer basin after two barges break loose",
        "Fishermen want the town to pay for the nets that they lost",
        "Divers to look at the fuel pier when the wind drops, at last",
        "Union says that the warning came too late for small vessels",
    ]
    assert joined("\n".join(lines)) == lines


def test_a_list_item_starts_its_own_line_in_wrapped_text() -> None:
    first, second = (textwrap.fill(p, 70) for p in PARAGRAPHS)
    assert joined(f"{first}\n- {second}") == [PARAGRAPHS[0], f"- {PARAGRAPHS[1]}"]


def test_a_hostile_line_in_wrapped_text_takes_no_square_of_its_length() -> None:
    wrapped = textwrap.fill(" ".join(PARAGRAPHS * 10), 72)
    hostile = f"{wrapped}\n{'!' * 100_000}a\n{wrapped}\n"
    begin = time.process_time()
    assert "".join(line.of(hostile) for line in find_lines(hostile)).count("!") == 100_000
    assert time.process_time() - begin < 5
