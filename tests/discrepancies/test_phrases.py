"""How sources describe the same thing, and when that is worth a word."""

from __future__ import annotations

import pytest

from reconcile.schema import GroupStatus
from tests.discrepancies.aligned import Compare, found, of_kind, texts_of

pytestmark = pytest.mark.model


def test_a_rank_that_only_one_gives_is_more_exact(compare: Compare) -> None:
    group = compare(
        "A former official confirmed the plan for the port.",
        "A former senior official confirmed the plan for the port.",
    )
    assert found(group) == {("name", "precision")}
    assert texts_of(of_kind(group, "name")) == ["A former official", "A former senior official"]


def test_a_modifier_that_judges_is_wording(compare: Compare) -> None:
    group = compare(
        "The committee praised the rescue of the bank.",
        "The committee praised the botched rescue of the bank.",
    )
    assert found(group) == {("wording", "wording")}


def test_a_modifier_that_classifies_is_left_alone(compare: Compare) -> None:
    group = compare(
        "The union signed a contract with the mill.", "The union signed a paper contract with the mill."
    )
    assert group.status is GroupStatus.AGREEMENT


def test_what_the_source_says_elsewhere_is_not_missing(compare: Compare) -> None:
    group = compare(
        "The committee praised the botched rescue of the bank. The rescue took a month.",
        "The committee praised the rescue of the bank. It was a botched rescue.",
    )
    assert "wording" not in {kind for kind, _ in found(group)}


@pytest.mark.parametrize(
    "elsewhere",
    [
        "Lena Torvik, the minister's lawyer, echoed that.",
        "The minister's lawyer, Lena Torvik, echoed that.",
        "Lena Torvik, an attorney for the minister, echoed that.",
    ],
)
def test_who_is_described_beside_the_name_elsewhere_is_not_described_less(
    compare: Compare, elsewhere: str
) -> None:
    group = compare(
        f"Lena Torvik filed the complaint with the court on Monday. {elsewhere}",
        "Minister lawyer Lena Torvik filed the complaint with the court on Monday.",
    )
    assert "name" not in {kind for kind, _ in found(group)}


def test_who_is_nowhere_described_so_is_described_less(compare: Compare) -> None:
    group = compare(
        "Lena Torvik filed the complaint with the court on Monday. Aud Berg, the lawyer, echoed that.",
        "Ministry lawyer Lena Torvik filed the complaint with the court on Monday.",
    )
    assert ("name", "precision") in found(group)


def test_a_description_that_points_back_says_no_less(compare: Compare) -> None:
    group = compare(
        "The lawyer filed the complaint with the court.",
        "The defence lawyer filed the complaint with the court.",
    )
    assert group.status is GroupStatus.AGREEMENT


def test_a_vague_time_that_only_one_gives_is_more_exact(compare: Compare) -> None:
    group = compare(
        "The curate knew of no complaints about the chapel.",
        "The curate knew of no recent complaints about the chapel.",
    )
    assert texts_of(of_kind(group, "time")) == ["no complaints", "no recent complaints"]
    assert ("time", "precision") in found(group)


def test_a_figure_against_a_bare_plural_is_more_exact(compare: Compare) -> None:
    group = compare("Four prosecutors left the case.", "The prosecutors left the case.")
    assert found(group) == {("quantity", "precision")}
    assert texts_of(of_kind(group, "quantity")) == ["Four prosecutors", "The prosecutors"]


def test_a_figure_that_the_source_gives_elsewhere_is_not_missing(compare: Compare) -> None:
    group = compare(
        "Four prosecutors left the case.", "The prosecutors left the case. There had been four of them."
    )
    assert ("quantity", "precision") not in found(group)


def test_where_it_happened_by_name_and_by_description(compare: Compare) -> None:
    group = compare(
        "Pirates attacked the tanker in coastal waters.", "Pirates attacked the tanker in the Gulf of Aden."
    )
    assert ("place", "precision") in found(group)


def test_a_date_is_more_exact_than_a_count_from_the_day_of_publication(compare: Compare) -> None:
    group = compare("The port was closed two months ago.", "The port was closed in January.")
    assert found(group) == {("time", "precision")}


def test_a_capital_that_stands_for_its_country_is_no_place(compare: Compare) -> None:
    group = compare("Tehran rejected the sanctions on Friday.", "Iran rejected the sanctions on Friday.")
    assert "place" not in {kind for kind, _ in found(group)}


def test_the_same_words_are_no_difference_whatever_the_parse(compare: Compare) -> None:
    group = compare(
        "The jury was unanimous, said its president, the French actress Hélène Cassagnac-Ruiz.",
        "The jury was unanimous, according to its president, He\u0301le\u0300ne Cassagnac-Ruiz.",
    )
    assert "name" not in {kind for kind, _ in found(group)}


@pytest.mark.parametrize(
    ("one", "other"), [("Senators", "Sens."), ("Senator", "Sen."), ("Representative", "Rep.")]
)
def test_an_office_in_full_says_no_more_than_its_short_form(compare: Compare, one: str, other: str) -> None:
    group = compare(
        f"The lawsuit was filed by {one} Richard Halloran and his lawyers.",
        f"The lawsuit was filed by {other} Richard Halloran and his lawyers.",
    )
    assert found(group) == set()


def test_a_fuller_name_is_told_once(compare: Compare) -> None:
    group = compare(
        "The lawsuit was filed by Senator Mazie Toller on Monday.",
        "Mazie K. Toller filed the lawsuit on Monday.",
    )
    (told,) = (d for d in group.discrepancies if d.kind.value == "name")
    assert "is fuller" in told.explanation
