"""An invented event of three outlets, its gold, and reports about it built by hand."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reconcile.schema import (
    Claim,
    ClaimGroup,
    ClaimPair,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    Document,
    Report,
    Run,
    Selector,
    Source,
    Span,
    Speaker,
)

TEXTS = {
    "A": "HARBOUR NOTES\n\nThe ferry Aurelia ran aground at dawn. At least 40 passengers were hurt.\r\n"
    "Mayor Ilse Brandt said the pier was unsafe. Divers searched the hull on Tuesday.",
    "B": "The Aurelia, a ferry, struck a sandbank at dawn. About 55 passengers were hurt. "
    "The pier was unsafe, the mayor said. The owner 🛳 kept silent. A tug sank on Tuesday.",
    "C": "A ferry ran aground on Tuesday; 41 people were hurt. Café owners sold soup to the stranded.",
}

GOLD: dict[str, Any] = {
    "event": "harbour",
    "groups": [
        {
            "id": "aground",
            "fact": "The ferry ran aground.",
            "status": "precision",
            "members": {
                "A": ["The ferry Aurelia ran aground at dawn"],
                "B": ["The Aurelia, a ferry, struck a sandbank at dawn"],
                "C": ["A ferry ran aground on Tuesday"],
            },
            "discrepancies": [
                {
                    "kind": "time",
                    "relation": "precision",
                    "values": {"A": "at dawn", "C": "on Tuesday"},
                    "optional": True,
                    "note": "the hour against the day",
                }
            ],
        },
        {
            "id": "hurt",
            "status": "conflict",
            "members": {
                "A": ["At least 40 passengers were hurt"],
                "B": ["About 55 passengers were hurt"],
                "C": ["41 people were hurt"],
            },
            "discrepancies": [
                {
                    "kind": "quantity",
                    "relation": "conflict",
                    "values": {"A": "At least 40", "B": "About 55", "C": "41"},
                },
                {
                    "kind": "wording",
                    "relation": "wording",
                    "values": {"A": "passengers", "C": "people"},
                },
            ],
        },
        {
            "id": "pier",
            "status": "agreement",
            "optional": True,
            "members": {"A": ["the pier was unsafe"], "B": ["The pier was unsafe"]},
        },
    ],
    "single_source": {"B": ["The owner 🛳 kept silent"], "C": ["Café owners sold soup to the stranded"]},
    "traps": [
        {
            "why": "another vessel",
            "A": "Divers searched the hull on Tuesday",
            "B": "A tug sank on Tuesday",
        },
        {"why": "three at once", "A": "Divers", "B": "A tug", "C": "soup"},
    ],
    "speakers": [{"source": "A", "quote": "the pier was unsafe", "speaker": "Brandt"}],
    "not_claims": [{"why": "a heading", "A": "HARBOUR NOTES"}],
}


def write_event(folder: Path, gold: object = GOLD, texts: dict[str, str] = TEXTS) -> Path:
    """The event as files in ``folder``, which is made."""
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_bytes(text.encode())
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


class ReportBuilder:
    """Builds a report about the texts; claims are given by their words."""

    def __init__(self, texts: dict[str, str] = TEXTS) -> None:
        self.texts = texts
        self.claims: list[Claim] = []
        self.groups: list[ClaimGroup] = []

    def claim(self, source: str, text: str, speaker: str | None = None) -> str:
        """Add the claim and return its id."""
        return self.claim_at(source, self.texts[source].index(text), len(text), speaker)

    def claim_at(self, source: str, start: int, length: int, speaker: str | None = None) -> str:
        span = Span(start, start + length)
        claim = Claim(
            id=f"{source}{len(self.claims) + 1}",
            source=source,
            selector=Selector.of(self.texts[source], span),
            sentence=span,
            speaker=Speaker(text=speaker, span=span, cue="said", cue_span=span) if speaker else None,
        )
        self.claims.append(claim)
        return claim.id

    def group(
        self,
        claims: Sequence[str],
        *discrepancies: Discrepancy,
        scores: dict[tuple[str, str], float] | None = None,
    ) -> None:
        pairs = tuple(
            ClaimPair(left=left, right=right, score=score) for (left, right), score in (scores or {}).items()
        )
        self.groups.append(
            ClaimGroup(
                id=f"g{len(self.groups) + 1}",
                claims=tuple(claims),
                pairs=pairs,
                discrepancies=discrepancies,
            )
        )

    def discrepancy(
        self, kind: str, relation: str, values: dict[str, str], confidence: float = 0.8
    ) -> Discrepancy:
        """A discrepancy between the words of each source, at their first place in its text."""
        found = {source: (self.texts[source].index(text), len(text)) for source, text in values.items()}
        return self.discrepancy_at(kind, relation, list(found.items()), confidence)

    def discrepancy_at(
        self, kind: str, relation: str, places: Sequence[tuple[str, tuple[int, int]]], confidence: float = 0.8
    ) -> Discrepancy:
        values = []
        for source, (start, length) in places:
            span = Span(start, start + length)
            text = span.of(self.texts[source])
            values.append(DiscrepancyValue(source=source, claim=source, span=span, text=text))
        return Discrepancy(
            kind=DiscrepancyKind(kind),
            relation=DiscrepancyRelation(relation),
            confidence=confidence,
            explanation="they differ",
            values=tuple(values),
        )

    def report(self) -> Report:
        documents = tuple(
            Document(
                source=Source(id=name, path=f"somewhere/{name}.txt", sha256="0" * 64),
                text=text,
                encoding="utf-8",
            )
            for name, text in self.texts.items()
        )
        run = Run(reconcile="0", started_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC))
        return Report(run=run, documents=documents, claims=tuple(self.claims), groups=tuple(self.groups))


def perfect_report() -> Report:
    """A report that says what gold says."""
    builder = ReportBuilder()
    aground = [builder.claim(source, slices[0]) for source, slices in GOLD["groups"][0]["members"].items()]
    hurt = [builder.claim(source, slices[0]) for source, slices in GOLD["groups"][1]["members"].items()]
    pier = [
        builder.claim("A", "the pier was unsafe", speaker="Mayor Ilse Brandt"),
        builder.claim("B", "The pier was unsafe", speaker="the mayor"),
    ]
    builder.group(aground)
    builder.group(
        hurt,
        builder.discrepancy("quantity", "conflict", {"A": "40", "B": "About 55"}),
        builder.discrepancy("wording", "wording", {"A": "passengers", "C": "people"}),
    )
    builder.group(pier)
    builder.group([builder.claim("B", "The owner 🛳 kept silent")])
    return builder.report()
