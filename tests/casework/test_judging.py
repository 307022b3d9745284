"""Judgements in a case: stored, taken back, told apart by reviewer, and never lost to another's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reconcile import casework, store
from reconcile.casework import Action
from reconcile.errors import StaleJudgementError, UnknownFindingError
from reconcile.schema import Decision
from tests.casework.handmade_case import findings_of, judgement, mill_case
from tests.casework.other_processes import context
from tests.report.handmade_reports import mill_fire

FIRST, SECOND = findings_of(mill_fire())[:2]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return mill_case(tmp_path)


def test_a_case_gives_its_report_back(case: Path) -> None:
    assert casework.load(case) == mill_fire()


def test_a_judgement_comes_with_the_report_and_leaves_the_suggestion_as_it_is(case: Path) -> None:
    made = judgement(FIRST, note="Asked the mayor’s office.")
    assert casework.judge(case, made, expected=0) == 1
    report = casework.load(case)
    assert report.judgements == (made,)
    assert replace(report, judgements=()) == mill_fire()


def test_reviewers_may_differ_and_the_last_word_of_each_holds(case: Path) -> None:
    casework.judge(case, judgement(FIRST, "Ann", Decision.CONFIRMED))
    casework.judge(case, judgement(FIRST, "Bo", Decision.NOT_A_DISCREPANCY))
    casework.judge(case, judgement(FIRST, "Ann", Decision.UNDECIDED))
    held = {(j.reviewer, j.decision) for j in casework.load(case).judgements}
    assert held == {("Ann", Decision.UNDECIDED), ("Bo", Decision.NOT_A_DISCREPANCY)}


def test_undo_takes_back_step_by_step_what_one_reviewer_decided(case: Path) -> None:
    casework.judge(case, judgement(FIRST, "Ann", Decision.CONFIRMED))
    casework.judge(case, judgement(FIRST, "Bo", Decision.CONFIRMED))
    casework.judge(case, judgement(FIRST, "Ann", Decision.UNDECIDED))
    assert casework.undo(case, FIRST, "Ann", expected=3) == 4
    assert {(j.reviewer, j.decision) for j in casework.load(case).judgements} == {
        ("Ann", Decision.CONFIRMED),
        ("Bo", Decision.CONFIRMED),
    }
    casework.undo(case, FIRST, "Ann")
    assert [j.reviewer for j in casework.load(case).judgements] == ["Bo"]
    with pytest.raises(UnknownFindingError, match="Ann has no judgement"):
        casework.undo(case, FIRST, "Ann")


def test_who_looked_before_another_decided_is_told_and_stores_nothing(case: Path) -> None:
    seen = casework.revisions(case)[FIRST]
    casework.judge(case, judgement(FIRST, "Ann"), expected=seen)
    with pytest.raises(StaleJudgementError, match="judged meanwhile") as stale:
        casework.judge(case, judgement(FIRST, "Bo"), expected=seen)
    assert stale.value.current == 1
    with pytest.raises(StaleJudgementError):
        casework.undo(case, FIRST, "Ann", expected=seen)
    assert [j.reviewer for j in casework.load(case).judgements] == ["Ann"]


def test_revisions_are_there_for_every_finding(case: Path) -> None:
    casework.judge(case, judgement(SECOND))
    revisions = casework.revisions(case)
    assert revisions == {finding: int(finding == SECOND) for finding in findings_of(mill_fire())}


def test_what_is_no_finding_of_the_case_cannot_be_judged(case: Path) -> None:
    with pytest.raises(UnknownFindingError, match="no finding 0123456789ab"):
        casework.judge(case, judgement("0123456789ab"))


def test_the_history_keeps_what_was_taken_back(case: Path) -> None:
    casework.judge(case, judgement(FIRST, note="no"))
    casework.undo(case, FIRST, "Ann")
    casework.judge(case, judgement(SECOND, "Bo"))
    of_one = casework.history(case, FIRST)
    assert [(entry.actor, entry.action) for entry in of_one] == [
        ("Ann", Action.JUDGED),
        ("Ann", Action.TAKEN_BACK),
    ]
    assert of_one[0].detail["note"] == "no"
    whole = casework.history(case)
    assert [entry.number for entry in whole] == list(range(1, len(whole) + 1))
    happened = [entry.action for entry in whole]
    assert happened[0] is Action.CREATED
    assert happened[-4:] == [Action.ANALYSED, Action.JUDGED, Action.TAKEN_BACK, Action.JUDGED]


@pytest.mark.parametrize(
    "text", ["\x00\x1b[2J", "\ud800 alone", "'; DROP TABLE judgement; --", "👩\u200d🚒 \u202e"]
)
def test_any_text_is_kept_as_it_is(case: Path, text: str) -> None:
    made = replace(judgement(FIRST, text or "x", note=text), preferred=text)
    casework.judge(case, made)
    assert casework.load(case).judgements == (made,)
    casework.undo(case, FIRST, made.reviewer)
    assert casework.load(case).judgements == ()


def judge_all(case: Path, reviewer: str, times: int) -> None:
    """Judges the first finding again and again, looking anew whenever another was faster."""
    for number in range(times):
        while True:
            try:
                seen = casework.revisions(case)[FIRST]
                casework.judge(case, judgement(FIRST, reviewer, note=str(number)), expected=seen)
                break
            except StaleJudgementError:
                continue


def test_two_processes_at_once_lose_nothing(case: Path) -> None:
    processes = context()
    workers = [processes.Process(target=judge_all, args=(case, name, 25)) for name in ("Ann", "Bo")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(120)
    assert [worker.exitcode for worker in workers] == [0, 0]
    assert casework.revisions(case)[FIRST] == 50
    made = [entry.actor for entry in casework.history(case, FIRST)]
    assert sorted(made) == ["Ann"] * 25 + ["Bo"] * 25
    assert {(j.reviewer, j.note) for j in casework.load(case).judgements} == {("Ann", "24"), ("Bo", "24")}


def test_the_history_of_a_finding_ends_where_its_id_was_anothers(case: Path) -> None:
    casework.judge(case, judgement(FIRST, note="of the other"))
    with store.writing(case) as database:
        store.note(database, Action.MOVED, finding=SECOND, detail={"from": FIRST})
    casework.judge(case, judgement(FIRST, note="its own"))
    assert [entry.detail["note"] for entry in casework.history(case, FIRST)] == ["its own"]
    assert [entry.detail.get("note") for entry in casework.history(case, SECOND)] == ["of the other", None]
