"""How certain a proposition is put, read for a comparison with another source's."""

from __future__ import annotations

from reconcile.discrepancies.context import GroupContext
from reconcile.discrepancies.propositions import PLAIN
from reconcile.lexicons import mapping, rows, words
from reconcile.schema import Certainty, Claim, Proposition

AUXILIARIES = frozenset({"can", "could", "may", "might", "will", "would", "shall"})

_FIRM = frozenset({"will", "'ll", "’ll", "shall"})
"""Words by which a plan is announced; beside them one that is expected or intended is less sure."""

_EXPECTING = ("expect", "plan", "intend", "hope", "aim")
"""How words begin by which a plan is only somebody's expectation or intention."""

_WEIGHING = frozenset({"consider", "weigh", "mull", "contemplate", "plan", "schedule", "propose", "slate"})
"""Verbs whose object is not done yet, however surely they are said ("is weighing a bid")."""

_OPEN = frozenset({"be unclear", "be uncertain", "be unknown", "be clear"})
"""Predicates that say of a question that it is open and nothing of what it asks."""


def certainty_of(one: Proposition) -> Certainty:
    """How certain what it tells of is: "is weighing a bid", put as fact, is of a possible bid."""
    is_weighed = one.certainty in PLAIN and one.predicate in _WEIGHING
    return Certainty(mapping("modality")[one.predicate]) if is_weighed else one.certainty


def is_plain(context: GroupContext, claim: Claim, one: Proposition) -> bool:
    """Whether it is put as fact; so is what somebody can do, which is no more open than what he does."""
    is_able = modal_of(context, claim, one) == "can"
    return certainty_of(one) in PLAIN or (one.certainty is Certainty.POSSIBLE and is_able)


def tells(one: Proposition) -> bool:
    """Whether it says that something is so, and not only that somebody speaks, or that it lacks."""
    lacks = (one.predicate, "verb") in rows("negation")
    return one.is_stated and not lacks and one.predicate not in words("reporting_verbs") | _OPEN


def is_hedged(context: GroupContext, claim: Claim, one: Proposition) -> bool:
    """Whether a word of hearsay or doubt, not a mere auxiliary, marks the proposition."""
    word = modal_of(context, claim, one)
    if not word or not one.is_stated:
        return False
    if one.certainty is Certainty.REPORTED:
        is_hearsay = mapping("modality").get(word) == Certainty.REPORTED
        return is_hearsay or _after_modal(context, claim, one).startswith(" to ")
    return one.certainty is Certainty.POSSIBLE and word not in AUXILIARIES


def lies_ahead(context: GroupContext, claim: Claim, one: Proposition) -> bool:
    """Whether it is planned or may yet happen; what somebody only believes may long be so, and what
    "would have" happened did not."""
    if modal_of(context, claim, one) == "would" and _after_modal(context, claim, one).startswith(" have "):
        return False
    if one.modal is None or one.certainty is not Certainty.POSSIBLE:
        return certainty_of(one) is Certainty.PLANNED or certainty_of(one) is not one.certainty
    is_auxiliary = modal_of(context, claim, one) in AUXILIARIES
    return is_auxiliary and not _after_modal(context, claim, one).startswith(" have ")


def is_firm(context: GroupContext, claim: Claim, one: Proposition) -> bool:
    """Whether a plan is announced ("will close") and not only expected or intended."""
    return modal_of(context, claim, one) in _FIRM


def is_expected(context: GroupContext, claim: Claim, one: Proposition) -> bool:
    """Whether a plan is only somebody's expectation or intention ("is expected to close")."""
    return modal_of(context, claim, one).startswith(_EXPECTING)


def modal_of(context: GroupContext, claim: Claim, one: Proposition) -> str:
    """The word that marks its certainty, in lower case; empty for none."""
    return context.words(claim, one.modal).casefold() if one.modal is not None else ""


def _after_modal(context: GroupContext, claim: Claim, one: Proposition) -> str:
    """The rest of the claim after the marking word."""
    assert one.modal is not None
    return context.words(claim, claim.span)[max(0, one.modal.end - claim.span.start) :].casefold()
