"""Minimal pairs: fluent, drawn alike for a seed, split without overlap, with labels that follow."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.training.relation_classifier.examples import Example, Relation
from reconcile.training.relation_classifier.minimal_pairs import minimal_pairs
from reconcile.training.relation_classifier.minimal_pairs.calendar_slots import Clock, Date
from reconcile.training.relation_classifier.minimal_pairs.figure_slots import covered
from reconcile.training.relation_classifier.minimal_pairs.frames import Frame, VerbTag, frames
from reconcile.training.relation_classifier.minimal_pairs.intervals import Expression, figure_relation
from reconcile.training.relation_classifier.minimal_pairs.source import Source
from reconcile.training.relation_classifier.minimal_pairs.verbs import verb_phrase, verbs

E, C, N = Relation.ENTAILMENT, Relation.CONTRADICTION, Relation.NEUTRAL
every_frame = pytest.mark.parametrize(
    "frame", [*frames(held_out=False), *frames(held_out=True)], ids=lambda frame: frame.name
)


def drawn(count: int = 1200, *, held_out: bool = False) -> list[Example]:
    return list(minimal_pairs(seed=3, count=count, held_out=held_out))


def figure(number: float, modifier: str = "") -> Expression:
    sure, possible = covered(modifier, number, number, counted=True)
    return Expression(f"{modifier} {number}", sure, possible)


def test_a_seed_gives_the_same_pairs_and_another_seed_others() -> None:
    assert drawn(200) == drawn(200)
    assert drawn(200) != list(minimal_pairs(seed=4, count=200, held_out=False))


@pytest.mark.parametrize("held_out", [False, True])
def test_each_kind_of_edit_has_the_three_relations_equally_often(held_out: bool) -> None:
    found = Counter((example.origin, example.relation) for example in drawn(1260, held_out=held_out))
    kinds = {origin for origin, _ in found}
    assert len(kinds) == 15
    assert all(len({found[kind, relation] for relation in Relation}) == 1 for kind in kinds)


@pytest.mark.parametrize("held_out", [False, True])
def test_every_text_is_one_printable_sentence(held_out: bool) -> None:
    for example in drawn(held_out=held_out):
        for text in (example.premise, example.hypothesis):
            assert not re.search(r"[{}<>\[\]|]|  | [,.]|,,|\.\.|\ba (?:8|11\b|18\b)", text), text
            assert text[0].upper() == text[0]
            assert text.endswith(".")
            assert 4 <= len(text.split()) <= 45
        assert example.premise != example.hypothesis


def test_training_and_test_share_neither_frames_nor_names() -> None:
    assert len(frames(held_out=False)) + len(frames(held_out=True)) >= 90
    names = [{frame.name for frame in frames(held_out=held)} for held in (False, True)]
    assert not names[0] & names[1]
    for table, kind in (("choices", "company"), ("choices", "team"), ("countries", "")):
        pools = [set(Source(0, held_out=held).pool(table, kind)) for held in (False, True)]
        assert pools[0]
        assert pools[1]
        assert not pools[0] & pools[1]


@every_frame
def test_all_wordings_of_a_frame_tell_the_same(frame: Frame) -> None:
    assert len(frame.forms) >= 2
    for one, other in pairwise(frame.forms):
        assert one.keys == other.keys
        slots = [{f for s in form.stretches for f in s.fillers} for form in (one, other)]
        assert slots[0] == slots[1]
        assert bool(one.verb) == bool(other.verb)
        for form in (one, other):
            assert form.verb is None or form.verb.verb in verbs()


def test_the_verbs_that_a_verb_names_are_there() -> None:
    named = {key for verb in verbs().values() for keys in verb.others.values() for key in keys}
    assert named <= set(verbs())


@pytest.mark.parametrize(
    ("premise", "hypothesis", "relation"),
    [
        (figure(12), figure(12, "at least"), E),
        (figure(12, "at least"), figure(15), N),
        (figure(12, "at least"), figure(9), C),
        (figure(487), figure(500, "nearly"), E),
        (figure(500, "nearly"), figure(520), C),
        (figure(523), figure(500, "more than"), E),
        (figure(500, "more than"), figure(523), N),
        (figure(500, "about"), figure(510), N),
        (figure(500, "about"), figure(900), C),
        (figure(505), figure(500, "about"), E),
        (figure(40, "fewer than"), figure(45, "at least"), C),
        (figure(37), figure(500, "fewer than"), None),
        (figure(500, "about"), figure(410), None),
    ],
)
def test_figures_follow_as_a_careful_reader_says(
    premise: Expression, hypothesis: Expression, relation: Relation | None
) -> None:
    assert figure_relation(premise, hypothesis) == relation


modifiers = st.sampled_from(
    ("", "at least", "more than", "no more than", "fewer than", "about", "nearly", "just over")
)
figures = st.builds(figure, st.integers(10, 400), modifiers)


@given(figures, figures)
def test_contradiction_goes_both_ways_and_an_entailed_figure_is_covered(
    one: Expression, other: Expression
) -> None:
    there, back = figure_relation(one, other), figure_relation(other, one)
    assert (there == C) == (back == C)
    if there == E:
        assert other.sure.contains(one.sure)
    if there == C:
        assert not other.sure.meets(one.sure)


@given(figures)
def test_a_figure_follows_from_itself_or_stays_open(one: Expression) -> None:
    assert figure_relation(one, one) in {E, None}


def test_a_date_lies_in_its_month_and_excludes_other_times() -> None:
    source, date = Source(1, held_out=False), Date(14, "August")
    assert {date.edited(E, source)[1] for _ in range(200)} == {
        "on 14 August",
        "on August 14",
        "on Aug 14",
        "in August",
        "in mid-August",
    }
    for _ in range(200):
        assert set(date.edited(C, source)) - set(date.wordings)


def test_a_time_of_day_is_printed_in_three_ways() -> None:
    assert Clock(18 * 60 + 30).wordings == ("at 6.30pm", "at 6:30 p.m.", "at 18:30")


def test_a_verb_agrees_with_its_subject_in_every_mood() -> None:
    several, one = VerbTag("approve", True, True), VerbTag("approve", False, False)
    assert verb_phrase("approve", "fact", several) == "were approved"
    assert verb_phrase("approve", "yet", several) == "have yet to be approved"
    assert verb_phrase("approve", "plans", one) == "plans to approve"
    assert verb_phrase("turn_down", "ruled_out", one) == "ruled out turning down"
