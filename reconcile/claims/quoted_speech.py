"""Give each quotation the cue that says who speaks, and let it keep it while the quotation runs on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.claims.cues import Cue
from reconcile.claims.reporting import needs_teller
from reconcile.schema import ParsedSentence, Span

GAP_WORDS = 3
"""How many words may stand between a quotation and the cue beside it ("…,” on Friday he said")."""
LEAD_WORDS = 14
"""How many words may stand between a cue and the quotation it introduces ("said in a statement to …: “")."""
COLON_WORDS = 40
"""The same where a colon stands before the quotation."""
NEAR_LINES = 2
"""How many lines apart two paragraphs are at most that follow each other."""

_MARKS = "“”„«»\"‘’'「」"
_BREAK = re.compile(r"[\r\n\v\f\x85\u2028\u2029]")
_SPEECH_END = (",", ".", "!", "?", "…", "—", "–", "-", ";")
_NO_SPEAKER_TAIL = re.compile(rf"[\s{_MARKS}.,!?…)\]]*")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a quotation stands: the number of the sentence it begins and ends in."""

    span: Span
    first: int
    last: int


def assign_quotations(
    sentences: Sequence[ParsedSentence], text: str, quotations: Sequence[Span], cues: Sequence[Cue]
) -> tuple[tuple[Span, Cue], ...]:
    """The quotations whose speaker is told, without a closing comma, each with its cue.

    A quotation that follows another, or a sentence with a cue, without a cue of its own keeps the
    speaker: within the paragraph, and in the next one where it begins the paragraph. Words quoted
    inside somebody's sentence have no speaker of their own.
    """
    if not sentences:
        return ()
    by_sentence: dict[int, list[Cue]] = {}
    for cue in cues:
        by_sentence.setdefault(cue.sentence, []).append(cue)
    places = [_place(sentences, quotation) for quotation in quotations]
    own = [_own_cue(sentences, text, place, quotations, by_sentence) for place in places]
    _take_from_next(text, quotations, own)
    _carry_on(sentences, text, places, own, by_sentence)
    spoken = [
        (_without_comma(text, quotation), cue)
        for quotation, cue in zip(quotations, own, strict=True)
        if cue is not None
    ]
    spoken += [
        remainder
        for place, cue in zip(places, own, strict=True)
        if cue is None and (remainder := _remainder(sentences, place, by_sentence)) is not None
    ]
    return tuple(sorted(spoken, key=lambda pair: pair[0]))


def sentence_number(sentences: Sequence[ParsedSentence], offset: int) -> int:
    """The number of the last sentence that begins at ``offset`` or before it; 0 where none does."""
    return max(0, bisect_right(sentences, offset, key=lambda sentence: sentence.span.start) - 1)


def _place(sentences: Sequence[ParsedSentence], quotation: Span) -> _Place:
    first, last = (sentence_number(sentences, offset) for offset in (quotation.start, quotation.end - 1))
    return _Place(quotation, first, last)


def _own_cue(
    sentences: Sequence[ParsedSentence],
    text: str,
    place: _Place,
    quotations: Sequence[Span],
    cues: dict[int, list[Cue]],
) -> Cue | None:
    """The cue right after a quotation, else the one that introduces it."""
    after = cues.get(place.last, []) + cues.get(place.last + 1, [])
    for cue in after:
        if _follows(text, place.span, cue) and _begins_statement(sentences, text, place):
            return cue
    before = cues.get(place.first - 1, []) + cues.get(place.first, [])
    for cue in reversed(before):
        if _introduces(sentences, text, place, cue, quotations):
            return cue
    return None


def _follows(text: str, quotation: Span, cue: Cue) -> bool:
    if cue.clause.start < quotation.end:
        return False
    gap = text[quotation.end : cue.clause.start]
    if _BREAK.search(gap) or len(gap.split()) > GAP_WORDS + 1 or any(m in gap[2:] for m in '“"«„'):
        return False
    if text[quotation.end - 1] == "," or gap.lstrip(_MARKS + " ").startswith(","):
        return ":" not in gap
    begins_anew = any(content.start >= cue.clause.end for content in cue.contents)
    is_stop = text[quotation.end - 1] == "." and text[cue.clause.start].isupper()
    return text[quotation.end - 1] in _SPEECH_END and not begins_anew and not is_stop and ":" not in gap


def _begins_statement(sentences: Sequence[ParsedSentence], text: str, place: _Place) -> bool:
    """Whether the quotation is what is said and not some words inside it."""
    before = text[sentences[place.first].span.start : place.span.start].rstrip(_MARKS + " \t")
    return not before or before.endswith((",", ":", "—", "–", "--", ".", "?", "!"))


def _introduces(
    sentences: Sequence[ParsedSentence], text: str, place: _Place, cue: Cue, quotations: Sequence[Span]
) -> bool:
    quotation = place.span
    if cue.clause.end > quotation.start or cue.sentence not in {place.first, place.first - 1}:
        return False
    gap = text[cue.clause.end : quotation.start].rstrip(_MARKS + " \t\r\n")
    if cue.sentence != place.first:
        return gap.rstrip().endswith(":") and not _quoted_between(cue, quotation, quotations)
    limit = COLON_WORDS if gap.endswith(":") else LEAD_WORDS
    if len(gap.split()) > limit or _quoted_between(cue, quotation, quotations):
        return False
    opens_statement = text[quotation.start].isupper() or text[quotation.start] in "[.…"
    if not gap.strip():
        return cue.lemma != "according" and (opens_statement or not needs_teller(cue.word))
    if gap.endswith(":") or (gap.lower().endswith(" that") and _ends_sentence(sentences, place)):
        return True
    return gap.endswith(",") and (opens_statement or not any(c.isalnum() for c in gap))


def _ends_sentence(sentences: Sequence[ParsedSentence], place: _Place) -> bool:
    return sentences[place.last].span.end - place.span.end <= len("”.")


def _quoted_between(cue: Cue, quotation: Span, quotations: Sequence[Span]) -> bool:
    index = bisect_right(quotations, cue.clause.end - 1, key=lambda other: other.start)
    return index < len(quotations) and quotations[index].end < quotation.start


def _take_from_next(text: str, quotations: Sequence[Span], own: list[Cue | None]) -> None:
    """Give a quotation that its paragraph leaves open the speaker of the one that goes on with it."""
    for index in range(len(quotations) - 2, -1, -1):
        span, after = quotations[index], quotations[index + 1]
        if own[index] is None and own[index + 1] is not None:
            gap = text[span.end : after.start]
            closed = any(mark in gap.split("\n")[0] for mark in "”\"»'’")
            if not closed and _BREAK.search(gap) and not any(c.isalnum() for c in gap):
                own[index] = own[index + 1]


def _carry_on(
    sentences: Sequence[ParsedSentence],
    text: str,
    places: Sequence[_Place],
    own: list[Cue | None],
    cues: dict[int, list[Cue]],
) -> None:
    """Let quotations that have no cue go on with the speaker before them."""
    for index, place in enumerate(places):
        if own[index] is None and _is_alone(sentences, text, place):
            own[index] = _running(sentences, places, own, index) or _last_told(sentences, place, cues)


def _is_alone(sentences: Sequence[ParsedSentence], text: str, place: _Place) -> bool:
    """Whether the quotation is a sentence, or several, by itself."""
    before = text[sentences[place.first].span.start : place.span.start].rstrip(_MARKS + " \t([")
    end = sentences[place.last].span.end
    tail = text[place.span.end : max(end, place.span.end)]
    return (not before or before.endswith((".", "!", "?"))) and _NO_SPEAKER_TAIL.fullmatch(tail) is not None


def _running(
    sentences: Sequence[ParsedSentence], places: Sequence[_Place], own: Sequence[Cue | None], index: int
) -> Cue | None:
    """The cue of the quotation before, if that reaches into this sentence or the one before."""
    if index == 0 or places[index].first - places[index - 1].last > 1:
        return None
    return own[index - 1] if _is_near(sentences, places[index - 1].last, places[index].first) else None


def _last_told(sentences: Sequence[ParsedSentence], place: _Place, cues: dict[int, list[Cue]]) -> Cue | None:
    """The first cue of the same sentence before the quotation, else of the sentence before."""
    same = [cue for cue in cues.get(place.first, ()) if cue.clause.end <= place.span.start]
    if same:
        return _main_cue(same)
    told = cues.get(place.first - 1, ())
    return _main_cue(told) if told and _is_near(sentences, place.first - 1, place.first) else None


def _main_cue(cues: Sequence[Cue]) -> Cue:
    """The cue of the main clause, else the first."""
    return next((cue for cue in cues if cue.word.dep == "ROOT"), cues[0])


def _remainder(
    sentences: Sequence[ParsedSentence], place: _Place, cues: dict[int, list[Cue]]
) -> tuple[Span, Cue] | None:
    """The later sentences of a quotation that begins inside what somebody is reported to say."""
    told = [cue for cue in cues.get(place.first, ()) if cue.clause.end <= place.span.start]
    if place.last == place.first or not told:
        return None
    start = sentences[place.first + 1].span.start
    return (Span(start, place.span.end), _main_cue(told)) if start < place.span.end else None


def _is_near(sentences: Sequence[ParsedSentence], left: int, right: int) -> bool:
    """Whether two sentences stand in one paragraph or in two that follow each other."""
    return sentences[right].paragraph - sentences[left].paragraph <= NEAR_LINES


def _without_comma(text: str, quotation: Span) -> Span:
    end = quotation.end
    while end - 1 > quotation.start and (text[end - 1] == "," or text[end - 1].isspace()):
        end -= 1
    return Span(quotation.start, end)
