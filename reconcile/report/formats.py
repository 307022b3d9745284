"""The formats of a report by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reconcile.errors import OptionError
from reconcile.report import claims_table, csv_view, html, json_view, markdown, table
from reconcile.report.selection import RenderOptions
from reconcile.schema import Report

Renderer = Callable[[Report, RenderOptions], str]

FORMATS: Mapping[str, Renderer] = {
    "table": table.render,
    "json": json_view.to_json,
    "markdown": markdown.render,
    "csv": csv_view.render,
    "html": html.render,
}
CLAIM_FORMATS: Mapping[str, Renderer] = {"table": claims_table.render, "json": json_view.to_json}
_DEFAULT = RenderOptions()


def render(report: Report, format_name: str, options: RenderOptions = _DEFAULT) -> str:
    """The findings of ``report`` as text that ends in a line break; raises OptionError for an
    unknown format."""
    return _renderer(FORMATS, format_name)(report, options)


def render_claims(report: Report, format_name: str, options: RenderOptions = _DEFAULT) -> str:
    """The claims of ``report`` with speaker, certainty and facets; raises OptionError for an
    unknown format."""
    return _renderer(CLAIM_FORMATS, format_name)(report, options)


def _renderer(known: Mapping[str, Renderer], name: str) -> Renderer:
    if name not in known:
        raise OptionError(f"unknown format {name!r}; the formats are {', '.join(known)}")
    return known[name]
