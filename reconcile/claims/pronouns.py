"""Whom a speaker's pronoun, surname or description stands for in the article."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from reconcile.claims.cues import Cue
from reconcile.claims.mentions import Mention, Office, office_of
from reconcile.lexicons import rows
from reconcile.lexicons.offices import office_kind
from reconcile.schema import ParsedSentence, Span

REACH = 3
"""How many paragraphs back a pronoun can point."""
RIVAL_SENTENCES = 2
"""How many sentences before somebody of unknown gender another person still competes for a pronoun."""
LINES_APART = 2
"""Lines from one paragraph to the next: the second is blank in most texts."""

_OTHER_RANKS = frozenset(
    {"former", "ex", "late", "acting", "deputy", "vice", "interim", "then", "outgoing", "incoming"}
)
_DEFINITE = frozenset({"the", "this", "that"})


def name_speakers(
    cues: Sequence[Cue], mentions: Sequence[Mention], sentences: Sequence[ParsedSentence]
) -> dict[Span, str | None]:
    """The name behind each cue's speaker by the span of the cue's word, None where it is left open.

    Cues and mentions must be in the order of the text: a pronoun that is resolved is a mention for
    the next one, and tells the gender of whom it stands for.
    """
    people = _People(mentions)
    named: dict[Span, str | None] = {}
    for cue in cues:
        if _is_pronoun(cue):
            antecedent = _antecedent(cue, people, sentences)
            if antecedent is not None:
                people.add(_repeated(antecedent, cue))
            named[cue.word.span] = antecedent.name if antecedent else None
        else:
            sentence = sentences[cue.sentence]
            named[cue.word.span] = people.full_name(cue, sentence) or people.described(cue, sentence)
    return named


class _People:
    """The mentions so far, and what has been learned about them."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = list(mentions)
        self.genders = {m.name: m.gender for m in mentions if m.gender}
        self._by_end = {m.span.end: m for m in mentions if m.is_named}
        self._holders: dict[str, list[Mention]] = {}
        for mention in mentions:
            for office in mention.offices:
                self._holders.setdefault(office.noun, []).append(mention)

    def add(self, mention: Mention) -> None:
        insort(self.mentions, mention, key=lambda m: m.span)
        if mention.is_person and mention.gender:
            self.genders.setdefault(mention.name, mention.gender)

    def before(self, place: int) -> Iterator[Mention]:
        """The mentions before a place, the nearest first."""
        last = bisect_left(self.mentions, place, key=lambda m: m.span.start)
        return (m for m in reversed(self.mentions[max(0, last - 200) : last]) if m.span.end <= place)

    def full_name(self, cue: Cue, sentence: ParsedSentence) -> str | None:
        """The full name of a person who is the head of the speaker's noun phrase or in apposition to it."""
        heads = [cue.head, *(child for child in sentence.children(cue.head) if child.dep == "appos")]
        mentions = (self._by_end.get(head.end) for head in heads)
        return next((m.name for m in mentions if m is not None and " " in m.name), None)

    def described(self, cue: Cue, sentence: ParsedSentence) -> str | None:
        """The one person who holds the office that the speaker is described by.

        Whoever is named before counts; where nobody is, the article's only holder of the office,
        named later ("France's president" in the lead, the name below).
        """
        if not _is_definite_role(cue, sentence):
            return None
        office = office_of(sentence, cue.head)
        holders = [m for m in self._holders.get(office.noun, ()) if _holds(m, office) and " " in m.name]
        before = {m.name for m in holders if m.span.end <= cue.speaker.start}
        named = before or {m.name for m in holders}
        return next(iter(named)) if len(named) == 1 else None


def _pronouns() -> dict[str, tuple[str, str]]:
    """Each pronoun's gender and number."""
    return {row[0]: (row[1], row[2]) for row in rows("pronouns")}


def _is_pronoun(cue: Cue) -> bool:
    return cue.head.text.lower() in _pronouns() and cue.head.span == cue.speaker


def _antecedent(cue: Cue, people: _People, sentences: Sequence[ParsedSentence]) -> Mention | None:
    """The mention that the pronoun of a speaker stands for.

    The nearest sentence with a mention of fitting gender and number decides: there the speaker or
    actor of the main clause comes first, then the subject of another clause. Two fitting names that
    are neither leave it open. Names in what the cue itself reports are passed over. "They" may be two who
    are named apart, so that it stands for a group only where that is at hand.
    """
    gender, number = _pronouns()[cue.head.text.lower()]
    paragraph = sentences[cue.sentence].paragraph
    fitting = [
        m
        for m in people.before(cue.head.start)
        if not m.quoted
        and paragraph - sentences[m.sentence].paragraph <= REACH * LINES_APART
        and _fits(m, people.genders.get(m.name, ""), gender, number)
        and not any(stretch.contains(m.span) for stretch in cue.contents)
        and (number != "plural" or _is_at_hand(m, cue))
    ]
    # Somebody whose gender the article does not tell comes second, unless it is who acts.
    likely = [m for m in fitting if gender == "none" or m.rank == 0 or people.genders.get(m.name)]
    chosen = _preferred(likely) or _preferred(fitting)
    return None if chosen is None or _is_rivalled(chosen, fitting, people) else chosen


def _is_at_hand(mention: Mention, cue: Cue) -> bool:
    """Whether it stands in the same sentence, or acts or tells in the one before."""
    return mention.sentence == cue.sentence or (mention.rank == 0 and mention.sentence == cue.sentence - 1)


def _is_rivalled(chosen: Mention, fitting: Sequence[Mention], people: _People) -> bool:
    """Whether the gender of the chosen person is not known, and another fits the pronoun as well.

    The article then does not tell the two apart: nobody is guessed.
    """
    if not chosen.is_person or people.genders.get(chosen.name):
        return False
    near = (m for m in fitting if 0 <= chosen.sentence - m.sentence <= RIVAL_SENTENCES)
    return any(m.name != chosen.name and m.is_person and m.is_named for m in near)


def _preferred(mentions: Sequence[Mention]) -> Mention | None:
    """The choice among mentions, the nearest first."""
    if not mentions:
        return None
    together = [m for m in mentions if m.sentence == mentions[0].sentence]
    best = min(m.rank for m in together)
    chosen = list({m.name: m for m in together if m.rank == best}.values())
    if best == 0:
        return chosen[0]
    return chosen[-1] if best == 1 or len(chosen) == 1 else None


def _fits(mention: Mention, known: str, gender: str, number: str) -> bool:
    if number == "plural":
        return mention.plural
    if gender == "none":
        return not mention.is_person and not mention.plural
    return mention.is_person and known in {gender, ""}


def _repeated(antecedent: Mention, cue: Cue) -> Mention:
    gender = _pronouns()[cue.head.text.lower()][0]
    return Mention(
        name=antecedent.name,
        span=cue.speaker,
        sentence=cue.sentence,
        rank=0,
        is_person=antecedent.is_person,
        gender="" if gender == "none" else gender,
        plural=antecedent.plural,
    )


def _is_definite_role(cue: Cue, sentence: ParsedSentence) -> bool:
    """Whether the speaker is one definite holder of a role ("the minister", "Norway's minister")."""
    children = sentence.children(cue.head)
    is_definite = any(c.text.lower() in _DEFINITE or c.dep == "poss" for c in children)
    is_role = office_kind(cue.head.lemma) == "person"
    return is_role and is_definite and cue.head.tag not in {"NNS", "NNPS"}


def _holds(mention: Mention, office: Office) -> bool:
    """Whether the person holds the office; a former or deputy president is no president."""
    return any(
        held.noun == office.noun
        and office.qualifiers <= held.qualifiers
        and office.qualifiers & _OTHER_RANKS == held.qualifiers & _OTHER_RANKS
        for held in mention.offices
    )
