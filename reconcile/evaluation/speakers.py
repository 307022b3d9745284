"""Whether a claim's speaker is the one that gold names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from reconcile.evaluation.gold import GoldSpeaker
from reconcile.evaluation.stretch import ClaimStretch
from reconcile.schema import Speaker

DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "some"})


def claims_of(speaker: GoldSpeaker, claims: Iterable[ClaimStretch]) -> tuple[ClaimStretch, ...]:
    """The claims that share at least half of the quote, or of themselves, with it."""
    return tuple(
        claim
        for claim in claims
        if 2 * claim.shared(speaker.quote) >= min(len(claim.span), len(speaker.quote.span))
    )


def speaker_fits(expected: str, speaker: Speaker | None) -> bool:
    """Whether the speaker's words or resolved name say the expected one, more or less fully.

    "Emmanuel Macron" and "Macron" fit each other; "Macron" and "Macron's office" do not, as
    "macron's" is a word of its own.
    """
    if speaker is None:
        return False
    return any(_fits(_words(expected), _words(name)) for name in {speaker.text, speaker.name})


def _fits(expected: frozenset[str], said: frozenset[str]) -> bool:
    return bool(said) and bool(expected) and (expected <= said or said <= expected)


def _words(name: str) -> frozenset[str]:
    folded = unicodedata.normalize("NFKC", name).casefold().replace("’", "'")
    words = (word.rstrip("'.-") for word in re.findall(r"\w[\w'.-]*", folded))
    return frozenset(words) - DETERMINERS
