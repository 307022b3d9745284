"""Candidate pairs of an event's claims, labelled by its gold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.alignment import Candidate, Features, candidates_and_scorer
from reconcile.evaluation.gold import Gold
from reconcile.evaluation.run import read_events
from reconcile.evaluation.stretch import Stretch, pairs_across
from reconcile.models import Models
from reconcile.pipeline import extract
from reconcile.schema import Claim, ClaimPair, Report
from reconcile.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPair:
    """A candidate pair, its features, and whether a gold group holds both claims."""

    features: Features
    pair: ClaimPair
    joined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledEvent:
    """An event's claims, in a report without groups, and its labelled pairs."""

    gold: Gold
    report: Report
    pairs: tuple[LabelledPair, ...]


def label_events(paths: Sequence[Path], settings: Settings, models: Models) -> Iterator[LabelledEvent]:
    """The labelled pairs of each event that ``paths`` are or hold.

    All gold is read before anything runs. Raises GoldError.
    """
    for gold in read_events(paths):
        yield _labelled(gold, settings, models)


def _labelled(gold: Gold, settings: Settings, models: Models) -> LabelledEvent:
    report = extract([gold.path], settings=settings, models=models)
    candidates, scorer = candidates_and_scorer(
        report.claims, report.documents, models.encoder, settings.alignment
    )
    stems = {source.id: Path(source.path).stem for source in report.sources}
    stretches = [_stretch(claim, stems[claim.source]) for claim in report.claims]
    joined = _joined(stretches, gold)
    return LabelledEvent(
        gold=gold,
        report=report,
        pairs=tuple(
            LabelledPair(
                features=scorer.features(candidate),
                pair=scorer.score(candidate),
                joined=_key(candidate) in joined,
            )
            for candidate in candidates
        ),
    )


def _joined(stretches: Sequence[Stretch], gold: Gold) -> set[frozenset[int]]:
    """Pairs of claims, by position, that match the two ends of a gold pair."""
    fitting = {
        member: [number for number, stretch in enumerate(stretches) if stretch.matches(member)]
        for group in gold.groups
        for member in group.members
    }
    return {
        frozenset((left, right))
        for group in gold.groups
        for one, other in pairs_across(group.members)
        for left in fitting[one]
        for right in fitting[other]
    }


def _key(candidate: Candidate) -> frozenset[int]:
    return frozenset((candidate.left, candidate.right))


def _stretch(claim: Claim, stem: str) -> Stretch:
    return Stretch(source=stem, span=claim.span, text=claim.text)
