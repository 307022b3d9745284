"""How the report was made: version, moment, models and settings."""

from __future__ import annotations

import json
from dataclasses import dataclass

from reconcile.report.html.moments import moment_in_words
from reconcile.report.json_values import plain, utc
from reconcile.schema import ModelUse, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """``moment`` is ISO 8601 in UTC, ``settings`` JSON, a line a room."""

    version: str
    moment: str
    when: str
    models: tuple[ModelUse, ...]
    settings: tuple[tuple[str, str], ...]


def run_view(report: Report) -> RunView:
    """The run of a report, in words."""
    run = report.run
    return RunView(
        version=run.reconcile,
        moment=utc(run.started_at),
        when=moment_in_words(run.started_at),
        models=run.models,
        settings=tuple(
            (room, json.dumps(plain(value), ensure_ascii=False)) for room, value in run.settings.items()
        ),
    )
