"""A source's text as HTML, one code point for one: nothing is lost, added or left to act."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from markupsafe import Markup, escape

from reconcile.report.safe_text import hidden
from reconcile.schema import Span

STAND_IN = "\ufffd"
"""Stands in a page for a character that would act or not be seen; its code is shown beside it."""
_HIDDEN = Markup('<span class="hid" data-u="{:04X}">{}</span>')
# A parser would make one line feed of "\r\n"; a reference stays a carriage return of its own.
_TAB, _RETURN, _LONE_RETURN = Markup("&#9;"), Markup("&#13;"), Markup("&#13;<br>")


class ExactText:
    """A text and where its hidden characters stand, found once for the whole of it.

    Whether a joiner belongs to its neighbours cannot be told from a slice.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._hidden = [at for at in hidden(text) if text[at] != "\n"]

    def html(self, span: Span) -> Markup:
        """The characters of ``span``, escaped: the page's text has the same number of code points."""
        return Markup("").join(self._parts(span))

    def _parts(self, span: Span) -> Iterator[Markup]:
        after = span.start
        for at in self._hidden_in(span):
            yield escape(self.text[after:at])
            yield self._shown(at)
            after = at + 1
        yield escape(self.text[after : span.end])

    def _hidden_in(self, span: Span) -> list[int]:
        return self._hidden[bisect_left(self._hidden, span.start) : bisect_left(self._hidden, span.end)]

    def _shown(self, at: int) -> Markup:
        character = self.text[at]
        if character == "\t":
            return _TAB
        if character == "\r":
            return _RETURN if self.text[at + 1 : at + 2] == "\n" else _LONE_RETURN
        return _HIDDEN.format(ord(character), STAND_IN)
