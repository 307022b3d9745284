"""The formats of a report by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from reconcile.errors import OptionError
from reconcile.report import (
    claims_table,
    csv_view,
    html,
    json_view,
    markdown,
    provenance,
    table,
    web_annotation,
)
from reconcile.report.selection import RenderOptions
from reconcile.schema import Report

Renderer = Callable[[Report, RenderOptions], str]
BinaryRenderer = Callable[[Report, RenderOptions], bytes]


def _docx(report: Report, options: RenderOptions) -> bytes:
    # Imported here because python-docx and lxml are slow to load and few reports need them.
    from reconcile.report import docx_view

    return docx_view.render(report, options)


FORMATS: Mapping[str, Renderer] = {
    "table": table.render,
    "json": json_view.to_json,
    "markdown": markdown.render,
    "csv": csv_view.render,
    "html": html.render,
    "web-annotations": web_annotation.render,
    "prov": provenance.render,
}
BINARY_FORMATS: Mapping[str, BinaryRenderer] = {"docx": _docx}
CLAIM_FORMATS: Mapping[str, Renderer] = {"table": claims_table.render, "json": json_view.to_json}
_DEFAULT = RenderOptions()


def render(report: Report, format_name: str, options: RenderOptions = _DEFAULT) -> str:
    """The findings of ``report`` as text that ends in a line break; raises OptionError for an
    unknown format and for one that is no text."""
    if format_name in BINARY_FORMATS:
        raise OptionError(f"the format {format_name!r} is no text; reconcile.report.render_bytes writes it")
    return _renderer(FORMATS, format_name)(report, options)


def render_bytes(report: Report, format_name: str, options: RenderOptions = _DEFAULT) -> bytes:
    """The findings of ``report`` as a file in any format, text as UTF-8; raises OptionError for an
    unknown format."""
    if format_name in BINARY_FORMATS:
        return BINARY_FORMATS[format_name](report, options)
    if format_name not in FORMATS:
        raise OptionError(_unknown(format_name, [*FORMATS, *BINARY_FORMATS]))
    return FORMATS[format_name](report, options).encode()


def render_claims(report: Report, format_name: str, options: RenderOptions = _DEFAULT) -> str:
    """The claims of ``report`` with speaker, certainty and facets; raises OptionError for an
    unknown format."""
    return _renderer(CLAIM_FORMATS, format_name)(report, options)


def _renderer(known: Mapping[str, Renderer], name: str) -> Renderer:
    if name not in known:
        raise OptionError(_unknown(name, known))
    return known[name]


def _unknown(name: str, known: Iterable[str]) -> str:
    return f"unknown format {name!r}; the formats are {', '.join(known)}"
