"""What kind of thing a name names: votes of all its mentions in the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from reconcile import lexicons
from reconcile.comparison.romanisation import romanised
from reconcile.comparison.towns import City, cities
from reconcile.facets.names import gazetteer
from reconcile.facets.names.mentions import Mention
from reconcile.facets.names.runs import Run
from reconcile.facets.names.segments import given_name, head_kind
from reconcile.facets.names.words import Word, links


class Sort(StrEnum):
    """The kinds that votes decide between."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


_LABELS = {
    "PERSON": Sort.PERSON,
    "ORG": Sort.ORGANISATION,
    "GPE": Sort.PLACE,
    "LOC": Sort.PLACE,
    "FAC": Sort.PLACE,
    "NORP": Sort.OTHER,
    "EVENT": Sort.OTHER,
    "PRODUCT": Sort.OTHER,
    "WORK_OF_ART": Sort.OTHER,
    "LAW": Sort.OTHER,
    "LANGUAGE": Sort.OTHER,
}
"""The parser's entity labels (OntoNotes). They are one small vote: sm models err on news."""

_HEADS = {"organisation": Sort.ORGANISATION, "place": Sort.PLACE, "other": Sort.OTHER}
_WHERE = frozenset({"in", "near", "outside", "across", "throughout", "downtown", "around"})
_AGE = re.compile(r",? (?:\(?\d{1,2}\)?|aged \d{1,2})\s?[,.)]")

CERTAIN, STRONG, FAIR, WEAK, SLIGHT = 16, 8, 4, 2, 1
"""The weights of votes; a label of the parser has a weak one, counted at most twice."""


def sort_of(group: Sequence[Mention], surnames: Sequence[Mention], text: str) -> Sort | None:
    """The kind of the name whose mentions ``group`` holds; None where nothing speaks for a name.

    ``surnames`` are the mentions of its last word alone: who is called by it is a person.
    """
    votes = _own_votes(group[0])
    votes += _label_votes(group)
    votes += Counter({sort: weight for sort, weight in _label_votes(surnames).items() if sort is Sort.PERSON})
    if any(mention.segment.titled for mention in surnames):
        votes[Sort.PERSON] += STRONG
    for mention in group[:20]:
        votes += _surroundings(mention, text)
    if not votes:
        return Sort.OTHER if len(group[0].words) > 1 or len(group) > 1 else None
    return max(votes, key=lambda sort: votes[sort])


Votes = Counter[Sort]


def _own_votes(mention: Mention) -> Votes:
    """What the words of the name say themselves."""
    votes: Votes = Counter()
    words = mention.words
    if head := head_kind(words):
        votes[_HEADS[head]] += CERTAIN
    elif len(words) == 1 and (kind := lexicons.mapping("name_heads").get(words[0].lower)):
        votes[_HEADS[kind]] += STRONG
    if words[0].text in links("vessel") or any(_serial(word) for word in words):
        votes[Sort.OTHER] += STRONG
    votes += _person_votes(words)
    found = cities(mention.text)
    if len(words) == 1 and mention.text.isupper() and not (found and len(mention.text) > 3):
        votes[Sort.ORGANISATION] += FAIR
    if found:
        votes[Sort.PLACE] += _city_vote(found[0], len(words))
    elif gazetteer.division(mention.text):
        votes[Sort.PLACE] += FAIR if len(words) > 1 else WEAK
    return votes


def _person_votes(words: Run) -> Votes:
    """What given names and surnames say, in the tables of them."""
    votes: Votes = Counter()
    given = given_name(words[0])
    if len(words) == 1:
        return Counter({Sort.PERSON: WEAK}) if given else votes
    if given and all(word.text.isalpha() for word in words[1:]):
        votes[Sort.PERSON] += STRONG
    called = romanised(words[-1].text) in lexicons.words("surnames") and words[-1].gap == " "
    if len(words) < 4 and called and words[0].lower not in lexicons.words("name_heads"):
        votes[Sort.PERSON] += FAIR
    if len(words) < 4 and words[0].text in lexicons.words("family_names_first"):
        votes[Sort.PERSON] += WEAK
    return votes


def _city_vote(city: City, length: int) -> int:
    """Small towns are called like many other things: Orange, Mobile, Reading."""
    if city.thousands >= 500 or length > 1:
        return FAIR
    return WEAK if city.thousands >= 100 else SLIGHT


def _serial(word: Word) -> bool:
    """Whether a word is a type or serial mark: the "F" of "Qadr-F", "SMW4"."""
    marked = any(letter.isdigit() for letter in word.text)
    return (marked and not word.text[0].isdigit()) or (len(word.text) == 1 and word.gap == "-")


def _label_votes(group: Sequence[Mention]) -> Votes:
    votes: Votes = Counter()
    for mention in group:
        labels = Counter(word.token.entity for word in mention.words)
        sort = _LABELS.get(labels.most_common(1)[0][0])
        if sort is not None:
            votes[sort] += WEAK
    return Counter({sort: min(weight, FAIR) for sort, weight in votes.items()})


def _surroundings(mention: Mention, text: str) -> Votes:
    """What stands before and after one mention."""
    votes: Votes = Counter()
    before, after = mention.before(), mention.after()
    end = mention.span.end
    if mention.segment.titled or (before and _described(before, mention)):
        votes[Sort.PERSON] += CERTAIN if mention.segment.titled else STRONG
    if before and before.token.pos == "NOUN" and mention.words[0].gap == " ":
        votes += _noun_before(before.text, len(mention.words))
    if _AGE.match(text, end) or (after and after.text in ("who", "whose") and after.gap in (" ", ", ")):
        votes[Sort.PERSON] += STRONG
    if after and after.gap == " " and after.text in _MEDIA:
        votes[Sort.ORGANISATION] += STRONG
    if before and before.lower in _WHERE and before.token.pos == "ADP":
        votes[Sort.PLACE] += WEAK
    if after and after.gap == ", " and gazetteer.abbreviated(text[after.start : after.end + 1].strip(", ")):
        votes[Sort.PLACE] += STRONG
    if _speaks(mention):
        votes[Sort.PERSON] += SLIGHT
    return votes


_MEDIA = frozenset({"news", "newspaper", "magazine", "television"})


def _noun_before(noun: str, length: int) -> Votes:
    """What "the tanker …" or "goalkeeper … …" makes of the name that follows."""
    head = lexicons.mapping("name_heads").get(noun)
    if head is not None:
        return Counter({_HEADS[head]: FAIR})
    return Counter({Sort.PERSON: FAIR} if length > 1 else {})


def _described(before: Word, mention: Mention) -> bool:
    """Whether a title in small letters leads to the name: "spokeswoman Ann Low"."""
    title = lexicons.mapping("titles").get(before.text) == "title"
    return title and mention.words[0].gap == " " and len(before.text) > 3


def _speaks(mention: Mention) -> bool:
    """Whether the name is the subject of a verb of saying."""
    verbs = lexicons.words("reporting_verbs")
    tokens = mention.line.sentence.tokens
    return any(word.token.dep == "nsubj" and tokens[word.token.head].lemma in verbs for word in mention.words)
