"""The persons of an article: a surname stands for the full name that the article gave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from reconcile.comparison.person import SAME_PERSON, name_similarity
from reconcile.facets.names.mentions import Mention
from reconcile.facets.names.segments import given_name
from reconcile.facets.names.words import links


@dataclass(slots=True)
class Persons:
    """Full names by surname, each with where it is first given."""

    full: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    first: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> Persons:
        """The persons whose full names ``mentions`` give."""
        persons = cls()
        for mention in mentions:
            if len(mention.words) > 1 and mention.words[0].lower not in ("st", "saint"):
                names = persons.full[surname(mention)]
                names.setdefault(mention.text, mention.span.start)
                persons.first[mention.words[0].text].setdefault(mention.text, mention.span.start)
                if partner := _sharing_surname(mention):
                    names.setdefault(partner, mention.span.start)
        return persons

    def canonical(self, mention: Mention) -> str:
        """The fullest form in the article; the words themselves where two persons share them."""
        names = self._called(mention)
        if len(mention.words) > 1 and mention.text in names:
            same = [name for name in names if name_similarity(name, mention.text) >= SAME_PERSON]
            return max(same, key=len, default=mention.text)
        earlier = [name for name, start in names.items() if start < mention.span.start] or list(names)
        longest = max(earlier, key=len, default=mention.text)
        alone = all(name_similarity(name, longest) >= SAME_PERSON for name in earlier)
        return longest if alone else mention.text

    def ends_in(self, mention: Mention) -> bool:
        """Whether the mention is how a full name of the article ends: "Whitcombe", "Le Pen"."""
        names = self.full.get(surname(mention), {})
        return any(name.endswith(f" {mention.text}") for name in names)

    def _called(self, mention: Mention) -> dict[str, int]:
        """The full names that a mention may stand for: by surname, else by the first word ("Xi")."""
        names = self.full.get(surname(mention), {})
        if len(mention.words) > 1:
            longer = {name: at for name, at in names.items() if name.endswith(f" {mention.text}")}
            return longer or {**names, mention.text: names.get(mention.text, mention.span.start)}
        return names or self.first.get(mention.text, {})


def _sharing_surname(mention: Mention) -> str | None:
    """The full name of the first in "Ada and Rolf Lindgren"."""
    link, given = mention.before(), mention.before(2)
    if link is None or given is None or link.text not in ("and", "&") or not given_name(given):
        return None
    return f"{given.text} {surname(mention)}"


def surname(mention: Mention) -> str:
    """The last word of a name, generation left off, with what a hyphen ties to it ("al-Maliki")."""
    words = list(mention.words)
    while len(words) > 1 and words[-1].lower in ("jr", "sr", "ii", "iii", "iv"):
        words.pop()
    last = words.pop()
    text = last.text
    while words and last.gap == "-" and words[-1].text not in links("prefix"):
        last = words.pop()
        text = f"{last.text}-{text}"
    return text
