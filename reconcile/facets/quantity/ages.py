"""Ages: "a 34-year-old", "aged 40", "three months old", "Ann Lee, 45,", "in his 60s"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from reconcile.comparison.units import dimension
from reconcile.facets.quantity.figure import Figure
from reconcile.schema import ParsedSentence, Token

AGE = "age"
"""What a figure counts that is an age."""

_OLD_AFTER = re.compile(r"[\s-]*old\b(?:[\s-]?er\b)?|\s+of\s+age\b", re.IGNORECASE)
_YO = re.compile(r"\s?-?\s?(?:y/?o|yrs? old)\b", re.IGNORECASE)
_AGED_BEFORE = re.compile(
    r"\b(?P<words>aged?(?:\s+(?:between|about|around|just|only|under|over))?|(?:at\s+)?(?:the\s+|an?\s+)?age\s+of|ages)\s+$",
    re.IGNORECASE,
)
_TURNED_BEFORE = re.compile(
    r"\b(?:turn(?:s|ed|ing)?|(?:he|she|who)(?:['’]s|\s+(?:is|was))"
    r"|(?:boy|girl|man|woman|child|son|daughter|baby)\s+of|(?:died|dies|dead)\s+at)\s+(?:about\s+|just\s+|only\s+)?$",
    re.IGNORECASE,
)
_CLOSED_AFTER = re.compile(r"\s*(?:$|[.,;)](?!\d)|(?:when|at the time|and|but|in|last|this|next|on)\b)")
_LIST_BEFORE = re.compile(r"\bage[ds]\s+(?:\d{1,3}(?:,\s+|,?\s+and\s+))+$", re.IGNORECASE)
_OR_YOUNGER = re.compile(r",?\s+(?:years?\s+)?or\s+(?:younger|older)\b")
_APPOSED_BEFORE = re.compile(r"(?P<name>\w[\w.’'-]*),\s+$")
_APPOSED_AFTER = re.compile(r"\s*(?:[,;.)]|$|(?:who|and|was|of|from)\b)")
_DESCRIBED_AFTER = re.compile(r",\s+(?:who|of|from|an?|was|has|had|said|told|[a-z]+ed)\b")
_DECADE = re.compile(r"(?P<part>early|mid|late)?[\s-]*(?P<decade>[2-9]0)[’']?s\b", re.IGNORECASE)
_DECADE_BEFORE = re.compile(
    r"\bin\s+(?:his|her|their|my|our)\s+(?:(?P<part>early|mid|late)[\s-]+)?$", re.IGNORECASE
)
_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_OLDEST = 119
_NAME_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "VERB"})
"""Parts of speech that a parser gives to rare surnames."""


def as_age(text: str, figure: Figure, sentence: ParsedSentence) -> Figure | None:
    """``figure`` as an age; None where the words around it make it none."""
    if figure.part or figure.low is None:
        return None
    old = _OLD_AFTER.match(text, figure.end)
    if old and dimension(figure.unit) == "time":
        return replace(figure, end=old.end(), counted=AGE)
    if figure.unit is not None or not 0 <= figure.low <= _OLDEST:
        return None
    short = _YO.match(text, figure.end)
    if short:
        return replace(figure, end=short.end(), unit="year", counted=AGE)
    if _is_told(text, figure) or _apposed(text, figure, sentence):
        return replace(figure, unit="year", counted=AGE)
    return None


def _is_told(text: str, figure: Figure) -> bool:
    """Whether the words around a bare number make it an age ("aged 40", "turned 50.", "30 or younger")."""
    before = max(0, figure.start - 40)
    if _AGED_BEFORE.search(text, before, figure.start) or _LIST_BEFORE.search(text, before, figure.start):
        return True
    if _OR_YOUNGER.match(text, figure.end):
        return True
    turned = _TURNED_BEFORE.search(text, before, figure.start)
    return turned is not None and _CLOSED_AFTER.match(text, figure.end) is not None


def read_decade(text: str, start: int) -> Figure | None:
    """The age in "in his 60s", "in her mid-40s"; None for other numbers."""
    before = _DECADE_BEFORE.search(text, max(0, start - 24), start)
    match = _DECADE.match(text, start) if before else None
    if before is None or match is None:
        return None
    first, last = _PARTS.get((before["part"] or "").lower(), (0, 9))
    years = int(match["decade"])
    low, high = Decimal(years + first), Decimal(years + last)
    return Figure(
        start=start, end=match.end(), low=low, high=high, unit="year", counted=AGE, approximate=True
    )


def _apposed(text: str, figure: Figure, sentence: ParsedSentence) -> bool:
    """Whether a bare number between commas follows a person ("Ann Lee, 45, of Hull")."""
    before = _APPOSED_BEFORE.search(text, max(0, figure.start - 40), figure.start)
    if before is None or not text[figure.start : figure.end].isdigit():
        return False
    if not _APPOSED_AFTER.match(text, figure.end):
        return False
    end = sentence.span.start + before.end("name")
    token = next((t for t in sentence.tokens if t.end == end), None)
    described = _DESCRIBED_AFTER.match(text, figure.end) is not None
    return token is not None and _may_be_person(token, described)


def _may_be_person(token: Token, described: bool) -> bool:
    """Whether ``token`` may be a name, or, where a description follows ("a baker, 45, of Hull"), a noun."""
    if not token.text[:1].isupper():
        return described and token.pos == "NOUN"
    if described:
        return token.entity != "DATE"
    return token.entity == "PERSON" or (not token.entity and token.pos in _NAME_TAGS)
