"""The date of publication that a text states in its own head: a date line, a byline, a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from reconcile.documents.bylines import is_byline, is_credit
from reconcile.documents.written_dates import StatedDate, dated_words, read_date

HEAD_LINES = 10
"""Lines with words that count as the head of a text."""
LONGEST_HEAD_LINE = 300
"""A line longer than this is a paragraph: the head ends with it."""

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_LABEL = re.compile(
    r"(?:(?P<updated>(?:last\s+)?(?:updated?|modified|revised|amended))"
    r"|(?:(?:first|originally)\s+)?(?:published|posted|issued|released|filed)"
    r"|publication\s+date|date\s+published|pub\.?\s*date|dated?)"
    r"(?P<gap>\s*:\s*|\s+(?:on\s+|at\s+)?)",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s*[|•·]\s*|\t+")
_DASH = re.compile(r"\s+[–—-]\s+|[,;]?(?<!last)\s+(?=(?:last\s+)?updated\b)", re.IGNORECASE)


class Weight(IntEnum):
    """How surely a date in the head is that of publication; the surest is taken."""

    UPDATED = 1
    DATELINE = 2
    BARE = 3
    PUBLISHED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A date found in the head, and ``end``, where the words that only date the text end."""

    stated: StatedDate
    weight: Weight
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The date that the head states, if any, and the offset at which prose begins."""

    stated: StatedDate | None
    body_start: int


def read_head(text: str, start: int = 0) -> Head:
    """The date of publication in the first lines of ``text`` from ``start`` on.

    Dates inside sentences do not count. Where two dates of the same weight disagree, neither
    is taken. ``body_start`` moves past date lines that stand before everything else.
    """
    mentions: list[Mention] = []
    body_start = start
    leading = True
    for line in _head_lines(text, start):
        found = _opening(text, line) if leading and not mentions else []
        found = found or _mentions(line) or _dateline(line)
        mentions += found
        leading = leading and bool(found)
        if leading:
            body_start = max(mention.end for mention in found)
            leading = body_start == line.end()
    return Head(stated=_surest(mentions), body_start=body_start)


def _head_lines(text: str, start: int) -> Iterator[re.Match[str]]:
    seen = 0
    for line in _LINE.finditer(text, start):
        if not line[0].strip():
            continue
        yield line
        seen += 1
        if seen == HEAD_LINES or len(line[0]) > LONGEST_HEAD_LINE:
            return


def _surest(mentions: list[Mention]) -> StatedDate | None:
    if not mentions:
        return None
    weight = max(mention.weight for mention in mentions)
    stated = [mention.stated for mention in mentions if mention.weight is weight]
    if len({one.day for one in stated}) > 1:
        return StatedDate(text=" / ".join(one.text for one in stated), day=None)
    return next((one for one in stated if one.at), stated[0])


def _opening(text: str, line: re.Match[str]) -> list[Mention]:
    """ "date 2025-09-02 PARIS: …": a date before the first sentence, in one line with it."""
    match = _opening_pattern().match(text, line.start(), min(line.end(), line.start() + LONGEST_HEAD_LINE))
    stated = read_date(match["date"]) if match else None
    if match is None or stated is None:
        return []
    place = match["place"] or ""
    if _LABEL.match(f"{place} ") or not (match["label"] or _is_place(place)):
        return []
    return [Mention(stated=stated, weight=Weight.PUBLISHED, end=match.end())]


def _dateline(line: re.Match[str]) -> list[Mention]:
    """ "KYIV, March 3, 2024 (Agency) – …": only with its year."""
    match = _dateline_pattern().match(line[0], 0, LONGEST_HEAD_LINE)
    stated = read_date(match["date"]) if match else None
    if match is None or stated is None or not _is_place(match["place"]):
        return []
    return [Mention(stated=stated, weight=Weight.DATELINE, end=line.start() + match.end())]


@cache
def _opening_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?P<label>(?i:dated?|published|posted)(?:\s*:)?\s+)?(?P<date>{dated_words()})"
        r"(?:,?\s+(?P<place>[^\W\d_][^:|()\d]{1,60}?))?\s*:\s+(?=\S)"
    )


@cache
def _dateline_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?P<place>[^\W\d_][^:|()\d]{{1,60}}?),?\s+(?P<date>{dated_words()})"
        r"\s*(?:\([^()]{2,40}\)\s*|/[^/]{2,40}/\s*)?[-–—]{1,2}\s*(?=\S)"
    )


def _is_place(words: str) -> bool:
    """Datelines print the city in capitals."""
    first = words.split(",", maxsplit=1)[0].split()
    return bool(first) and len(first[0]) > 1 and first[0].isupper()


def _mentions(line: re.Match[str]) -> list[Mention]:
    """The dates of a line that holds nothing but dates, names and credits."""
    if len(line[0]) > LONGEST_HEAD_LINE:
        return []
    words = re.sub(r"[*_`]+", " ", line[0]).strip(" \t>()[]")
    parts = [part for bar in _BAR.split(words) for part in _DASH.split(bar) if part.strip()]
    dates = [date for part in parts if (date := _labelled_date(part) or _dated_byline(part))]
    others = [part for part in parts if not (_labelled_date(part) or _dated_byline(part))]
    barred = _BAR.search(words) is not None and _DASH.search(words) is None
    if not all(is_byline(part) or (barred and is_credit(part)) for part in others):
        return []
    return [Mention(stated=stated, weight=weight, end=line.end()) for weight, stated in dates]


def _labelled_date(words: str) -> tuple[Weight, StatedDate] | None:
    label = _LABEL.match(words)
    stated = read_date(words[label.end() :] if label else words)
    if stated is None:
        return None
    if label is None:
        return Weight.BARE, stated
    return Weight.UPDATED if label["updated"] else Weight.PUBLISHED, stated


def _dated_byline(words: str) -> tuple[Weight, StatedDate] | None:
    """ "By Jane Roe, March 3, 2024": a byline that ends in a date without a mark between them."""
    for gap in re.finditer(r",?\s+", words):
        if is_byline(words[: gap.start()]) and (found := _labelled_date(_after_on(words[gap.end() :]))):
            return found
    return None


def _after_on(words: str) -> str:
    return re.sub(r"^on\s+", "", words)
