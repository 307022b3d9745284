"""Case files of reports built by hand, so that tests of the desk need no models."""

from __future__ import annotations

from pathlib import Path

from reconcile.casework.creation import keep
from reconcile.casework.sources import Options
from reconcile.documents import Reading, ReadSource
from reconcile.schema import Report


def case_of(report: Report, case: Path) -> Path:
    """The new file ``case``, which keeps ``report``."""
    reading = Reading(
        documents=report.documents,
        failures=report.failures,
        warnings=report.warnings,
        read=tuple(
            ReadSource(document=document, raw=document.text.encode("utf-8", "surrogatepass"))
            for document in report.documents
        ),
        locations={failure.source: None for failure in report.failures},
    )
    keep(case, report, reading, Options())
    return case
