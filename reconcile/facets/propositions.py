"""The predicates of a claim and what each is said of."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.facets.governing import SUBJECTS, Stated, is_infinitive, is_question, stated
from reconcile.facets.modality import certainty_of, markers
from reconcile.facets.negators import is_negative_word
from reconcile.facets.polarity import negations
from reconcile.lexicons import mapping, words
from reconcile.schema import Certainty, ParsedSentence, Polarity, Proposition, Span, Speaker, Token

_NARROWING = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
_SHARING = frozenset({"conj", "xcomp", "acl", "advcl", "pcomp"})
_OBLIGING = frozenset({"must", "should", "ought", "need"})
_CLIMB = 4


def find_propositions(
    sentence: ParsedSentence, span: Span, speaker: Speaker | None
) -> tuple[Proposition, ...]:
    """The propositions inside ``span``, in the order of the text.

    Verbs that only tell how another is put ("plans to", "denied that") have none of their own.
    """
    found = []
    for token in sentence.within(span):
        is_verb = token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass", "amod", "compound")
        if is_verb or _is_found_so(sentence, token):
            statement = stated(sentence, token, span)
            if statement.content.index == token.index and not _is_gerund_noun(sentence, token):
                found.append(_proposition(sentence, statement, speaker))
    return tuple(found)


def _is_found_so(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it is what somebody is found or declared to be ("found Lee guilty")."""
    return token.pos == "ADJ" and token.dep == "ccomp" and _own_subject(sentence, token) is not None


def _proposition(sentence: ParsedSentence, statement: Stated, speaker: Speaker | None) -> Proposition:
    verb = statement.content
    modal = markers(sentence, statement)
    certainty = certainty_of(modal, speaker)
    # "denied the charge" negates nothing that it tells: it is what was done.
    negating = [one for one in negations(sentence, statement) if one.span != verb.span]
    actor, core = _arguments(sentence, statement)
    return Proposition(
        predicate=_predicate(sentence, verb),
        span=verb.span,
        core=_words(sentence, core),
        actor=_words(sentence, actor),
        certainty=certainty,
        polarity=Polarity.NEGATED if len(negating) % 2 else Polarity.AFFIRMED,
        modal=next((m.span for m in modal if m.certainty is certainty), None),
        negation=negating[0].span if negating else None,
        is_stated=_is_stated(sentence, statement) and certainty is not Certainty.CONDITIONAL,
    )


def _predicate(sentence: ParsedSentence, verb: Token) -> str:
    """The lemma with its particle, or of "be" with what is said to be so ("be open", "be in force")."""
    children = sentence.children(verb)
    if verb.pos == "ADJ":
        return f"be {verb.lemma.lower()}"
    if verb.lemma == "be" and not any(c.dep == "expl" for c in children):
        for child in children:
            if child.dep in ("acomp", "attr"):
                return f"be {child.lemma.lower()}"
            nouns = [t for t in sentence.children(child) if t.dep == "pobj"] if child.dep == "prep" else []
            if nouns:
                return f"be {child.lemma.lower()} {nouns[0].lemma.lower()}"
    particles = (c for c in children if c.dep == "prt" or (verb.lemma == "go" and c.lemma == "ahead"))
    particle = next((f" {c.lemma.lower()}" for c in particles), "")
    return verb.lemma.lower() + particle


def _arguments(sentence: ParsedSentence, statement: Stated) -> tuple[Token | None, Token | None]:
    """Who acts beside an object, and the object or, without one, the subject."""
    verb = statement.content
    children = sentence.children(verb)
    subject = _subject(sentence, verb) or next(
        (s for governor in statement.governors if (s := _own_subject(sentence, governor))), None
    )
    if any(c.dep == "auxpass" for c in children) or (verb.tag == "VBN" and verb.dep == "acl"):
        agents = [t for c in children if c.dep == "agent" for t in sentence.children(c) if t.dep == "pobj"]
        return next(iter(agents), None), subject
    existing = [c for c in children if c.dep == "attr"] if any(c.dep == "expl" for c in children) else []
    objects = [c for c in children if c.dep == "dobj"] or existing
    return (subject, objects[0]) if objects else (None, subject)


def _subject(sentence: ParsedSentence, verb: Token, steps: int = _CLIMB) -> Token | None:
    """The verb's subject, the noun that its clause narrows, or the subject of the verb it is joined to."""
    own = _own_subject(sentence, verb)
    if own is not None and own.tag in ("WDT", "WP") and verb.dep == "relcl":
        return sentence.tokens[verb.head]
    if own is not None or steps == 0 or verb.head == verb.index:
        return own
    governor = sentence.tokens[verb.head]
    if verb.dep == "acl" and governor.pos in ("NOUN", "PROPN") and not is_infinitive(sentence, verb):
        return governor
    return _subject(sentence, governor, steps - 1) if verb.dep in _SHARING else None


def _own_subject(sentence: ParsedSentence, verb: Token) -> Token | None:
    return next((c for c in sentence.children(verb) if c.dep in SUBJECTS), None)


def _words(sentence: ParsedSentence, head: Token | None) -> tuple[str, ...]:
    """The lemma of a noun phrase's head, then of the words that narrow it; empty for a pronoun."""
    if head is None or head.pos in ("PRON", "DET", "NUM", "ADV") or is_negative_word(head, sentence):
        return ()
    if head.text.casefold() in words("pronouns") | {"one", "some", "other", "others"}:
        return ()
    narrowing = {t.lemma.lower() for t in _narrowing(sentence, head)}
    gerund = next((c for c in sentence.children(head) if _is_gerund_noun(sentence, c)), None)
    if gerund is not None:
        return (gerund.text.lower(), *sorted(narrowing | {head.lemma.lower()}))
    return (head.lemma.lower(), *sorted(narrowing))


def _is_gerund_noun(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a bare word in "-ing" right after a noun is one with it, taken for a verb ("flood warning")."""
    is_next = token.head == token.index - 1 and token.tag == "VBG" and token.dep == "acl"
    return is_next and not sentence.children(token)


def _narrowing(sentence: ParsedSentence, head: Token) -> Iterator[Token]:
    for child in sentence.children(head):
        if child.dep in _NARROWING and child.pos in ("NOUN", "PROPN", "ADJ", "VERB", "NUM"):
            yield child
        elif child.dep == "prep" and child.lemma in ("of", "on", "in", "to", "for", "with"):
            yield from (t for t in sentence.children(child) if t.dep == "pobj" and t.pos in ("NOUN", "PROPN"))


def _is_stated(sentence: ParsedSentence, statement: Stated) -> bool:
    """Whether it is said to be so: no question, condition or purpose, and no report that is denied."""
    if sentence.tokens[-1].text == "?" or any(t.text == "?" for t in sentence.tokens[-3:]):
        return False
    top = statement.chain[-1]
    asks = any(is_question(sentence, t) for t in statement.chain if t.dep in ("ccomp", "csubj", "pcomp"))
    hangs = top.dep in ("xcomp", "acl", "advcl", "relcl") and is_infinitive(sentence, top)
    aims = hangs and not _comes_about(sentence, top)
    conditional = any(
        c.dep == "mark" and mapping("modality").get(c.lemma) == Certainty.CONDITIONAL
        for t in statement.chain
        for c in sentence.children(t)
    )
    unsaid = any(
        t.lemma in words("reporting_verbs")
        and t.lemma not in mapping("modality")
        and _is_negated(sentence, t)
        for t in statement.governors
    )
    return not (asks or aims or conditional or unsaid or _is_demanded(sentence, statement))


def _comes_about(sentence: ParsedSentence, infinitive: Token) -> bool:
    """Whether the verb above says that it was done, too ("went on to work", "managed to escape")."""
    verb = sentence.tokens[infinitive.head]
    return _predicate(sentence, verb) in words("implicative_verbs") and not _is_negated(sentence, verb)


def _is_demanded(sentence: ParsedSentence, statement: Stated) -> bool:
    """Whether it only ought to be so, or a gerund names it ("should leave", "of leaving")."""
    verb = statement.content
    if verb.tag == "VBG" and verb.dep in ("pcomp", "csubj", "xcomp") and not statement.governors:
        return sentence.tokens[verb.head].lemma != "without"
    return any(
        c.dep == "aux" and c.lemma in _OBLIGING for t in statement.chain for c in sentence.children(t)
    ) or any(t.lemma in ("have", "need") and is_infinitive(sentence, verb) for t in statement.governors[:1])


def _is_negated(sentence: ParsedSentence, token: Token) -> bool:
    return any(c.dep == "neg" for c in sentence.children(token))
