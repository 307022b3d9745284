"""Golden reports of the fixtures: what `reconcile diff` says of each, kept beside its texts.

After a change that is meant to change them: `python -m tests.golden.golden_reports`, then read the diff.
"""

from __future__ import annotations

import contextlib
import json
import re
from pathlib import Path
from typing import Any

from reconcile.models import Models
from reconcile.pipeline import reconcile
from reconcile.report import RenderOptions, render
from reconcile.settings import ModelSettings

ROOT = Path(__file__).parents[2]
EVENTS = ROOT / "fixtures" / "events"
JSON_NAME, TABLE_NAME = "report.json", "report.table"
TABLE = RenderOptions(width=100)


def events() -> list[Path]:
    return sorted(path.parent for path in EVENTS.glob("*/gold.json"))


def fresh(event: Path, models: Models) -> tuple[dict[str, Any], str]:
    """The report of an event as JSON without what differs from run to run, and as a table."""
    # Paths stand in a report as they were given: golden ones start at the project's root.
    with contextlib.chdir(ROOT):
        report = reconcile([event.relative_to(ROOT)], models=models)
    fields: dict[str, Any] = json.loads(render(report, "json"))
    del fields["run"]
    return fields, render(report, "table", TABLE)


def without_scores(table: str) -> str:
    """The table with every two-digit score blanked: its last digit depends on the processor."""
    return re.sub(r"\b[01]\.\d\d\b", "0.00", table)


def main() -> None:
    models = Models.load(ModelSettings())
    for event in events():
        fields, table = fresh(event, models)
        text = json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True)
        (event / JSON_NAME).write_text(text + "\n", encoding="utf-8", newline="")
        (event / TABLE_NAME).write_text(table, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
