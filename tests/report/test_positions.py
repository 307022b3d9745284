"""Offsets as lines and columns."""

from __future__ import annotations

import pytest

from reconcile.report import LineIndex, Position


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("abc", 0, "1:1"),
        ("a\nb", 2, "2:1"),
        ("a\r\nb", 3, "2:1"),
        ("a\rb", 2, "2:1"),
        ("a\n\nb", 3, "3:1"),
        ("日本語\n👩‍🚒x", 7, "2:4"),
        ("a\n", 2, "2:1"),
        ("a\u2028b\x0bc", 4, "1:5"),
        ("", 0, "1:1"),
    ],
)
def test_counts_lines_and_columns_from_one(text: str, offset: int, expected: str) -> None:
    assert str(LineIndex(text).position(offset)) == expected


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_is_refused(offset: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        LineIndex("abc").position(offset)


def test_a_line_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="no line 3"):
        LineIndex("a\nb").offset(Position(3, 1))
