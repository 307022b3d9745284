"""Debian's Chromium for the browser tests, started once; they fail where it is missing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from reconcile.models import Models
from tests.browser.report_pages import ReportPages

CHROMIUM = "/usr/bin/chromium"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless browser; the sandbox is off, since tests run as root in a container."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def report_pages(models: Models, tmp_path_factory: pytest.TempPathFactory) -> ReportPages:
    """The HTML report of any event of the fixtures, made when a test first asks for it."""
    return ReportPages(models, tmp_path_factory.mktemp("pages"))
