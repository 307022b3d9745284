"""The report as one self-contained HTML page: no network, readable without JavaScript, printable."""

from __future__ import annotations

from reconcile.report.selection import RenderOptions
from reconcile.schema import Report


def render(report: Report, options: RenderOptions) -> str:
    """The page as a string that ends in a line break; a source's text stays text in it.

    Counts, findings, statements and texts are those that ``options`` select; nothing in the page
    asks another file or host for anything.
    """
    # Jinja2 takes a tenth of a second to import; no other view needs it.
    from reconcile.report.html.page import rendered

    return rendered(report, options)
