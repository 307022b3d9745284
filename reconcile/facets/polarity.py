"""The words that negate a clause; an odd number of them negates it."""

from __future__ import annotations

from reconcile.lexicons import mapping
from reconcile.schema import ParsedSentence, Span, Token


def find_negations(sentence: ParsedSentence, span: Span, verb: Span | None = None) -> tuple[Token, ...]:
    """The words inside ``span`` that negate ``verb``, else its topmost predicate, in order."""
    inside = sentence.within(span)
    predicate = next((token for token in inside if token.span == verb), None) or _predicate(inside)
    if predicate is None:
        return ()
    return tuple(token for token in inside if _bears_on(token, predicate, sentence))


def _predicate(tokens: tuple[Token, ...]) -> Token | None:
    """The token whose head lies outside the stretch, a verb before anything else."""
    indices = {token.index for token in tokens}
    tops = [t for t in tokens if t.head not in indices or t.head == t.index]
    verbs = [token for token in tops if token.pos in ("VERB", "AUX")]
    return next(iter(verbs or tops), None)


def _bears_on(token: Token, predicate: Token, sentence: ParsedSentence) -> bool:
    negators = mapping("negation")
    kind = negators.get(token.lemma) or negators.get(token.text.casefold())
    if kind == "verb":
        return token.index == predicate.index and _has_complement(token, sentence)
    if kind != "word":
        return False
    parent = sentence.tokens[token.head]
    direct = token.head == predicate.index
    # A clause before the verb is what is said of it, not its complement.
    after = parent.head == predicate.index and parent.start > predicate.start
    complement = after and parent.dep in ("xcomp", "ccomp", "acomp", "attr")
    argument = token.dep in ("det", "neg") and parent.head == predicate.index and parent.dep != "prep"
    return direct or complement or argument


def _has_complement(token: Token, sentence: ParsedSentence) -> bool:
    return any(child.dep in ("xcomp", "ccomp", "dobj") for child in sentence.children(token))
