"""Cohen's kappa between reviewers, checked against scikit-learn."""

from __future__ import annotations

import datetime as dt
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from reconcile.evaluation.reviewer_agreement import Agreement, agreements
from reconcile.evaluation.reviewer_agreement_table import agreement_table
from reconcile.schema import Decision, Judgement

YES, NO, OPEN = Decision.CONFIRMED, Decision.NOT_A_DISCREPANCY, Decision.UNDECIDED
START = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def judged(reviewer: str, *decisions: Decision | None) -> list[Judgement]:
    """One judgement a finding, in order; None for a finding that the reviewer has not judged."""
    return [
        Judgement(finding=f"f{number}", decision=decision, reviewer=reviewer, decided_at=START)
        for number, decision in enumerate(decisions)
        if decision is not None
    ]


def of_two(first: list[Decision], second: list[Decision]) -> Agreement:
    (agreement,) = agreements([*judged("Ann", *first), *judged("Ben", *second)])
    return agreement


def test_kappa_is_what_cohen_defines() -> None:
    # 50 findings: both yes 20, only the first 5, only the second 10, both no 15.
    agreement = of_two([YES] * 25 + [NO] * 25, [YES] * 20 + [NO] * 5 + [YES] * 10 + [NO] * 15)
    assert agreement.observed == 0.7
    assert agreement.kappa == pytest.approx(0.4)
    assert agreement.counts == {(YES, YES): 20, (YES, NO): 5, (NO, YES): 10, (NO, NO): 15}


@given(st.lists(st.tuples(st.sampled_from(Decision), st.sampled_from(Decision)), min_size=1, max_size=30))
def test_kappa_is_scikit_learns(pairs: list[tuple[Decision, Decision]]) -> None:
    first, second = [one for one, _ in pairs], [other for _, other in pairs]
    kappa = of_two(first, second).kappa
    if len({*first, *second}) == 1:
        assert kappa is None
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = cohen_kappa_score([one.value for one in first], [other.value for other in second])
    assert kappa == pytest.approx(expected)


def test_only_findings_that_both_judged_count() -> None:
    judgements = [*judged("Ann", YES, NO, None, YES), *judged("Ben", YES, YES, NO)]
    (agreement,) = agreements(judgements)
    assert (agreement.findings, agreement.agreed, agreement.observed) == (2, 1, 0.5)


def test_to_leave_open_is_no_agreement_with_a_decision() -> None:
    assert of_two([YES, OPEN], [OPEN, OPEN]).agreed == 1


def test_every_two_of_three_reviewers_are_compared() -> None:
    judgements = [*judged("Cid", YES), *judged("Ann", YES), *judged("Ben", NO)]
    assert [(a.first, a.second) for a in agreements(judgements)] == [
        ("Ann", "Ben"),
        ("Ann", "Cid"),
        ("Ben", "Cid"),
    ]


def test_the_latest_judgement_of_a_reviewer_counts() -> None:
    later = Judgement(finding="f0", decision=NO, reviewer="Ann", decided_at=START + dt.timedelta(1))
    (agreement,) = agreements([later, *judged("Ann", YES), *judged("Ben", NO)])
    assert agreement.agreed == 1


def test_the_table_says_counts_observed_agreement_and_kappa() -> None:
    text = agreement_table([of_two([YES, YES, NO, OPEN], [YES, NO, NO, OPEN])])
    assert text.startswith("Ann and Ben: judged alike 3 of 4 (0.75), kappa 0.64.")
    assert "confirmed                    1                    1            0" in text


def test_what_cannot_be_told_is_said() -> None:
    assert "kappa is undefined, because both used one category only" in agreement_table(
        [of_two([YES, YES], [YES, YES])]
    )
    apart = agreements([*judged("Ann", YES), *judged("B\x1ben", None, YES)])
    assert "Ann and B\\x1ben: no finding judged by both." in agreement_table(apart)
    assert agreement_table(agreements(judged("Ann", YES))) == "Agreement needs judgements of two reviewers."
