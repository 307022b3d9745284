"""Decisions over HTTP: recorded, taken back, refused when somebody was faster, and never lost."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from reconcile import casework
from reconcile.review.downloads import NAMES
from reconcile.schema import Decision
from tests.review.running_desk import RunningDesk, running


def first(browser: httpx.Client, **query: str) -> str:
    """The gravest finding."""
    return str(browser.get("/api/findings", params=query).json()["findings"][0]["id"])


def test_the_queue_is_ordered_and_can_be_filtered(desk: RunningDesk) -> None:
    with desk.entered("Ada") as browser:
        queue = browser.get("/api/findings").json()
        assert [finding["kind"] for finding in queue["findings"]] == ["quantity", "time", "wording"]
        assert (queue["decided"], queue["total"], queue["reviewer"]) == (0, 3, "Ada")
        times = browser.get("/api/findings", params={"kind": "time"}).json()["findings"]
        assert [finding["number"] for finding in times] == [2]
        searched = browser.get("/api/findings", params={"q": "IN THE MILL"}).json()["findings"]
        assert [finding["kind"] for finding in searched] == ["wording"]
        assert browser.get("/api/findings", params={"kind": "smell"}).status_code == 400


def test_a_form_records_a_decision_and_leads_to_the_next_finding(desk: RunningDesk, case: Path) -> None:
    with desk.entered("Ada") as browser:
        finding, following = first(browser), first(browser, kind="time")
        answer = browser.post(
            f"/findings/{finding}/judgement",
            data={"decision": "confirmed", "revision": "0", "note": "Asked the  mayor.\r\nShe is sure."},
        )
        assert answer.status_code == 303
        assert answer.headers["location"] == f"/findings/{following}?saved={finding}"
        assert "Saved: finding 1 is confirmed." in browser.get(answer.headers["location"]).text
    (judgement,) = casework.load(case).judgements
    assert (judgement.decision, judgement.reviewer) == (Decision.CONFIRMED, "Ada")
    assert judgement.note == "Asked the  mayor.\nShe is sure."


def test_a_preferred_form_is_one_of_the_sources_or_the_reviewers_own(desk: RunningDesk, case: Path) -> None:
    with desk.entered("Ada") as browser:
        finding = first(browser, kind="wording")
        sent = {"decision": "confirmed", "revision": "0", "preferred": "1", "own": "not this"}
        browser.post(f"/findings/{finding}/judgement", data=sent)
        assert casework.load(case).judgements[0].preferred == "in the mill"
        sent = {"decision": "confirmed", "revision": "1", "preferred": "own", "own": " the mill burned "}
        browser.post(f"/findings/{finding}/judgement", data=sent)
        assert casework.load(case).judgements[0].preferred == "the mill burned"
        page = browser.get(f"/findings/{finding}").text
        assert 'value="the mill burned"' in page
        assert page.count("decided: confirmed") == 2


def test_undo_takes_back_ones_own_decision_only(desk: RunningDesk, case: Path) -> None:
    with desk.entered("Ada") as ada, desk.entered("Kim") as kim:
        finding = first(ada)
        ada.post(f"/api/findings/{finding}/judgement", json={"decision": "confirmed", "revision": 0})
        assert kim.post(f"/api/findings/{finding}/undo", json={"revision": 1}).status_code == 404
        undone = ada.post(f"/findings/{finding}/undo", data={"revision": "1"}, follow_redirects=True)
        assert "Your decision about finding 1 is taken back" in undone.text
        assert casework.load(case).judgements == ()
        assert [entry.actor for entry in casework.history(case, finding)] == ["Ada", "Ada"]


def test_a_second_undo_of_the_same_decision_is_a_conflict(desk: RunningDesk) -> None:
    with desk.entered("Ada") as ada:
        finding = first(ada)
        ada.post(f"/api/findings/{finding}/judgement", json={"decision": "confirmed", "revision": 0})
        assert ada.post(f"/findings/{finding}/undo", data={"revision": "1"}).status_code == 303
        assert ada.post(f"/findings/{finding}/undo", data={"revision": "1"}).status_code == 409
        assert ada.post(f"/api/findings/{finding}/undo", json={"revision": 1}).status_code == 409


def test_who_comes_second_is_told_and_loses_nothing(desk: RunningDesk, case: Path) -> None:
    with desk.entered("Ada") as ada, desk.entered("Kim") as kim:
        finding = first(ada)
        sent = {"decision": "not-a-discrepancy", "revision": "0", "note": "Two counts.", "own": ""}
        assert kim.post(f"/findings/{finding}/judgement", data=sent).status_code == 303
        late = {"decision": "confirmed", "revision": "0", "note": "My long <note>"}
        answer = ada.post(f"/findings/{finding}/judgement", data=late)
        assert answer.status_code == 409
        assert "Kim decided: not a discrepancy, with the note “Two counts.”" in answer.text
        assert "My long &lt;note&gt;</textarea>" in answer.text
        assert 'name="revision" value="1"' in answer.text
        assert len(casework.load(case).judgements) == 1
        again = ada.post(f"/findings/{finding}/judgement", data=late | {"revision": "1"})
        assert again.status_code == 303
        page = ada.get(f"/findings/{finding}").text
        assert "Two counts." in page
    decisions = {j.reviewer: j.decision for j in casework.load(case).judgements}
    assert decisions == {"Ada": Decision.CONFIRMED, "Kim": Decision.NOT_A_DISCREPANCY}


def test_a_program_that_comes_second_gets_409(desk: RunningDesk) -> None:
    with desk.entered("Ada") as ada, desk.entered("Kim") as kim:
        finding = first(ada)
        sent = {"decision": "confirmed", "revision": 0}
        assert ada.post(f"/api/findings/{finding}/judgement", json=sent).json()["revision"] == 1
        answer = kim.post(f"/api/findings/{finding}/judgement", json=sent)
        assert answer.status_code == 409
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"decision": "perhaps", "revision": 0}, 422),
        ({"decision": "confirmed"}, 422),
        ({"decision": "confirmed", "revision": -1}, 422),
        ({"decision": "confirmed", "revision": True}, 422),
        ({"decision": "confirmed", "revision": 10**30}, 422),
        ({"decision": "confirmed", "revision": 0, "note": "x" * 5000}, 422),
        ({"decision": "confirmed", "revision": 0, "note": "\u202e"}, 422),
        ({"decision": "confirmed", "revision": 0, "note": "\ud800"}, 422),
        ({"decision": "confirmed", "revision": 0, "note": 7}, 422),
        ({"decision": "confirmed", "revision": 0, "reviewer": "Kim"}, 422),
        ([], 422),
        ({"note": "x" * 70_000}, 413),
    ],
)
def test_what_is_no_judgement_is_refused(desk: RunningDesk, case: Path, sent: object, status: int) -> None:
    with desk.entered("Ada") as browser:
        path = f"/api/findings/{first(browser)}/judgement"
        # httpx itself would not write a lone surrogate.
        answer = browser.post(path, content=json.dumps(sent), headers={"Content-Type": "application/json"})
        assert answer.status_code == status
        assert answer.json()["detail"]
    assert casework.load(case).judgements == ()


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 50_000, b"1e999"])
def test_a_broken_body_is_refused(desk: RunningDesk, content: bytes) -> None:
    with desk.entered("Ada") as browser:
        path = f"/api/findings/{first(browser)}/judgement"
        answer = browser.post(path, content=content, headers={"Content-Type": "application/json"})
        assert answer.status_code in (400, 422)
        assert browser.post(path, content=content, headers={"Content-Type": "text/plain"}).status_code == 415


def test_an_invalid_form_keeps_what_was_entered(desk: RunningDesk) -> None:
    with desk.entered("Ada") as browser:
        finding = first(browser, kind="wording")
        sent = {
            "decision": "confirmed",
            "revision": "0",
            "preferred": "own",
            "own": "w" * 501,
            "note": "mine",
        }
        answer = browser.post(f"/findings/{finding}/judgement", data=sent)
        assert answer.status_code == 422
        assert "longer than 500 characters" in answer.text
        assert "mine</textarea>" in answer.text


def test_a_finding_that_is_not_there(desk: RunningDesk) -> None:
    with desk.entered("Ada") as browser:
        sent = {"decision": "confirmed", "revision": 0}
        assert browser.get("/findings/0123456789ab").status_code == 404
        assert browser.get("/api/findings/0123456789ab").status_code == 404
        assert browser.post("/api/findings/0123456789ab/judgement", json=sent).status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_the_decided_report_can_be_downloaded(desk: RunningDesk, name: str) -> None:
    with desk.entered("Ada") as browser:
        sent = {"decision": "confirmed", "revision": 0, "note": "Rang the mayor up."}
        browser.post(f"/api/findings/{first(browser)}/judgement", json=sent)
        assert f'href="/export/{name}"' in browser.get("/case").text
        answer = browser.get(f"/export/{name}")
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].startswith('attachment; filename="mill.')
        assert answer.content[:2] == b"PK" or "Ada" in answer.text


def test_confidence_and_others_stay_hidden_until_one_has_decided(case: Path) -> None:
    with (
        running(case, ["Ada", "Kim"], hides_confidence=True) as desk,
        desk.entered("Ada") as ada,
        desk.entered("Kim") as kim,
    ):
        finding = first(ada)
        sent = {"decision": "not-a-discrepancy", "revision": 0, "note": "Kims remark"}
        kim.post(f"/api/findings/{finding}/judgement", json=sent)
        fields, page = ada.get(f"/api/findings/{finding}").json(), ada.get(f"/findings/{finding}").text
        assert (fields["confidence"], fields["judgements"]) == (None, [])
        for secret in ("0.80", "0.93", "0.87", "semantic", "Kims remark", "Kim decided"):
            assert secret not in page
        assert "Kims remark" not in ada.get("/case").text
        assert ada.get("/export/json").status_code == 403

        # What Ada may not see cannot make her decision stale; a draft of hers would.
        ada.post(f"/api/findings/{finding}/judgement", json={"decision": "undecided", "revision": 0})
        assert ada.get(f"/api/findings/{finding}").json()["confidence"] is None
        stale = ada.post(f"/api/findings/{finding}/judgement", json={"decision": "confirmed", "revision": 1})
        assert stale.status_code == 409
        late = {"decision": "confirmed", "revision": "1"}
        conflict = ada.post(f"/findings/{finding}/judgement", data=late)
        assert conflict.status_code == 409
        assert "Not saved" in conflict.text
        assert "Kim" not in conflict.text
        shown = ada.post(f"/api/findings/{finding}/judgement", json={"decision": "confirmed", "revision": 2})
        assert shown.json()["confidence"] == 0.8
        page = ada.get(f"/findings/{finding}").text
        assert "Kims remark" in page
        assert "0.80" in page


def test_the_whole_report_is_shown_once_all_is_decided(case: Path) -> None:
    with running(case, ["Ada"], hides_confidence=True) as desk, desk.entered("Ada") as ada:
        for finding in ada.get("/api/findings").json()["findings"]:
            assert ada.get("/export/csv").status_code == 403
            sent = {"decision": "confirmed", "revision": 0}
            ada.post(f"/api/findings/{finding['id']}/judgement", json=sent)
        assert ada.get("/export/csv").status_code == 200


def test_a_decision_of_another_program_is_seen_at_once(desk: RunningDesk, case: Path) -> None:
    with desk.entered("Ada") as browser, running(case, ["Jo"]) as second, second.entered("Jo") as jo:
        finding = first(browser)
        jo.post(f"/api/findings/{finding}/judgement", json={"decision": "confirmed", "revision": 0})
        assert browser.get(f"/api/findings/{finding}").json()["judgements"][0]["reviewer"] == "Jo"


def test_a_program_may_end_lines_as_forms_do(desk: RunningDesk, case: Path) -> None:
    with desk.entered("Ada") as browser:
        path = f"/api/findings/{first(browser)}/judgement"
        sent = {"decision": "confirmed", "revision": 0, "note": "one\r\ntwo"}
        assert browser.post(path, json=sent).status_code == 200
        refused = browser.post(path, json=sent | {"revision": 1, "note": "left\u202eright"})
        assert "\\u202e" in refused.json()["detail"]
    assert casework.load(case).judgements[0].note == "one\ntwo"
