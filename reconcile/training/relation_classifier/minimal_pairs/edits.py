"""The kinds of edit: each writes a pair of clauses whose relation is known by construction."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from reconcile.lexicons import rows
from reconcile.training.relation_classifier.examples import Relation
from reconcile.training.relation_classifier.minimal_pairs.frames import Form, Frame, frames
from reconcile.training.relation_classifier.minimal_pairs.named_slots import drawn_official
from reconcile.training.relation_classifier.minimal_pairs.slots import TELLING, TIMES, Slot, drawn_slots
from reconcile.training.relation_classifier.minimal_pairs.source import Source
from reconcile.training.relation_classifier.minimal_pairs.telling import Telling
from reconcile.training.relation_classifier.minimal_pairs.verbs import mood_pairs, moods, verbs

Clauses = tuple[str, str]
Editor = Callable[[Relation, Source], Clauses | None]
"""Writes premise and hypothesis of a relation; None if the frame or value drawn does not allow it."""

SLOT_KINDS = ("figure", "unit", "time", "name", "place", "list", "quantifier", "comparison")


def editors() -> dict[str, Editor]:
    """All kinds of edit by their names."""
    return {
        **{kind: _slot_editor(kind) for kind in SLOT_KINDS},
        "paraphrase": _paraphrase,
        "detail": _detail,
        "role": _role,
        "verb": _verb,
        "negation": lambda relation, source: _mood("negation", relation, source),
        "hedge": lambda relation, source: _mood("hedge", relation, source),
        "statement": _statement,
    }


@cache
def _frames_with(kind: str, held_out: bool) -> tuple[Frame, ...]:
    source = Source(0, held_out=held_out)
    return tuple(
        frame
        for frame in frames(held_out=held_out)
        if any(slot.kind == kind for slot in drawn_slots(frame, source).values())
    )


def _slot_editor(kind: str) -> Editor:
    def editor(relation: Relation, source: Source) -> Clauses | None:
        frame = source.pick(_frames_with(kind, source.held_out))
        return _slot_edit(frame, kind, relation, source)

    return editor


EXACT = {"list", "quantifier"}
"""Under "none" and "only" less detail says more, so both sides of such an edit tell the same."""


def _slot_edit(
    frame: Frame,
    kind: str,
    relation: Relation,
    source: Source,
    *,
    reworded: bool = False,
    fewer: bool = False,
) -> Clauses | None:
    """A pair that differs in one slot of ``kind`` ("" for any)."""
    slots = drawn_slots(frame, source)
    name = source.pick([name for name, slot in slots.items() if kind in {"", slot.kind}])
    words = slots[name].edited(relation, source)
    if words is None:
        return _another_event(frame, source) if relation == Relation.NEUTRAL else None
    first, second = _forms(frame, source, reworded=reworded)
    needed = frozenset({first.key_of(name)}) - {""}
    details = _some(frame.details, source) | needed
    kept = _some(details, source) | needed
    if slots[name].kind in EXACT:
        kept = details
    elif relation != Relation.ENTAILMENT and not fewer and source.chance(0.4):
        kept = _some(frame.details, source) | needed
    if fewer and kept == details:
        return None
    return _pair(frame, (first, second), (details, kept), _words(slots, source, {name: words}), source)


def _words(slots: dict[str, Slot], source: Source, edited: dict[str, Clauses]) -> dict[str, Clauses]:
    return {name: edited.get(name) or slot.same(source) for name, slot in slots.items()}


def _pair(
    frame: Frame,
    forms: tuple[Form, Form],
    details: tuple[frozenset[str], frozenset[str]],
    words: dict[str, Clauses],
    source: Source,
    *,
    verb: tuple[str, str] = ("", ""),
    mood: tuple[str, str] = ("fact", "fact"),
) -> Clauses:
    style = source.random.randrange(12)
    styles = (style, style if source.chance(0.5) else source.random.randrange(12))
    premise, hypothesis = (
        Telling(
            form=forms[side],
            details=details[side],
            words={name: pair[side] for name, pair in words.items()},
            style=styles[side],
            verb=verb[side],
            mood=mood[side],
        ).clause()
        for side in (0, 1)
    )
    return premise, hypothesis


def _forms(frame: Frame, source: Source, *, reworded: bool = False) -> tuple[Form, Form]:
    if reworded:
        first, second = source.random.sample(frame.forms, 2)
        return first, second
    return source.two(frame.forms)


def _some(details: frozenset[str], source: Source) -> frozenset[str]:
    return frozenset(key for key in sorted(details) if source.chance(0.65))


def _another_event(frame: Frame, source: Source) -> Clauses | None:
    """Two events of one kind, different in everything that tells them apart."""
    if len([name for name in frame.fillers if name.rstrip("2") in TELLING]) < 2:
        return None
    one, other = drawn_slots(frame, source), drawn_slots(frame, source)
    if set(map(repr, one.values())) & set(map(repr, other.values())):
        return None
    words = {name: (one[name].same(source)[0], other[name].same(source)[0]) for name in one}
    return _pair(frame, _forms(frame, source), (frame.details, frame.details), words, source)


def _unrelated(frame: Frame, source: Source) -> Clauses:
    """Two events of different topics that share what names they can."""
    other = source.pick([f for f in frames(held_out=source.held_out) if f.topic != frame.topic])
    slots = drawn_slots(frame, source)
    shared = drawn_slots(other, source) | {
        name: slot for name, slot in slots.items() if other.fillers.get(name) == frame.fillers[name]
    }
    told = []
    for what, values in ((frame, slots), (other, shared)):
        words = {name: slot.same(source) for name, slot in values.items()}
        form = source.pick(what.forms)
        told.append(_pair(what, (form, form), (what.details, what.details), words, source)[0])
    return told[0], told[1]


def _paraphrase(relation: Relation, source: Source) -> Clauses | None:
    frame = source.pick(frames(held_out=source.held_out))
    if relation != Relation.ENTAILMENT:
        if relation == Relation.NEUTRAL and source.chance(0.25):
            return _unrelated(frame, source)
        return _slot_edit(frame, "", relation, source, reworded=True)
    details = _some(frame.details, source)
    words = _words(drawn_slots(frame, source), source, {})
    return _pair(frame, _forms(frame, source, reworded=True), (details, details), words, source)


def _detail(relation: Relation, source: Source) -> Clauses | None:
    frame = source.pick([frame for frame in frames(held_out=source.held_out) if frame.details])
    if relation == Relation.CONTRADICTION:
        return _slot_edit(frame, "", relation, source, fewer=True)
    details = _some(frame.details, source)
    kept = _some(details, source)
    if relation == Relation.NEUTRAL:
        kept = kept | {source.pick(sorted(frame.details))}
    if (kept < details) != (relation == Relation.ENTAILMENT) or (kept <= details and kept >= details):
        return None
    if relation == Relation.NEUTRAL and kept <= details:
        return None
    words = _words(drawn_slots(frame, source), source, {})
    return _pair(frame, _forms(frame, source), (details, kept), words, source)


def _role(relation: Relation, source: Source) -> Clauses | None:
    """The two parties in each other's place, or in their own in other words."""
    frame = source.pick([frame for frame in frames(held_out=source.held_out) if frame.swapped])
    words = _words(drawn_slots(frame, source), source, {})
    swap = frame.swapped == relation
    if not swap and relation != Relation.ENTAILMENT:
        return None
    one, other = frame.parties
    if swap:
        words |= {one: (words[one][0], words[other][1]), other: (words[other][0], words[one][1])}
    details = _some(frame.details, source)
    return _pair(
        frame, _forms(frame, source, reworded=not swap), (details, _some(details, source)), words, source
    )


def _verb(relation: Relation, source: Source) -> Clauses | None:
    """The verb and another that says the same, excludes it or leaves it open."""
    frame = source.pick(_verb_frames(source.held_out))
    first, second = _forms(frame, source)
    if first.verb is None or second.verb is None:
        return None
    others = verbs()[first.verb.verb].others[relation]
    if not others:
        return None
    pair = (first.verb.verb, source.pick(others))
    told = (pair[1], pair[0]) if source.chance(0.5) else pair
    fact = moods()["fact"]
    if not (fact.suits(verbs()[told[0]], first.verb) and fact.suits(verbs()[told[1]], second.verb)):
        return None
    details = _some(frame.details, source)
    words = _words(drawn_slots(frame, source), source, {})
    return _pair(frame, (first, second), (details, _some(details, source)), words, source, verb=told)


@cache
def _verb_frames(held_out: bool) -> tuple[Frame, ...]:
    return tuple(frame for frame in frames(held_out=held_out) if frame.forms[0].verb)


NEGATIVE = {"not", "failed", "refused", "yet", "will_not", "ruled_out", "denied"}


def _mood(kind: str, relation: Relation, source: Source) -> Clauses | None:
    """One verb in two moods."""
    frame = source.pick(_verb_frames(source.held_out))
    pair = source.pick(mood_pairs(kind, relation))
    forms = _forms(frame, source)
    for mood, form in zip(pair, forms, strict=True):
        if form.verb is None or not moods()[mood].suits(verbs()[form.verb.verb], form.verb):
            return None
    if relation == Relation.ENTAILMENT and pair[0] == pair[1] and forms[0] == forms[1]:
        return None
    timed = all(moods()[mood].timed for mood in pair)
    details = frozenset(key for key in _some(frame.details, source) if timed or key not in TIMES)
    # Under a negation less detail says more, so both sides tell the same.
    exact = relation == Relation.CONTRADICTION or pair[1] in NEGATIVE
    kept = details if exact else _some(details, source)
    words = _words(drawn_slots(frame, source), source, {})
    return _pair(frame, forms, (details, kept), words, source, mood=pair)


def _statement(relation: Relation, source: Source) -> Clauses:
    """A statement with its source, said, confirmed or denied by that source or another."""
    frame = source.pick(frames(held_out=source.held_out))
    premise, hypothesis = source.pick(
        [(p, h) for result, p, h in rows("statements", __package__) if result == relation]
    )
    details = _some(frame.details, source)
    words = _words(drawn_slots(frame, source), source, {})
    clauses = _pair(frame, _forms(frame, source), (details, details), words, source)
    one, other = _speakers(source)
    return (
        premise.format(p=clauses[0], s=one, t=other),
        hypothesis.format(p=clauses[1], s=one, t=other),
    )


def _speakers(source: Source) -> tuple[str, str]:
    offices = [names[0] for names in source.pool("choices", "speaker")]
    one, other = source.random.sample(offices, 2)
    return (drawn_official(source).full if source.chance(0.25) else one), other
