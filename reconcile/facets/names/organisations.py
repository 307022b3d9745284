"""The organisations of an article: acronyms that it explains, long names that it shortens."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from reconcile.facets.names.gazetteer import territory
from reconcile.facets.names.mentions import Mention

_IN_BRACKETS = re.compile(r"\s?\(([A-Z][A-Za-z&.]{1,9})\)")
_ACRONYM = re.compile(r"[A-Z][A-Z&.]{1,9}")


def explained(mentions: Sequence[Mention], text: str) -> dict[str, str]:
    """Each acronym to the name that the article gives for it.

    That is the name whose initials it takes in the brackets behind it, else the one longer name
    of the article that has exactly these initials.
    """
    found: dict[str, str] = {}
    for mention in mentions:
        match = _IN_BRACKETS.match(text, mention.span.end)
        if match and _abbreviates(match[1], mention):
            found.setdefault(match[1], mention.text)
    by_initials: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for mention in mentions:
        if len(mention.words) > 2 and not mention.segment.titled:
            by_initials[_initials(mention)][mention.text] = None
    for mention in mentions:
        names = by_initials.get(mention.text.replace(".", ""), {})
        if _ACRONYM.fullmatch(mention.text) and len(names) == 1 and not territory(mention.text):
            found.setdefault(mention.text, *names)
    return found


def _initials(mention: Mention) -> str:
    """The first letters of the words with a capital."""
    return "".join(word.text[0] for word in mention.words if word.capital)


def fullest(name: str, organisations: Collection[str]) -> str:
    """The one longer name among ``organisations`` that starts or ends with ``name``, else ``name``."""
    longer = [long for long in organisations if long.endswith(f" {name}") or long.startswith(f"{name} ")]
    return longer[0] if len(longer) == 1 else name


def _abbreviates(acronym: str, mention: Mention) -> bool:
    """Whether the capitals of the acronym are found, in order, among the name's initials."""
    initials = iter([word.text[0].upper() for word in mention.words])
    letters = [letter for letter in acronym if letter.isupper()]
    return len(mention.words) > 1 and len(letters) > 1 and all(letter in initials for letter in letters)
