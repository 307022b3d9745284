"""A typed difference between claims that make the same statement."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from reconcile.schema.facet import AnyFacet
from reconcile.schema.text import Span

_ID_LENGTH = 12


class DiscrepancyKind(StrEnum):
    """What differs."""

    QUANTITY = "quantity"
    TIME = "time"
    PLACE = "place"
    NAME = "name"
    ATTRIBUTION = "attribution"
    MODALITY = "modality"
    POLARITY = "polarity"
    QUOTE = "quote"
    WORDING = "wording"


class DiscrepancyRelation(StrEnum):
    """How the values relate, the gravest first."""

    CONFLICT = "conflict"
    UPDATE = "update"
    PRECISION = "precision"
    WORDING = "wording"

    @property
    def gravity(self) -> int:
        """The place among all relations, 0 for the gravest."""
        return tuple(DiscrepancyRelation).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancyValue:
    """The words of one source that differ; ``span`` is in that source's document."""

    source: str
    claim: str
    span: Span
    text: str
    facet: AnyFacet | None = None

    def __post_init__(self) -> None:
        if len(self.text) != len(self.span):
            raise ValueError("the text of a value is not as long as its span")


class SeverityLevel(StrEnum):
    """How much a desk loses by leaving a discrepancy as it is, the most first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Severity:
    """What a desk would correct first: ``rank`` 0 before 1, and why in words."""

    level: SeverityLevel
    rank: int
    reason: str


UNRANKED = Severity(level=SeverityLevel.LOW, rank=1_000, reason="")
"""The severity of a discrepancy that nobody has weighed yet; it comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Values of at least two sources that differ, with a reason in one sentence.

    ``confidence`` is the probability that careful readers note it, too, as a scorer says that knows what the
    divergence tagger marks. Without the tagger it is the confidence of the group times how reliable the
    catalogue says findings of its kind and relation are.
    """

    kind: DiscrepancyKind
    relation: DiscrepancyRelation
    confidence: float
    explanation: str
    values: tuple[DiscrepancyValue, ...]
    severity: Severity = UNRANKED

    def __post_init__(self) -> None:
        if len({value.source for value in self.values}) < 2:
            raise ValueError("a discrepancy needs values of two sources")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"a confidence lies between 0 and 1, not {self.confidence}")

    @property
    def id(self) -> str:
        """Twelve hex digits of what differs and where: a later run that finds the same words
        differ in the same way calls it the same, however grave it then finds it."""
        places = sorted((value.source, value.span.start, value.text) for value in self.values)
        return hashlib.sha256(repr((self.kind.value, places)).encode()).hexdigest()[:_ID_LENGTH]
