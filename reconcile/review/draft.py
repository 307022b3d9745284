"""What stands in the form of a finding, and the preferred forms that it offers."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.review.submission import OWN_WORDS, choices
from reconcile.schema import Discrepancy, DiscrepancyKind, DiscrepancyRelation, Judgement

_HAS_FORMS = (DiscrepancyKind.WORDING, DiscrepancyKind.NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A preferred form to choose; ``users`` are the letters of the sources that have it."""

    value: str
    words: str
    users: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stands in the form: the last decision, or what could not be saved (``is_unsent``)."""

    choice: str = ""
    own: str = ""
    note: str = ""
    is_unsent: bool = False


def has_forms(discrepancy: Discrepancy) -> bool:
    """Whether an editor would settle on one form for it."""
    return discrepancy.kind in _HAS_FORMS or discrepancy.relation is DiscrepancyRelation.WORDING


def draft_of(own: Judgement | None, discrepancy: Discrepancy) -> Draft:
    if own is None:
        return Draft()
    if own.preferred is None:
        return Draft(note=own.note)
    words = list(choices(discrepancy))
    if own.preferred in words:
        return Draft(choice=str(words.index(own.preferred)), note=own.note)
    return Draft(choice=OWN_WORDS, own=own.preferred, note=own.note)


def form_choices(discrepancy: Discrepancy, draft: Draft) -> tuple[Choice, ...]:
    """None where it makes no sense to prefer a form, unless one was preferred already."""
    if not has_forms(discrepancy) and not draft.choice:
        return ()
    return tuple(
        Choice(value=str(number), words=words, users=", ".join(users), is_chosen=draft.choice == str(number))
        for number, (words, users) in enumerate(choices(discrepancy).items())
    )
