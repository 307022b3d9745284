"""Documents and claims built by hand, for tests that need no parser."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from reconcile.schema import (
    AnyFacet,
    Certainty,
    Claim,
    ClaimRole,
    Document,
    Polarity,
    PublishedFrom,
    QuantityFacet,
    Selector,
    Source,
    Span,
)


def document(
    letter: str,
    text: str,
    *,
    day: dt.date | None = None,
    at: dt.datetime | None = None,
    body_start: int = 0,
) -> Document:
    """A source with this letter, published on ``day`` or at ``at``, or undated."""
    published = at.date() if at else day
    source = Source(
        id=letter,
        path=f"{letter.lower()}.txt",
        sha256="0" * 64,
        published=published,
        published_at=at,
        published_from=PublishedFrom.OPTION if published else None,
    )
    return Document(source=source, text=text, encoding="utf-8", body_start=body_start)


def claim(
    identity: str,
    text: str,
    *,
    start: int = 0,
    facets: Sequence[AnyFacet] = (),
    terms: Sequence[str] | None = None,
    polarity: Polarity = Polarity.AFFIRMED,
    certainty: Certainty = Certainty.ASSERTED,
    role: ClaimRole = ClaimRole.BODY,
) -> Claim:
    """The claim ``text`` at ``start``; "B7" is of source B. Its terms are its words unless given."""
    span = Span(start, start + len(text))
    return Claim(
        id=identity,
        source=identity[0],
        selector=Selector(span=span, exact=text),
        sentence=span,
        polarity=polarity,
        certainty=certainty,
        role=role,
        terms=tuple(text.casefold().split()) if terms is None else tuple(terms),
        facets=tuple(facets),
    )


def count(text: str, low: int, high: int | None = None, counted: str = "person") -> QuantityFacet:
    """A figure of things counted, exact unless ``high`` is given."""
    return QuantityFacet(
        span=Span(0, len(text)),
        text=text,
        low=Decimal(low),
        high=Decimal(low if high is None else high),
        counted=counted,
    )
