"""Whole sessions at the review desk in Chromium: by keyboard, by mouse, by two, through a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reconcile import casework
from reconcile.schema import Decision, Judgement
from tests.browser.desk_pages import MESSAGE, TITLE, press, reviewing, shows
from tests.browser.report_pages import TELEPHONE
from tests.report.handmade_reports import mill_fire
from tests.review.desk_process import started
from tests.review.handmade_cases import case_of
from tests.review.running_desk import running

pytestmark = pytest.mark.browser

FIRST, SECOND, THIRD = "A says at least 50 people", "B names the day", "A says burned"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return case_of(mill_fire(), tmp_path / "mill.case")


def judged(case: Path, reviewer: str = "Ada") -> dict[str, Judgement]:
    """What the reviewer decided, by the kind of the finding."""
    report = casework.load(case)
    kinds = {d.id: d.kind.value for group in report.groups for d in group.discrepancies}
    return {kinds[j.finding]: j for j in report.judgements if j.reviewer == reviewer}


def focused(page: Page) -> str:
    identity: str = page.evaluate("document.activeElement.id")
    return identity


def test_a_session_by_keyboard(chromium: Browser, case: Path) -> None:
    with running(case) as desk, reviewing(chromium, desk.link("Ada")) as (page, notes):
        shows(page, FIRST)
        press(page, "e")
        page.keyboard.type("Both counts stand; c and n are letters here.")
        press(page, "Escape", "c")
        shows(page, SECOND)
        expect(page.locator(MESSAGE)).to_have_text("Saved: finding 1 is confirmed.")
        expect(page.locator("#live")).to_have_text("Saved: finding 1 is confirmed.")
        assert focused(page) == "finding-title"

        press(page, "z")
        shows(page, FIRST)
        expect(page.locator(MESSAGE)).to_contain_text("taken back")
        assert judged(case) == {}
        press(page, "n")
        shows(page, SECOND)
        press(page, "k")
        shows(page, FIRST)
        expect(page.locator(".judgements")).to_contain_text("not a discrepancy by you")
        press(page, "j", "u")
        shows(page, THIRD)

        press(page, "p", "ArrowDown")
        expect(page.locator(".forms input:checked")).to_have_value("0")
        press(page, "c")
        expect(page.locator(MESSAGE)).to_have_text("Saved: finding 3 is confirmed.")
        expect(page.locator(".progress")).to_contain_text("2 of 3 decided")
        press(page, "?")
        expect(page.locator("#keys")).to_be_visible()
        press(page, "Escape", "/")
        page.keyboard.type("week")
        expect(page.locator(".row")).to_have_count(1)
        assert page.locator("#q").input_value() == "week"
        assert focused(page) == "q"
        press(page, "Escape", "v")
        expect(page.locator("#evidence")).to_contain_text("0.70")
        assert notes.told == []
    decisions = judged(case)
    assert decisions["quantity"].decision is Decision.NOT_A_DISCREPANCY
    assert decisions["time"].decision is Decision.UNDECIDED
    assert decisions["wording"].preferred == "the mill in Arlburg burned"


def test_a_session_by_mouse(chromium: Browser, case: Path) -> None:
    with running(case) as desk, reviewing(chromium, desk.link("Ada")) as (page, notes):
        page.get_by_role("button", name="Confirmed").click()
        shows(page, SECOND)
        page.get_by_role("link", name="wording wording").click()
        shows(page, THIRD)
        page.get_by_label("Other preferred form").fill("the mill burned down")
        page.get_by_label("Note").fill("House style.")
        page.get_by_role("button", name="Confirmed").click()
        shows(page, SECOND)
        page.locator("#filter-mine").select_option("decided")
        expect(page.locator(".row")).to_have_count(2)
        page.get_by_role("button", name="Undo").click()
        shows(page, THIRD)
        expect(page.locator(".row")).to_have_count(1)
        page.get_by_label("Note").fill("House style, asked again.")
        page.get_by_label("in the mill").check()
        page.get_by_role("button", name="Confirmed").click()
        expect(page.locator(MESSAGE)).to_have_text("Saved: finding 3 is confirmed.")
        page.get_by_role("link", name="Case and downloads").click()
        expect(page.locator("tbody tr").first).to_contain_text("Ada (you)")
        with page.expect_download() as download:
            page.get_by_role("link", name="csv", exact=True).click()
        assert download.value.suggested_filename == "mill.csv"
        assert "asked again" in download.value.path().read_text(encoding="utf-8")
        page.go_back()
        shows(page, SECOND)
        assert notes.told == []
    assert judged(case)["wording"].preferred == "in the mill"
    assert set(judged(case)) == {"quantity", "wording"}


def test_two_reviewers_in_conflict(chromium: Browser, case: Path) -> None:
    with (
        running(case, ["Ada", "Kim"]) as desk,
        reviewing(chromium, desk.link("Ada")) as (ada, _),
        reviewing(chromium, desk.link("Kim")) as (kim, _),
    ):
        ada.get_by_label("Note").fill("I rang the hospital.")
        kim.get_by_label("Note").fill("Two different counts.")
        kim.get_by_role("button", name="Not a discrepancy").click()
        shows(kim, SECOND)
        ada.get_by_role("button", name="Confirmed").click()
        message = ada.locator("#message").filter(has_text="Not saved")
        expect(message).to_contain_text(
            "Kim decided: not a discrepancy, with the note “Two different counts.”"
        )
        # Read out once, for the focus that it gets.
        assert focused(ada) == "message"
        expect(ada.locator("#live")).to_have_text("")
        expect(ada.get_by_role("alert").filter(has_text="Not saved")).to_have_count(0)
        shows(ada, FIRST)
        assert ada.get_by_label("Note").input_value() == "I rang the hospital."
        assert judged(case) == {}
        ada.get_by_role("button", name="Confirmed").click()
        shows(ada, SECOND)
        press(kim, "k")
        expect(kim.locator(".judgements")).to_contain_text("confirmed by Ada")
    assert judged(case)["quantity"].note == "I rang the hospital."
    assert judged(case, "Kim")["quantity"].decision is Decision.NOT_A_DISCREPANCY


def test_a_killed_server_loses_nothing_that_was_saved_or_typed(chromium: Browser, case: Path) -> None:
    with started(case) as desk, reviewing(chromium, desk.links["Ada"]) as (page, _):
        press(page, "c")
        shows(page, SECOND)
        page.get_by_label("Note").fill("Half a thought")
        desk.kill()
        page.get_by_role("button", name="Not a discrepancy").click()
        problem = page.locator("#problem")
        expect(problem).to_contain_text("The desk cannot be reached: nothing was saved just now")
        expect(problem).to_contain_text(f"--port {desk.port}")
        assert page.get_by_label("Note").input_value() == "Half a thought"
        page.locator("#finding-title").focus()
        press(page, "j")
        shows(page, SECOND)
        assert set(judged(case)) == {"quantity"}

        with started(case, "--port", str(desk.port)) as second:
            page.get_by_role("button", name="Not a discrepancy").click()
            expect(problem).to_contain_text("This browser has no session at the desk")
            assert page.get_by_label("Note").input_value() == "Half a thought"
            tab = page.context.new_page()
            tab.goto(second.links["Ada"])
            shows(tab, SECOND)
            expect(tab.locator(".progress")).to_contain_text("1 of 3 decided")
            page.get_by_role("button", name="Not a discrepancy").click()
            shows(page, THIRD)
            expect(problem).to_be_hidden()
    assert judged(case)["time"].note == "Half a thought"


def test_a_note_that_is_not_saved_waits_at_its_finding(chromium: Browser, case: Path) -> None:
    with running(case) as desk, reviewing(chromium, desk.link("Ada")) as (page, _):
        page.get_by_label("Note").fill("Come back to this")
        press(page, "Escape", "j")
        shows(page, SECOND)
        assert page.get_by_label("Note").input_value() == ""
        press(page, "k")
        shows(page, FIRST)
        assert page.get_by_label("Note").input_value() == "Come back to this"


def test_undo_keeps_the_note_of_the_finding_that_is_shown(chromium: Browser, case: Path) -> None:
    with running(case) as desk, reviewing(chromium, desk.link("Ada")) as (page, _):
        press(page, "c")
        shows(page, SECOND)
        page.get_by_label("Note").fill("Begun here")
        press(page, "Escape", "z")
        shows(page, FIRST)
        assert page.get_by_label("Note").input_value() == ""
        press(page, "j")
        shows(page, SECOND)
        assert page.get_by_label("Note").input_value() == "Begun here"
    assert judged(case) == {}


def test_a_key_that_is_held_decides_once(chromium: Browser, case: Path) -> None:
    with running(case) as desk, reviewing(chromium, desk.link("Ada")) as (page, _):
        for _ in range(3):
            page.keyboard.down("c")
            page.wait_for_timeout(150)
        page.keyboard.up("c")
        shows(page, SECOND)
    assert set(judged(case)) == {"quantity"}


def test_clicks_while_a_page_is_on_its_way(chromium: Browser, case: Path) -> None:
    """The last page that was asked for is shown in the end, and no decision goes out twice."""
    with running(case) as desk, reviewing(chromium, desk.link("Ada")) as (page, _):
        page.evaluate("""() => {
          const rows = document.querySelectorAll(".row");
          for (const row of [1, 0, 2]) rows[row].click();
        }""")
        shows(page, THIRD)
        page.evaluate("""() => {
          const button = document.getElementById("decide-confirmed");
          button.click();
          button.click();
        }""")
        shows(page, FIRST)
        expect(page.locator(".progress")).to_contain_text("1 of 3 decided")
        expect(page.locator("#decide-confirmed")).to_be_enabled()
    assert set(judged(case)) == {"wording"}


def test_all_of_it_works_without_a_script(chromium: Browser, case: Path) -> None:
    with running(case) as desk, reviewing(chromium, desk.link("Ada"), javascript=False) as (page, notes):
        page.get_by_label("Note").fill("By hand")
        page.get_by_role("button", name="Confirmed").click()
        shows(page, SECOND)
        page.get_by_role("button", name="Undo").click()
        shows(page, FIRST)
        page.get_by_label("Kind").select_option("wording")
        page.get_by_role("button", name="Apply").click()
        page.locator(".row").click()
        shows(page, THIRD)
        page.get_by_label("in the mill").check()
        page.get_by_role("button", name="Not a discrepancy").click()
        expect(page.locator(MESSAGE)).to_have_text("Saved: finding 3 is not a discrepancy.")
        # The style sheet that hides it may come a moment after the words of the page.
        expect(page.get_by_role("button", name="Keys")).to_have_count(0)
        assert notes.told == []
    assert set(judged(case)) == {"wording"}


def test_single_keys_can_be_switched_off(chromium: Browser, case: Path) -> None:
    with running(case) as desk, reviewing(chromium, desk.link("Ada")) as (page, _):
        press(page, "?")
        page.get_by_label("Single keys act").uncheck()
        press(page, "Escape", "c", "j")
        page.wait_for_timeout(200)
        shows(page, FIRST)
        expect(page.locator("#decide-confirmed kbd")).to_be_hidden()
        page.reload()
        press(page, "j")
        page.wait_for_timeout(200)
        shows(page, FIRST)
    assert judged(case) == {}


def test_a_session_on_a_telephone(chromium: Browser, case: Path) -> None:
    with running(case) as desk, reviewing(chromium, desk.link("Ada"), size=TELEPHONE) as (page, _):
        for title in (FIRST, SECOND, THIRD):
            shows(page, title)
            assert page.evaluate("document.documentElement.scrollWidth") == TELEPHONE[0]
            page.get_by_role("button", name="Confirmed").click()
            expect(page.locator(MESSAGE)).to_contain_text("Saved")
        expect(page.locator(TITLE)).to_be_in_viewport()
    assert len(judged(case)) == 3
