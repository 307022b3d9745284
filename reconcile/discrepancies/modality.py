"""Differences of certainty: a statement hedged, planned or denied by one source and not by another."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from rapidfuzz import fuzz

from reconcile.discrepancies.catalogue import make, merged
from reconcile.discrepancies.certainty import (
    certainty_of,
    is_expected,
    is_firm,
    is_hedged,
    is_plain,
    lies_ahead,
    tells,
)
from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.propositions import (
    COMMON_VERBS,
    PLAIN,
    are_one_verb,
    main_propositions,
    matched,
    of_one_act,
    share_noun,
)
from reconcile.schema import (
    Certainty,
    Claim,
    ClaimRole,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    Proposition,
    Span,
)

ALIKE = 60
"""Token set ratio of two claims' content words from which a modal is held to bear on the same act.

Below it the hedge usually belongs to another way of putting things."""

JOINED = 0.5
"""Score of a pair from which its two claims are held to tell of one act at all."""

ONE_STATEMENT = 0.75
"""Score of a pair from which two claims about one noun are held to be one statement, put otherwise."""

SURELY_ONE = 0.9
"""The same where neither a noun nor the verb shows it."""

ONE_THING = 0.6
"""The same for two plans or possibilities of what one noun names."""

REACH = 60
"""Characters between a modal and its verb that are given with the two."""

_STATES = frozenset({"", "be", "have"})
"""Predicates that say of nothing that it was done."""

_Put = tuple[Claim, Proposition]


def detect_modality(context: GroupContext) -> Iterator[Discrepancy]:
    """One predicate put as fact by one source and as a plan, a possibility or a denial by another, or
    as a firm plan by one and an expectation by the other.

    A condition is left out: whether "if" belongs to the statement needs more than its clause.
    """
    found = [
        _discrepancy(context, *ends)
        for left, right in context.pairs(JOINED)
        for ends in _differing(context, left, right)
    ]
    if found:
        yield merged(found)


def _differing(context: GroupContext, left: Claim, right: Claim) -> Iterator[tuple[_Put, _Put]]:
    acts = [((left, ours), (right, theirs)) for ours, theirs in _one_act(left, right)]
    differing = [ends for ends in acts if _differ(context, *ends)]
    if differing or ClaimRole.HEADLINE in (left.role, right.role):
        yield from differing
    else:
        yield from list(_hedged(context, left, right)) or _put_otherwise(context, left, right)


def _hedged(context: GroupContext, left: Claim, right: Claim) -> Iterator[tuple[_Put, _Put]]:
    """A claim with a word of hearsay or doubt, and one that is much alike without any."""
    if not _is_alike(left, right):
        return
    for hedging, plain in ((left, right), (right, left)):
        hedges = [one for one in hedging.propositions if is_hedged(context, hedging, one)]
        bare = [one for one in plain.propositions if is_plain(context, plain, one) and tells(one)]
        doubtful = any(is_hedged(context, plain, one) for one in plain.propositions)
        if not (hedges and bare) or doubtful:
            continue
        matching = _of_one_verb(hedges, bare)
        if matching is None and context.joined(left, right, SURELY_ONE):
            matching = hedges[0], next((one for one in bare if one.span == plain.parts.predicate), bare[0])
        if matching is not None:
            ends = (hedging, matching[0]), (plain, matching[1])
            yield ends if hedging is left else (ends[1], ends[0])


def _of_one_verb(
    hedges: list[Proposition], bare: list[Proposition]
) -> tuple[Proposition, Proposition] | None:
    """The first hedge with the first plain proposition of its verb."""
    pairs = itertools.product(hedges, bare)
    return next((pair for pair in pairs if are_one_verb(pair[0].predicate, pair[1].predicate)), None)


def _put_otherwise(context: GroupContext, left: Claim, right: Claim) -> Iterator[tuple[_Put, _Put]]:
    """What both claims are mainly about, in other words, where surely they make one statement."""
    ours, theirs = _main(left), _main(right)
    if ours is None or theirs is None:
        return
    ends = (left, ours), (right, theirs)
    if context.joined(left, right, _needed(context, *ends)) and _differ(context, *ends):
        yield ends


def _needed(context: GroupContext, left: _Put, right: _Put) -> float:
    """The score from which claims in other words make one statement, the less the more else shows it."""
    if share_noun(left[1], right[1]):
        both_ahead = PLAIN.isdisjoint((certainty_of(left[1]), certainty_of(right[1])))
        return ONE_THING if both_ahead else ONE_STATEMENT
    came_about = _relation(context, left, right) is DiscrepancyRelation.UPDATE
    return ONE_STATEMENT if came_about else SURELY_ONE


def _main(claim: Claim) -> Proposition | None:
    """The claim's main predicate; None where it only tells who speaks, or is quoted."""
    if any(quote.overlaps(claim.parts.predicate) for quote in claim.parts.quotes if claim.parts.predicate):
        return None
    return next((one for one in main_propositions(claim) if tells(one)), None)


def _is_alike(left: Claim, right: Claim) -> bool:
    return fuzz.token_set_ratio(" ".join(left.terms), " ".join(right.terms)) >= ALIKE


def _one_act(left: Claim, right: Claim) -> Iterator[tuple[Proposition, Proposition]]:
    """Propositions of the same act: of the same things, or of one verb in claims that are much alike."""
    exact = [(ours, theirs) for ours, theirs, opposite in matched(left, right) if not opposite]
    yield from exact
    if not exact and _is_alike(left, right) and ClaimRole.HEADLINE not in (left.role, right.role):
        yield from of_one_act(left, right)


def _differ(context: GroupContext, left: _Put, right: _Put) -> bool:
    (_, our), (_, their) = left, right
    if not (our.is_stated and their.is_stated) or our.polarity is not their.polarity:
        return False
    if certainty_of(our) is certainty_of(their):
        return _differ_in_firmness(context, left, right)
    return not (is_plain(context, *left) and is_plain(context, *right))


def _differ_in_firmness(context: GroupContext, left: _Put, right: _Put) -> bool:
    """Whether of two plans one is announced and the other expected."""
    if left[1].certainty is not Certainty.PLANNED or right[1].certainty is not Certainty.PLANNED:
        return False
    return any(
        is_firm(context, *one) and is_expected(context, *other)
        for one, other in ((left, right), (right, left))
    )


def _discrepancy(context: GroupContext, left: _Put, right: _Put) -> Discrepancy:
    return make(
        DiscrepancyKind.MODALITY,
        _relation(context, left, right),
        [context.value(claim, _words(context, claim, one)) for claim, one in (left, right)],
        _reason(context, left, right),
        context.group.confidence,
    )


def _reason(context: GroupContext, left: _Put, right: _Put) -> str:
    (ours, our), (theirs, their) = left, right
    one, other = certainty_of(our), certainty_of(their)
    if one is Certainty.PLANNED and other is one:
        firm = next(claim for claim, put in (left, right) if is_firm(context, claim, put))
        return f"only {firm.source} gives it as a firm plan"
    if one is other or {one, other} <= PLAIN:
        hedging = next(claim for claim, put in (left, right) if is_hedged(context, claim, put))
        return f"only {hedging.source} gives it as hearsay"
    return f"{ours.source} has it as {one}, {theirs.source} as {other}"


def _relation(context: GroupContext, left: _Put, right: _Put) -> DiscrepancyRelation:
    """A plan or possibility that a later story reports as fact is an update; the rest is wording."""
    ordered = context.by_publication(left, right)
    if ordered is None:
        return DiscrepancyRelation.WORDING
    (earlier, was), (later, now) = ordered
    is_done = not _is_present(context.words(later, now.span).casefold(), now.predicate)
    happened = lies_ahead(context, earlier, was) and certainty_of(now) in PLAIN and is_done
    telling = all(one.predicate not in COMMON_VERBS or one.core for one in (was, now))
    only_is = now.predicate.split(" ")[0] in _STATES
    in_other_words = not only_is and context.joined(earlier, later, ONE_STATEMENT)
    same_act = was.predicate == now.predicate or in_other_words
    return DiscrepancyRelation.UPDATE if happened and telling and same_act else DiscrepancyRelation.WORDING


def _is_present(word: str, lemma: str) -> bool:
    """Whether a verb's form says that something goes on, not that it is done."""
    return word in (lemma, f"{lemma}s", f"{lemma[:-1]}ies") or word.endswith("ing")


def _words(context: GroupContext, claim: Claim, proposition: Proposition) -> Span:
    """From the modal to the verb that it bears on; the verb alone where it is put as fact."""
    modal, verb = proposition.modal, proposition.span
    put_as_fact = proposition.certainty in PLAIN and not is_hedged(context, claim, proposition)
    if modal is None or put_as_fact or not claim.span.contains(modal):
        return verb
    if max(verb.start - modal.end, modal.start - verb.end) > REACH:
        return modal
    return Span(min(modal.start, verb.start), max(modal.end, verb.end))
