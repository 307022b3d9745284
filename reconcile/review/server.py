"""The desk on a port of the loopback interface, until it is stopped."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from reconcile.errors import OptionError
from reconcile.review.application import application
from reconcile.review.desk import Desk
from reconcile.review.guard import ENTRANCE
from reconcile.review.sessions import Sessions

LOOPBACK = "127.0.0.1"
_GRACE_SECONDS = 3


def serve(
    case: Path,
    reviewers: Sequence[str],
    *,
    port: int = 0,
    hides_confidence: bool = False,
    announce: Callable[[Mapping[str, str]], None],
) -> None:
    """Serves ``case`` until the process is interrupted.

    ``announce`` is given a link that works once for each reviewer, as soon as it works; port 0 is any that is
    free. Raises CaseError where the case cannot be read and OptionError where the port cannot be had.
    """
    desk = Desk(case, reviewers, hides_confidence=hides_confidence)
    desk.snapshot()
    with closing(bound(port)) as listener:
        number = listener.getsockname()[1]
        sessions = Sessions(reviewers)
        announce(
            {
                name: f"http://{LOOPBACK}:{number}{ENTRANCE}?token={token}"
                for name, token in sessions.tokens.items()
            }
        )
        # Ctrl-C is how a desk is closed, no trouble.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(configuration(application(desk, sessions, number))).run([listener])


def bound(port: int) -> socket.socket:
    """A socket that listens already, so that a link works at once; never beyond this machine.

    Raises OptionError.
    """
    try:
        return socket.create_server((LOOPBACK, port))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise OptionError(f"port {port} cannot be had ({reason})") from error


def configuration(app: ASGIApp) -> uvicorn.Config:
    """How uvicorn serves the desk: plain HTTP, no word about itself, nothing believed of proxies."""
    return uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
