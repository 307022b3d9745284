"""The case file changes below an open desk: nobody decides about what was not shown."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

from reconcile import casework, store
from reconcile.review.api_fields import finding_fields
from reconcile.review.desk import Desk
from reconcile.review.filters import Filters
from reconcile.review.json_answer import json_answer
from reconcile.review.pages import finding_page
from reconcile.schema import Decision, Judgement
from tests.report.handmade_reports import about, mill_fire
from tests.review.handmade_cases import case_of
from tests.review.running_desk import running


def compare_again(case: Path) -> None:
    """The same findings from a later run."""
    with store.writing(case) as database:
        report = store.read_report(database)
        later = replace(report.run, started_at=report.run.started_at + dt.timedelta(hours=1))
        store.write_analysis(database, store.read_sources(database), replace(report, run=later))


def test_a_decision_about_an_earlier_run_is_refused_and_kept(case: Path) -> None:
    with running(case) as desk, desk.entered("Ada") as ada:
        finding = ada.get("/api/findings", params={"kind": "wording"}).json()["findings"][0]
        seen = {"decision": "confirmed", "revision": 0, "run": finding["run"]}
        assert f'name="run" value="{finding["run"]}"' in ada.get(f"/findings/{finding['id']}").text
        compare_again(case)

        answer = ada.post(f"/api/findings/{finding['id']}/judgement", json=seen)
        assert answer.status_code == 409
        assert "compared again" in answer.json()["detail"]
        entered = seen | {"note": "My thoughts", "preferred": "1"}
        page = ada.post(f"/findings/{finding['id']}/judgement", data=entered)
        assert page.status_code == 409
        assert "compared again" in page.text
        assert "My thoughts</textarea>" in page.text
        assert 'name="preferred" value="1" checked' not in page.text
        assert casework.load(case).judgements == ()

        now = ada.get(f"/api/findings/{finding['id']}").json()["run"]
        answer = ada.post(f"/api/findings/{finding['id']}/judgement", json=seen | {"run": now})
        assert answer.status_code == 200


def test_another_case_at_the_same_place_is_seen(case: Path, tmp_path: Path) -> None:
    other = case_of(about("The bridge fell at noon", "The bridge fell at dawn"), tmp_path / "other.case")
    with running(case) as desk, desk.entered("Ada") as ada:
        before = ada.get("/api/findings").json()["findings"]
        other.replace(case)
        after = ada.get("/api/findings").json()["findings"]
    assert {f["id"] for f in before}.isdisjoint(f["id"] for f in after)
    assert after


def test_a_stored_lone_surrogate_is_written_out(case: Path) -> None:
    """As a table of judgements from elsewhere may hold it."""
    desk = Desk(case, ["Ada"])
    snapshot = desk.snapshot()
    entry = snapshot.queue[0]
    judgement = Judgement(
        finding=entry.id,
        decision=Decision.CONFIRMED,
        reviewer="Ada",
        decided_at=dt.datetime(2026, 3, 1, tzinfo=dt.UTC),
        note="odd \ud800 note",
    )
    marred = replace(snapshot, holding=(judgement,), judgements={entry.id: {"Ada": judgement}})
    page = bytes(finding_page(desk, marred, entry, Filters(), "Ada").body).decode()
    assert page.count("odd \\ud800 note") == 2
    answer = bytes(json_answer(finding_fields(marred, entry, "Ada", is_revealed=True)).body)
    assert json.loads(answer)["judgements"][0]["note"] == "odd \ud800 note"


def test_a_case_without_findings_has_no_filters_to_clear(tmp_path: Path) -> None:
    same = case_of(replace(mill_fire(), groups=()), tmp_path / "same.case")
    with running(same) as desk, desk.entered("Ada") as ada:
        assert "The case has no findings." in ada.get("/").text
        assert "Clear the filters" not in ada.get("/").text
        assert "Clear the filters" in ada.get("/?q=bridge").text
