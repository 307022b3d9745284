"""The desk for programs: JSON over the same sessions, filters and locks as the pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from reconcile.review.api_fields import finding_fields, summary_fields
from reconcile.review.asked import JSON, body_of, desk_of, finding_of, reviewer_of
from reconcile.review.desk import entry_of, shown
from reconcile.review.filters import Filters
from reconcile.review.json_answer import json_answer
from reconcile.review.queue_view import decided_by
from reconcile.review.submission import from_json, json_fields, revision_of


def routes() -> list[Route]:
    """The resources by path; openapi.json describes them."""
    return [
        Route("/api/findings", _findings, methods=["GET"]),
        Route("/api/findings/{finding}", _finding, methods=["GET"]),
        Route("/api/findings/{finding}/judgement", _judgement, methods=["POST"]),
        Route("/api/findings/{finding}/undo", _undo, methods=["POST"]),
    ]


def _findings(request: Request) -> Response:
    desk, reviewer = desk_of(request), reviewer_of(request)
    snapshot = desk.snapshot()
    entries = shown(snapshot, Filters.of(request.query_params), reviewer)
    return json_answer(
        {
            "reviewer": reviewer,
            "decided": decided_by(snapshot, reviewer),
            "total": len(snapshot.queue),
            "findings": [summary_fields(snapshot, entry, reviewer) for entry in entries],
        }
    )


def _finding(request: Request) -> Response:
    return _answered(request)


async def _judgement(request: Request) -> Response:
    fields = json_fields(await body_of(request, JSON))
    return await run_in_threadpool(_decide, request, fields)


def _decide(request: Request, fields: Mapping[str, Any]) -> Response:
    desk_of(request).judge(finding_of(request), reviewer_of(request), from_json(fields))
    return _answered(request)


async def _undo(request: Request) -> Response:
    fields = json_fields(await body_of(request, JSON))
    return await run_in_threadpool(_take_back, request, fields)


def _take_back(request: Request, fields: Mapping[str, Any]) -> Response:
    desk_of(request).undo(finding_of(request), reviewer_of(request), revision_of(fields.get("revision")))
    return _answered(request)


def _answered(request: Request) -> Response:
    """The finding as the reviewer sees it now."""
    desk, reviewer = desk_of(request), reviewer_of(request)
    snapshot = desk.snapshot()
    entry = entry_of(snapshot, finding_of(request))
    is_revealed = desk.is_revealed(snapshot, entry.id, reviewer)
    return json_answer(finding_fields(snapshot, entry, reviewer, is_revealed=is_revealed))
