"""The desk's pages: templates and what they are given."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus

from jinja2 import Environment
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from reconcile.report.html.template_environment import template_environment
from reconcile.review.case_view import case_view
from reconcile.review.desk import Desk
from reconcile.review.draft import Draft
from reconcile.review.filters import Filters
from reconcile.review.finding_view import finding_view
from reconcile.review.messages import Message
from reconcile.review.queue_view import queue_view
from reconcile.review.snapshot import Entry, Snapshot


def finding_page(
    desk: Desk,
    snapshot: Snapshot,
    entry: Entry | None,
    filters: Filters,
    reviewer: str,
    *,
    message: Message | None = None,
    draft: Draft | None = None,
    status: int = HTTPStatus.OK,
) -> HTMLResponse:
    """The queue with one finding beside it; None where the case has no finding."""
    return _rendered(
        "desk.html",
        status,
        title=f"Finding {entry.number}" if entry else "No findings",
        desk=desk,
        reviewer=reviewer,
        queue=queue_view(snapshot, filters, reviewer, entry),
        message=message,
        finding=finding_view(
            snapshot,
            entry,
            reviewer,
            desk.history(snapshot, entry.id, reviewer),
            is_revealed=desk.is_revealed(snapshot, entry.id, reviewer),
            draft=draft,
        )
        if entry
        else None,
    )


def case_page(desk: Desk, snapshot: Snapshot, reviewer: str) -> HTMLResponse:
    """The sources, the reviewers' progress, judgements without their words, and the downloads."""
    return _rendered(
        "case.html",
        HTTPStatus.OK,
        title="Case and downloads",
        desk=desk,
        reviewer=reviewer,
        queue=queue_view(snapshot, Filters(), reviewer, None),
        message=None,
        case=case_view(desk, snapshot, reviewer),
    )


def _rendered(template: str, status: int, **given: object) -> HTMLResponse:
    return HTMLResponse(_environment().get_template(template).render(given), status)


@cache
def _environment() -> Environment:
    environment = template_environment("reconcile.review")
    environment.filters["exact"] = _exact
    return environment


def _exact(text: str) -> Markup:
    """What stands in a form: as it is, but for lone surrogates, which no page can carry."""
    return escape(text.encode("utf-8", "backslashreplace").decode("utf-8"))
