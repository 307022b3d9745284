"""Finding the expressions of time in a parsed sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from reconcile.facets.temporal import (
    clocks,
    counted,
    dates,
    durations,
    holidays,
    hours,
    months,
    numeric,
    periods,
    portions,
    quarters,
    ranges,
    spans,
    tense,
)
from reconcile.facets.temporal.cues import cues
from reconcile.facets.temporal.joining import joined
from reconcile.facets.temporal.quoted import as_said, quotation_test
from reconcile.facets.temporal.reading import Context, Found, Outlook, Reading, Rule
from reconcile.lexicons import words
from reconcile.lexicons.letters import with_plain_letters
from reconcile.schema import ParsedSentence, Span, TimeFacet, TimeForm, Token

_MODULES = (
    ranges,
    numeric,
    dates,
    holidays,
    quarters,
    portions,
    months,
    periods,
    counted,
    spans,
    hours,
    clocks,
    durations,
)
_RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in module.RULES)
_NUMERIC_DATE = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-])")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "NORP", "LAW"})
_COUNTS = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
_NOUN_MODIFIERS = frozenset({"compound", "nmod", "amod"})
_NEXT_WORD = re.compile(r"[\s-]*([A-Za-z%]+)")
_LEAD = re.compile(
    r"(?:(?:in|on|at|by|of|during|throughout|since|over|before|between)\s+(?!the\s+(?:past|future)\b))?\s*",
    re.IGNORECASE,
)
_IN = re.compile(r"(?:in\s+)?", re.IGNORECASE)
_COUNTED = words("time_counted_nouns")


def find_times(sentence: ParsedSentence, text: str, published: dt.date | None) -> tuple[TimeFacet, ...]:
    """The expressions of time in ``sentence`` of the document ``text``, in order, none overlapping.

    Spans are offsets into ``text``. Relative and partial dates are resolved against
    ``published``; without it they stay unresolved (no interval, no anchor).
    """
    words_of_sentence = with_plain_letters(sentence.span.of(text))
    rules = _rules_for(words_of_sentence)
    if not rules:
        return ()
    context = _context(sentence, text, words_of_sentence, published)
    matches = list(_matches(rules, context))
    try:
        found = as_said(joined(matches, words_of_sentence), context)
    except (ValueError, OverflowError):  # joined, they lie off the calendar
        found = matches
    return tuple(_facet(item, sentence.span.start, text, published) for item in found)


def _rules_for(sentence: str) -> list[Rule]:
    """The rules whose kind of word the sentence holds: one cheap scan spares most sentences the rest."""
    kinds = cues(sentence)
    return [rule for rule in _RULES if rule.cue in kinds] if kinds else []


def _context(sentence: ParsedSentence, text: str, words_: str, published: dt.date | None) -> Context:
    offset = sentence.span.start

    def token_at(start: int) -> Token | None:
        return next((t for t in sentence.tokens if t.start <= start + offset < t.end), None)

    def outlook(start: int, end: int) -> Outlook:
        return tense.outlook(sentence, Span(start + offset, end + offset))

    def is_name(start: int, _: int) -> bool:
        token = token_at(start)
        return token is not None and (token.entity in _NAMES or token.pos in {"AUX", "VERB"})

    def is_in_name(start: int) -> bool:
        token = token_at(start)
        before = sentence.tokens[token.index - 1] if token and token.index else None
        return token is not None and before is not None and _is_one_name(before, token)

    def dates_report(start: int) -> bool:
        token = token_at(start)
        return token is not None and tense.dates_report(sentence, token)

    def modified(start: int, end: int) -> str:
        return _modified(sentence, Span(start + offset, end + offset))

    def is_count(start: int, end: int) -> bool:
        return _is_count(words_, end, token_at(start), token_at(end + 1))

    return Context(
        text=words_,
        published=published,
        outlook=outlook,
        is_name=is_name,
        is_in_name=is_in_name,
        is_count=is_count,
        is_quoted=quotation_test(text, offset),
        dates_report=dates_report,
        modified=modified,
        day_first=_day_first(text),
    )


def _is_one_name(before: Token, token: Token) -> bool:
    """ "Fox News Sunday": a capitalised word before, and the parser puts both in one name."""
    titles = {"ORG", "WORK_OF_ART"}
    return token.entity in titles and before.entity == token.entity and before.text[:1].isupper()


def _modified(sentence: ParsedSentence, words_: Span) -> str:
    """The lemma of the noun after ``words_`` whose modifier their last word is, "" for none."""
    last = max(sentence.within(words_), key=lambda token: token.start, default=None)
    if last is None or last.dep not in _NOUN_MODIFIERS:
        return ""
    head = sentence.tokens[last.head]
    return head.lemma.casefold() if head.start >= words_.end and head.pos in {"NOUN", "PROPN"} else ""


def _is_count(sentence: str, end: int, number: Token | None, following: Token | None) -> bool:
    """Whether four digits count something, as in "2000 troops", or are part of a name."""
    word = _NEXT_WORD.match(sentence, end)
    if word is not None and word[1].lower() in _COUNTED:
        return True
    if number is None or following is None:
        return False
    return number.entity in _COUNTS and following.tag == "NNS"


@lru_cache(maxsize=64)
def _day_first(text: str) -> bool | None:
    """What the document's own dates show: 25/12/2024 puts the day first, 12/25/2024 the month."""
    pairs = [(int(first), int(second)) for first, _, second in _NUMERIC_DATE.findall(text)]
    day_first = any(first > 12 >= second for first, second in pairs)
    month_first = any(second > 12 >= first for first, second in pairs)
    return None if day_first == month_first else day_first


def _matches(rules: list[Rule], context: Context) -> Iterator[Found]:
    """The leftmost and then longest matches that are times, none overlapping."""
    candidates = [
        (match.start(), -match.end(), number, match, rule)
        for number, rule in enumerate(rules)
        for match in rule.pattern.finditer(context.text)
    ]
    candidates.sort(key=lambda candidate: candidate[:3])
    end = 0
    for start, _, _, match, rule in candidates:
        reading = _built(rule, match, context) if start >= end else None
        if reading is not None:
            end = match.end()
            yield Found(start=start, end=end, reading=reading)


def _built(rule: Rule, match: re.Match[str], context: Context) -> Reading | None:
    """The reading of a match; None for 31 June, or what lies off the calendar."""
    try:
        return rule.build(match, context)
    except (ValueError, OverflowError):
        return None


def _facet(item: Found, offset: int, text: str, published: dt.date | None) -> TimeFacet:
    span = _trimmed(item, offset, text)
    reading = item.reading
    calendar = reading.form is TimeForm.CALENDAR
    intervals = reading.intervals if calendar else ()
    interval = intervals[0] if intervals else None
    return TimeFacet(
        span=span,
        text=span.of(text),
        form=reading.form,
        interval=interval,
        granularity=reading.granularity if calendar else None,
        anchor=published if reading.relative and interval is not None else None,
        alternatives=intervals[1:],
        clock=reading.clock,
        day_part=reading.day_part,
        length_low=reading.length_low,
        length_high=reading.length_high,
    )


def _trimmed(item: Found, offset: int, text: str) -> Span:
    """The place in the document, without the preposition that some patterns need to match."""
    start, end = item.start + offset, item.end + offset
    pattern = _LEAD if item.reading.form is TimeForm.CALENDAR else _IN
    lead = pattern.match(text, start, end)
    start = lead.end() if lead and lead.end() < end else start
    while end - 1 > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
