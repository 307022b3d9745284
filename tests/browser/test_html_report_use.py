"""The HTML report in use: filters, links both ways, the keyboard alone, hostile texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reconcile.report import RenderOptions
from reconcile.report.selection import findings
from reconcile.schema import Decision, Judgement
from tests.browser.report_pages import TELEPHONE, ReportPages, opened, unfold, violations, written
from tests.report.handmade_reports import about, mill_fire

pytestmark = pytest.mark.browser

NASTY = (
    "<script>told('script')</script><img src=x onerror=told('img')><svg onload=told('svg')>"
    "</style></script></title><iframe srcdoc='<script>parent.told(1)</script>'></iframe>"
    "\"' onmouseover=told('over') style=position:fixed \u202e\u2066\x00\x1b[2J\u200b"
)


@pytest.fixture(name="mill")
def mill_page(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """The handmade report, open at a desk."""
    with opened(chromium, written(mill_fire(), tmp_path / "mill.html")) as (page, notes):
        yield page
        assert notes.told == []


def tick(page: Page, filter_name: str, *values: str) -> None:
    page.locator(f'.filter[data-name="{filter_name}"] > summary').click()
    for value in values:
        page.locator(f'input[name="{filter_name}"][value="{value}"]').check()
    page.keyboard.press("Escape")


def shown(page: Page, items: str) -> list[str]:
    """The facts of the items that are not hidden: status, kinds and confidence."""
    found: list[str] = page.eval_on_selector_all(
        f"{items}:not([hidden])", "all => all.map(e => [e.dataset.st, e.dataset.k, e.dataset.c].join(' '))"
    )
    return found


def test_filters_leave_what_was_asked_for_and_say_how_much(mill: Page) -> None:
    told = mill.locator("#shown")
    expect(told).to_have_text("3 of 3 findings · 3 of 3 shared · 2 of 2 single")
    tick(mill, "st", "conflict", "precision")
    assert shown(mill, ".findings > li") == ["conflict quantity 0.80", "precision time 0.70"]
    expect(told).to_have_text("2 of 3 findings · 2 of 3 shared · 0 of 2 single")
    expect(mill.locator('[data-empty="lone"]')).to_be_visible()
    tick(mill, "k", "time")
    assert shown(mill, ".findings > li") == ["precision time 0.70"]
    assert shown(mill, "tbody tr") == ["precision time 0.90"]
    mill.get_by_role("button", name="Clear").click()
    expect(told).to_have_text("3 of 3 findings · 3 of 3 shared · 2 of 2 single")


def test_the_least_confidence_can_be_set(mill: Page) -> None:
    mill.get_by_label("Confidence at least").fill("0.75")
    assert shown(mill, ".findings > li") == ["conflict quantity 0.80", "wording wording 0.90"]


def test_a_source_can_be_picked(mill: Page) -> None:
    tick(mill, "src", "B")
    expect(mill.locator("#shown")).to_have_text("3 of 3 findings · 3 of 3 shared · 0 of 2 single")


def test_links_lead_from_the_finding_to_the_text_and_back(mill: Page) -> None:
    hurt = mill.locator(".finding", has_text="quantity")
    hurt.get_by_role("link", name="B1 in its text").click()
    tag = mill.locator("#c-B1")
    expect(tag).to_be_in_viewport()
    lit = mill.locator(".exact .flash")
    assert "".join(lit.all_text_contents()) == "In Arlburg, 40 people were hurt in the mill."
    tag.click()
    row = mill.locator("#g-g3")
    expect(row).to_be_in_viewport()
    row.get_by_role("link", name="quantity").click()
    expect(hurt).to_be_in_viewport()
    hurt.get_by_role("link", name="statement g3").click()
    expect(row).to_be_in_viewport()


def test_a_link_shows_its_target_even_where_a_filter_hid_it(mill: Page) -> None:
    tick(mill, "st", "conflict")
    mill.locator("#c-A3").click()
    expect(mill.locator("#g-g1")).to_be_in_viewport()


def test_the_target_of_a_link_does_not_lie_under_the_bar(mill: Page) -> None:
    mill.set_viewport_size({"width": 1280, "height": 300})
    mill.get_by_role("navigation").get_by_role("link", name="Texts").click()
    mill.wait_for_function("scrollY > 0")
    assert mill.evaluate(
        "document.querySelector('#texts').getBoundingClientRect().top"
        " >= document.querySelector('#bar').getBoundingClientRect().bottom"
    )


def test_the_keyboard_is_enough(mill: Page) -> None:
    keys = mill.keyboard
    keys.press("Tab")
    assert focused(mill) == "Skip to the findings"
    keys.press("Enter")
    assert mill.evaluate("document.activeElement.id") == "findings"
    summary = mill.locator('.filter[data-name="st"] > summary')
    summary.focus()
    keys.press("Enter")
    keys.press("Tab")
    assert mill.evaluate("document.activeElement.value") == "conflict"
    keys.press("Space")
    assert shown(mill, ".findings > li") == ["conflict quantity 0.80"]
    keys.press("Escape")
    assert focused(mill) == "Status: 1"
    assert not mill.locator('.filter[data-name="st"] fieldset').is_visible()


def test_tab_reaches_every_link_in_the_order_of_the_page(mill: Page) -> None:
    wanted = mill.eval_on_selector_all("a[href]:not([hidden])", "all => all.map(e => e.getAttribute('href'))")
    reached = []
    for _ in range(400):
        mill.keyboard.press("Tab")
        href = mill.evaluate("document.activeElement.getAttribute('href')")
        if href:
            reached.append(href)
        if len(reached) == len(wanted):
            break
    assert reached == wanted


def test_evidence_opens_by_keyboard(mill: Page) -> None:
    evidence = mill.locator(".finding details.evidence").first
    evidence.locator("summary").focus()
    mill.keyboard.press("Enter")
    expect(evidence.locator("p").first).to_be_visible()


def test_filters_lie_behind_a_word_on_a_telephone(chromium: Browser, tmp_path: Path) -> None:
    file = written(mill_fire(), tmp_path / "mill.html")
    with opened(chromium, file, size=TELEPHONE) as (page, _):
        status = page.locator('.filter[data-name="st"] > summary')
        expect(status).not_to_be_visible()
        page.locator("#filter-panel > summary").click()
        expect(status).to_be_visible()
        tick(page, "st", "conflict")
        assert shown(page, ".findings > li") == ["conflict quantity 0.80"]


def test_nothing_moves_for_those_who_ask_for_stillness(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, written(mill_fire(), tmp_path / "mill.html"), still=True) as (page, _):
        page.locator(".finding .place").first.click()
        lit = page.locator(".exact .flash").first
        assert lit.evaluate("e => getComputedStyle(e).transitionDuration") == "0s"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_judgements_and_every_status_have_contrast(chromium: Browser, tmp_path: Path, dark: bool) -> None:
    report = mill_fire()
    moment = dt.datetime(2025, 9, 6, 14, 30, tzinfo=dt.UTC)
    judged = tuple(
        Judgement(finding=d.id, decision=decision, reviewer="Ana", decided_at=moment, note="Asked.")
        for (_, d), decision in zip(findings(report, RenderOptions()), Decision, strict=True)
    )
    file = written(replace(report, judgements=judged), tmp_path / "judged.html")
    with opened(chromium, file, dark=dark) as (page, _):
        tick(page, "d", "confirmed")
        assert page.locator(".findings > li:not([hidden]) .decision").all_inner_texts() == ["☑ confirmed"]
        unfold(page)
        assert violations(page) == []


@pytest.mark.parametrize("size", [(1280, 900), TELEPHONE], ids=["desk", "telephone"])
def test_a_hostile_text_runs_nothing_and_breaks_out_of_nothing(
    chromium: Browser, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = written(about(NASTY, NASTY[::-1]), tmp_path / "nasty.html")
    with opened(chromium, file, size=size) as (page, notes):
        unfold(page)
        page.mouse.move(size[0] / 2, size[1] / 2)
        assert page.locator("script").count() == 1
        assert page.locator("img, iframe, svg, object, embed, [style]:not(html)").count() == 0
        assert page.locator(".exact").first.text_content() != ""
        assert page.evaluate("document.documentElement.scrollWidth") == size[0]
        assert notes.told == []
        assert notes.requests == [file.as_uri()]


def test_even_an_injected_script_would_not_run(chromium: Browser, tmp_path: Path) -> None:
    file = written(mill_fire(), tmp_path / "mill.html")
    page_with_hole = file.read_text(encoding="utf-8").replace(
        "</main>", "<script>document.title = 'owned'</script><img src='https://pixel.example/'></main>"
    )
    file.write_text(page_with_hole, encoding="utf-8")
    with opened(chromium, file) as (page, notes):
        assert page.title() != "owned"
        assert len([told for told in notes.told if "Content Security Policy" in told]) == 2


@pytest.mark.model
def test_the_hostile_fixture_stays_text(chromium: Browser, report_pages: ReportPages) -> None:
    with opened(chromium, report_pages.file("hostile-text")) as (page, notes):
        unfold(page)
        first = page.locator('.exact[data-text="A"]')
        assert '<script>alert("A")</script>' in (first.text_content() or "")
        assert page.locator("script").count() == 1
        assert page.locator("main").locator("b, i, img").count() == 0
        assert page.locator(".hid").count() > 10
        assert notes.told == []


def focused(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.innerText")
    return found.replace("▾", "").strip()
