"""The desk as an ASGI application: the guard, the entrance, the pages, the API and its description."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from importlib.resources import files

from markupsafe import Markup
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from reconcile.errors import CaseError, StaleJudgementError, UnknownFindingError
from reconcile.review import api_routes, page_routes
from reconcile.review.desk import Desk
from reconcile.review.error_pages import plain_page, refused, told
from reconcile.review.guard import ENTRANCE, NEW_LINK, Guard, cookie_name
from reconcile.review.refusal import RefusalError
from reconcile.review.sessions import Sessions

_ASSETS: Mapping[str, tuple[str, str, str]] = {
    "tokens.css": ("reconcile.report.html", "css", "text/css"),
    "desk.css": ("reconcile.review", "css", "text/css"),
    "finding.css": ("reconcile.review", "css", "text/css"),
    "queue.css": ("reconcile.review", "css", "text/css"),
    "start.js": ("reconcile.review", "js", "text/javascript"),
    "visits.js": ("reconcile.review", "js", "text/javascript"),
    "drafts.js": ("reconcile.review", "js", "text/javascript"),
    "keys.js": ("reconcile.review", "js", "text/javascript"),
    "icon.svg": ("reconcile.review", "css", "image/svg+xml"),
}
"""Files of the pages: package, folder, media type. The colours are those of the HTML report."""
_WELCOME = Markup('<meta http-equiv="refresh" content="0; url=/">')
_GO_ON = Markup('<p><a href="/">To the review desk</a></p>')


def application(desk: Desk, sessions: Sessions, port: int) -> ASGIApp:
    """The desk for the reviewers of ``sessions``, as it is reached at 127.0.0.1 on ``port``.

    The guard stands around all of it, so that answers to defects carry its headers too.
    """
    app = Starlette(
        routes=[
            Route(ENTRANCE, _enter, methods=["GET"]),
            *page_routes.routes(),
            *api_routes.routes(),
            Route("/openapi.json", _description, methods=["GET"]),
            Route("/assets/{name}", _asset, methods=["GET"]),
        ],
        exception_handlers={
            RefusalError: _refused,
            HTTPException: _unknown,
            StaleJudgementError: _stale,
            UnknownFindingError: _not_found,
            CaseError: _trouble,
            Exception: _defect,
        },
    )
    app.state.desk, app.state.sessions, app.state.port = desk, sessions, port
    return Guard(app, sessions=sessions, port=port)


def _enter(request: Request) -> Response:
    """Spends a link. The page that leads on is ours, so that the cookie is sent (SameSite=Strict)."""
    if request.method != "GET":
        return Response()
    session = request.app.state.sessions.enter(request.query_params.get("token", ""))
    if session is None:
        raise RefusalError(HTTPStatus.FORBIDDEN, f"This link is not valid or was used before. {NEW_LINK}")
    page = plain_page("Welcome", "The review desk opens.", head=_WELCOME, more=_GO_ON)
    name = cookie_name(request.app.state.port)
    page.set_cookie(name, session, path="/", httponly=True, samesite="strict")
    return page


def _description(request: Request) -> Response:
    return Response(_content("reconcile.review", "", "openapi.json"), media_type="application/json")


def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _ASSETS:
        raise RefusalError(HTTPStatus.NOT_FOUND, "There is no such file.")
    package, folder, media_type = _ASSETS[name]
    return Response(_content(package, folder, name), media_type=media_type)


@cache
def _content(package: str, folder: str, name: str) -> bytes:
    return files(package).joinpath(folder, name).read_bytes()


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusalError)
    return refused(request, error)


def _unknown(request: Request, error: Exception) -> Response:
    """Starlette's own answers: no such path, no such method there."""
    assert isinstance(error, HTTPException)
    phrase = HTTPStatus(error.status_code).phrase
    return told(
        request, error.status_code, phrase, f"The desk has nothing there ({phrase.lower()}).", error.headers
    )


def _stale(request: Request, error: Exception) -> Response:
    return told(request, HTTPStatus.CONFLICT, "Conflict", f"{error}.")


def _not_found(request: Request, error: Exception) -> Response:
    return told(request, HTTPStatus.NOT_FOUND, "Not found", f"{error}.")


def _trouble(request: Request, error: Exception) -> Response:
    """The case file cannot be used, which no request is to blame for."""
    return told(request, HTTPStatus.SERVICE_UNAVAILABLE, "The case cannot be used now", f"{error}.")


def _defect(request: Request, error: Exception) -> Response:
    sentence = f"A defect in reconcile: {type(error).__name__}. Nothing that was decided is lost."
    return told(request, HTTPStatus.INTERNAL_SERVER_ERROR, "Defect", sentence)
