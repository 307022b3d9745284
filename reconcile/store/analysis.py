"""The last run of a case: its report as rows, and the report rebuilt from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.schema import Claim, Document, Report, Run
from reconcile.store.codec import DamagedError, decoded, encoded
from reconcile.store.connection import Database
from reconcile.store.groups import read_groups, write_groups
from reconcile.store.judgements import holding, standing
from reconcile.store.rows import insert
from reconcile.store.sources import StoredSource, read_sources, write_sources

_REPLACED = ("finding_value", "finding", "claim_group_member", "claim_group", "claim")
"""Tables of the last run, those that refer to others first."""


def write_analysis(database: Database, sources: Sequence[StoredSource], report: Report) -> None:
    """Puts ``report`` and the sources that it was made of in place of the last run.

    The judgements of ``report`` are not written: they are in the case already.
    """
    for table in _REPLACED:
        database.execute(f"DELETE FROM {table}")
    write_sources(database, sources, {source.id: source.republishes for source in report.sources})
    run = {
        "started_at": report.run.started_at.isoformat(),
        "record": encoded(report.run),
        "warnings": encoded(report.warnings, tuple[str, ...]),
    }
    insert(database, "run", [run])
    _write_claims(database, report.claims)
    write_groups(database, report.groups)


def read_report(database: Database) -> Report:
    """The report of the last run, with the judgements that hold; raises DamagedError."""
    try:
        return _report(database)
    except (ValueError, LookupError, TypeError) as error:
        raise DamagedError(str(error)) from error


def runs(database: Database) -> int:
    """How many runs the case has had."""
    (number,) = database.execute("SELECT count(*) FROM run").fetchone()
    return int(number)


def read_claims(database: Database) -> tuple[Claim, ...]:
    """The claims of the last run."""
    records = [record for (record,) in database.execute("SELECT record FROM claim ORDER BY position")]
    return tuple(decoded(record, Claim) for record in records)


def _report(database: Database) -> Report:
    record, warnings = database.execute(
        "SELECT record, warnings FROM run ORDER BY id DESC LIMIT 1"
    ).fetchone()
    sources = read_sources(database)
    return Report(
        run=decoded(record, Run),
        documents=_documents(database, sources),
        claims=read_claims(database),
        groups=read_groups(database),
        failures=tuple(source.failure for source in sources if source.failure),
        warnings=decoded(warnings, tuple[str, ...]),
        judgements=standing(holding(database)),
    )


def _documents(database: Database, sources: Sequence[StoredSource]) -> tuple[Document, ...]:
    origins = dict(database.execute("SELECT letter, republishes FROM source").fetchall())
    documents = [source.version.document for source in sources if source.version]
    return tuple(
        replace(document, source=replace(document.source, republishes=origins[document.source.id]))
        for document in documents
    )


def _write_claims(database: Database, claims: Sequence[Claim]) -> None:
    insert(
        database,
        "claim",
        (
            {
                "id": claim.id,
                "position": position,
                "source": claim.source,
                "start": claim.span.start,
                "end": claim.span.end,
                "text": claim.text,
                "record": encoded(claim),
            }
            for position, claim in enumerate(claims)
        ),
    )
