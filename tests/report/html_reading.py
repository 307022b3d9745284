"""A page read back into elements by the standard library's parser, for tests of what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from reconcile.report.html.exact_text import STAND_IN
from reconcile.report.safe_text import hidden

_EMPTY = frozenset({"meta", "link", "br", "input", "rect", "img", "hr"})


@dataclass(slots=True)
class Element:
    """An element with its attributes and what is in it, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.content)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self, tag: str = "", css: str = "", **attributes: str) -> list[Element]:
        """The elements below with this tag, class and attributes (``_`` for ``-``), in order."""
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        return [
            e
            for e in self._below()
            if tag in ("", e.tag) and (not css or css in e.classes) and wanted.items() <= e.attributes.items()
        ]

    def one(self, tag: str = "", css: str = "", **attributes: str) -> Element:
        """The only such element."""
        (found,) = self.all(tag, css, **attributes)
        return found

    def _below(self) -> Iterator[Element]:
        for part in self.content:
            if isinstance(part, Element):
                yield part
                yield from part._below()


def read(page: str) -> Element:
    """The page as one element; raises AssertionError where tags do not close in turn."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert [element.tag for element in reader.open] == ["page"]
    return reader.open[0]


def as_shown(text: str) -> str:
    """The text with a stand-in for every character that is hidden in it and no white space."""
    covered = {at for at in hidden(text) if text[at] not in "\r\n\t"}
    return "".join(STAND_IN if at in covered else character for at, character in enumerate(text))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("page")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].content.append(element)
        if tag not in _EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)
