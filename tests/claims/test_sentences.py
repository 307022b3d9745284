"""Sentences: where they end, where they do not, and which line they stand in."""

from __future__ import annotations

import pytest

from reconcile.claims.sentences import split_line, split_sentences
from reconcile.schema import Span


def sentences(text: str) -> list[str]:
    return [span.of(text) for span, _ in split_sentences(text)]


def test_each_sentence_of_a_line_stands_alone() -> None:
    assert sentences("The dam broke. Nobody was hurt! Who will pay?") == [
        "The dam broke.",
        "Nobody was hurt!",
        "Who will pay?",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Ana Weiss met Mr. Olsen in St. Anton.",
        "The U.S. envoy flew home.",
        "The fund lost 3.5 percent of its value.",
        "Trains leave at 6.30 a.m. on weekdays.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("mark", ["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029", "\n\n\n"])
def test_a_line_break_always_ends_a_sentence(mark: str) -> None:
    text = f"The dam broke in the{mark}night of the flood"
    assert sentences(text) == ["The dam broke in the", "night of the flood"]
    assert [number for _, number in split_sentences(text)] == [0, 1]


def test_white_space_around_a_sentence_is_left_out() -> None:
    assert sentences("  The dam broke. \t\u00a0 Nobody was hurt.\u3000\n") == [
        "The dam broke.",
        "Nobody was hurt.",
    ]


def test_sentences_of_one_line_have_its_number() -> None:
    text = "The dam broke. Nobody was hurt.\n\nThe town is dry."
    assert [number for _, number in split_sentences(text)] == [0, 0, 1]


def test_reading_can_start_later_and_offsets_stay_those_of_the_text() -> None:
    text = "OSLO\nThe dam broke."
    ((span, number),) = split_sentences(text, text.index("The"))
    assert (span, number) == (Span(5, 19), 0)


@pytest.mark.parametrize("text", ["", " ", "\n\r\n", "\u2028\u00a0\u2029", "\x1c\x1d"])
def test_a_blank_text_has_no_sentences(text: str) -> None:
    assert split_sentences(text) == ()


def test_offsets_count_code_points_not_bytes_or_utf16() -> None:
    text = "🚢🚢 sank. Ŵe\u0301ll, it rained."
    assert [text[span.start : span.end] for span, _ in split_sentences(text)] == sentences(text)
    assert "".join(sentences(text)).startswith("🚢🚢 sank.")


def test_one_line_of_a_text_is_split_alone() -> None:
    text = "Rain fell.\nThe dam broke. Nobody was hurt."
    spans = list(split_line(text, Span(11, len(text))))
    assert [span.of(text) for span in spans] == ["The dam broke.", "Nobody was hurt."]
