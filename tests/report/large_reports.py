"""A report as large as the product promises to show: many sources, thousands of claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from reconcile.schema import (
    Claim,
    ClaimGroup,
    ClaimPair,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    Document,
    Evidence,
    GroupStatus,
    PublishedFrom,
    QuantityFacet,
    RelationKind,
    Report,
    Selector,
    Severity,
    SeverityLevel,
    Source,
    Span,
    Speaker,
)
from tests.report.handmade_reports import run

SCORERS = ("semantic", "preference", "context", "lexical", "facets", "position", "overlap", "rarity")
_OPENING = "The harbour board of Lurn, whose spokesman is Odd Tveit, told the council on the quay that "
_SHARED_EVERY = 5
"""One statement in so many is made by several sources; such a one is in three of them."""


def large_report(sources: int = 10, claims: int = 5000) -> Report:
    """``claims`` claims in ``sources`` accounts: three in seven shared by three sources, half of the
    shared ones with a finding on a figure, each with the evidence of all pairs."""
    letters = [chr(ord("A") + number) for number in range(sources)]
    written: dict[str, list[str]] = {letter: [] for letter in letters}
    members: list[list[Claim]] = []
    lengths = dict.fromkeys(letters, 0)
    numbers = dict.fromkeys(letters, 0)
    while sum(numbers.values()) < claims:
        number = len(members)
        several = number % _SHARED_EVERY == 0
        chosen = [letters[(number + step) % sources] for step in range(3 if several else 1)]
        members.append([_claim(letter, number, written, lengths, numbers) for letter in chosen])
    groups = tuple(_group(f"g{number}", claims_of, letters) for number, claims_of in enumerate(members))
    return Report(
        run=run(),
        documents=tuple(_document(letter, "".join(written[letter])) for letter in letters),
        claims=tuple(claim for claims_of in members for claim in claims_of),
        groups=groups,
    )


def _claim(
    letter: str, number: int, written: dict[str, list[str]], lengths: dict[str, int], numbers: dict[str, int]
) -> Claim:
    """A new sentence at the end of an account, as a claim."""
    figure = 100 + number + ord(letter) % 3
    words = f"{_OPENING}{figure} crates had been lost in storm number {number} of that long winter."
    start = lengths[letter]
    ending = "\n\n" if numbers[letter] % 4 == 3 else " "
    written[letter].append(words + ending)
    lengths[letter] += len(words) + len(ending)
    numbers[letter] += 1
    span = Span(start, start + len(words))
    name = Span(start + words.index("Odd Tveit"), start + words.index("Odd Tveit") + 9)
    cue = Span(start + words.index("told"), start + words.index("told") + 4)
    place = Span(start + len(_OPENING), start + len(_OPENING) + len(str(figure)))
    facet = QuantityFacet(span=place, text=str(figure), low=Decimal(figure), high=Decimal(figure))
    return Claim(
        id=f"{letter}{numbers[letter]}",
        source=letter,
        selector=Selector(span=span, exact=words),
        sentence=span,
        speaker=Speaker(text="Odd Tveit", span=name, cue="told", cue_span=cue),
        facets=(facet,),
    )


def _group(group_id: str, claims: Sequence[Claim], letters: Sequence[str]) -> ClaimGroup:
    silent = tuple(letter for letter in letters if letter not in {claim.source for claim in claims})
    ids = tuple(claim.id for claim in claims)
    if len(claims) == 1:
        return ClaimGroup(id=group_id, claims=ids, silent=silent)
    number = int(group_id[1:])
    relation = tuple(DiscrepancyRelation)[number // _SHARED_EVERY % 4]
    differs = number // _SHARED_EVERY % 2 == 0
    return ClaimGroup(
        id=group_id,
        claims=ids,
        silent=silent,
        pairs=tuple(_pairs(ids)),
        confidence=number % 100 / 100,
        status=GroupStatus(relation.value) if differs else GroupStatus.AGREEMENT,
        summary="These accounts say this.",
        discrepancies=(_discrepancy(claims, relation, number),) if differs else (),
    )


def _discrepancy(claims: Sequence[Claim], relation: DiscrepancyRelation, number: int) -> Discrepancy:
    figures = [claim.facets[0] for claim in claims]
    kinds, levels = tuple(DiscrepancyKind), tuple(SeverityLevel)
    return Discrepancy(
        kind=kinds[number % len(kinds)],
        relation=relation,
        confidence=number % 100 / 100,
        explanation=", ".join(f"{c.source} has “{f.text}”" for c, f in zip(claims, figures, strict=True)),
        values=tuple(
            DiscrepancyValue(source=c.source, claim=c.id, span=f.span, text=f.text, facet=f)
            for c, f in zip(claims, figures, strict=True)
        ),
        severity=Severity(
            level=levels[number % 3], rank=number % 3, reason="the accounts give other figures"
        ),
    )


def _pairs(ids: Sequence[str]) -> Iterator[ClaimPair]:
    for left, right in combinations(ids, 2):
        yield ClaimPair(
            left=left,
            right=right,
            score=0.8,
            relation=RelationKind.CONTRADICTS,
            evidence=tuple(
                Evidence(scorer=scorer, score=0.5, detail="how alike the two are") for scorer in SCORERS
            ),
        )


def _document(letter: str, text: str) -> Document:
    source = Source(
        id=letter,
        path=f"{letter.lower()}.txt",
        sha256=letter.lower().encode().hex().rjust(64, "0"),
        publisher=f"{letter} Daily",
        published=dt.date(2031, 3, 1 + ord(letter) - ord("A")),
        published_from=PublishedFrom.OPTION,
        language="en",
    )
    return Document(source=source, text=text, encoding="utf-8")
