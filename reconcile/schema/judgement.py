"""What a reviewer decided about a discrepancy; it never changes the discrepancy itself."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

LONGEST_NOTE = 4_000
"""Code points of a reviewer's note that are taken."""


class Decision(StrEnum):
    """Whether what the machine suggested holds."""

    CONFIRMED = "confirmed"
    NOT_A_DISCREPANCY = "not-a-discrepancy"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One reviewer's decision on the discrepancy with the id ``finding``.

    ``preferred`` is the wording to use, where the reviewer named one; ``decided_at`` is aware.
    Raises ValueError for a nameless reviewer or a time without a zone.
    """

    finding: str
    decision: Decision
    reviewer: str
    decided_at: dt.datetime
    preferred: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if not self.reviewer.strip():
            raise ValueError("a judgement needs the name of its reviewer")
        if self.decided_at.tzinfo is None:
            raise ValueError("the time of a judgement needs a zone")


def reviewer_name(written: str) -> str:
    """A name in Unicode's composed form (NFC) with single spaces: one reviewer however it was typed."""
    return " ".join(unicodedata.normalize("NFC", written).split())
