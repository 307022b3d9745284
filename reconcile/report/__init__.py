"""The report in the forms that people and programs read: terminal table, JSON,
Markdown, CSV, Word, W3C Web Annotations and PROV."""

from reconcile.report.formats import (
    BINARY_FORMATS,
    CLAIM_FORMATS,
    FORMATS,
    render,
    render_bytes,
    render_claims,
)
from reconcile.report.json_view import to_json
from reconcile.report.output import require_writable, write_atomically
from reconcile.report.positions import LineIndex, Position
from reconcile.report.safe_text import visible
from reconcile.report.selection import RenderOptions, has_finding, selected

__all__ = [
    "BINARY_FORMATS",
    "CLAIM_FORMATS",
    "FORMATS",
    "LineIndex",
    "Position",
    "RenderOptions",
    "has_finding",
    "render",
    "render_bytes",
    "render_claims",
    "require_writable",
    "selected",
    "to_json",
    "visible",
    "write_atomically",
]
