"""What a request asks of which desk, and its body, which is never read beyond a limit."""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import ClientDisconnect, Request

from reconcile.review.desk import Desk
from reconcile.review.refusal import RefusalError

MOST_BYTES = 64 * 1024
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


def desk_of(request: Request) -> Desk:
    """The desk that the application serves."""
    desk: object = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


def reviewer_of(request: Request) -> str:
    """Whose session it is: the guard lets nobody else through."""
    reviewer: object = request.state.reviewer
    assert isinstance(reviewer, str)
    return reviewer


def finding_of(request: Request) -> str:
    """The id in the path, of a finding that there may not be."""
    return str(request.path_params["finding"])


async def body_of(request: Request, media_type: str) -> bytes:
    """The body, which must say that it is of ``media_type``; raises RefusalError."""
    told = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if told != media_type:
        raise RefusalError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"The body has to be {media_type}.")
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MOST_BYTES:
                raise RefusalError(
                    HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"The body is larger than {MOST_BYTES // 1024} KB."
                )
    except ClientDisconnect as error:
        raise RefusalError(HTTPStatus.BAD_REQUEST, "The body ended too early.") from error
    return bytes(body)
