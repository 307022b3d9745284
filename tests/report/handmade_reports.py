"""Reports built by hand from invented accounts, with every status, kind of facet and trouble."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from reconcile.schema import (
    AnyFacet,
    Certainty,
    Claim,
    ClaimGroup,
    ClaimPair,
    ClaimRole,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    Document,
    Evidence,
    Failure,
    GroupStatus,
    Interval,
    ModelUse,
    NameFacet,
    NameKind,
    PlaceFacet,
    PlaceKind,
    Polarity,
    PublishedFrom,
    QuantityFacet,
    RelationKind,
    Report,
    Run,
    Selector,
    Source,
    Span,
    Speaker,
    TimeFacet,
    TimeForm,
)
from reconcile.schema.facet import Granularity

MILL_A = (
    "Mill fire hurts dozens\n\n"
    "At least 50 people were hurt when the mill in Arlburg burned, Mayor Ina Røst said.\n"
    "She will speak next week.\n"
    "The roof fell in.\n"
    "Nobody has been arrested.\n"
)
MILL_B = (
    "In Arlburg, 40 people were hurt in the mill.\r\n"
    "The mayor will speak on Thursday, 4 September.\r\n"
    "The roof of the mill collapsed.\r\n"
    "The mill dates from 1902.\r\n"
)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def document(letter: str, text: str, path: str | None = None) -> Document:
    source = Source(
        id=letter,
        path=path or f"{letter.lower()}.txt",
        sha256=letter.lower().encode().hex().rjust(64, "0"),
        publisher=f"{letter} Daily",
        title=text.splitlines()[0],
        published=dt.date(2025, 8, 29),
        published_from=PublishedFrom.OPTION,
        language="en",
    )
    return Document(source=source, text=text, encoding="utf-8")


def claim(claim_id: str, text: str, words: str, speaker: Speaker | None = None) -> Claim:
    span = span_of(text, words)
    return Claim(
        id=claim_id,
        source=claim_id.rstrip("0123456789"),
        selector=Selector.of(text, span),
        sentence=span,
        speaker=speaker,
        certainty=Certainty.REPORTED if speaker else Certainty.ASSERTED,
    )


def value(of: Claim, text: str, words: str, facet: AnyFacet | None = None) -> DiscrepancyValue:
    return DiscrepancyValue(source=of.source, claim=of.id, span=span_of(text, words), text=words, facet=facet)


def count(text: str, words: str, low: int, high: int | None) -> QuantityFacet:
    return QuantityFacet(
        span=span_of(text, words),
        text=words,
        low=Decimal(low),
        high=None if high is None else Decimal(high),
        counted="person",
    )


def days(text: str, words: str, first: dt.date, after: dt.date, granularity: Granularity) -> TimeFacet:
    return TimeFacet(
        span=span_of(text, words),
        text=words,
        form=TimeForm.CALENDAR,
        interval=Interval(first, after),
        granularity=granularity,
        anchor=dt.date(2025, 8, 29),
    )


def run() -> Run:
    zone = dt.timezone(dt.timedelta(hours=2))
    return Run(
        reconcile="0.1.0",
        started_at=dt.datetime(2025, 9, 5, 10, 0, 7, tzinfo=zone),
        settings={"models": {"encoder": "MiniLM"}, "weight": Decimal("0.5")},
        models=(ModelUse(role="encoder", name="MiniLM", revision="53aa"),),
    )


def mill_fire() -> Report:
    """A conflict, an agreement, a precision finding and two single-source groups."""
    a, b = MILL_A, MILL_B
    mayor = Speaker(
        text="Mayor Ina Røst", span=span_of(a, "Mayor Ina Røst"), cue="said", cue_span=span_of(a, "said")
    )
    place = PlaceFacet(
        span=span_of(a, "Arlburg"),
        text="Arlburg",
        place_kind=PlaceKind.CITY,
        canonical="Arlburg",
        country="AT",
    )
    fifty, forty = count(a, "At least 50 people", 50, None), count(b, "40 people", 40, 40)
    week = days(a, "next week", dt.date(2025, 9, 1), dt.date(2025, 9, 8), Granularity.WEEK)
    thursday = days(b, "Thursday, 4 September", dt.date(2025, 9, 4), dt.date(2025, 9, 5), Granularity.DAY)
    ina = NameFacet(
        span=span_of(a, "Ina Røst"), text="Ina Røst", name_kind=NameKind.PERSON, canonical="Ina Røst"
    )
    a1 = replace(
        claim("A1", a, "At least 50 people were hurt when the mill in Arlburg burned", mayor),
        facets=(fifty, place),
    )
    a2 = replace(claim("A2", a, "She will speak next week."), facets=(week, ina), certainty=Certainty.PLANNED)
    a3 = claim("A3", a, "The roof fell in.")
    a4 = replace(claim("A4", a, "Nobody has been arrested."), polarity=Polarity.NEGATED)
    a5 = replace(claim("A5", a, "Mill fire hurts dozens"), role=ClaimRole.HEADLINE)
    b1 = replace(claim("B1", b, "In Arlburg, 40 people were hurt in the mill."), facets=(forty,))
    b2 = replace(claim("B2", b, "The mayor will speak on Thursday, 4 September."), facets=(thursday,))
    b3 = claim("B3", b, "The roof of the mill collapsed.")
    hurt = Discrepancy(
        kind=DiscrepancyKind.QUANTITY,
        relation=DiscrepancyRelation.CONFLICT,
        confidence=0.8,
        explanation="A says at least 50 people, B says 40.",
        values=(value(a1, a, fifty.text, fifty), value(b1, b, forty.text, forty)),
    )
    scene = Discrepancy(
        kind=DiscrepancyKind.WORDING,
        relation=DiscrepancyRelation.WORDING,
        confidence=0.9,
        explanation="A says burned, B does not.",
        values=(value(a1, a, "the mill in Arlburg burned"), value(b1, b, "in the mill")),
    )
    date = Discrepancy(
        kind=DiscrepancyKind.TIME,
        relation=DiscrepancyRelation.PRECISION,
        confidence=0.7,
        explanation="B names the day, A only the week.",
        values=(value(a2, a, week.text, week), value(b2, b, thursday.text, thursday)),
    )
    pair = ClaimPair(
        left="A1",
        right="B1",
        score=0.9,
        relation=RelationKind.CONTRADICTS,
        evidence=(Evidence(scorer="semantic", score=0.87), Evidence(scorer="lexical", score=0.4)),
    )
    groups = (
        ClaimGroup(
            id="g1",
            claims=("A3", "B3"),
            status=GroupStatus.AGREEMENT,
            confidence=0.95,
            summary="The roof fell.",
        ),
        ClaimGroup(
            id="g2",
            claims=("A2", "B2"),
            status=GroupStatus.PRECISION,
            confidence=0.9,
            summary=date.explanation,
            discrepancies=(date,),
        ),
        ClaimGroup(
            id="g3",
            claims=("A1", "B1"),
            status=GroupStatus.CONFLICT,
            confidence=0.93,
            pairs=(pair,),
            summary="People were hurt in the mill.",
            discrepancies=(scene, hurt),
        ),
        ClaimGroup(id="g4", claims=("A4",), silent=("B",), summary="Only A says so."),
        ClaimGroup(id="g5", claims=("A5",), silent=("B",), summary="Only A says so."),
    )
    return Report(
        run=run(),
        documents=(document("A", a), document("B", b)),
        claims=(a1, a2, a3, a4, a5, b1, b2, b3),
        groups=groups,
        failures=(Failure(source="C", path="c.pdf", error="is binary"),),
        warnings=("b.txt was read as windows-1252.",),
    )


def about(left: str, right: str) -> Report:
    """A report on two accounts that differ as a whole; the texts may be anything."""

    claims = (claim("A1", left, left), claim("B1", right, right))
    differ = Discrepancy(
        kind=DiscrepancyKind.WORDING,
        relation=DiscrepancyRelation.CONFLICT,
        confidence=0.5,
        explanation=f"{left} is not {right}",
        values=(value(claims[0], left, left), value(claims[1], right, right)),
    )
    group = ClaimGroup(
        id="g1", claims=("A1", "B1"), status=GroupStatus.CONFLICT, summary=left, discrepancies=(differ,)
    )
    paths = (f"{left}.txt", f"{right}.txt")
    documents = (document("A", left, paths[0]), document("B", right, paths[1]))
    failure = Failure(source="C", path=left, error=right)
    return Report(
        run=run(),
        documents=documents,
        claims=claims,
        groups=(group,),
        failures=(failure,),
        warnings=(left,),
    )


def named_often() -> Report:
    """A report on two accounts of which one names a man twice and the other spells him otherwise."""
    left, right = "Rost fell. Then Rost rose.", "Roest fell."
    report = about(left, right)
    (group,) = report.groups
    (differ,) = group.discrepancies
    first, again = claim("A1", left, "Rost fell."), claim("A2", left, "Then Rost rose.")
    second = replace(value(first, left, "Rost rose"), claim="A2")
    second = replace(second, span=Span(second.span.start, second.span.start + 4), text="Rost")
    values = (value(first, left, "Rost"), second, value(report.claims[1], right, "Roest"))
    differ = replace(differ, kind=DiscrepancyKind.NAME, values=values)
    group = replace(group, claims=("A1", "A2", "B1"), discrepancies=(differ,))
    return replace(report, claims=(first, again, report.claims[1]), groups=(group,))
