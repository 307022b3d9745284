"""The organisations of an article: acronyms that it explains, long names that it shortens."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from reconcile.facets.names.mentions import Mention

_IN_BRACKETS = re.compile(r"\s?\(([A-Z][A-Za-z&.]{1,9})\)")


def explained(mentions: Iterable[Mention], text: str) -> dict[str, str]:
    """Each acronym in brackets, to the name before it whose initials it takes."""
    found: dict[str, str] = {}
    for mention in mentions:
        match = _IN_BRACKETS.match(text, mention.span.end)
        if match and _abbreviates(match[1], mention):
            found.setdefault(match[1], mention.text)
    return found


def fullest(name: str, organisations: Collection[str]) -> str:
    """The one longer name among ``organisations`` that starts or ends with ``name``, else ``name``."""
    longer = [long for long in organisations if long.endswith(f" {name}") or long.startswith(f"{name} ")]
    return longer[0] if len(longer) == 1 else name


def _abbreviates(acronym: str, mention: Mention) -> bool:
    """Whether the capitals of the acronym are found, in order, among the name's initials."""
    initials = iter([word.text[0].upper() for word in mention.words])
    letters = [letter for letter in acronym if letter.isupper()]
    return len(mention.words) > 1 and len(letters) > 1 and all(letter in initials for letter in letters)
