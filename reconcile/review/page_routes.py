"""What the desk's pages and forms do; all of it works without a script."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from reconcile.errors import StaleJudgementError
from reconcile.review import messages
from reconcile.review.asked import FORM, body_of, desk_of, finding_of, reviewer_of
from reconcile.review.desk import Desk, entry_of, next_open, require_run
from reconcile.review.downloads import NAMES, download
from reconcile.review.draft import Draft
from reconcile.review.filters import Filters
from reconcile.review.messages import Message
from reconcile.review.pages import case_page, finding_page
from reconcile.review.refusal import RefusalError
from reconcile.review.submission import OWN_WORDS, form_fields, from_form, revision_of

_ENTERED = {"choice": "preferred", "own": "own", "note": "note"}
"""The parts of a draft and the fields of the form that hold them."""


def routes() -> list[Route]:
    """The pages by path."""
    return [
        Route("/", _start, methods=["GET"]),
        Route("/findings/{finding}", _finding, methods=["GET"]),
        Route("/findings/{finding}/judgement", _judgement, methods=["POST"]),
        Route("/findings/{finding}/undo", _undo, methods=["POST"]),
        Route("/case", _case, methods=["GET"]),
        Route("/export/{name}", _export, methods=["GET"]),
    ]


def _start(request: Request) -> Response:
    """To the gravest finding that waits for a decision."""
    desk, reviewer, filters = desk_of(request), reviewer_of(request), Filters.of(request.query_params)
    snapshot = desk.snapshot()
    entry = next_open(snapshot, filters, reviewer) or next(iter(snapshot.queue), None)
    if entry is None:
        return finding_page(desk, snapshot, None, filters, reviewer)
    return _to(entry.id, filters)


def _finding(request: Request) -> Response:
    desk, reviewer, filters = desk_of(request), reviewer_of(request), Filters.of(request.query_params)
    snapshot = desk.snapshot()
    entry = entry_of(snapshot, finding_of(request))
    message = messages.after(request.query_params, snapshot, reviewer)
    return finding_page(desk, snapshot, entry, filters, reviewer, message=message)


async def _judgement(request: Request) -> Response:
    fields = form_fields(await body_of(request, FORM))
    return await run_in_threadpool(_decide, request, fields)


def _decide(request: Request, fields: Mapping[str, str]) -> Response:
    desk, reviewer, filters = desk_of(request), reviewer_of(request), Filters.of(request.query_params)
    snapshot = desk.snapshot()
    entry = entry_of(snapshot, finding_of(request))
    try:
        # First of all: the choices of another run may be other words.
        require_run(snapshot, fields.get("run"))
        desk.judge(entry.id, reviewer, from_form(fields, entry.discrepancy))
    except RefusalError as refusal:
        return _kept(request, fields, messages.invalid(refusal.sentence), refusal.status)
    except StaleJudgementError:
        return _kept(request, fields, _conflict(desk, entry.id, reviewer), HTTPStatus.CONFLICT)
    following = next_open(desk.snapshot(), filters, reviewer, after=entry.number)
    return _to(following.id if following else entry.id, filters, saved=entry.id)


async def _undo(request: Request) -> Response:
    fields = form_fields(await body_of(request, FORM))
    return await run_in_threadpool(_take_back, request, fields)


def _take_back(request: Request, fields: Mapping[str, str]) -> Response:
    desk, reviewer, filters = desk_of(request), reviewer_of(request), Filters.of(request.query_params)
    entry = entry_of(desk.snapshot(), finding_of(request))
    try:
        desk.undo(entry.id, reviewer, revision_of(fields.get("revision")))
    except StaleJudgementError:
        return _told(request, desk, _conflict(desk, entry.id, reviewer))
    return _to(entry.id, filters, undone=entry.id)


def _case(request: Request) -> Response:
    desk = desk_of(request)
    return case_page(desk, desk.snapshot(), reviewer_of(request))


def _export(request: Request) -> Response:
    desk, name = desk_of(request), str(request.path_params["name"])
    snapshot = desk.snapshot()
    if name not in NAMES:
        raise RefusalError(HTTPStatus.NOT_FOUND, f"There is no such form; there are {', '.join(NAMES)}.")
    if not desk.may_export(snapshot, reviewer_of(request)):
        raise RefusalError(
            HTTPStatus.FORBIDDEN,
            "The report shows what is hidden from you until you have decided every finding; "
            "reconcile export writes it at any time.",
        )
    return download(snapshot.report, name, desk.case)


def _conflict(desk: Desk, finding: str, reviewer: str) -> Message:
    snapshot = desk.snapshot()
    is_revealed = desk.is_revealed(snapshot, finding, reviewer)
    return messages.conflict(snapshot, finding, reviewer, is_revealed=is_revealed)


def _kept(request: Request, fields: Mapping[str, str], message: Message, status: int) -> Response:
    """The finding as it is now, with what could not be saved still in the form."""
    entered = {name: fields.get(field, "") for name, field in _ENTERED.items()}
    if fields.get("run") not in (None, desk_of(request).snapshot().run) and entered["choice"] != OWN_WORDS:
        # It is the place of words among choices that were others.
        entered["choice"] = ""
    draft = Draft(**entered, is_unsent=any(entered.values()))
    return _told(request, desk_of(request), message, draft, status)


def _told(
    request: Request,
    desk: Desk,
    message: Message,
    draft: Draft | None = None,
    status: int = HTTPStatus.CONFLICT,
) -> Response:
    reviewer, filters = reviewer_of(request), Filters.of(request.query_params)
    snapshot = desk.snapshot()
    entry = entry_of(snapshot, finding_of(request))
    return finding_page(desk, snapshot, entry, filters, reviewer, message=message, draft=draft, status=status)


def _to(finding: str, filters: Filters, **told: str) -> RedirectResponse:
    query = "&".join(part for part in (filters.query, urlencode(told)) if part)
    return RedirectResponse(f"/findings/{finding}{'?' if query else ''}{query}", HTTPStatus.SEE_OTHER)
