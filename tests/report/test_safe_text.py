"""Invisible characters are written out; what a script needs stays."""

from __future__ import annotations

import pytest

from reconcile.report.safe_text import one_line, shortened, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("\x9b2J", r"\x9b2J"),
        ("a\u202eb\u2066c", r"a\u202eb\u2066c"),
        ("pay\u200bpal", r"pay\u200bpal"),
        ("pay\u200dpal", r"pay\u200dpal"),
        ("soft\u00adhyphen", r"soft\xadhyphen"),
        ("\ufeffstart", r"\ufeffstart"),
        ("\U000e0041", r"\U000e0041"),
        ("a\ufe0fb", r"a\ufe0fb"),
    ],
)
def test_writes_out_what_is_invisible(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text", ["naïve façade “quote” — dash", "東京 日本", "👩‍🚒 ☀️ 1️⃣", "می‌خواهم", "क्‍ष", "e\u0301"]
)
def test_leaves_what_a_script_needs(text: str) -> None:
    assert visible(text) == text


def test_one_line_joins_lines_and_runs_of_space() -> None:
    assert one_line(" a\r\n\tb\u2028c\u00a0 d ") == "a b c d"


def test_shortened_keeps_to_its_limit() -> None:
    assert shortened("abcdef", 4) == "abc…"
    assert shortened("abcd", 4) == "abcd"
