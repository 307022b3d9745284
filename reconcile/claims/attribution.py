"""Who says what: cues of reported speech joined with what they report and with the quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile.claims.appraisals import find_appraisals
from reconcile.claims.cues import Cue, find_cues
from reconcile.claims.embedded_posts import find_posts
from reconcile.claims.mentions import find_mentions
from reconcile.claims.pronouns import name_speakers
from reconcile.claims.quoted_speech import assign_quotations
from reconcile.schema import ParsedSentence, Span, Speaker

_JOINT = re.compile(r"[\s,;—–]*(?:\b(?:and|but|then|also|or|yet|later|while)\b[\s,]*)*$")

OVERLAP = 0.5
"""The part of a stretch that a quotation must cover for the two to be the same words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A stretch of the document and who is reported to have said it; ``cue_verb`` is a lemma."""

    content: Span
    speaker: Speaker
    cue_verb: str


def find_attributions(
    sentences: Sequence[ParsedSentence], text: str, quotations: Sequence[Span]
) -> tuple[Attribution, ...]:
    """Every stretch of reported speech with its speaker, in the order of the text.

    ``content`` is the complement clause without "that", the main clause without the cue, or the inner
    text of a quotation (without a closing comma). A cue in the middle gives two stretches. Stretches
    can be nested where one speaker reports another; cues inside quotations are not followed.
    ``Speaker.resolved`` is the full name in the article, None where it is left open.
    """
    cues = [cue for cue in find_cues(sentences, text) if not _is_inside(cue.word.span, quotations)]
    quoted = assign_quotations(sentences, text, quotations, cues)
    cues = [_without(_parted(cue, text, cues), quoted) for cue in cues]
    given = [span for span, _ in quoted] + [content for cue in cues for content in cue.contents]
    open_quotations = [q for q in quotations if not any(span.contains(q) for span in given)]
    appraised = tuple(find_appraisals(sentences, text, open_quotations))
    speaking = sorted((*cues, *(cue for _, cue in appraised)), key=lambda cue: cue.word.start)
    names = name_speakers(speaking, find_mentions(sentences, quotations), sentences)
    found = [
        _attribution(text, span, cue, names[cue.word.span], quoted=True)
        for span, cue in (*quoted, *appraised)
    ]
    for cue in cues:
        for content in cue.contents:
            is_quoted = _is_inside(content, quotations)
            found.append(_attribution(text, content, cue, names[cue.word.span], quoted=is_quoted))
    posts = [
        Attribution(content=words, speaker=author, cue_verb="post") for words, author in find_posts(text)
    ]
    return tuple(sorted(found + posts, key=lambda attribution: attribution.content))


def _is_inside(span: Span, quotations: Sequence[Span]) -> bool:
    index = bisect_right(quotations, span.start, key=lambda quotation: quotation.start) - 1
    return index >= 0 and quotations[index].contains(span)


def _parted(cue: Cue, text: str, cues: Sequence[Cue]) -> Cue:
    """The cue with contents that end before a second thing that the same speaker says, and before who
    passes it on ("the mayor said that …, the radio reported")."""
    first = bisect_right(cues, cue.word.start, key=lambda other: other.word.start)
    last = bisect_right(
        cues, max((c.end for c in cue.contents), default=0), key=lambda other: other.word.start
    )
    behind = cues[first:last]
    ends = [other.word.start for other in behind if other.speaker == cue.speaker]
    ends += [other.clause.start for other in behind if _passes_on(other, cue)]
    return replace(cue, contents=tuple(_before(content, text, sorted(ends)) for content in cue.contents))


def _passes_on(other: Cue, cue: Cue) -> bool:
    return any(content.contains(cue.word.span) for content in other.contents)


def _before(content: Span, text: str, places: Sequence[int]) -> Span:
    place = next((p for p in places if content.start < p < content.end), content.end)
    kept = _JOINT.sub("", text[content.start : place]) if place < content.end else content.of(text)
    return Span(content.start, content.start + len(kept)) if kept else content


def _without(cue: Cue, quoted: Sequence[tuple[Span, Cue]]) -> Cue:
    """The cue without the contents that are given as quotations already."""
    return replace(cue, contents=tuple(c for c in cue.contents if not _is_quoted(c, cue, quoted)))


def _is_quoted(content: Span, cue: Cue, quoted: Sequence[tuple[Span, Cue]]) -> bool:
    """Whether a quotation is this content, or belongs to the same cue and stands in it."""
    first = max(0, bisect_right(quoted, content.start, key=lambda pair: pair[0].start) - 1)
    last = bisect_right(quoted, content.end, key=lambda pair: pair[0].start)
    return any(
        _covers(span, content) or (other is cue and content.contains(span))
        for span, other in quoted[first:last]
    )


def _covers(quotation: Span, content: Span) -> bool:
    return quotation.shared(content) > OVERLAP * len(content)


def _attribution(text: str, content: Span, cue: Cue, resolved: str | None, *, quoted: bool) -> Attribution:
    speaker = Speaker(
        text=cue.speaker.of(text),
        span=cue.speaker,
        cue=cue.word.text,
        cue_span=cue.word.span,
        quoted=quoted,
        resolved=resolved,
    )
    return Attribution(content=content, speaker=speaker, cue_verb=cue.lemma)
