"""Who may use the desk: links that work once, and the browser sessions that they open."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from threading import Lock

_BYTES = 32


class Sessions:
    """One link for each reviewer, spent when it is used; only digests of secrets are kept.

    Sessions end with the process: whoever comes back after it needs a new link.
    """

    def __init__(self, reviewers: Sequence[str]) -> None:
        self._lock = Lock()
        self._unspent: dict[str, str] = {}
        self._open: dict[str, str] = {}
        self.tokens = {reviewer: self._issued(reviewer) for reviewer in reviewers}

    def enter(self, token: str) -> str | None:
        """The secret of a new session for the reviewer whose link this is; None for a spent or wrong one."""
        with self._lock:
            reviewer = self._unspent.pop(_digest(token), None)
            if reviewer is None:
                return None
            session = secrets.token_urlsafe(_BYTES)
            self._open[_digest(session)] = reviewer
            return session

    def reviewer(self, session: str | None) -> str | None:
        """Whose session this is; None for none that is open."""
        return None if session is None else self._open.get(_digest(session))

    def _issued(self, reviewer: str) -> str:
        token = secrets.token_urlsafe(_BYTES)
        self._unspent[_digest(token)] = reviewer
        return token


def _digest(secret: str) -> str:
    """Looking up a digest tells nothing of the secret by how long it takes."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
