"""What stands before every page of the desk: who may ask, from where, in which way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reconcile.review.error_pages import STYLE_HASH, refused
from reconcile.review.refusal import RefusalError
from reconcile.review.sessions import Sessions

ENTRANCE = "/enter"
METHODS = ("GET", "HEAD", "POST")
_SAFE_METHODS = ("GET", "HEAD")
_OVERRIDES = ("x-http-method-override", "x-http-method", "x-method-override")
_OWN_SITES = ("same-origin", "none")
_HTTP = 80
"""The port that browsers leave out of Host and Origin."""
NEW_LINK = (
    "Stop reconcile review in its terminal (Ctrl-C) and start it again: it prints a new link, "
    "and nothing that was decided is lost."
)
HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        f"default-src 'none'; script-src 'self'; style-src 'self' '{STYLE_HASH}'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """ASGI middleware: refuses what does not come from a reviewer's own browser window on this desk.

    The name of the reviewer is put into ``scope["state"]``. A foreign Host is how DNS rebinding shows, a
    foreign Origin how a page elsewhere does (OWASP, "Cross-Site Request Forgery Prevention").
    """

    def __init__(self, app: ASGIApp, *, sessions: Sessions, port: int) -> None:
        self._app = app
        self._sessions = sessions
        self._hosts = (f"127.0.0.1:{port}", *(["127.0.0.1"] if port == _HTTP else []))
        self._origins = tuple(f"http://{host}" for host in self._hosts)
        self._cookie = cookie_name(port)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope)
        try:
            self._admit(request)
        except RefusalError as refusal:
            await refused(request, refusal)(scope, receive, _hardened(send))
        else:
            await self._app(scope, receive, _hardened(send))

    def _admit(self, request: Request) -> None:
        self._require_own_window(request)
        if request.method not in METHODS:
            raise RefusalError(HTTPStatus.METHOD_NOT_ALLOWED, f"The desk knows {', '.join(METHODS)} only.")
        if "_method" in request.query_params or any(name in request.headers for name in _OVERRIDES):
            raise RefusalError(HTTPStatus.BAD_REQUEST, "A method cannot be overridden.")
        reviewer = self._sessions.reviewer(request.cookies.get(self._cookie))
        request.state.reviewer = reviewer
        if reviewer is None and request.url.path != ENTRANCE:
            raise RefusalError(
                HTTPStatus.UNAUTHORIZED, f"This browser has no session at the desk. {NEW_LINK}"
            )

    def _require_own_window(self, request: Request) -> None:
        if not _is_one_of(request.headers.getlist("host"), self._hosts):
            raise RefusalError(HTTPStatus.FORBIDDEN, f"The desk answers at {self._origins[0]} only.")
        origins, is_safe = request.headers.getlist("origin"), request.method in _SAFE_METHODS
        if not _is_one_of(origins, self._origins) and (origins or not is_safe):
            raise RefusalError(HTTPStatus.FORBIDDEN, "The request does not come from a page of the desk.")
        # A link from elsewhere may lead to the entrance, where its token is looked at, and nowhere else.
        site = request.headers.get("sec-fetch-site", "none")
        if site not in _OWN_SITES and not (is_safe and request.url.path == ENTRANCE):
            raise RefusalError(HTTPStatus.FORBIDDEN, "The request does not come from a page of the desk.")


def _is_one_of(values: Sequence[str], own: Sequence[str]) -> bool:
    return len(values) == 1 and values[0] in own


def cookie_name(port: int) -> str:
    """The cookie of the desk on a port: browsers send cookies to every port of a host."""
    return f"reconcile-{port}"


def _hardened(send: Send) -> Send:
    """``send`` with the headers that every answer carries."""

    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return with_headers
