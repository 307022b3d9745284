"""What differs between sentences that make the same statement, and what does not."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from reconcile.discrepancies.status import with_discrepancies
from reconcile.schema import ClaimGroup, ClaimPair, Evidence, GroupStatus
from tests.discrepancies.aligned import Compare, found, of_kind, texts_of
from tests.handmade_claims import claim

pytestmark = pytest.mark.model

MONDAY, FRIDAY = dt.date(2031, 3, 3), dt.date(2031, 3, 7)


def test_different_figures_on_one_day_conflict(compare: Compare) -> None:
    group = compare(
        "The freighter carried 900 tonnes of salt to Oslo.",
        "The freighter carried 1,400 tonnes of salt to Oslo.",
    )
    assert group.status is GroupStatus.CONFLICT
    assert texts_of(of_kind(group, "quantity")) == ["900 tonnes", "1,400 tonnes"]


def test_a_toll_that_rises_between_publications_is_an_update(compare: Compare) -> None:
    texts = ("The storm killed 14 people in the valley.", "The storm killed 17 people in the valley.")
    update = compare(*texts, days=(MONDAY, FRIDAY))
    assert update.status is GroupStatus.UPDATE
    told = of_kind(update, "quantity").explanation
    assert told.endswith(": B was published later and has “17 people” instead of “14 people”.")
    assert compare(*texts, days=(MONDAY, MONDAY)).status is GroupStatus.CONFLICT
    assert compare(*texts, days=(FRIDAY, MONDAY)).status is GroupStatus.CONFLICT


def test_a_doubtful_group_is_not_said_to_agree(compare: Compare) -> None:
    sure = compare("The dam held.", "The dam held.")
    claims = [claim(f"{letter}1", "The dam held.") for letter in "AB"]
    doubtful = with_discrepancies(replace(sure, confidence=0.6), claims, ())
    assert (sure.summary, doubtful.summary) == (
        "A and B agree.",
        "A and B seem to say the same, which is not sure.",
    )


def test_claims_that_the_classifier_reads_as_contradicting_are_not_said_to_agree() -> None:
    claims = [claim("A1", "The dyke held."), claim("B1", "The dyke broke.")]
    evidence = (Evidence(scorer="contradicts", score=0.9),)
    pair = ClaimPair(left="A1", right="B1", score=0.9, evidence=evidence)
    group = ClaimGroup(id="g1", claims=("A1", "B1"), pairs=(pair,))
    assert with_discrepancies(group, claims, ()).summary == (
        "A and B seem to say the same, but the trained classifier holds that they contradict each other."
    )


def test_what_contradicts_one_source_and_updates_another_is_one_conflict(compare: Compare) -> None:
    texts = [f"The storm killed {dead} people in the valley." for dead in (12, 15, 15)]
    group = compare(*texts, days=(MONDAY, MONDAY, FRIDAY))
    assert [(d.kind, d.relation) for d in group.discrepancies] == [("quantity", "conflict")]


def test_other_weekdays_of_undated_accounts_are_a_conflict(compare: Compare) -> None:
    texts = ("The minister resigned on Monday.", "The minister resigned on Tuesday.")
    assert compare(*texts, days=(None, None)).status is GroupStatus.CONFLICT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The strike has lasted since Monday.", "The strike has lasted until Friday."),
        ("The minister resigned two days before Friday.", "The minister resigned on Wednesday."),
        ("The minister resigned in the week of Monday.", "The minister resigned on Tuesday."),
        ("The strike will end by Friday.", "The strike will end on Thursday."),
        ("The minister resigned late on Friday.", "The minister resigned early on Saturday."),
    ],
)
def test_undated_days_that_only_bound_a_time_exclude_none(compare: Compare, left: str, right: str) -> None:
    assert ("time", "conflict") not in found(compare(left, right, days=(None, None)))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The train to Oslo was 20 minutes late.", "The train to Oskarsborg was two hours late."),
        ("The trial of Anna Berg is on 5 May 2031.", "The trial of Karl Berg is on 6 May 2031."),
        ("The first hearing is on 5 May 2031.", "The second hearing is on 6 May 2031."),
    ],
)
def test_times_of_other_things_beside_be_are_no_conflict(compare: Compare, left: str, right: str) -> None:
    assert ("time", "conflict") not in found(compare(left, right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The train was 20 minutes late.", "The train was two hours late."),
        ("The hearing is on 5 May 2031.", "The hearing is on 6 May 2031."),
        (
            "The minister resigned on the morning of 5 May 2031.",
            "The minister resigned on the evening of 5 May 2031.",
        ),
    ],
)
def test_other_times_in_the_same_sentence_are_a_conflict(compare: Compare, left: str, right: str) -> None:
    assert ("time", "conflict") in found(compare(left, right))


def test_an_evening_is_no_site(compare: Compare) -> None:
    texts = ("She resigned in the morning in Oslo.", "She resigned in the evening of 5 May 2031 in Oslo.")
    assert "place" not in {kind for kind, _ in found(compare(*texts))}


def test_what_does_not_accumulate_is_no_update(compare: Compare) -> None:
    for left, right in (
        ("The building is 14 metres high.", "The building is 17 metres high."),
        ("A magnitude 7.3 quake killed many people.", "A magnitude 7.6 quake killed many people."),
        ("Police arrested a 34-year-old suspect in Oslo.", "Police arrested a 43-year-old suspect in Oslo."),
    ):
        assert compare(left, right, days=(MONDAY, FRIDAY)).status is GroupStatus.CONFLICT


@pytest.mark.parametrize(
    ("left", "right", "status"),
    [
        ("around 30", "some 30", GroupStatus.WORDING),
        ("around 30", "31", GroupStatus.PRECISION),
        ("around 30", "45", GroupStatus.CONFLICT),
        ("some 30", "some 30", GroupStatus.AGREEMENT),
    ],
)
def test_an_approximate_figure_conflicts_only_outside_its_range(
    compare: Compare, left: str, right: str, status: GroupStatus
) -> None:
    group = compare(
        f"The meeting brought together {left} countries in Oslo.",
        f"The meeting brought together {right} countries in Oslo.",
    )
    assert group.status is status


def test_a_day_is_more_exact_than_its_week_or_month(compare: Compare) -> None:
    group = compare(
        "The ministers will meet in Oslo on Thursday, March 13.", "The ministers will meet in Oslo next week."
    )
    assert ("time", "precision") in found(group)
    assert "lies in" in of_kind(group, "time").explanation


def test_a_relative_day_without_a_date_of_publication_conflicts_with_nothing(compare: Compare) -> None:
    texts = ("The bridge was closed on March 3, 2031.", "The bridge was closed on Tuesday.")
    assert ("time", "conflict") in found(compare(*texts, days=(MONDAY, FRIDAY)))
    assert compare(*texts, days=(MONDAY, None)).status is GroupStatus.AGREEMENT


def test_a_city_is_more_exact_than_its_country(compare: Compare) -> None:
    group = compare("The talks were held in Norway.", "The talks were held in Oslo.")
    assert found(group) == {("place", "precision")}


def test_another_name_of_a_country_is_wording(compare: Compare) -> None:
    group = compare(
        "The group also includes Türkiye, Canada and Australia.",
        "The group also includes Turkey, Canada and Australia.",
    )
    assert found(group) == {("name", "wording")}
    assert texts_of(of_kind(group, "name")) == ["Türkiye", "Turkey"]


def test_a_name_spelt_otherwise_is_reported_once_with_every_mention(compare: Compare) -> None:
    group = compare(
        "Captain Aleksandr Voronin left the ship last. Voronin said the radar worked well.",
        "Captain Alexander Voronin was the last to leave the ship.",
    )
    named = [d for d in group.discrepancies if d.kind == "name"]
    assert [texts_of(d) for d in named] == [["Aleksandr Voronin", "Voronin", "Alexander Voronin"]]


def test_what_grammar_makes_of_a_party_is_no_other_spelling(compare: Compare) -> None:
    group = compare(
        "Republicans in the state senate voted for the bridge.",
        "The Republican Party in the state senate voted for the bridge. Republican leaders cheered.",
    )
    assert not [d for d in group.discrepancies if "spelt otherwise" in d.explanation]


def test_an_article_before_a_hedge_is_no_other_hedge(compare: Compare) -> None:
    group = compare(
        "Damage to the mill came to an estimated $3 million.",
        "Damage to the mill came to estimated $3 million.",
    )
    assert found(group) == set()


@pytest.mark.parametrize("negated", ["did not insure", "didn't insure", "didn’t insure", "never insured"])
def test_a_negated_predicate_conflicts_with_the_affirmed_one(compare: Compare, negated: str) -> None:
    group = compare(
        "The museum insured the stolen painting against theft.",
        f"The museum {negated} the stolen painting against theft.",
    )
    assert ("polarity", "conflict") in found(group)


def test_a_hedge_in_one_source_is_a_difference_of_modality(compare: Compare) -> None:
    group = compare(
        "The fire damaged the roof of the old theatre.",
        "The fire may have damaged the roof of the old theatre.",
    )
    assert ("modality", "wording") in found(group)
    assert texts_of(of_kind(group, "modality")) == ["damaged", "may have damaged"]


def test_a_plan_that_a_later_story_reports_as_done_is_an_update(compare: Compare) -> None:
    group = compare(
        "The ferry will return to service on the northern route.",
        "The ferry returned to service on the northern route.",
        days=(MONDAY, FRIDAY),
    )
    assert ("modality", "update") in found(group)


def test_a_possibility_in_other_words_than_the_fact_is_a_difference_of_modality(compare: Compare) -> None:
    group = compare(
        "Six sailors held in Porto could be freed as a gesture of goodwill.",
        "The coast guard released six sailors on Monday.",
    )
    assert texts_of(of_kind(group, "modality")) == ["could be freed", "released"]


def test_a_possibility_that_a_later_story_reports_as_done_is_an_update(compare: Compare) -> None:
    texts = (
        "Six sailors held in Porto could be freed as a gesture of goodwill.",
        "The coast guard released six sailors on Monday.",
    )
    assert ("modality", "update") in found(compare(*texts, days=(MONDAY, FRIDAY)))
    assert ("modality", "update") not in found(compare(*texts, days=(FRIDAY, MONDAY)))


def test_what_somebody_is_quoted_as_hoping_is_no_difference_of_modality(compare: Compare) -> None:
    group = compare(
        "The union leader said: “We will hold out for a better offer.”",
        "“We are waiting for a better offer”, the union leader said.",
    )
    assert ("modality", "wording") not in found(group)


def test_different_speakers_and_a_missing_one_are_differences_of_attribution(compare: Compare) -> None:
    statement = "the dam had been inspected twice in the past year"
    group = compare(f"The mayor said {statement}.", f"Engineer Olga Brandt said {statement}.")
    assert texts_of(of_kind(group, "attribution")) == ["The mayor", "Engineer Olga Brandt"]
    bare = compare(f"The mayor said {statement}.", f"{statement.capitalize()}.")
    assert "only A says who said it" in of_kind(bare, "attribution").explanation


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Prime Minister Ann Lee", "Lee", True),
        ("Mr. Aleksandr Voronin", "Alexander Voronin", True),
        ("John Smith", "Jane Smith", False),
        ("The foreign minister", "The prime minister", False),
        ("A spokesman for the army", "A spokesman for the rebels", False),
    ],
)
def test_a_speaker_is_the_same_only_if_every_word_of_the_shorter_fits(
    compare: Compare, left: str, right: str, same: bool
) -> None:
    statement = "the dam had been inspected twice in the past year"
    group = compare(f"{left} said {statement}.", f"{right} said {statement}.")
    assert ("attribution" not in {kind for kind, _ in found(group)}) is same


def test_the_order_of_sources_does_not_change_what_is_found(compare: Compare) -> None:
    told = [
        ("The ferry may return to service on the northern route.", MONDAY),
        ("The ferry will return to service on the northern route.", MONDAY),
        ("The ferry returned to service on the northern route.", FRIDAY),
    ]
    for order in itertools.permutations(told):
        group = compare(*(text for text, _ in order), days=[day for _, day in order])
        assert group.status is GroupStatus.UPDATE
        assert len(of_kind(group, "modality").values) == 3


def test_two_that_name_the_speaker_are_both_said_to(compare: Compare) -> None:
    statement = "the dam had been inspected twice in the past year"
    said = f"The mayor said {statement}."
    group = compare(said, said, f"{statement.capitalize()}.")
    assert "only A and B say who said it" in of_kind(group, "attribution").explanation


def test_a_stronger_reporting_verb_is_wording(compare: Compare) -> None:
    statement = "the dam had been inspected twice in the past year"
    group = compare(f"The mayor said {statement}.", f"The mayor insisted {statement}.")
    assert texts_of(of_kind(group, "wording")) == ["said", "insisted"]


def test_an_utterance_quoted_in_other_words_is_a_difference_of_quote(compare: Compare) -> None:
    group = compare(
        "“We will never sell this harbour to strangers,” the owner said.",
        "“We will not ever sell this harbour to foreigners,” the owner said.",
    )
    assert ("quote", "wording") in found(group)


def test_a_term_substituted_or_added_is_wording(compare: Compare) -> None:
    group = compare(
        "The firm fired the driver of the night bus.", "The firm dismissed the driver of the night bus."
    )
    assert texts_of(of_kind(group, "wording")) == ["fired", "dismissed"]
    assert found(group) == {("wording", "wording")}
    group = compare(
        "An official confirmed the plan for the port.", "An angry official confirmed the plan for the port."
    )
    assert found(group) == {("wording", "wording")}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The court rejected the claim on Friday.", "The court rejected the claim on Friday."),
        ("Twelve sailors were rescued by the crew.", "12 sailors were rescued by the crew."),
        (
            "The firm paid $2.5bn for the port in Oslo.",
            "The firm paid 2.5 billion dollars for the port in Oslo.",
        ),
        ("U.S. diplomats left the city of Oslo.", "US diplomats left the city of Oslo."),
    ],
)
def test_trivial_differences_are_none(compare: Compare, left: str, right: str) -> None:
    assert compare(left, right).status is GroupStatus.AGREEMENT


def test_three_sources_make_one_discrepancy_with_three_values(compare: Compare) -> None:
    group = compare(*(f"The storm killed {count} people in the valley." for count in (14, 14, 17)))
    values = of_kind(group, "quantity").values
    assert [(value.source, value.text) for value in values] == [
        ("A", "14 people"),
        ("B", "14 people"),
        ("C", "17 people"),
    ]
    assert of_kind(group, "quantity").explanation.startswith("A and B have “14 people”, C has “17 people”: ")


def test_every_value_stands_where_it_says(compare: Compare) -> None:
    texts = (
        "Some 30 people fled Oslo on Monday, Ann Lee said.",
        "45 people left Oslo on May 2, police said.",
    )
    group: ClaimGroup = compare(*texts)
    for discrepancy in group.discrepancies:
        for value in discrepancy.values:
            assert value.span.of(texts["AB".index(value.source)]) == value.text
            assert 0 <= discrepancy.confidence <= 1


def test_a_claim_of_one_source_is_single_source(compare: Compare) -> None:
    group = compare("The deadline for the records is March 31.")
    assert (group.status, group.discrepancies) == (GroupStatus.SINGLE_SOURCE, ())


@pytest.mark.parametrize(("other", "conflicts"), [("5.8 percent", True), ("3.1 percent", False)])
def test_two_digits_exchanged_show_that_one_figure_is_meant(
    compare: Compare, other: str, conflicts: bool
) -> None:
    group = compare(
        "Shares of the mill jumped 8.5 percent on Monday.", f"The stock, up {other}, lost 2 percent later."
    )
    assert (("quantity", "conflict") in found(group)) is conflicts
