"""HTML reports as files, opened in a browser that notes all that it would tell a developer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from reconcile.models import Models
from reconcile.pipeline import reconcile
from reconcile.report import render, write_atomically
from reconcile.schema import Report

EVENTS = Path(__file__).parents[2] / "fixtures" / "events"
EVENT_NAMES = sorted(path.parent.name for path in EVENTS.glob("*/manifest.json"))
DESK, TELEPHONE = (1280, 900), (390, 844)
"""Width and height of the window in CSS pixels."""
_UNFOLD = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { content-visibility: visible !important; transition: none !important; }");
  document.adoptedStyleSheets = [sheet];
  for (const details of document.querySelectorAll("details")) details.open = true;
}"""
_AXE = """async () => {
  const found = await axe.run({ resultTypes: ["violations"] });
  return found.violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes[0].html }));
}"""


class ReportPages:
    """Reports by the name of an event, and the files of their pages; each made once."""

    def __init__(self, models: Models, folder: Path) -> None:
        self._models = models
        self._folder = folder
        self._reports: dict[str, Report] = {}

    def report(self, event: str) -> Report:
        if event not in self._reports:
            self._reports[event] = reconcile([EVENTS / event], models=self._models)
        return self._reports[event]

    def file(self, event: str) -> Path:
        path = self._folder / f"{event}.html"
        return path if path.exists() else written(self.report(event), path)


def written(report: Report, path: Path) -> Path:
    """The page of ``report`` as the file ``path``."""
    write_atomically(path, render(report, "html"))
    return path


@dataclass(slots=True)
class Notes:
    """What happened while a page was open: words on the console, dialogs, requests."""

    told: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@contextmanager
def opened(
    browser: Browser,
    file: Path,
    *,
    size: tuple[int, int] = DESK,
    dark: bool = False,
    javascript: bool = True,
    still: bool = False,
) -> Iterator[tuple[Page, Notes]]:
    """The page in a window of its own, and what was noted since it was opened."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        java_script_enabled=javascript,
        reduced_motion="reduce" if still else "no-preference",
    )
    page, notes = context.new_page(), Notes()
    page.on("console", lambda message: notes.told.append(message.text))
    page.on("pageerror", lambda error: notes.told.append(str(error)))
    # Without a listener of its own the browser dismisses a dialog, which then leaves no trace.
    page.on("dialog", lambda dialog: notes.told.append(dialog.message))
    page.on("request", lambda request: notes.requests.append(request.url))
    page.goto(file.as_uri())
    yield page, notes
    context.close()


def unfold(page: Page) -> None:
    """Opens every disclosure and lays out what is out of sight."""
    page.evaluate(_UNFOLD)


def violations(page: Page) -> list[dict[str, Any]]:
    """What axe-core finds of serious or critical impact, with the first place of each."""
    page.evaluate(AXE_SCRIPT)
    found: list[dict[str, Any]] = page.evaluate(_AXE)
    return [violation for violation in found if violation["impact"] in ("serious", "critical")]
