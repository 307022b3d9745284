"""The report as JSON, checked against the schema that ships with it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from reconcile.report.json_fields import report_fields
from reconcile.report.json_text import json_text
from reconcile.report.selection import RenderOptions
from reconcile.schema import Report

SCHEMA_FILE = "report.schema.json"
_DEFAULT = RenderOptions()


def to_json(report: Report, options: RenderOptions = _DEFAULT) -> str:
    """The report by the contract, indented, ending in a line break.

    All claims are there; ``groups`` are the ones that ``options`` select, ``counts`` those of the
    whole report, ``shown`` what was selected. Invisible characters are escaped, so that the
    document is safe on a terminal and parses to the exact text. Raises RuntimeError, a
    programming error, when the result breaks the schema.
    """
    fields = report_fields(report, options)
    _check(fields)
    return json_text(fields)


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the report."""
    text = files("reconcile.report").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _check(fields: dict[str, Any]) -> None:
    from jsonschema import Draft202012Validator

    error = next(Draft202012Validator(schema()).iter_errors(fields), None)
    if error is not None:
        place = "/".join(str(step) for step in error.absolute_path) or "the top"
        raise RuntimeError(f"the report breaks its own schema at {place}: {error.message}")
