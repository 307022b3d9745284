"""The words by which a claim says that something is not known, not told or not settled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reconcile.lexicons import rows
from reconcile.schema import FacetKind, Span

_ASKED = {"when": FacetKind.TIME, "where": FacetKind.PLACE, "how": FacetKind.QUANTITY}
_NOUNS = {"time": FacetKind.TIME, "place": FacetKind.PLACE, "quantity": FacetKind.QUANTITY}
_STATES = ("dead", "injured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Where an account leaves something open, and the kind of value that would answer it.

    ``states`` are what befell the people that a figure would count; empty for any figure. ``is_end`` is
    True where only the end of what the claim tells is open ("until further notice").
    """

    span: Span
    kind: FacetKind
    states: frozenset[str] = frozenset()
    is_end: bool = False


def find_gaps(text: str, start: int) -> Sequence[Gap]:
    """The gaps in ``text``, which stands at ``start`` of its document."""
    return [
        _gap(match, Span(start + match.start(), start + match.end()))
        for pattern in _patterns()
        for match in pattern.finditer(text)
    ]


def _gap(match: re.Match[str], span: Span) -> Gap:
    asked, noun, befallen = (match.groupdict().get(name) for name in ("asked", "noun", "befallen"))
    if befallen:
        states = frozenset(state for state in _STATES if befallen.casefold() in _words(state))
        return Gap(span=span, kind=FacetKind.QUANTITY, states=states)
    if noun:
        return Gap(span=span, kind=next(_NOUNS[part] for part in _NOUNS if noun.casefold() in _words(part)))
    if asked:
        first, *rest = asked.casefold().split()
        is_time = rest in (["long"], ["soon"])
        return Gap(span=span, kind=FacetKind.TIME if is_time else _ASKED[first])
    return Gap(span=span, kind=FacetKind.TIME, is_end=True)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    tell, noun, befallen = _any("tell"), _any(*_NOUNS), _any(*_STATES)
    fill = r"(?: (?:yet|exactly|precisely|immediately|publicly|reporters|on|about|of|as to|just)){0,2}"
    asked = r"(?P<asked>when|where|how (?:many|much|long|soon))"
    negated = (
        rf"(?:(?:did|do|does|has|have|had|is|was|were|would|could) not|\w+n['’]t|without|{_any('shun')})"
    )
    was = r"(?:(?:has|have|had|was|were|is)(?: yet)?(?: been)? )?"
    found = (
        rf"\b{negated}{fill} (?:{tell}){fill} {asked}\b",
        rf"\b(?:{_any('open')}){fill} {asked}\b",
        rf"\bno (?:exact |new |firm )?(?P<noun>{noun}) {was}(?:{tell}|scheduled)\b",
        rf"\b(?:gave|give|set|offered) no (?P<noun>{noun})\b",
        rf"\bno (?:immediate |early |initial |confirmed )?reports? of (?:any )?(?P<befallen>{befallen})\b",
        rf"\b(?:{_any('unset')})\b",
    )
    return tuple(re.compile(one, re.IGNORECASE) for one in found)


def _any(*parts: str) -> str:
    return "|".join(word for part in parts for word in _words(part))


@cache
def _words(part: str) -> tuple[str, ...]:
    """The words of ``withheld.tsv`` that play one part, in its order."""
    return tuple(word for word, its in rows("withheld") if its == part)
