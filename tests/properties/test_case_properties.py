"""Whatever a report holds, a case file gives it back."""

from __future__ import annotations

import datetime as dt
import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconcile import casework
from reconcile.casework.creation import keep
from reconcile.casework.sources import Options
from reconcile.schema import (
    AnyFacet,
    Certainty,
    Claim,
    ClaimGroup,
    ClaimPair,
    ClaimParts,
    ClaimRole,
    Decision,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    Document,
    Evidence,
    Failure,
    Granularity,
    GroupStatus,
    Interval,
    Judgement,
    ModelUse,
    NameFacet,
    NameKind,
    Phrase,
    PhraseRole,
    PlaceFacet,
    PlaceKind,
    Polarity,
    Proposition,
    PublishedFrom,
    QuantityFacet,
    RelationKind,
    Report,
    Run,
    Selector,
    Severity,
    SeverityLevel,
    Source,
    Span,
    Speaker,
    TimeFacet,
    TimeForm,
)
from tests.casework.handmade_case import reading_of

TEXTS = st.text(st.characters(), min_size=1, max_size=30)
MAYBE = st.none() | TEXTS
SHARES = st.floats(0, 1)
ZONES = st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=-9, minutes=-30))])
TIMES = st.datetimes(timezones=ZONES)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)
SPANS = st.integers(0, 90).flatmap(lambda start: st.builds(Span, st.just(start), st.integers(start + 1, 99)))
WORD_LISTS = st.lists(TEXTS, max_size=2).map(tuple)
INTERVALS = (
    st.tuples(st.dates(), st.dates()).filter(lambda days: days[0] < days[1]).map(lambda d: Interval(*d))
)
DAYS = st.none() | st.dates()
SETTINGS = st.dictionaries(
    TEXTS,
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS | NUMBERS,
        lambda inner: (
            st.lists(inner, max_size=2)
            | st.lists(inner, max_size=2).map(tuple)
            | st.dictionaries(TEXTS | st.just("$tuple") | st.just("$dict"), inner, max_size=2)
        ),
        max_leaves=5,
    ),
    max_size=3,
)


@st.composite
def facets(draw: st.DrawFn) -> AnyFacet:
    text = draw(TEXTS)
    place = {"span": Span(3, 3 + len(text)), "text": text}
    low, high = sorted(draw(st.tuples(NUMBERS, NUMBERS)))
    return draw(
        st.one_of(
            st.builds(
                TimeFacet,
                **{name: st.just(part) for name, part in place.items()},
                form=st.sampled_from(TimeForm),
                interval=st.none() | INTERVALS,
                granularity=st.none() | st.sampled_from(Granularity),
                anchor=DAYS,
                alternatives=st.lists(INTERVALS, max_size=2).map(tuple),
                clock=st.none() | st.times(),
                day_part=MAYBE,
                length_low=st.none() | NUMBERS,
                length_high=st.none() | NUMBERS,
            ),
            st.builds(
                QuantityFacet,
                **{name: st.just(part) for name, part in place.items()},
                low=st.none() | st.just(low),
                high=st.none() | st.just(high),
                figure=st.none() | NUMBERS,
                unit=MAYBE,
                counted=MAYBE,
                approximate=st.booleans(),
                ordinal=st.booleans(),
                state=MAYBE,
                bearer=MAYBE,
            ),
            st.builds(
                NameFacet,
                **{name: st.just(part) for name, part in place.items()},
                name_kind=st.sampled_from(NameKind),
                canonical=TEXTS,
            ),
            st.builds(
                PlaceFacet,
                **{name: st.just(part) for name, part in place.items()},
                place_kind=st.sampled_from(PlaceKind),
                canonical=TEXTS,
                country=MAYBE,
                region=MAYBE,
            ),
        )
    )


SPEAKERS = st.builds(
    Speaker,
    text=TEXTS,
    span=SPANS,
    cue=TEXTS,
    cue_span=SPANS,
    cue_lemma=TEXTS,
    quoted=st.booleans(),
    resolved=MAYBE,
)
PARTS = st.builds(
    ClaimParts,
    subject=st.none() | SPANS,
    predicate=st.none() | SPANS,
    modal=st.none() | SPANS,
    negation=st.none() | SPANS,
    quotes=st.lists(SPANS, max_size=2).map(tuple),
)
PROPOSITIONS = st.builds(
    Proposition,
    predicate=TEXTS,
    span=SPANS,
    core=WORD_LISTS,
    actor=WORD_LISTS,
    certainty=st.sampled_from(Certainty),
    polarity=st.sampled_from(Polarity),
    modal=st.none() | SPANS,
    negation=st.none() | SPANS,
    is_stated=st.booleans(),
)
PHRASES = st.builds(
    Phrase,
    span=SPANS,
    core=SPANS,
    head=TEXTS,
    role=st.sampled_from(PhraseRole),
    governor=TEXTS,
    preposition=TEXTS,
    before=WORD_LISTS,
    after=WORD_LISTS,
    proper=st.booleans(),
    plural=st.booleans(),
    definite=st.booleans(),
)


@st.composite
def claims(draw: st.DrawFn, letter: str, text: str) -> Claim:
    span = Span(0, len(text))
    return Claim(
        id=f"{letter}1",
        source=letter,
        selector=Selector.of(text, span),
        sentence=draw(SPANS),
        speaker=draw(st.none() | SPEAKERS),
        certainty=draw(st.sampled_from(Certainty)),
        polarity=draw(st.sampled_from(Polarity)),
        role=draw(st.sampled_from(ClaimRole)),
        predicate=draw(TEXTS),
        terms=draw(WORD_LISTS),
        parts=draw(PARTS),
        propositions=tuple(draw(st.lists(PROPOSITIONS, max_size=2))),
        facets=tuple(draw(st.lists(facets(), max_size=2))),
        phrases=tuple(draw(st.lists(PHRASES, max_size=1))),
    )


@st.composite
def documents(draw: st.DrawFn, letter: str) -> Document:
    text = draw(TEXTS)
    published = draw(DAYS)
    source = Source(
        id=letter,
        path=draw(TEXTS),
        sha256=draw(TEXTS),
        publisher=draw(MAYBE),
        title=draw(MAYBE),
        authors=draw(WORD_LISTS),
        published=published,
        published_at=draw(st.none() | TIMES),
        published_from=draw(st.sampled_from(PublishedFrom)) if published else None,
        url=draw(MAYBE),
        language=draw(MAYBE),
        republishes=draw(st.none() | st.just("A")),
    )
    body_start = draw(st.integers(0, len(text)))
    return Document(source=source, text=text, encoding=draw(TEXTS), body_start=body_start)


@st.composite
def discrepancies(draw: st.DrawFn, members: tuple[Claim, ...]) -> Discrepancy:
    return Discrepancy(
        kind=draw(st.sampled_from(DiscrepancyKind)),
        relation=draw(st.sampled_from(DiscrepancyRelation)),
        confidence=draw(SHARES),
        explanation=draw(TEXTS),
        values=tuple(
            DiscrepancyValue(
                source=claim.source,
                claim=claim.id,
                span=claim.span,
                text=claim.text,
                facet=draw(st.none() | facets()),
            )
            for claim in members
        ),
        severity=Severity(
            level=draw(st.sampled_from(SeverityLevel)), rank=draw(st.integers(0, 9)), reason=draw(TEXTS)
        ),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    texts = tuple(draw(documents(letter)) for letter in "AB")
    members = tuple(draw(claims(document.source.id, document.text)) for document in texts)
    pair = ClaimPair(
        left="A1",
        right="B1",
        score=draw(SHARES),
        evidence=(Evidence(scorer=draw(TEXTS), score=draw(SHARES), detail=draw(TEXTS)),),
        relation=draw(st.sampled_from(RelationKind)),
    )
    group = ClaimGroup(
        id=draw(TEXTS),
        claims=("A1", "B1"),
        pairs=(pair,),
        silent=draw(WORD_LISTS),
        confidence=draw(SHARES),
        status=draw(st.sampled_from(GroupStatus)),
        summary=draw(TEXTS),
        discrepancies=tuple(draw(st.lists(discrepancies(members), max_size=3))),
        origin=draw(MAYBE),
    )
    models = st.lists(st.builds(ModelUse, role=TEXTS, name=TEXTS, revision=TEXTS), max_size=2).map(tuple)
    return Report(
        run=Run(reconcile=draw(TEXTS), started_at=draw(TIMES), settings=draw(SETTINGS), models=draw(models)),
        documents=texts,
        claims=members,
        groups=(group,),
        failures=(Failure(source="C", path=draw(TEXTS), error=draw(TEXTS)),),
        warnings=draw(WORD_LISTS),
    )


@st.composite
def judged(draw: st.DrawFn) -> tuple[Report, tuple[Judgement, ...]]:
    report = draw(reports())
    found = sorted({finding.id for group in report.groups for finding in group.discrepancies})
    reviewers = draw(st.lists(TEXTS.filter(str.strip), max_size=2, unique=True))
    return report, tuple(
        Judgement(
            finding=finding,
            decision=draw(st.sampled_from(Decision)),
            reviewer=reviewer,
            decided_at=draw(TIMES),
            preferred=draw(MAYBE),
            note=draw(TEXTS),
        )
        for finding in found
        for reviewer in reviewers
    )


@given(judged())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_case_gives_back_the_report_and_every_judgement(made: tuple[Report, tuple[Judgement, ...]]) -> None:
    report, judgements = made
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "any.case"
        keep(case, report, reading_of(report), Options())
        assert casework.load(case) == report
        for judgement in judgements:
            casework.judge(case, judgement, expected=casework.revisions(case)[judgement.finding])
        again = casework.load(case)
        assert again.judgements == judgements
        assert [type(value) for value in again.run.settings.values()] == [
            type(value) for value in report.run.settings.values()
        ]
        figures = (f.low for claim in again.claims for f in claim.facets if isinstance(f, QuantityFacet))
        assert all(low is None or isinstance(low, Decimal) for low in figures)
