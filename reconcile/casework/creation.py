"""A new case from its first sources, and the report of a case as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from reconcile import store
from reconcile.casework.sources import Options, stored_sources
from reconcile.documents import Published, Reading, read_sources
from reconcile.models import Models
from reconcile.pipeline import Progress, compare
from reconcile.schema import Report
from reconcile.settings import Settings
from reconcile.store import Action, Database, StoredSource


def create(
    case: str | Path,
    sources: Sequence[str | Path],
    *,
    published: Mapping[str, Published] | None = None,
    publisher: Mapping[str, str] | None = None,
    title: Mapping[str, str] | None = None,
    standard_input: BinaryIO | None = None,
    settings: Settings | None = None,
    models: Models | None = None,
    progress: Progress | None = None,
) -> Report:
    """Compare ``sources`` and keep all of it in the new file ``case``, which appears when it is whole.

    Parameters and errors are those of ``reconcile.reconcile``; CaseError too, where ``case`` exists
    or cannot be written.
    """
    case = Path(case)
    store.require_new(case)
    settings = settings or Settings()
    options = Options.of(published, publisher, title)
    reading = read_sources(
        sources,
        published=published,
        publisher=publisher,
        title=title,
        standard_input=standard_input,
        settings=settings.documents,
    )
    report = compare(reading, settings=settings, models=models, progress=progress)
    keep(case, report, reading, options)
    return report


def keep(case: Path, report: Report, reading: Reading, options: Options) -> None:
    """Writes ``report``, which was made of ``reading``, to the new file ``case``; raises CaseError."""
    contents = stored_sources(reading, options)
    with store.creating(case) as database:
        store.write_analysis(database, contents, report)
        store.note(database, Action.CREATED, detail={"reconcile": report.run.reconcile})
        for source in contents:
            note_source(database, Action.SOURCE_ADDED, source)
        note_run(database, report)


def load(case: str | Path) -> Report:
    """The last run with all judgements that hold; raises CaseError."""
    with store.reading(Path(case)) as database:
        store.require_intact(database)
        return store.read_report(database)


def note_source(database: Database, action: Action, source: StoredSource) -> None:
    """One line of the trail for a source that came in."""
    detail: dict[str, object] = {"source": source.letter}
    if source.version is not None:
        read = source.version.document.source
        detail |= {"path": read.path, "sha256": read.sha256, "version": source.version.number}
    elif source.failure is not None:
        detail |= {"path": source.failure.path, "failure": source.failure.error}
    else:
        detail |= {"left_out": source.left_out}
    store.note(database, action, detail=detail)


def note_run(database: Database, report: Report) -> None:
    """One line of the trail for a run, with what it found."""
    findings = sum(len(group.discrepancies) for group in report.groups)
    detail = {
        "reconcile": report.run.reconcile,
        "sources": [source.id for source in report.sources],
        "claims": len(report.claims),
        "findings": findings,
    }
    store.note(database, Action.ANALYSED, detail=detail)
