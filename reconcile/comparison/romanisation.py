"""Writing names of any script in Latin letters, and telling how alike two such words are."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

_SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"sch|sz", "sh"),
        (r"tsch|tch|tsh|cz", "ch"),
        (r"tz|ts", "z"),
        (r"dzh|dj", "j"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"^[yij](?=[aeou])", ""),
        (r"gh|kh|qh|ck|q|c(?!h)|g", "k"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"x", "ks"),
        (r"(?:i|e?y|ei|ie|j)+", "i"),
        (r"ou|oo|u", "o"),
        (r"ae|e", "a"),
        (r"(.)\1+", r"\1"),
    )
)
"""How letters that romanisations disagree about are levelled, in this order. Own design."""

_SHORT, _LONG = 3, 6
"""Letters from which one, and from which two, wrong letters are forgiven."""


@lru_cache(maxsize=16_384)
def romanised(text: str) -> str:
    """``text`` in lower-case Latin letters, apostrophes left out, other marks as spaces."""
    plain = anyascii(text).lower().replace("'", "").replace("`", "")
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


@lru_cache(maxsize=16_384)
def skeleton(word: str) -> str:
    """What is left of a romanised word when the spellings of one sound are levelled."""
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=65_536)
def word_similarity(left: str, right: str) -> float:
    """How alike two romanised words are, in [0, 1]; 0 where they are different words.

    The distance is optimal string alignment (a swap of neighbours counts once).
    """
    if left == right:
        return 1.0
    bones = skeleton(left), skeleton(right)
    if bones[0] == bones[1] and min(map(len, bones)) >= _SHORT:
        return 0.95
    shortest = min(len(left), len(right))
    forgiven = 0 if shortest < _SHORT else 1 if shortest < _LONG else 2
    distance = min(OSA.distance(left, right), OSA.distance(*bones))
    if distance == 0:
        return 0.9
    if distance > forgiven:
        return 0.0
    return 0.9 - 0.6 * distance / max(len(left), len(right))
