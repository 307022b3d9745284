"""Which lines of a document are prose, and which are headline, heading or furniture of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache

from reconcile.claims.sentences.lines import find_lines
from reconcile.lexicons import rows, words
from reconcile.schema import Span

HEADLINE_WORDS = 30
"""The longest line at the top that counts as a headline or deck."""
HEADING_WORDS = 12
"""The longest line without a final mark, between paragraphs, that counts as a heading."""
NAME_WORDS = 4
"""The longest line below the headline that is read as a bare name of author or agency."""
SCANNED = 1_000
"""Characters of a line that the patterns see; a longer line is prose in any case."""

_MARKER = re.compile(r"\s*(?:#{1,6}\s+|>\s*|[-*+•]\s+(?=\w)|\d{1,2}\)\s+)?")
_BOLD = re.compile(r"(\*\*|__)[^*_]+\1")
_SENTENCE_END = re.compile(r"[.!?:;,…—–]\W*$")
_QUESTION = re.compile(r"\?\W*$")
_WORD = re.compile(r"[^\W_][\w’'.-]*")


class LineRole(StrEnum):
    """What a line is for."""

    PROSE = "prose"
    HEADLINE = "headline"
    HEADING = "heading"
    BOILERPLATE = "boilerplate"


def line_roles(text: str, body_start: int = 0) -> tuple[tuple[Span, LineRole], ...]:
    """Every line of ``text`` from ``body_start`` on that is not blank, with its role.

    The span leaves out white space at the ends and the marker of a Markdown heading, quotation
    or list item. Lines at the top that come before the first prose are the headline, its deck and
    the summary points; they are prose themselves when nothing else in the text is.
    """
    lines = list(_lines(text, body_start))
    spans = [span for span, _ in lines]
    roles = [_role(span.of(text), marker) for span, marker in lines]
    if LineRole.PROSE not in roles:
        return tuple(zip(spans, _without_prose(text, spans, roles), strict=True))
    first = roles.index(LineRole.PROSE)
    for index in range(first):
        roles[index] = _role_on_top(spans[index].of(text), roles, index)
    return tuple(zip(spans, roles, strict=True))


def dateline_end(line: str) -> int:
    """The length of the dateline that ``line`` begins with, white space after it included; 0 for none.

    "OSLO (Agency) - ", "OSLO — ", "OSLO, Jan. 7 (Agency) -- ", "(Agency) ", "Jan. 7 (Agency) - ",
    "date 2030-01-07 OSLO: ".
    """
    match = _DATELINE.match(line)
    return match.end() if match and match.end() < len(line) else 0


def _lines(text: str, start: int) -> Iterator[tuple[Span, str]]:
    """The lines that are not blank, each with the Markdown marker before it."""
    for span in find_lines(text, start):
        line = span.of(text)
        marker = _MARKER.match(line)
        begin = span.start + (marker.end() if marker else 0)
        end = span.start + len(line.rstrip())
        if begin < end:
            yield Span(begin, end), text[span.start : begin].strip()


def _role(line: str, marker: str) -> LineRole:
    """The role of a line by itself."""
    if len(line) > SCANNED:
        return LineRole.PROSE
    if is_boilerplate(line):
        return LineRole.BOILERPLATE
    if _is_marked_heading(line, marker) or _looks_like_heading(line):
        return LineRole.HEADING
    return LineRole.PROSE


def is_boilerplate(line: str) -> bool:
    """Whether a line is a byline, credit, caption, prompt, notice or the like."""
    count = len(line.split())
    return any(
        (not most or count <= most) and pattern.search(line) is not None
        for most, pattern in _boilerplate_patterns()
    )


@cache
def _boilerplate_patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    frames = {"whole": r"\A(?:{})\Z", "start": r"\A(?:{})", "end": r"(?:{})\Z", "inside": r"(?:{})"}
    return tuple(
        (int(most), re.compile(frames[where].replace("{}", pattern), re.IGNORECASE))
        for where, most, pattern in rows("boilerplate_lines")
    )


def _is_marked_heading(line: str, marker: str) -> bool:
    is_bold = _BOLD.fullmatch(line) is not None and len(line.split()) <= HEADING_WORDS
    return marker.startswith("#") or is_bold


def _looks_like_heading(line: str) -> bool:
    found = _WORD.findall(line)
    if not found or line[:1].islower():
        return False
    if _is_capitals(line) and len(found) <= HEADLINE_WORDS and not line.endswith((",", ";")):
        return dateline_end(line) == 0
    if _QUESTION.search(line):
        return len(found) <= HEADING_WORDS and (_is_title_case(found) or _asks(line, found))
    return len(found) <= HEADING_WORDS and not _SENTENCE_END.search(line)


def _asks(line: str, found: Sequence[str]) -> bool:
    """Whether a line is no more than a question that nobody is quoted with: it says what follows."""
    return line[:1].isalpha() and found[0].lower() in words("question_openers")


def _is_capitals(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    return len(letters) > 3 and not any(character.islower() for character in letters)


def _is_title_case(line: Sequence[str]) -> bool:
    weighty = [word for word in line if word.lower() not in words("boilerplate_small_words")]
    capitals = sum(not word[0].islower() for word in weighty)
    return len(line) > 1 and capitals == len(weighty)


def _role_on_top(line: str, roles: Sequence[LineRole], index: int) -> LineRole:
    """The role of a line before the first prose."""
    if roles[index] is LineRole.BOILERPLATE:
        return LineRole.BOILERPLATE
    found = _WORD.findall(line)
    below_headline = any(role is LineRole.HEADLINE for role in roles[:index])
    if below_headline and len(found) <= NAME_WORDS and _is_title_case(found):
        return LineRole.BOILERPLATE
    return LineRole.HEADLINE


def _without_prose(text: str, spans: Sequence[Span], roles: Sequence[LineRole]) -> Iterator[LineRole]:
    """The roles of a text that never ends a sentence: its longer lines are what it says."""
    for span, role in zip(spans, roles, strict=True):
        is_statement = role is LineRole.HEADING and len(span.of(text).split()) > NAME_WORDS
        yield LineRole.PROSE if is_statement else role


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}(?:,\s*\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?)"
_PLACE = r"(?-i:[A-Z][\w.’'-]*(?:[ /][A-Z][\w.’'-]*){0,4})"
_CAPITALS = r"(?-i:[A-Z][A-Z.’'-]+(?:[ /][A-Z][A-Z.’'-]*){0,4})"
_REGION = r"(?:,\s*(?-i:[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}))"
_AGENCY = r"\((?-i:[A-Z][\w&.’' /-]{1,30})\)"
_DASH = r"\s*(?:[—–]|-{1,2})\s*"
_DATELINE = re.compile(
    rf"\s*(?:date\s+\d{{4}}-\d{{2}}-\d{{2}}\s+{_PLACE}{_REGION}?\s*:\s*"
    rf"|(?:{_PLACE}{_REGION}{{0,2}}(?:,?\s+{_DAY})?,?\s+)?{_AGENCY}(?:{_DASH}|\s*:\s*|\s+)(?=\S)"
    rf"|{_DAY},?\s+{_AGENCY}(?:{_DASH}|\s*:\s*)(?=\S)"
    rf"|{_CAPITALS}{_REGION}{{0,2}}(?:,?\s+{_DAY})?(?:\s+[—–]\s*|\s+-{{1,2}}\s+|[—–]|:\s+)(?=\S)"
    rf"|{_PLACE}{_REGION}?,?\s+{_DAY}{_DASH}(?=\S))",
    re.IGNORECASE,
)
