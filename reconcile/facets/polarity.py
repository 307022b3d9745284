"""The words that negate a statement; an odd number of them negates it."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.facets.governing import Stated, leaves_open, stated
from reconcile.facets.negators import denies, forms, is_negative_word, negates_as
from reconcile.schema import ParsedSentence, Span, Token

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "dative", "agent"})
_NEGATED_PHRASES = frozenset({"way", "time", "point", "circumstance", "mean", "means", "account", "stage"})


def find_negations(sentence: ParsedSentence, span: Span, verb: Span | None = None) -> tuple[Token, ...]:
    """The words that negate what ``verb``, else the topmost predicate inside ``span``, states, in order."""
    predicate = predicate_in(sentence, span, verb)
    return negations(sentence, stated(sentence, predicate, span)) if predicate else ()


def predicate_in(sentence: ParsedSentence, span: Span, verb: Span | None = None) -> Token | None:
    """The token at ``verb``, else the one whose head lies outside ``span``, a verb before anything else."""
    inside = sentence.within(span)
    indices = {token.index for token in inside}
    tops = [t for t in inside if t.head not in indices or t.head == t.index]
    verbs = [token for token in tops if token.pos in ("VERB", "AUX")]
    return next((t for t in inside if t.span == verb), None) or next(iter(verbs or tops), None)


def negations(sentence: ParsedSentence, statement: Stated) -> tuple[Token, ...]:
    """The words that negate the statement's predicate or a word that governs it, in order."""
    found = {
        token.index: token for member in statement.chain for token in _of(sentence, member, statement.content)
    }
    return tuple(found[index] for index in sorted(found))


def _of(sentence: ParsedSentence, token: Token, content: Token) -> Iterator[Token]:
    """What negates one word of the chain, and the word itself where it denies what it governs."""
    governs = token.index != content.index
    if (governs and negates_as(sentence, token)) or denies(sentence, token):
        yield token
    if token.dep == "pcomp" and sentence.tokens[token.head].lemma == "without":
        yield sentence.tokens[token.head]
    if token.lemma == "have" and governs:
        yield from (c for c in sentence.children(token) if c.lemma == "yet")
    children = sentence.children(token)
    if leaves_open(sentence, token) or any(c.dep == "prep" and c.lemma == "until" for c in children):
        return
    for child in children:
        yield from _in_child(sentence, child)
    yield from _shared(sentence, token)


def _in_child(sentence: ParsedSentence, child: Token) -> Iterator[Token]:
    if child.dep in ("neg", "advmod", "preconj", "cc", "det") or child.text.casefold() in ("no", "not"):
        if is_negative_word(child, sentence) and child.lemma != "nor":
            yield child
        elif child.dep == "advmod" and child.text.casefold() == "longer":
            yield from (c for c in sentence.children(child) if c.lemma == "no")
    elif child.dep in _ARGUMENTS:
        yield from _in_argument(sentence, child)
    elif child.dep == "prep":
        phrases = (c for c in sentence.children(child) if c.dep == "pobj" and c.lemma in _NEGATED_PHRASES)
        yield from (t for p in phrases for t in sentence.children(p) if t.dep == "det" and t.lemma == "no")


def _in_argument(sentence: ParsedSentence, argument: Token) -> Iterator[Token]:
    """The negation in "nobody", "no ship", "neither side" and "a lack of ships"."""
    if argument.pos != "PROPN" and is_negative_word(argument, sentence):
        yield argument
    children = sentence.children(argument)
    for child in children:
        if child.dep in ("det", "neg", "preconj", "advmod") and is_negative_word(child, sentence):
            yield child
    is_missing = (argument.lemma, "noun") in forms() and any(c.lemma in ("of", "to") for c in children)
    if is_missing and argument.dep in ("dobj", "attr"):
        yield argument


def _shared(sentence: ParsedSentence, token: Token) -> Iterator[Token]:
    """The negation that "nor" and "or" hand on from the verb before ("did not sink or drift")."""
    governor = sentence.tokens[token.head]
    if token.dep != "conj" or governor.pos not in ("VERB", "AUX"):
        return
    for link in (c for c in sentence.children(governor) if c.dep == "cc" and c.index < token.index):
        if link.lemma == "nor":
            yield link
        elif link.lemma == "or":
            negs = (c for c in sentence.children(governor) if c.dep == "neg")
            yield from (c for c in negs if is_negative_word(c, sentence))
