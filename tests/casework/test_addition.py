"""A text changes or another comes in: what a reviewer is told, and where judgements go."""

from __future__ import annotations

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from reconcile import casework, reconcile
from reconcile.casework import Action, Changes
from reconcile.errors import CaseError, NotEnoughSourcesError, OptionError
from reconcile.models import Models
from reconcile.schema import Decision, GroupStatus, PublishedFrom, Report
from reconcile.settings import AlignmentSettings, Settings
from tests.anchoring import assert_report_anchored
from tests.casework.handmade_case import judgement

pytestmark = pytest.mark.model

EARLY = (
    "Dam breaks above Sandvik\n\n"
    "The old dam above Sandvik broke early on Tuesday and flooded the lower town.\n\n"
    "40 people were hurt when the water came, Mayor Ann Lee said.\n"
)
LATE = (
    "Flood in Sandvik\n\n"
    "The old dam above Sandvik broke early on Tuesday and flooded the lower town.\n\n"
    "55 people were hurt when the water came, Mayor Ann Lee said.\n\n"
    "A school on the hill has taken in the families of three streets.\n"
)
THIRD = (
    "The old dam above Sandvik broke on Tuesday and flooded the lower town.\n\n"
    "60 people were hurt when the water came, Mayor Ann Lee said.\n"
)
NOTE = "Correction: an earlier version of this story named another river.\n\n"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, models: Models) -> Path:
    """A folder with two texts and their case, to be copied."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "a.txt").write_text(EARLY, encoding="utf-8")
    (folder / "b.txt").write_text(LATE, encoding="utf-8")
    sources = [folder / "a.txt", folder / "b.txt"]
    casework.create(folder / "dam.case", sources, publisher={"A": "Kestrel Wire"}, models=models)
    return folder


@pytest.fixture
def folder(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the case; its sources are still those files of the first folder."""
    shutil.copy(first / "dam.case", tmp_path / "dam.case")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def case(folder: Path) -> Path:
    return folder / "dam.case"


def conflict(report: Report) -> str:
    """The id of the finding on how many were hurt."""
    (found,) = (
        finding.id
        for group in report.groups
        for finding in group.discrepancies
        if group.status is GroupStatus.CONFLICT and finding.values[0].text.endswith("people")
    )
    return found


def changed(case: Path, text: str, models: Models, letter: str = "A") -> Changes:
    """The changes after ``text`` became the new version of a source."""
    file = case.with_name("changed.txt")
    file.write_text(text, encoding="utf-8")
    return casework.add(case, [file], replaces=letter, models=models)


def test_a_case_holds_what_a_comparison_finds(first: Path, models: Models) -> None:
    sources = [first / "a.txt", first / "b.txt"]
    fresh = reconcile(sources, publisher={"A": "Kestrel Wire"}, models=models)
    loaded = casework.load(first / "dam.case")
    assert replace(loaded, run=fresh.run) == fresh


def test_a_file_that_did_not_change_changes_nothing(first: Path, case: Path, models: Models) -> None:
    before = case.read_bytes()
    changes = casework.add(case, [first / "a.txt", first / "b.txt"], models=models)
    assert (changes.added, changes.updated, changes.unchanged) == ((), (), ("A", "B"))
    assert case.read_bytes() == before


def test_the_same_path_is_a_new_version_and_the_old_one_is_kept(case: Path, models: Models) -> None:
    mine = case.with_name("mine.txt")
    mine.write_text(THIRD, encoding="utf-8")
    assert casework.add(case, ["mine.txt"], models=models).added == ("C",)
    mine.write_text(NOTE + THIRD, encoding="utf-8")
    changes = casework.add(case, [mine.parent / "." / "mine.txt"], models=models)
    assert (changes.added, changes.updated) == ((), ("C",))
    assert [source.id for source in changes.report.sources] == ["A", "B", "C"]
    assert_report_anchored(changes.report)
    assert casework.overview(case).versions == {"A": 1, "B": 1, "C": 2}
    assert [entry.action for entry in casework.history(case)].count(Action.VERSION_ADDED) == 1


def test_a_judgement_moves_with_its_words(case: Path, models: Models) -> None:
    old = conflict(casework.load(case))
    casework.judge(case, judgement(old, "Ann", Decision.CONFIRMED, "asked"))
    casework.judge(case, judgement(old, "Bo", Decision.UNDECIDED))
    changes = changed(case, NOTE + EARLY, models)
    new = conflict(changes.report)
    assert new != old
    assert (changes.new, changes.gone, len(changes.kept)) == ((), (), 1)
    assert {(j.finding, j.reviewer) for j in changes.judgements_moved} == {(new, "Ann"), (new, "Bo")}
    assert casework.load(case) == changes.report
    assert casework.revisions(case)[new] == 2
    assert [entry.action for entry in casework.history(case, new)] == [
        Action.JUDGED,
        Action.JUDGED,
        Action.MOVED,
    ]
    assert casework.undo(case, new, "Ann", expected=2) == 3


@pytest.mark.parametrize("start", ["", NOTE])
def test_a_judgement_whose_words_stand_among_others_is_kept_and_flagged(
    case: Path, models: Models, start: str
) -> None:
    casework.judge(case, judgement(conflict(casework.load(case))))
    for source, text in (("B", LATE), ("A", EARLY)):
        changes = changed(case, start + text.replace("people were hurt", "people were lost"), models, source)
    assert len(changes.report.judgements) == 1
    (flag,) = changes.flagged
    assert flag.reason == "the words around it changed in A, B"
    for source, text in (("B", LATE), ("A", EARLY)):
        changes = changed(case, text, models, source)
    assert changes.flagged == ()


def test_a_judgement_of_edited_words_is_orphaned_and_comes_back_with_them(case: Path, models: Models) -> None:
    finding = conflict(casework.load(case))
    casework.judge(case, judgement(finding))
    changes = changed(case, EARLY.replace("40 people", "44 people"), models)
    (orphan,) = changes.judgements_orphaned
    assert orphan.words == (("A", "40 people"), ("B", "55 people"))
    assert "“44 people”" in orphan.reason
    assert changes.report.judgements == ()
    assert casework.orphans(case) == (orphan,)
    assert len(changes.new) == len(changes.gone) == 1
    again = changed(case, EARLY, models)
    assert [j.finding for j in again.judgements_kept] == [finding]
    assert casework.orphans(case) == ()
    assert casework.history(case, finding)[-1].action is Action.FOUND_AGAIN


def test_an_orphan_is_told_as_new_once(case: Path, models: Models) -> None:
    casework.judge(case, judgement(conflict(casework.load(case))))
    removed = EARLY[: EARLY.index("40 people")]
    assert len(changed(case, removed, models).judgements_orphaned) == 1
    assert changed(case, NOTE + removed, models).judgements_orphaned == ()
    assert len(casework.orphans(case)) == 1


def test_statuses_that_changed_are_told(case: Path, models: Models) -> None:
    changes = changed(case, EARLY.replace("40 people", "55 people"), models)
    (status,) = changes.statuses
    assert (status.before, status.group.status) == (GroupStatus.CONFLICT, GroupStatus.AGREEMENT)
    assert "55 people" in status.statement


def test_a_third_source_flags_the_judgement_of_a_finding_that_grew(case: Path, models: Models) -> None:
    casework.judge(case, judgement(conflict(casework.load(case))))
    case.with_name("c.txt").write_text(THIRD, encoding="utf-8")
    changes = casework.add(case, [case.with_name("c.txt")], models=models)
    assert changes.added == ("C",)
    (flag,) = changes.flagged
    assert flag.reason == "words of A, B were judged and it now has words of A, B, C"
    assert casework.flagged(case) == (flag,)
    casework.judge(case, judgement(flag.judgement.finding))
    assert casework.flagged(case) == ()


def test_what_the_machine_now_calls_something_else_is_flagged(case: Path, models: Models) -> None:
    casework.judge(case, judgement(conflict(casework.load(case))))
    file = case.with_name("dated.txt")
    file.write_text(LATE, encoding="utf-8")
    dates = {"A": "2031-05-06", "B": "2031-05-09"}
    casework.add(case, [file], replaces="B", published={"B": dates["B"]}, models=models)
    file.write_text(EARLY, encoding="utf-8")
    changes = casework.add(case, [file], replaces="A", published={"A": dates["A"]}, models=models)
    assert [(change.before.value, change.finding.relation.value) for change in changes.relations] == [
        ("conflict", "update")
    ]
    (flag,) = changes.flagged
    assert flag.reason == "it was judged as conflict and is now called update"
    assert len(changes.judgements_kept) == 1


def test_what_was_said_of_a_source_holds_for_its_new_version(case: Path, models: Models) -> None:
    file = case.with_name("new.txt")
    file.write_text(NOTE + EARLY, encoding="utf-8")
    casework.add(case, [file], replaces="A", published={"A": "2031-05-06"}, models=models)
    changes = changed(case, EARLY + "More follows.\n", models)
    source = changes.report.sources[0]
    assert (source.publisher, str(source.published)) == ("Kestrel Wire", "2031-05-06")
    assert source.published_from is PublishedFrom.OPTION
    assert any("dated 2031-05-06" in notice for notice in changes.notices)


def test_a_case_that_grew_is_the_comparison_of_all_its_texts(case: Path, models: Models) -> None:
    grown = changed(case, NOTE + EARLY, models).report
    other = case.with_name("b.txt")
    other.write_text(LATE, encoding="utf-8")
    fresh = reconcile([case.with_name("changed.txt"), other], models=models)
    assert (grown.claims, grown.groups) == (fresh.claims, fresh.groups)
    assert [document.text for document in grown.documents] == [NOTE + EARLY, LATE]


def test_settings_stay_those_of_the_case(tmp_path: Path, first: Path, models: Models) -> None:
    case = tmp_path / "strict.case"
    strict = Settings(alignment=AlignmentSettings(threshold=1.0))
    casework.create(case, [first / "a.txt", first / "b.txt"], settings=strict, models=models)
    changes = changed(case, NOTE + EARLY, models)
    assert {group.status for group in changes.report.groups} == {GroupStatus.SINGLE_SOURCE}


def test_what_cannot_be_used_leaves_the_case_as_it_is(first: Path, case: Path, models: Models) -> None:
    before = case.read_bytes()
    with pytest.raises(
        NotEnoughSourcesError, match=r"gone\.txt: there is no such file.+the case is as it was"
    ):
        casework.add(case, [case.with_name("gone.txt")], models=models)
    with pytest.raises(OptionError, match="no source 'Q'; it has A, B"):
        casework.add(case, [first / "a.txt"], replaces="Q", models=models)
    with pytest.raises(OptionError, match="one text can be read as source A, not 2"):
        casework.add(case, [first / "a.txt", first / "b.txt"], replaces="A", models=models)
    copy = changed(case, LATE, models)
    assert (copy.added, copy.updated) == ((), ())
    assert "has the same content as" in copy.notices[0]
    assert case.read_bytes() == before


def test_standard_input_is_a_source_of_its_own(case: Path, models: Models) -> None:
    changes = casework.add(case, ["-"], standard_input=BytesIO(THIRD.encode()), models=models)
    assert changes.added == ("C",)
    again = casework.add(
        case, ["-"], replaces="C", standard_input=BytesIO((NOTE + THIRD).encode()), models=models
    )
    assert again.updated == ("C",)


def test_whoever_comes_second_starts_again(case: Path, models: Models) -> None:
    file = case.with_name("c.txt")
    file.write_text(THIRD, encoding="utf-8")

    def meanwhile(stage: str, done: int, total: int) -> None:
        if (stage, done) == ("aligning claims", 0):
            changed(case, NOTE + EARLY, models)

    with pytest.raises(CaseError, match="sources were added to it meanwhile"):
        casework.add(case, [file], models=models, progress=meanwhile)
    assert [source.id for source in casework.load(case).sources] == ["A", "B"]


def test_a_judgement_made_during_a_run_goes_along(case: Path, models: Models) -> None:
    finding = conflict(casework.load(case))

    def meanwhile(stage: str, done: int, total: int) -> None:
        if (stage, done) == ("aligning claims", 0):
            casework.judge(case, judgement(finding))

    file = case.with_name("a2.txt")
    file.write_text(NOTE + EARLY, encoding="utf-8")
    changes = casework.add(case, [file], replaces="A", models=models, progress=meanwhile)
    assert [j.finding for j in changes.judgements_moved] == [conflict(changes.report)]
