"""The decided report as files to download, in every form that the report room knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from starlette.responses import Response

from reconcile.report import BINARY_FORMATS, FORMATS, RenderOptions, render_bytes
from reconcile.schema import Report

NAMES = (*FORMATS, *BINARY_FORMATS)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FILES: Mapping[str, tuple[str, str]] = {
    "table": ("txt", "text/plain; charset=utf-8"),
    "json": ("json", "application/json"),
    "markdown": ("md", "text/markdown; charset=utf-8"),
    "csv": ("csv", "text/csv; charset=utf-8"),
    "html": ("html", "text/html; charset=utf-8"),
    "docx": ("docx", _WORD),
    "web-annotations": ("jsonld", "application/ld+json"),
    "prov": ("prov.json", "application/json"),
}
"""Endings and media types; a form that is not named here ends in its own name."""
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")


def download(report: Report, name: str, case: Path) -> Response:
    """The report in the form ``name``, one of NAMES, as a file named after the case."""
    ending, media_type = _FILES.get(name, (name, "application/octet-stream"))
    stem = _UNFIT.sub("-", case.stem).strip("-.") or "report"
    return Response(
        render_bytes(report, name, RenderOptions()),
        media_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{stem}.{ending}"'},
    )
