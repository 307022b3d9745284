"""A desk that runs on a port of its own, and reviewers who have used their links."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import uvicorn

from reconcile.review.application import application
from reconcile.review.desk import Desk
from reconcile.review.server import bound, configuration
from reconcile.review.sessions import Sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningDesk:
    """A server in a thread of this process; ``tokens`` are the unspent ones by reviewer."""

    port: int
    tokens: dict[str, str]

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def link(self, reviewer: str) -> str:
        return f"{self.origin}/enter?token={self.tokens[reviewer]}"

    @contextmanager
    def stranger(self) -> Iterator[httpx.Client]:
        """A client without a session."""
        with httpx.Client(base_url=self.origin, headers={"Origin": self.origin}, timeout=20) as client:
            yield client

    @contextmanager
    def entered(self, reviewer: str) -> Iterator[httpx.Client]:
        """A client whose link is spent: it has the reviewer's session."""
        with self.stranger() as client:
            assert client.get(self.link(reviewer)).status_code == 200
            yield client


@contextmanager
def running(
    case: Path, reviewers: Sequence[str] = ("Ada",), *, hides_confidence: bool = False
) -> Iterator[RunningDesk]:
    """Serves ``case`` until the block ends."""
    with bound(0) as listener:
        port = listener.getsockname()[1]
        sessions = Sessions(reviewers)
        desk = Desk(case, reviewers, hides_confidence=hides_confidence)
        server = uvicorn.Server(configuration(application(desk, sessions, port)))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        try:
            yield RunningDesk(port=port, tokens=dict(sessions.tokens))
        finally:
            server.should_exit = True
            thread.join(timeout=20)
