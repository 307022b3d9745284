"""The whole flow: documents to claims, claims to groups, groups to findings, a report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

from reconcile.alignment import align
from reconcile.claims import extract_claims
from reconcile.discrepancies import (
    find_contradictions,
    find_discrepancies,
    find_divergences,
    find_edits,
)
from reconcile.documents import Reading, read_sources
from reconcile.errors import NotEnoughSourcesError
from reconcile.facets import annotate
from reconcile.models import Model, Models
from reconcile.relations import mark_republished, relate, trace_origins
from reconcile.schema import Claim, ClaimGroup, Document, Report, Run
from reconcile.settings import Settings
from reconcile.version import __version__

Progress = Callable[[str, int, int], None]
"""Called with the stage, how many of its steps are done, and how many there are."""


def reconcile(
    paths: Sequence[str | Path],
    *,
    published: Mapping[str, str | dt.date | dt.datetime] | None = None,
    publisher: Mapping[str, str] | None = None,
    title: Mapping[str, str] | None = None,
    standard_input: BinaryIO | None = None,
    settings: Settings | None = None,
    models: Models | None = None,
    progress: Progress | None = None,
) -> Report:
    """Compare two or more accounts of one event.

    ``paths`` are files, directories or ``-``; the mappings override, by source letter, what a
    source says about itself. Raises OptionError for a bad date or letter, ModelError for a
    missing model, NotEnoughSourcesError when fewer than two sources can be used.
    """
    settings = settings or Settings()
    reading = read_sources(
        paths,
        published=published,
        publisher=publisher,
        title=title,
        standard_input=standard_input,
        settings=settings.documents,
    )
    return compare(reading, settings=settings, models=models, progress=progress)


def compare(
    reading: Reading,
    *,
    settings: Settings | None = None,
    models: Models | None = None,
    progress: Progress | None = None,
    known: Mapping[str, Sequence[Claim]] | None = None,
) -> Report:
    """Compare documents that were read already; ``known`` are claims that an earlier run of the same
    program and parser found in a document, by its letter. Raises what ``reconcile`` raises.
    """
    started_at = dt.datetime.now(dt.UTC)
    settings = settings or Settings()
    models = models or Models.load(settings.models)
    tell = progress or _silent
    _require(2, reading)
    models.encoder.require()
    run = _run(started_at, settings, *models.used)
    documents = mark_republished(reading.documents)
    claims = _claims(documents, models, tell, known or {})
    tell("aligning claims", 0, 1)
    groups = align(claims, documents, models.encoder, settings.alignment)
    groups = trace_origins(groups, claims, documents)
    groups = find_discrepancies(groups, claims, documents)
    groups = find_edits(groups, claims, documents, models.relations)
    if models.divergences:
        groups = find_divergences(groups, claims, documents, models.divergences, models.encoder)
    groups = find_contradictions(groups, claims, documents, models.relations)
    groups = relate(groups, claims, models.relations)
    tell("aligning claims", 1, 1)
    return _report(run, reading, documents, claims, groups)


def extract(
    paths: Sequence[str | Path],
    *,
    published: Mapping[str, str | dt.date | dt.datetime] | None = None,
    publisher: Mapping[str, str] | None = None,
    title: Mapping[str, str] | None = None,
    standard_input: BinaryIO | None = None,
    settings: Settings | None = None,
    models: Models | None = None,
    progress: Progress | None = None,
) -> Report:
    """The claims of one source or more, not compared; the report has no groups.

    Parameters and errors are those of ``reconcile``; one usable source is enough.
    """
    started_at = dt.datetime.now(dt.UTC)
    settings = settings or Settings()
    models = models or Models.load(settings.models)
    reading = read_sources(
        paths,
        published=published,
        publisher=publisher,
        title=title,
        standard_input=standard_input,
        settings=settings.documents,
    )
    _require(1, reading)
    claims = _claims(reading.documents, models, progress or _silent, {})
    run = _run(started_at, settings, models.parser)
    return _report(run, reading, reading.documents, claims, ())


def _report(
    run: Run,
    reading: Reading,
    documents: tuple[Document, ...],
    claims: tuple[Claim, ...],
    groups: tuple[ClaimGroup, ...],
) -> Report:
    return Report(
        run=run,
        documents=documents,
        claims=claims,
        groups=groups,
        failures=reading.failures,
        warnings=(*reading.warnings, *_without_claims(documents, claims)),
    )


def _claims(
    documents: Sequence[Document], models: Models, tell: Progress, known: Mapping[str, Sequence[Claim]]
) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for number, document in enumerate(documents):
        tell("reading claims", number, len(documents))
        if document.source.id in known:
            claims.extend(known[document.source.id])
            continue
        extraction = extract_claims(document, models.parser)
        claims.extend(annotate(extraction.claims, extraction.sentences, document))
    tell("reading claims", len(documents), len(documents))
    return tuple(claims)


def _without_claims(documents: Sequence[Document], claims: Sequence[Claim]) -> Iterator[str]:
    telling = {claim.source for claim in claims}
    for document in documents:
        if document.source.id not in telling:
            source = document.source
            yield f"{source.path}: no sentence of source {source.id} states anything; it has no claims"


def _run(started_at: dt.datetime, settings: Settings, *used: Model) -> Run:
    return Run(
        reconcile=__version__,
        started_at=started_at,
        settings=asdict(settings),
        models=tuple(model.use for model in used),
    )


def _require(needed: int, reading: Reading) -> None:
    usable = len(reading.documents)
    if usable < needed:
        told = [f"{failure.path}: {failure.error}" for failure in reading.failures] + list(reading.warnings)
        wanted = f"two sources are needed to compare, {usable} can be used"
        if needed == 1:
            wanted = "no source could be read"
        raise NotEnoughSourcesError("; ".join([*told, wanted]))


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
