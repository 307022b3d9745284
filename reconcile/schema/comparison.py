"""The outcome of comparing two facets of one kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    UNDECIDED = "undecided"


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A verdict with its reason in words; ``more_exact`` only where it is compatible.

    ``same_form`` says that the two are also written alike, letter case and spacing aside.
    """

    verdict: Verdict
    reason: str
    more_exact: Side | None = None
    same_form: bool = False

    def __post_init__(self) -> None:
        if self.more_exact is not None and self.verdict is not Verdict.COMPATIBLE:
            raise ValueError("only a compatible value can be the more exact one")

    def mirrored(self) -> Comparison:
        """The comparison of the same two values the other way round."""
        return Comparison(
            verdict=self.verdict,
            reason=self.reason,
            more_exact=self.more_exact.other if self.more_exact else None,
            same_form=self.same_form,
        )
