"""The predicate that a clause states, and the words above it that tell how it is put ("plans to")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.facets.negators import forms, negates_as, statement_verb_negates
from reconcile.lexicons import mapping, words
from reconcile.schema import ParsedSentence, Span, Token

DEPTH = 8
"""The most words that can stand above one another; a parse with more is none."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""What a predicate's subject is to it, in the active and in the passive."""

_CLAUSES = frozenset({"xcomp", "ccomp", "csubj"})
_SURE = frozenset({"clear", "certain", "sure", "known", "evident", "obvious"})
_REPORT = "report"
_LIGHT = frozenset({"have", "make", "give", "show"})
_QUESTION_TAGS = frozenset({"WP", "WRB", "WP$"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A predicate and the words that govern it, the nearest first."""

    content: Token
    governors: tuple[Token, ...] = ()

    @property
    def chain(self) -> tuple[Token, ...]:
        """The predicate and its governors, from the bottom up."""
        return (self.content, *self.governors)


def stated(sentence: ParsedSentence, verb: Token, within: Span) -> Stated:
    """What ``verb`` states inside a stretch: in "refused to rule out resigning" that is to resign."""
    content = verb
    below: list[Token] = []
    while len(below) < DEPTH and (lower := complement(sentence, content)) is not None:
        if not within.contains(lower.span):
            break
        below.append(content)
        content = lower
    return Stated(content=content, governors=(*reversed(below), *_above(sentence, verb)))


def complement(sentence: ParsedSentence, token: Token) -> Token | None:
    """What stands below ``token`` in the chain of words that put one statement; None at its end."""
    if token.pos == "ADJ":
        return _below_adjective(sentence, token)
    if token.pos == "NOUN":
        return _noun_clause(sentence, token) if _puts_as_noun(token) else None
    if token.lemma == "be":
        return _below_be(sentence, token)
    light = _putting_noun(sentence, token) if token.lemma in _LIGHT else None
    if light is not None or token.lemma == "have":
        return light or _infinitive(sentence, token)
    denied = _denied_report(sentence, token) if statement_verb_negates(token) else None
    return denied or (_clause(sentence, token) if puts(sentence, token) else None)


def puts(sentence: ParsedSentence, token: Token) -> bool:
    """Whether the verb only tells how what is below it is put: as a plan, belief, denial or report."""
    negating = negates_as(sentence, token)
    return bool(negating) or token.lemma in mapping("modality") or token.lemma in words("reporting_verbs")


def is_question(sentence: ParsedSentence, clause: Token) -> bool:
    """Whether the clause asks ("whether it sank", "when it sank") instead of stating."""
    members = sentence.subtree(clause)
    return any(
        t.tag in _QUESTION_TAGS or (t.dep == "mark" and t.text.lower() in {"whether", "if"})
        for t in members
        if t.head == clause.index or t.index == members[0].index
    )


def leaves_open(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a predicate says that nobody knows: "it is not clear whether", "it is not known who"."""
    children = sentence.children(token)
    adjective = next((c for c in children if c.dep == "acomp" and c.lemma in _SURE), None)
    is_known = token.lemma == "know" and any(c.dep == "auxpass" for c in children)
    if not any(c.dep == "neg" for c in children) or (adjective is None and not is_known):
        return False
    below = (*children, *(sentence.children(adjective) if adjective else ()))
    return any(c.dep in _CLAUSES or c.dep == "advcl" for c in below if c.index > token.index)


def is_infinitive(sentence: ParsedSentence, verb: Token) -> bool:
    return any(c.tag == "TO" for c in sentence.children(verb))


def _above(sentence: ParsedSentence, verb: Token) -> Iterator[Token]:
    current = verb
    for _ in range(DEPTH):
        current = _first_conjunct(sentence, current)
        upper = next((t for t in _uppers(sentence, current) if complement(sentence, t) == current), None)
        if upper is None or upper.index == current.index:
            return
        yield upper
        current = upper


def _first_conjunct(sentence: ParsedSentence, token: Token) -> Token:
    """The infinitive that a coordinated one shares its governor with ("is to close and sell")."""
    if token.dep != "conj" or token.tag != "VB" or any(c.dep == "nsubj" for c in sentence.children(token)):
        return token
    return sentence.tokens[token.head]


def _uppers(sentence: ParsedSentence, token: Token) -> Iterator[Token]:
    """The words whose complement ``token`` may be: its head, an adjective beside it, the verb of its noun."""
    head = sentence.tokens[token.head]
    yield from (c for c in sentence.children(head) if c.dep == "acomp")
    yield head
    yield sentence.tokens[head.head]


def _clause(sentence: ParsedSentence, token: Token) -> Token | None:
    """The complement clause after a verb; a purpose or a question that it asks is none."""
    for child in sentence.children(token):
        is_adverbial = child.dep == "advcl" and child.index > token.index and is_infinitive(sentence, child)
        if child.dep in _CLAUSES or (is_adverbial and token.lemma in {"set", "due", "slate", "schedule"}):
            is_verb = child.pos in ("VERB", "AUX") or any(c.dep == "cop" for c in sentence.children(child))
            if is_verb and not is_question(sentence, child):
                return child
    return None


def _infinitive(sentence: ParsedSentence, token: Token) -> Token | None:
    """The verb after "is to", "has to" and "has yet to"."""
    children = sentence.children(token)
    return next((c for c in children if c.dep == "xcomp" and is_infinitive(sentence, c)), None)


def _below_be(sentence: ParsedSentence, token: Token) -> Token | None:
    """The adjective in "is likely to sail", else the verb in "is to sail"."""
    children = sentence.children(token)
    adjective = next((c for c in children if c.dep == "acomp" and _below_adjective(sentence, c)), None)
    if adjective is not None or any(c.dep in ("attr", "acomp", "expl") for c in children):
        return adjective
    return _infinitive(sentence, token)


def _below_adjective(sentence: ParsedSentence, adjective: Token) -> Token | None:
    if adjective.lemma not in mapping("modality") and not negates_as(sentence, adjective):
        return None
    around = (*sentence.children(adjective), *sentence.children(sentence.tokens[adjective.head]))
    clauses = (c for c in around if c.dep in _CLAUSES and c.index > adjective.index)
    return next((c for c in clauses if not is_question(sentence, c)), None)


def _puts_as_noun(token: Token) -> bool:
    return mapping("modality").get(token.lemma) == "planned" or (token.lemma, "noun") in forms()


def _putting_noun(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The noun in "has no plans to resign", where the verb adds nothing."""
    objects = (c for c in sentence.children(verb) if c.dep == "dobj" and _puts_as_noun(c))
    return next((o for o in objects if _noun_clause(sentence, o) is not None), None)


def _noun_clause(sentence: ParsedSentence, noun: Token) -> Token | None:
    children = sentence.children(noun)
    return next((c for c in children if c.dep == "acl" and is_infinitive(sentence, c)), None)


def _denied_report(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The clause in "rejected claims that it had paid"."""
    for noun in sentence.children(verb):
        is_told = mapping("reporting_nouns").get(noun.lemma) == "statement" or noun.lemma == _REPORT
        if noun.dep == "dobj" and is_told:
            clauses = (c for c in sentence.children(noun) if c.dep in ("acl", "ccomp", "relcl"))
            for clause in clauses:
                if any(c.dep == "mark" and c.text.lower() == "that" for c in sentence.children(clause)):
                    return clause
    return None
