"""What the desk does not do, and why, in a sentence for the person or program that asked."""

from __future__ import annotations

from http import HTTPStatus


class RefusalError(Exception):
    """Ends a request with ``status`` (a client error) and one sentence."""

    def __init__(self, status: HTTPStatus, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
