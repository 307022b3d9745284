"""Verdicts that need no more than a reason in words."""

from __future__ import annotations

from reconcile.schema import Comparison, Side, Verdict


def compatible(reason: str, more_exact: Side | None = None) -> Comparison:
    """Both may be so; ``more_exact`` is the side that says more, where one does."""
    return Comparison(verdict=Verdict.COMPATIBLE, reason=reason, more_exact=more_exact)


def undecided(reason: str) -> Comparison:
    return Comparison(verdict=Verdict.UNDECIDED, reason=reason)
