"""What is shown of the misses, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.evaluation import Gold, MissKind, MissList, read_gold, score, worst_misses
from reconcile.schema import Report
from tests.evaluation.harbour_event import ReportBuilder, perfect_report, write_event


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    return read_gold(write_event(tmp_path / "harbour"))


def test_a_perfect_report_misses_only_what_is_optional(gold: Gold) -> None:
    lists = _lists(perfect_report(), gold)
    assert list(lists) == [MissKind.DISCREPANCY_MISSED]
    assert lists[MissKind.DISCREPANCY_MISSED].worst[0].detail.startswith("aground: optional time")


def test_a_missed_pair_says_whether_claims_are_there(gold: Gold) -> None:
    builder = ReportBuilder()
    builder.claim("A", "At least 40 passengers were hurt")
    builder.claim("B", "About 55 passengers were hurt")
    builder.claim("C", "hurt. Café owners sold soup")
    reasons = dict(_lists(builder.report(), gold)[MissKind.PAIR_MISSED].reasons)
    assert reasons == {"claims there but not joined": 1, "claims cut otherwise": 2, "no claim there": 3}


def test_a_missed_pair_shows_what_the_report_joined_instead(gold: Gold) -> None:
    builder = ReportBuilder()
    ids = [builder.claim("A", "40 passengers"), builder.claim("B", "The pier was unsafe")]
    builder.group(ids, scores={(ids[0], ids[1]): 0.61})
    missed = _lists(builder.report(), gold)[MissKind.PAIR_MISSED].worst
    hurt = next(miss for miss in missed if [side.source for side in miss.stretches] == ["A", "B"])
    assert [side.text for side in hurt.stretches] == [
        "At least 40 passengers were hurt",
        "About 55 passengers were hurt",
    ]
    assert [side.text for side in hurt.nearest] == ["40 passengers", "The pier was unsafe"]
    assert hurt.score == 0.61


def test_wrong_pairs_come_by_score_with_what_gold_has_there(gold: Gold) -> None:
    builder = ReportBuilder()
    trap = [
        builder.claim("A", "Divers searched the hull on Tuesday"),
        builder.claim("B", "A tug sank on Tuesday"),
    ]
    two = [
        builder.claim("A", "At least 40 passengers were hurt"),
        builder.claim("B", "The pier was unsafe"),
    ]
    cut = [
        builder.claim("A", "The ferry Aurelia ran aground at dawn"),
        builder.claim("B", "dawn. About 55 passengers were hurt. The pier was unsafe"),
    ]
    for score_, ids in ((0.5, trap), (0.9, two), (0.7, cut)):
        builder.group(ids, scores={(ids[1], ids[0]): score_})
    wrong = _lists(builder.report(), gold)[MissKind.PAIR_WRONG].worst
    assert [(miss.score, miss.reason) for miss in wrong] == [
        (0.9, "two statements"),
        (0.7, "the right statement, cut otherwise"),
        (0.5, "a trap"),
    ]
    assert wrong[0].detail == "gold has hurt and pier there"


def test_traps_and_swallowed_singles_name_the_pair_that_did_it(gold: Gold) -> None:
    builder = ReportBuilder()
    tug = [
        builder.claim("A", "Divers searched the hull on Tuesday"),
        builder.claim("B", "A tug sank on Tuesday"),
        builder.claim("C", "Café owners sold soup to the stranded"),
    ]
    builder.group(tug, scores={(tug[0], tug[1]): 0.8, (tug[1], tug[2]): 0.4})
    lists = _lists(builder.report(), gold)
    assert (lists[MissKind.TRAP_SPRUNG].worst[0].detail, lists[MissKind.TRAP_SPRUNG].worst[0].score) == (
        "another vessel",
        0.8,
    )
    swallowed = lists[MissKind.SINGLE_SWALLOWED].worst[0]
    assert [side.text for side in swallowed.nearest] == [
        "A tug sank on Tuesday",
        "Café owners sold soup to the stranded",
    ]


def test_missed_discrepancies_are_firm_first_then_by_gravity(gold: Gold) -> None:
    missed = _lists(ReportBuilder().report(), gold)[MissKind.DISCREPANCY_MISSED].worst
    assert [miss.detail.partition(":")[2].split()[-1] for miss in missed[:2]] == ["conflict", "wording"]
    assert "optional" in missed[2].detail


def test_a_missed_discrepancy_says_what_stood_in_its_way(gold: Gold) -> None:
    builder = ReportBuilder()
    ids = [builder.claim("A", "At least 40 passengers were hurt"), builder.claim("C", "41 people were hurt")]
    builder.group(ids, builder.discrepancy("time", "conflict", {"A": "40", "C": "41"}))
    lists = _lists(builder.report(), gold)
    reasons = {
        miss.detail.split(":")[1].split()[0]: miss.reason for miss in lists[MissKind.DISCREPANCY_MISSED].worst
    }
    assert reasons["quantity"] == "reported as time"
    assert reasons["wording"] == "joined, nothing reported"
    assert reasons["optional"] == "the claims are not joined"
    assert lists[MissKind.DISCREPANCY_WRONG].worst[0].reason == "gold calls it quantity"


def test_wrong_discrepancies_come_by_gravity_then_confidence(gold: Gold) -> None:
    builder = ReportBuilder()
    builder.group(
        [builder.claim("A", "the pier was unsafe")],
        builder.discrepancy("wording", "wording", {"A": "unsafe", "B": "unsafe"}, confidence=0.9),
        builder.discrepancy("time", "conflict", {"A": "Divers", "B": "tug"}, confidence=0.3),
        builder.discrepancy("name", "conflict", {"A": "Aurelia", "B": "Aurelia"}, confidence=0.6),
    )
    wrong = _lists(builder.report(), gold)[MissKind.DISCREPANCY_WRONG].worst
    assert [(miss.score, miss.reason) for miss in wrong] == [
        (0.6, "gold has other differences there"),
        (0.3, "gold does not join the claims"),
        (0.9, "gold says they agree"),
    ]


def test_a_wrong_relation_is_told_apart_from_a_wrong_discrepancy(gold: Gold) -> None:
    builder = ReportBuilder()
    found = builder.discrepancy("quantity", "precision", {"A": "40", "B": "55"})
    builder.group([builder.claim("A", "At least 40 passengers were hurt")], found)
    lists = _lists(builder.report(), gold)
    assert lists[MissKind.RELATION_WRONG].reasons == (("precision instead of conflict", 1),)
    assert MissKind.DISCREPANCY_WRONG not in lists


def test_a_missed_speaker_shows_who_was_named(gold: Gold) -> None:
    builder = ReportBuilder()
    builder.claim("A", "the pier was unsafe", speaker="a diver")
    builder.claim("A", "HARBOUR NOTES")
    lists = _lists(builder.report(), gold)
    assert lists[MissKind.SPEAKER_WRONG].worst[0].detail == "gold: Brandt; reported: a diver"
    assert lists[MissKind.NOT_A_CLAIM].worst[0].stretches[0].text == "HARBOUR NOTES"


@pytest.mark.parametrize("limit", [0, 1, 2])
def test_the_limit_holds_for_each_kind_and_the_total_stays(gold: Gold, limit: int) -> None:
    missed = _lists(ReportBuilder().report(), gold, limit)[MissKind.PAIR_MISSED]
    assert (len(missed.worst), missed.total) == (limit, 6)


def _lists(report: Report, gold: Gold, limit: int = 100) -> dict[MissKind, MissList]:
    return {listed.kind: listed for listed in worst_misses(score(report, gold).misses, limit)}
