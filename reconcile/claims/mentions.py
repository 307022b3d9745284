"""Who is named in an article and where: persons with their full names and offices, bodies, groups."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reconcile.claims.nations import nation_key
from reconcile.claims.noun_phrases import noun_phrase
from reconcile.claims.person_names import (
    PersonName,
    find_person_names,
    index_full_names,
    known_genders,
    resolve_name,
)
from reconcile.claims.reporting import is_document_noun, is_plural
from reconcile.lexicons import mapping
from reconcile.lexicons.offices import office_in_full, office_kind
from reconcile.schema import ParsedSentence, Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BODIES = frozenset({"ORG", "GPE", "NORP"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A role that a person is said to have: its noun, and the words that narrow it ("french")."""

    noun: str
    qualifiers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One naming of a person, body or group.

    ``name`` is the fullest name in the article for a person, else the noun phrase. ``rank`` is 0 for
    who tells or acts in the main clause, 1 for the subject of another clause, 2 for others.
    ``is_named`` says that it is a person's proper name and no description, ``quoted`` that it stands
    in quotation marks, where the article's pronouns do not point.
    """

    name: str
    span: Span
    sentence: int
    rank: int
    is_person: bool = False
    is_named: bool = False
    gender: str = ""
    plural: bool = False
    offices: frozenset[Office] = frozenset()
    quoted: bool = False


def find_mentions(sentences: Sequence[ParsedSentence], quotations: Sequence[Span]) -> tuple[Mention, ...]:
    """The mentions outside quotation marks, and those inside that tell an office, in order."""
    names = find_person_names(sentences)
    full = index_full_names(names)
    genders = known_genders(names, full)
    found: list[Mention] = []
    for name in names:
        resolved = resolve_name(name, full)
        sentence = sentences[name.sentence]
        found.append(
            Mention(
                name=resolved,
                span=name.span,
                sentence=name.sentence,
                rank=_rank(sentence, name.head),
                is_person=True,
                is_named=True,
                gender=genders.get(resolved, ""),
                offices=frozenset(_offices(sentence, name)),
                quoted=_is_quoted(name.span, quotations),
            )
        )
    heads = {name.head.start for name in names}
    for number, sentence in enumerate(sentences):
        found.extend(_bodies(sentence, number, heads))
    outside = [m for m in found if not _is_quoted(m.span, quotations) or m.offices]
    return tuple(sorted(outside, key=lambda mention: mention.span))


def _is_quoted(span: Span, quotations: Sequence[Span]) -> bool:
    index = bisect_right(quotations, span.start, key=lambda quotation: quotation.start) - 1
    return index >= 0 and quotations[index].contains(span)


def _rank(sentence: ParsedSentence, head: Token) -> int:
    token = head
    while token.dep in {"appos", "conj"} and token.head != token.index:
        token = sentence.tokens[token.head]
    if token.dep not in _SUBJECTS:
        return 0 if _is_source(sentence, token) else 2
    verb = sentence.tokens[token.head]
    while verb.head != verb.index and (
        verb.dep == "conj" or (verb.dep == "ccomp" and verb.index < verb.head)
    ):
        verb = sentence.tokens[verb.head]
    return 0 if verb.dep in {"ROOT", "parataxis"} else 1


def _is_source(sentence: ParsedSentence, token: Token) -> bool:
    """Whether the token is who something is told by in "according to"."""
    to = sentence.tokens[token.head]
    return token.dep == "pobj" and to.index > 0 and sentence.tokens[to.index - 1].text.lower() == "according"


def _offices(sentence: ParsedSentence, name: PersonName) -> Iterator[Office]:
    """The roles in front of a name ("French President") and in apposition to it."""
    lowered = [token.text.lower() for token in _before(sentence, name)]
    words_before = [word for word in lowered if word not in name.titles] + list(name.titles)
    words_before = [office_in_full(word) for word in words_before]
    nouns = [word for word in words_before if office_kind(word) == "person"]
    if nouns:
        yield Office(noun=nouns[-1], qualifiers=_qualifiers(set(words_before) - {nouns[-1]}))
    joined = [child for child in sentence.children(name.head) if child.dep == "appos"]
    if name.head.dep == "appos":
        joined.append(sentence.tokens[name.head.head])
    yield from (office_of(sentence, token) for token in joined if office_kind(token.lemma) == "person")


def _before(sentence: ParsedSentence, name: PersonName) -> list[Token]:
    """The nouns, names and adjectives that stand right before a name and its titles, in order."""
    first = next(t.index for t in sentence.tokens if t.start == name.span.start)
    found: list[Token] = []
    for token in reversed(sentence.tokens[:first]):
        if token.pos not in {"PROPN", "NOUN", "ADJ"} and token.tag != "POS" and token.text != "-":
            break
        found.append(token)
    return [token for token in reversed(found) if token.tag != "POS" and token.text != "-"]


def office_of(sentence: ParsedSentence, head: Token) -> Office:
    """The office that a noun phrase describes: its head and the words that narrow it."""
    narrowing = {"compound", "amod", "poss", "nmod"}
    narrowed = {t.text.lower() for t in sentence.children(head) if t.dep in narrowing}
    for preposition in sentence.children(head):
        if preposition.dep == "prep" and preposition.lemma == "of":
            narrowed |= {t.text.lower() for t in sentence.children(preposition) if t.dep == "pobj"}
    return Office(noun=head.lemma.lower(), qualifiers=_qualifiers(narrowed))


def _qualifiers(narrowing: Iterable[str]) -> frozenset[str]:
    """The words that narrow an office, those of one nation alike."""
    return frozenset(nation_key(word) for word in narrowing)


def _bodies(sentence: ParsedSentence, number: int, persons: set[int]) -> Iterator[Mention]:
    """Bodies, documents, groups and persons without a name that act or tell in a sentence."""
    for token in sentence.tokens:
        is_role = office_kind(token.lemma) == "person"
        is_body = office_kind(token.lemma) == "body" or token.entity in _BODIES or is_document_noun(token)
        if token.start in persons or token.dep not in _SUBJECTS:
            continue
        if token.pos in {"NOUN", "PROPN"} and (is_role or is_body):
            span = noun_phrase(sentence, token)
            yield Mention(
                name=_words_of(sentence, span),
                span=span,
                sentence=number,
                rank=_rank(sentence, token),
                is_person=is_role and not is_plural(token),
                gender=mapping("pronoun_genders").get(token.lemma, "") if is_role else "",
                plural=is_plural(token) and token.entity not in {"ORG", "GPE"},
            )


def _words_of(sentence: ParsedSentence, span: Span) -> str:
    """The words of a noun phrase, spaced as in the text."""
    pieces: list[str] = []
    place = span.start
    for token in sentence.within(span):
        pieces.append((" " if token.start > place else "") + token.text)
        place = token.end
    return "".join(pieces)
