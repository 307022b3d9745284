"""The answers of the desk when something cannot be done: one sentence, as a page or as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from reconcile.report.html.assets import hash_source
from reconcile.report.safe_text import one_line
from reconcile.review.json_answer import json_answer
from reconcile.review.refusal import RefusalError

API = "/api/"
_STYLE = (
    ":root{color-scheme:light dark}body{max-width:38rem;margin:15vh auto;padding:0 1.5rem;"
    "font:1.0625rem/1.55 system-ui,sans-serif}h1{font-size:1.25rem}a{color:inherit}"
)
STYLE_HASH = hash_source(_STYLE)
"""What the Content-Security-Policy allows: who has no session gets no style sheet."""
_PAGE = Markup(
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title} – Review desk</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<link rel="icon" href="/assets/icon.svg">{head}<style>{style}</style></head>'
    '<body><main><h1>{title}</h1><p class="sentence">{sentence}</p>{more}</main></body></html>\n'
)
_BACK = Markup('<p><a href="/">To the review desk</a></p>')
_NO_MARKUP = Markup("")


def refused(request: Request, refusal: RefusalError) -> Response:
    """The answer to a request that is refused."""
    headers = {"Allow": "GET, HEAD, POST"} if refusal.status == HTTPStatus.METHOD_NOT_ALLOWED else None
    return told(request, refusal.status, refusal.status.phrase, refusal.sentence, headers)


def told(
    request: Request, status: int, title: str, sentence: str, headers: Mapping[str, str] | None = None
) -> Response:
    """A sentence for whoever asked: JSON (RFC 9457) for a program, a page for a person."""
    if request.url.path.startswith(API):
        problem = {"title": title, "status": status, "detail": sentence}
        return json_answer(problem, status, headers, media_type="application/problem+json")
    has_session = getattr(request.state, "reviewer", None) is not None
    return plain_page(
        title, sentence, status=status, more=_BACK if has_session else _NO_MARKUP, headers=headers
    )


def plain_page(
    title: str,
    sentence: str,
    *,
    status: int = 200,
    head: Markup = _NO_MARKUP,
    more: Markup = _NO_MARKUP,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """A page that needs neither style sheet nor script of its own."""
    page = _PAGE.format(title=title, sentence=one_line(sentence), head=head, more=more, style=Markup(_STYLE))
    return HTMLResponse(page, status, headers)
