"""The words of time as regular-expression fragments and as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reconcile.lexicons import mapping, rows

_Tree = dict[str, "_Tree"]
_PIECES = {" ": r"\s+", "'": "['’]?"}


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of ``phrases``, the longest that fits; a space matches any white space.

    A straight apostrophe also matches a curly one, and none. Beginnings in common are factored
    out, as ``re`` tries the branches of an alternation one by one.
    """
    tree: _Tree = {}
    for phrase in phrases:
        node = tree
        for character in phrase:
            node = node.setdefault(_PIECES.get(character) or re.escape(character), {})
        node[""] = {}
    return _pattern(tree)


def _pattern(tree: _Tree) -> str:
    branches = [piece + _pattern(rest) for piece, rest in sorted(tree.items()) if piece]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and "" not in tree else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if "" in tree else joined


def _named(names: Iterable[str]) -> str:
    """Any of ``names``; the short forms may end in a dot."""
    full = [name for name in names if len(name) > 5 or name in {"march", "april", "may", "june", "july"}]
    return rf"(?:{any_of(full)}\b|{any_of(set(names) - set(full))}\b\.?)"


MONTHS = {word: int(number) for word, number in mapping("month_names").items()}
WEEKDAYS = {word: int(number) for word, number in mapping("time_weekdays").items()}
ORDINALS = {word: int(number) for word, number in mapping("time_ordinals").items()}
SEASONS = {word: int(number) for word, number in mapping("time_seasons").items()}
UNITS = {word: singular for word, _, singular in rows("time_units")}
SECONDS = {singular: int(seconds) for _, seconds, singular in rows("time_units")}

MONTH = _named(MONTHS)
WEEKDAY = _named(WEEKDAYS)
ORDINAL = any_of(ORDINALS)
SEASON = any_of(SEASONS)
UNIT = any_of(UNITS)
TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
SHIFT = r"(?:last|next|this|past|previous|coming|following|current|preceding)"
_EDGE = r"(?:beginning|start|opening|middle|end|close)"
_TWO_PARTS = r"(?:early[\s-]+to[\s-]+mid|mid[\s-]+to[\s-]+late)"
_PORTION = rf"(?:(?:very\s+)?{_EDGE}|(?:first|second|latter)\s+half)"
# In "the start of this year's summit" it is the summit that starts.
_OF = r"of(?!\s+(?:\w+\s+){0,2}\w+[’']s\s)"
PART = rf"(?:{_TWO_PARTS}|early|mid|late|earlier|later|(?:the\s+)?{_PORTION}\s+{_OF})"

_PART_NAMES = {
    "earl": "early",
    "mid": "mid",
    "late": "late",
    "begi": "start",
    "star": "start",
    "open": "start",
    "midd": "mid",
    "end": "end",
    "clos": "end",
    "first": "early",
    "second": "late",
    "latter": "late",
}


def month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    return WEEKDAYS[word.lower().rstrip(".")]


def day_number(word: str) -> int:
    """The number in "4", "04" or "4th"."""
    return int(re.sub(r"\D", "", word))


def part_name(word: str) -> str:
    """One of early, mid, late, start, end, "early to mid" and "mid to late" for a word that PART matches."""
    if re.fullmatch(_TWO_PARTS, word, re.IGNORECASE):
        return re.sub(r"[\s-]+", " ", word.lower())
    key = re.sub(r"^(?:the\s+)?(?:very\s+)?", "", word.lower())
    return next(name for prefix, name in _PART_NAMES.items() if key.startswith(prefix))


def shift_of(word: str) -> int:
    """-1, 0 or 1 for a word that SHIFT matches."""
    match word.lower().split()[-1]:
        case "last" | "past" | "previous" | "preceding" | "latest" | "recent":
            return -1
        case "next" | "coming" | "following":
            return 1
    return 0


def day_part(tail: str | None, lead: str | None = None) -> str | None:
    """The part of the day that words such as "Friday night" end in, or begin with as in "late Friday"."""
    last = re.split(r"[\s-]+", tail)[-1].lower() if tail else ""
    if last in {"morning", "afternoon", "evening", "night"}:
        return last
    return {"early": "morning", "late": "evening", "overnight": "night"}.get(
        (lead or "").lower().removesuffix(" on").strip()
    )
