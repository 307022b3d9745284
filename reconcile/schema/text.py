"""Stretches of text: where they are and how they are found again."""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT_LENGTH = 32
"""Characters of prefix and suffix kept with a quote (REPORT.md)."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of Unicode code points.

    Raises ValueError unless ``0 <= start < end``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a stretch of text: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this stretch."""
        return self.start <= other.start and other.end <= self.end

    def shared(self, other: Span) -> int:
        """The number of characters that both hold."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def shifted(self, offset: int) -> Span:
        """The same stretch, ``offset`` characters further on."""
        return Span(self.start + offset, self.end + offset)

    def stripped(self, text: str) -> Span | None:
        """The stretch without the white space at its edges; None where nothing is left."""
        start, end = self.start, self.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end) if start < end else None

    def of(self, text: str) -> str:
        """The characters of ``text`` that this stretch covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """A stretch with its exact words and their surroundings.

    W3C Web Annotation's TextPositionSelector and TextQuoteSelector in one: the
    position is fast, the quote proves it and finds it again in a changed text.
    """

    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if len(self.exact) != len(self.span):
            raise ValueError("the exact text is not as long as its span")

    @classmethod
    def of(cls, text: str, span: Span) -> Selector:
        """The selector of ``span`` in ``text``; raises ValueError if it runs past the end."""
        return cls(
            span=span,
            exact=span.of(text),
            prefix=text[max(0, span.start - CONTEXT_LENGTH) : span.start],
            suffix=text[span.end : span.end + CONTEXT_LENGTH],
        )
