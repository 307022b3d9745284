"""Names in headlines, where every word is capitalised: only those that are known otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Set

from reconcile.facets.names import gazetteer
from reconcile.facets.names.mentions import Line, Mention
from reconcile.facets.names.segments import Segment, given_name

_LONGEST = 6


def known_in(line: Line, text: str, known: Set[str]) -> Iterator[Mention]:
    """The names of a headline, the longest first at each word; ``known`` are the article's."""
    at = 0
    while at < len(line.words):
        length = next((n for n in range(_LONGEST, 0, -1) if _is_known(line, at, n, text, known)), 0)
        if length:
            words = line.words[at : at + length]
            segment = Segment(words=words, text=text[words[0].start : words[-1].end])
            yield Mention(segment=segment, line=line, first=at)
        at += max(length, 1)


def _is_known(line: Line, at: int, length: int, text: str, known: Set[str]) -> bool:
    words = line.words[at : at + length]
    if len(words) < length or not words[0].capital or not words[-1].capital:
        return False
    name = text[words[0].start : words[-1].end]
    if name in known:
        return True
    if 1 < length < 4 and given_name(words[0]) and all(word.token.entity == "PERSON" for word in words):
        return True
    tagged = all(word.token.pos == "PROPN" or word.token.entity for word in words)
    return bool(
        gazetteer.people(name) or (tagged and (gazetteer.territory(name) or gazetteer.organisation(name)))
    )
