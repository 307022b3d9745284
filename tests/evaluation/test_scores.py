"""What counts as right, found, kept and sprung."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.evaluation import Counts, Rates, Tally, read_gold, score, together
from reconcile.evaluation.gold import Gold
from reconcile.evaluation.run import EventScore
from reconcile.evaluation.stretch import Stretch
from reconcile.schema import DiscrepancyKind, Span
from tests.evaluation.harbour_event import TEXTS, ReportBuilder, perfect_report, write_event


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    return read_gold(write_event(tmp_path / "harbour"))


def test_a_perfect_report_scores_full_marks(gold: Gold) -> None:
    counts = score(perfect_report(), gold).counts
    full = Rates(precision=1.0, recall=1.0, f1=1.0)
    assert (counts.alignment.rates, counts.discrepancies.rates, counts.alerts.rates) == (full, full, full)
    assert counts.relation_accuracy == counts.single_source_kept == counts.speaker_accuracy == 1.0
    assert (counts.traps_sprung, counts.not_claims_touched) == (0, 0)


def test_an_empty_report_scores_nothing_and_keeps_every_single(gold: Gold) -> None:
    counts = score(ReportBuilder().report(), gold).counts
    assert counts.alignment == Tally(gold=6)
    assert counts.discrepancies == Tally(gold=2)
    assert counts.discrepancies.rates == Rates(precision=0.0, recall=0.0, f1=0.0)
    assert (counts.singles, counts.singles_kept) == (2, 2)


def test_optional_gold_counts_for_precision_and_never_against_recall(gold: Gold) -> None:
    builder = ReportBuilder()
    time = builder.discrepancy("time", "precision", {"A": "dawn", "C": "Tuesday"})
    builder.group(
        [builder.claim("A", "the pier was unsafe"), builder.claim("B", "The pier was unsafe")], time
    )
    counts = score(builder.report(), gold).counts
    assert counts.alignment == Tally(gold=6, found=0, made=1, right=1)
    assert counts.discrepancies == Tally(gold=2, found=0, made=1, right=1)


def test_a_claim_that_swallows_a_paragraph_matches_nothing(tmp_path: Path) -> None:
    texts = {name: text + " Gulls circled above." * 20 for name, text in TEXTS.items()}
    builder = ReportBuilder(texts)
    builder.group([builder.claim_at(source, 0, len(texts[source])) for source in "AB"])
    counts = score(builder.report(), read_gold(write_event(tmp_path / "harbour", texts=texts))).counts
    assert counts.alignment == Tally(gold=6, found=0, made=1, right=0)


@pytest.mark.parametrize(
    ("kind", "relation", "tally", "relation_right"),
    [
        ("wording", "wording", Tally(gold=1, found=1, made=1, right=1), 1),
        ("name", "conflict", Tally(made=1, right=1), 0),
        ("place", "wording", Tally(made=1), 0),
    ],
)
def test_a_discrepancy_counts_under_the_kind_it_was_given(
    gold: Gold, kind: str, relation: str, tally: Tally, relation_right: int
) -> None:
    builder = ReportBuilder()
    found = builder.discrepancy(kind, relation, {"A": "passengers", "C": "people"})
    builder.group([builder.claim("A", "At least 40 passengers were hurt")], found)
    counts = score(builder.report(), gold).counts
    assert counts.kind(DiscrepancyKind(kind)) == tally
    assert counts.relations_right == relation_right
    assert counts.discrepancies.found == counts.discrepancies.right == tally.right


def test_a_discrepancy_must_touch_the_values_of_two_sources(gold: Gold) -> None:
    builder = ReportBuilder()
    found = builder.discrepancy("quantity", "conflict", {"A": "40", "B": "dawn"})
    builder.group([builder.claim("A", "At least 40 passengers were hurt")], found)
    counts = score(builder.report(), gold).counts
    assert counts.discrepancies == Tally(gold=2, made=1)
    assert counts.alerts == Tally(gold=1, made=1)


def test_a_joined_trap_is_sprung_and_a_joined_single_is_not_kept(gold: Gold) -> None:
    builder = ReportBuilder()
    builder.group(
        [
            builder.claim("A", "Divers searched the hull on Tuesday"),
            builder.claim("B", "A tug sank on Tuesday"),
        ]
    )
    builder.group([builder.claim("A", "HARBOUR NOTES"), builder.claim("C", "Café owners sold soup")])
    counts = score(builder.report(), gold).counts
    assert (counts.traps_sprung, counts.singles_kept, counts.not_claims_touched) == (1, 1, 1)


@pytest.mark.parametrize(
    ("speaker", "right"),
    [("Mayor Ilse Brandt", 1), ("brandt", 1), ("Brandt’s office", 0), ("the mayor", 0), (None, 0)],
)
def test_a_speaker_fits_the_name_but_not_the_office(gold: Gold, speaker: str | None, right: int) -> None:
    builder = ReportBuilder()
    builder.claim("A", "the pier was unsafe", speaker=speaker)
    counts = score(builder.report(), gold).counts
    assert (counts.speakers, counts.speakers_right) == (1, right)


def test_the_rates_of_all_events_come_from_the_summed_counts(gold: Gold) -> None:
    first = EventScore(event="a", counts=_counted(Tally(gold=1, found=1, made=1, right=1)), misses=())
    second = EventScore(event="b", counts=_counted(Tally(gold=9, found=0, made=3, right=0)), misses=())
    total = together([first, second])
    assert total.alignment == Tally(gold=10, found=1, made=4, right=1)
    rates = total.kind(DiscrepancyKind.TIME).rates
    assert (rates.precision, rates.recall, rates.f1) == pytest.approx((0.25, 0.1, 1 / 7))
    assert total.singles == 2


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ((5, 15), True),
        ((6, 16), False),
        ((0, 50), True),
        ((0, 51), False),
        ((9, 10), True),
        ((10, 12), False),
    ],
)
def test_stretches_match_by_half_of_the_shorter_and_a_fifth_of_both(
    other: tuple[int, int], expected: bool
) -> None:
    one, two = _stretch(0, 10), _stretch(*other)
    if other == (9, 10):
        one = _stretch(5, 10)
    assert one.matches(two) is two.matches(one) is expected


def test_stretches_of_different_sources_never_match() -> None:
    assert not _stretch(0, 10).matches(Stretch(source="B", span=Span(0, 10), text="x" * 10))


def _stretch(start: int, end: int) -> Stretch:
    return Stretch(source="A", span=Span(start, end), text="x" * (end - start))


def _counted(tally: Tally) -> Counts:
    return Counts(alignment=tally, kinds={DiscrepancyKind.TIME: tally}, singles=1)
