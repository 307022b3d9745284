"""The page as a whole: what its parts show, and the template that puts them together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment

from reconcile.report.html.assets import assets
from reconcile.report.html.filter_views import filter_views
from reconcile.report.html.finding_views import finding_views
from reconcile.report.html.head_view import head_view
from reconcile.report.html.material import Material
from reconcile.report.html.run_view import run_view
from reconcile.report.html.source_views import document_view
from reconcile.report.html.statement_views import (
    lone_statement_views,
    statement_views,
)
from reconcile.report.html.template_environment import template_environment
from reconcile.report.html.text_views import text_views
from reconcile.report.html.timeline_views import timeline_view
from reconcile.report.selection import RenderOptions
from reconcile.schema import Report


def rendered(report: Report, options: RenderOptions) -> str:
    """The page of ``report``, ending in a line break."""
    return _environment().get_template("page.html").render(page_parts(report, options))


def page_parts(report: Report, options: RenderOptions) -> Mapping[str, object]:
    """What the template is given, by name."""
    material = Material.of(report, options)
    findings = finding_views(material)
    statements = statement_views(material, findings)
    lone = lone_statement_views(material)
    facts = [
        *(finding.facts for finding in findings),
        *(statement.facts for statement in statements),
        *(statement.facts for _, of_source in lone for statement in of_source),
    ]
    return {
        "assets": assets(),
        "head": head_view(material, options),
        "documents": tuple(document_view(document) for document in report.documents),
        "filters": filter_views(material, facts),
        "findings": findings,
        "statements": statements,
        "lone": lone,
        "timeline": timeline_view(material),
        "texts": text_views(material),
        "run": run_view(report),
    }


@cache
def _environment() -> Environment:
    return template_environment("reconcile.report.html", keep_trailing_newline=True)
