"""The review desk in a browser window that notes all that it would tell a developer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect

from tests.browser.report_pages import DESK, Notes

TITLE = "#finding-title"
MESSAGE = "#message-text"


@contextmanager
def reviewing(
    browser: Browser,
    link: str,
    *,
    size: tuple[int, int] = DESK,
    dark: bool = False,
    javascript: bool = True,
) -> Iterator[tuple[Page, Notes]]:
    """The desk as it opens from a link, in a window of its own, and what was noted since."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        java_script_enabled=javascript,
    )
    page, notes = context.new_page(), Notes()
    page.on("console", lambda message: notes.told.append(message.text))
    page.on("pageerror", lambda error: notes.told.append(str(error)))
    page.on("dialog", lambda dialog: notes.told.append(dialog.message))
    page.on("request", lambda request: notes.requests.append(request.url))
    page.goto(link)
    # The entrance leads on by itself, without a script too.
    page.wait_for_selector(f".has-script {TITLE}" if javascript else TITLE)
    yield page, notes
    context.close()


def shows(page: Page, title: str) -> None:
    """Waits for the finding with this explanation."""
    expect(page.locator(TITLE)).to_contain_text(title)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
