"""The HTML report of every fixture in Chromium: quiet, accessible, marked right, in any window."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.report_pages import EVENT_NAMES, TELEPHONE, ReportPages, opened, unfold, violations
from tests.report.html_reading import as_shown

pytestmark = [pytest.mark.browser, pytest.mark.model]
every_event = pytest.mark.parametrize("event", EVENT_NAMES)

PLACES = """() => Object.fromEntries(
  [...document.querySelectorAll(".exact")].flatMap((text) => {
    const found = {};
    let offset = 0;
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = [...node.data].length;
      const piece = node.parentElement.closest("[data-c]");
      for (const id of piece ? piece.dataset.c.split(" ") : []) {
        found[id] ??= { start: offset, text: "" };
        found[id].text += node.data;
      }
      offset += length;
    }
    return Object.entries(found);
  }),
)"""
"""Offset (in code points) and text of every claim, as they stand in the full texts."""


@every_event
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_is_wrong_for_a_screen_reader_or_a_weak_eye(
    chromium: Browser, report_pages: ReportPages, event: str, dark: bool
) -> None:
    with opened(chromium, report_pages.file(event), dark=dark) as (page, notes):
        unfold(page)
        assert violations(page) == []
        assert notes.told == []


@every_event
def test_nothing_leaves_the_page_and_nothing_is_told(
    chromium: Browser, report_pages: ReportPages, event: str
) -> None:
    file = report_pages.file(event)
    with opened(chromium, file) as (page, notes):
        page.locator("#findings").scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        assert notes.requests == [file.as_uri()]
        assert notes.told == []


@every_event
def test_every_claim_stands_at_its_offset(chromium: Browser, report_pages: ReportPages, event: str) -> None:
    report = report_pages.report(event)
    texts = {document.source.id: as_shown(document.text) for document in report.documents}
    with opened(chromium, report_pages.file(event)) as (page, _):
        places = page.evaluate(PLACES)
    for claim in report.claims:
        words = claim.span.of(texts[claim.source])
        assert places[claim.id] == {"start": claim.span.start, "text": words}


@every_event
def test_a_telephone_needs_no_sideways_scrolling(
    chromium: Browser, report_pages: ReportPages, event: str
) -> None:
    with opened(chromium, report_pages.file(event), size=TELEPHONE) as (page, _):
        unfold(page)
        assert wide_elements(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == TELEPHONE[0]


@every_event
def test_it_prints(chromium: Browser, report_pages: ReportPages, event: str) -> None:
    with opened(chromium, report_pages.file(event), size=(700, 1000)) as (page, _):
        assert page.pdf(format="A4").startswith(b"%PDF-")
        page.emulate_media(media="print")
        assert not page.locator("#filter-panel").is_visible()
        assert not page.locator(".skip").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == 700


@every_event
def test_without_javascript_all_is_there_but_the_filters(
    chromium: Browser, report_pages: ReportPages, event: str
) -> None:
    report = report_pages.report(event)
    with opened(chromium, report_pages.file(event), javascript=False) as (page, _):
        findings = page.locator(".finding")
        assert findings.count() == sum(len(group.discrepancies) for group in report.groups)
        assert all(finding.is_visible() for finding in findings.all())
        assert not page.locator("#filters").is_visible()


def wide_elements(page: Page) -> list[str]:
    """The elements that reach beyond the right edge of the window."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
          .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".vh, thead"))
          .map((e) => e.outerHTML.slice(0, 200))"""
    )
    return found
