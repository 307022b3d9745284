"""The desk's pages in Chromium: hostile text stays text, marks are exact, anybody can read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from reconcile import casework
from reconcile.models import Models
from reconcile.report import RenderOptions
from reconcile.report.selection import findings
from tests.browser.desk_pages import TITLE, press, reviewing, shows
from tests.browser.report_pages import DESK, EVENTS, TELEPHONE, unfold, violations
from tests.report.handmade_reports import about, mill_fire
from tests.report.html_reading import as_shown
from tests.review.handmade_cases import case_of
from tests.review.running_desk import RunningDesk, running

pytestmark = pytest.mark.browser

EMOJI = "The 👩‍🚒 crews of Zu\u0308rich saved 🐈🐈 two cats, n\u0303andu\u0301 and all"
ACCENTS = "Crews saved 🐈 one cat in Cafe\u0301 Ä, say 消防 officials"
_NAMES = [f"Reviewer {number}" for number in range(20)]
_UNUSED = iter(_NAMES)
_MARKED = """() => [...document.querySelectorAll(".contexts figure")].map((figure) =>
  [figure.querySelector(".letter").textContent,
   [...figure.querySelectorAll(":scope > blockquote mark")].map((mark) => mark.textContent).join("")])"""

_FOCUSED = "[document.activeElement.id, ...document.activeElement.classList]"


@pytest.fixture(scope="module")
def hostile(models: Models, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of the event whose texts are script, markup, control codes and bidi overrides."""
    case = tmp_path_factory.mktemp("hostile") / "hostile.case"
    casework.create(case, [EVENTS / "hostile-text"], models=models)
    return case


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    case = case_of(mill_fire(), tmp_path_factory.mktemp("mill") / "mill.case")
    with running(case, _NAMES) as desk:
        yield desk


@pytest.fixture
def link(desk: RunningDesk) -> str:
    """A link that no test has used yet."""
    return desk.link(next(_UNUSED))


def test_hostile_text_stays_text(chromium: Browser, hostile: Path) -> None:
    report = casework.load(hostile)
    texts = {document.source.id: as_shown(document.text) for document in report.documents}
    with running(hostile) as desk, reviewing(chromium, desk.link("Ada")) as (page, notes):
        queue = findings(report, RenderOptions())
        for number, (_, finding) in enumerate(queue, start=1):
            expect(page.locator(f"{TITLE} .number")).to_have_text(f"{number}.")
            unfold(page)
            for letter, marked in page.evaluate(_MARKED):
                words = {value.span.of(texts[letter]) for value in finding.values if value.source == letter}
                assert any(word in marked for word in words)
            press(page, "j")
        page.goto(f"{desk.origin}/case")
        unfold(page)
        assert page.locator("script:not([src^='/assets/']), img, iframe, svg").count() == 0
        assert {url.split("/")[2] for url in notes.requests} == {desk.origin.removeprefix("http://")}
        assert notes.told == []


@pytest.mark.parametrize(
    "kept", ["<script>alert(1)</script>", "</textarea><img src=x onerror=alert(1)>", "{{7*7}}"]
)
def test_what_a_reviewer_writes_stays_text(
    chromium: Browser, desk: RunningDesk, link: str, kept: str
) -> None:
    with reviewing(chromium, link) as (page, notes):
        page.get_by_label("Note").fill(kept)
        press(page, "Escape", "c")
        expect(page.locator("#message")).to_be_visible()
        press(page, "k")
        expect(page.locator(".own .remark")).to_have_text(f"Note: {kept}")
        assert page.get_by_label("Note").input_value() == kept
        assert notes.told == []


def test_marks_stand_at_code_points(chromium: Browser, tmp_path: Path) -> None:
    case = case_of(about(EMOJI, ACCENTS), tmp_path / "emoji.case")
    with running(case) as desk, reviewing(chromium, desk.link("Ada")) as (page, _):
        assert page.evaluate(_MARKED) == [["A", EMOJI], ["B", ACCENTS]]


@pytest.mark.parametrize("size", [DESK, TELEPHONE], ids=["desk", "telephone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_is_wrong_for_a_screen_reader_or_a_weak_eye(
    chromium: Browser, link: str, dark: bool, size: tuple[int, int]
) -> None:
    with reviewing(chromium, link, dark=dark, size=size) as (page, _):
        press(page, "c")
        expect(page.locator("#message")).to_be_visible()
        unfold(page)
        assert violations(page) == []
        press(page, "j")
        expect(page.locator(".forms")).to_be_visible()
        assert violations(page) == []
        press(page, "?")
        expect(page.locator("#keys")).to_be_visible()
        assert violations(page) == []
        press(page, "Escape")
        page.get_by_role("link", name="Case and downloads").click()
        expect(page.locator("main.case")).to_be_visible()
        assert violations(page) == []


@pytest.mark.model
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_hostile_pages_are_accessible_too(chromium: Browser, hostile: Path, dark: bool) -> None:
    with (
        running(hostile, hides_confidence=True) as desk,
        reviewing(chromium, desk.link("Ada"), dark=dark) as (page, _),
    ):
        for key in ("j", "n", "j"):
            unfold(page)
            assert violations(page) == []
            press(page, key)
            page.wait_for_timeout(150)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_conflict_and_a_refusal_are_accessible(chromium: Browser, tmp_path: Path, dark: bool) -> None:
    case = case_of(mill_fire(), tmp_path / "mill.case")
    with (
        running(case, ["Ada", "Kim"]) as desk,
        reviewing(chromium, desk.link("Ada"), dark=dark) as (ada, _),
        reviewing(chromium, desk.link("Kim")) as (kim, _),
    ):
        press(kim, "c")
        shows(kim, "B names the day")
        press(ada, "n")
        expect(ada.locator("#message")).to_contain_text("Not saved")
        assert violations(ada) == []
        ada.goto(desk.link("Kim"))
        expect(ada.locator(".sentence")).to_contain_text("not valid or was used before")
        assert violations(ada) == []


def test_the_tab_key_reaches_everything_in_the_order_of_the_page(chromium: Browser, link: str) -> None:
    wanted = ["skip", "q", "filter-mine", "row", "reading", "note", "decide-confirmed", "decide-undecided"]
    with reviewing(chromium, link) as (page, _):
        seen: list[list[str]] = []
        while not seen or wanted[-1] not in seen[-1]:
            press(page, "Tab")
            seen.append(page.evaluate(_FOCUSED))
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", seen[-1]
            assert len(seen) < 50
    places = [next(at for at, names in enumerate(seen) if name in names) for name in wanted]
    assert places == sorted(places)
