"""Runs the pipeline over events and scores what it reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path

from reconcile.errors import GoldError
from reconcile.evaluation.assessment import assess
from reconcile.evaluation.counts import Counts
from reconcile.evaluation.gold import Gold
from reconcile.evaluation.gold_reader import GOLD_FILE, read_gold
from reconcile.evaluation.metrics import count
from reconcile.evaluation.miss import Miss
from reconcile.evaluation.misses import misses
from reconcile.schema import Failure, Report
from reconcile.settings import ModelSettings, Settings

RULES_ONLY = Settings(models=ModelSettings(divergences=False))
"""The settings of a run without what the trained tagger marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventScore:
    """How one event went; ``failures`` are sources that the pipeline could not use."""

    event: str
    counts: Counts
    misses: tuple[Miss, ...]
    failures: tuple[Failure, ...] = ()


def evaluate(
    paths: Sequence[Path],
    *,
    settings: Settings | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Iterator[EventScore]:
    """Reconcile and score each event of ``paths``, with models loaded once.

    A path is a folder with gold.json, or a folder of such folders. ``progress`` is called with
    "events", the number done and their total. All gold is read before anything runs. Raises
    GoldError for gold that is missing or flawed, and what the pipeline raises.
    """
    events = read_events(paths)
    for done, (report, gold) in enumerate(reports(events, settings or Settings()), start=1):
        yield score(report, gold)
        if progress:
            progress("events", done, len(events))


def read_events(paths: Sequence[Path]) -> list[Gold]:
    """The gold of each event that ``paths`` are or hold. Raises GoldError."""
    return [read_gold(folder) for folder in find_events(paths)]


def reports(events: Sequence[Gold], settings: Settings) -> Iterator[tuple[Report, Gold]]:
    """What the pipeline reports of each event, with models loaded once. Raises what it raises."""
    # Imported here because the models' libraries take seconds to load.
    from reconcile.models import Models
    from reconcile.pipeline import reconcile

    models = Models.load(settings.models)
    for gold in events:
        yield reconcile([gold.path], settings=settings, models=models), gold


def score(report: Report, gold: Gold) -> EventScore:
    """The counts and misses of ``report`` against ``gold``."""
    assessment = assess(report, gold)
    return EventScore(
        event=gold.event,
        counts=count(assessment),
        misses=tuple(misses(assessment)),
        failures=report.failures,
    )


def together(scores: Sequence[EventScore]) -> Counts:
    """The counts of all events added up."""
    return reduce(add, (one.counts for one in scores), Counts())


def find_events(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The event folders that ``paths`` are or hold, each once, those of one folder by name.

    Raises GoldError for a path that is no folder or has no gold.json in it or its folders.
    """
    found = {folder.resolve(): folder for path in paths for folder in _events_of(path)}
    return tuple(found.values())


def _events_of(path: Path) -> list[Path]:
    if not path.is_dir():
        raise GoldError(f"{path}: not a folder of an event")
    if (path / GOLD_FILE).is_file():
        return [path]
    inside = sorted(file.parent for file in path.glob(f"*/{GOLD_FILE}"))
    if not inside:
        raise GoldError(f"{path}: no {GOLD_FILE} there, nor in the folders inside it")
    return inside
