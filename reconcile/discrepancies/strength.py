"""The same content in stronger or weaker words, on the ordered scales of the lexicon of strength."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import make, merged_by_value
from reconcile.discrepancies.context import GroupContext
from reconcile.lexicons import rows
from reconcile.lexicons.letters import with_plain_letters
from reconcile.schema import Claim, Discrepancy, DiscrepancyKind, DiscrepancyRelation, Span

JOINED = 0.5
"""Score of a pair from which its two wordings are held to be of one thing."""

SAME_WORD = 84
"""rapidfuzz ratio from which the words that two modals bear on are forms of one."""

_NEXT = r"(?:(?:not|also|still|now|be|have|been)\s+)*(?P<next>\w+)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A wording of a scale where it stands; ``bears_on`` is the word that it must share with another's."""

    scale: str
    grade: int
    span: Span
    bears_on: str = ""


def detect_strength(context: GroupContext) -> Iterator[Discrepancy]:
    """Claims that are joined and word one thing on the same scale, one more strongly than the other."""
    found = []
    for left, right in context.pairs():
        if context.joined(left, right, JOINED):
            for ours, theirs in _graded_otherwise(context, left, right):
                found.append(_discrepancy(context, (left, ours), (right, theirs)))
    yield from merged_by_value(found)


def wordings(text: str, start: int = 0) -> tuple[Wording, ...]:
    """The wordings of all scales in ``text``, which begins at offset ``start``, in order."""
    found = []
    for match in _pattern().finditer(with_plain_letters(text)):
        form = " ".join(match["form"].casefold().split())
        scale, grade = _grades()[form]
        bears_on = match["next"] if match["form"] and _needs_next(form) else ""
        if _needs_next(form) and not bears_on:
            continue
        span = Span(start + match.start("form"), start + match.end("form"))
        found.append(Wording(scale=scale, grade=grade, span=span, bears_on=(bears_on or "").casefold()))
    return tuple(found)


def _graded_otherwise(context: GroupContext, left: Claim, right: Claim) -> Iterator[tuple[Wording, Wording]]:
    """One wording of each claim on a scale where neither has more, if their grades differ."""
    ours, theirs = _of(context, left), _of(context, right)
    for scale in sorted({w.scale for w in ours} & {w.scale for w in theirs}):
        mine = [w for w in ours if w.scale == scale]
        yours = [w for w in theirs if w.scale == scale]
        if len(mine) != 1 or len(yours) != 1 or mine[0].grade == yours[0].grade:
            continue
        if fuzz.ratio(mine[0].bears_on, yours[0].bears_on) >= SAME_WORD:
            yield mine[0], yours[0]


def _of(context: GroupContext, claim: Claim) -> tuple[Wording, ...]:
    """The wordings of a claim that are its source's own: quoted words are compared as quotations.

    What is put before a clause with "that" bears on the clause ("there is little sign that").
    """
    hangs = claim.text.casefold().startswith("that ")
    span = Span(claim.sentence.start, claim.span.end) if hangs else claim.span
    inside = wordings(context.words(claim, span), span.start)
    return tuple(w for w in inside if not claim.quotes(w.span))


def _discrepancy(
    context: GroupContext, left: tuple[Claim, Wording], right: tuple[Claim, Wording]
) -> Discrepancy:
    stronger, weaker = sorted((left, right), key=lambda end: -end[1].grade)
    return make(
        DiscrepancyKind.WORDING,
        DiscrepancyRelation.WORDING,
        [context.value(claim, wording.span) for claim, wording in (left, right)],
        f"“{context.words(*_place(stronger))}” is stronger than “{context.words(*_place(weaker))}”",
        context.group.confidence,
    )


def _place(end: tuple[Claim, Wording]) -> tuple[Claim, Span]:
    return end[0], end[1].span


@cache
def _grades() -> dict[str, tuple[str, int]]:
    return {form.removesuffix(" _"): (scale, int(grade)) for scale, grade, form in rows("strength")}


@cache
def _needing_next() -> frozenset[str]:
    return frozenset(row[2].removesuffix(" _") for row in rows("strength") if row[2].endswith(" _"))


def _needs_next(form: str) -> bool:
    return form in _needing_next()


@cache
def _pattern() -> re.Pattern[str]:
    """Any form, the longest first, and the word after it, which takes no part in the match."""
    forms = sorted(_grades(), key=lambda form: (-len(form.split()), -len(form)))
    either = "|".join(r"\s+".join(re.escape(word) for word in form.split()) for form in forms)
    return re.compile(rf"(?<![\w-])(?P<form>{either})(?![\w-])(?=\s+{_NEXT}|)", re.IGNORECASE)
