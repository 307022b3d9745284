"""The Markdown view, read back by a Markdown parser."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from reconcile.report import render
from reconcile.report.markdown import escaped
from reconcile.schema import Report
from tests.report.handmade_reports import about, mill_fire, named_often

MARKUP = [
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![pixel](http://tracker.example/x.png)",
    "**bold** _and_ `code` ~~gone~~",
    "# heading\n\n- list\n\n1. one\n\n> quote",
    "| a | b |\n|---|---|\n| c | d |",
    "see https://evil.example/ and www.evil.example",
    "&lt;b&gt; &#60;",
    "<https://evil.example>",
    "cost $5 and $6",
    "back\\slash \\* end\\",
    "<!-- comment --> ![[wiki]]",
]


@pytest.fixture(name="report")
def mill_fire_report() -> Report:
    return mill_fire()


def html(markdown: str) -> str:
    return str(MarkdownIt("gfm-like", {"linkify": False}).render(markdown))


@pytest.mark.parametrize("text", MARKUP)
def test_markup_of_a_source_stays_text(text: str) -> None:
    calm = html(render(about("Calm", "Even"), "markdown"))
    shown = html(render(about(text, "Even"), "markdown"))
    assert sorted(set(re.findall(r"<[^>]+>", shown))) == sorted(set(re.findall(r"<[^>]+>", calm)))


@pytest.mark.parametrize("text", MARKUP)
def test_escaping_loses_nothing(text: str) -> None:
    tokens = MarkdownIt("commonmark").parseInline(f"x {escaped(text)} x")[0].children or []
    assert "".join(token.content for token in tokens) == f"x {' '.join(text.split())} x"


@pytest.mark.parametrize("text", ["ask @everyone", "mallory@evil.example", "mailto:x@y.example", "_@_a"])
def test_nobody_is_addressed(text: str) -> None:
    shown = html(escaped(text))
    assert not re.search(r"@\w", shown)
    assert re.sub(r"<[^>]+>", "", shown).strip() == text


def test_has_a_section_per_status_gravest_first(report: Report) -> None:
    headings = re.findall(r"^## .*", render(report, "markdown"), re.MULTILINE)
    assert headings == [
        "## ✗ Conflict (1)",
        "## ≈ Precision (1)",
        "## ✓ Agreement (1)",
        "## · Single-source (2)",
    ]


def test_findings_have_their_places(report: Report) -> None:
    shown = render(report, "markdown")
    assert "- **✗ conflict** in quantity (0.80): A says at least 50 people, B says 40." in shown
    assert "  - A 3:1: “At least 50 people”" in shown
    assert "  - B 1:13: “40 people”" in shown


def test_the_same_words_of_a_source_are_told_once_with_all_their_places() -> None:
    shown = render(named_often(), "markdown")
    assert "  - A 1:1, 1:17: “Rost”\n  - B 1:1: “Roest”\n" in shown


def test_control_characters_become_visible() -> None:
    shown = render(about("ring\x07 \x1b[2J \u202eevil", "Even"), "markdown")
    assert r"ring\\x07 \\x1b\[2J \\u202eevil" in shown
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
