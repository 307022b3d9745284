"""Whether what two propositions tell befell one person, named with an office or without it."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.comparison import compare
from reconcile.schema import Claim, NameFacet, NameKind, Proposition, Verdict

BESIDE = 2
"""Characters between a phrase and a name in apposition to it (a comma and a space)."""

_OWNING = ("'s", "’s")
"""What stands after the name of a person to whom the thing or person told of belongs."""

_Put = tuple[Claim, Proposition]
_Argument = tuple[Claim, tuple[str, ...]]


def of_same_person(left: _Put, right: _Put) -> bool:
    """Whether both mainly tell what befell one person ("the former manager Jens Rohloff", "Rohloff"), whoever
    did it, or what one person does."""
    (ours, our), (theirs, their) = left, right
    if not (_is_finite_main(*left) and _is_finite_main(*right)):
        return False
    return _name_one((ours, our.core), (theirs, their.core)) or (
        our.core == their.core and _name_one((ours, our.actor), (theirs, their.actor))
    )


def _is_finite_main(claim: Claim, one: Proposition) -> bool:
    """Whether it is what the claim mainly tells, not what somebody is asked or wants "to" do."""
    before = claim.text[: max(0, one.span.start - claim.span.start)].split()
    return one.span == claim.parts.predicate and "to" not in before[-1:] + before[:1]


def _name_one(left: _Argument, right: _Argument) -> bool:
    """Whether names beside two arguments can be one person's, or the surname beside one is the other, whose
    phrase may stand in another claim of its sentence."""
    ours, theirs = list(_names(*left)), list(_names(*right))
    if ours and theirs:
        fitting = (Verdict.AGREE, Verdict.COMPATIBLE)
        return any(compare(one, other).verdict in fitting for one in ours for other in theirs)
    return any(_surname(name) in right[1][:1] for name in ours) or any(
        _surname(name) in left[1][:1] for name in theirs
    )


def _surname(name: NameFacet) -> str:
    return name.canonical.casefold().split()[-1]


def _names(claim: Claim, argument: tuple[str, ...]) -> Iterator[NameFacet]:
    """The persons' names in the phrase of an argument and right after it, unless it only belongs to them."""
    phrases = [phrase for phrase in claim.phrases if argument and phrase.head == argument[0]]
    for name in claim.facets:
        if not isinstance(name, NameFacet) or name.name_kind is not NameKind.PERSON:
            continue
        after = claim.text[name.span.end - claim.span.start :]
        owns = name.text.endswith(_OWNING) or after.startswith(_OWNING)
        starts = name.span.start
        beside = any(p.core.start <= starts <= p.core.end + BESIDE for p in phrases)
        if beside and not owns:
            yield name
