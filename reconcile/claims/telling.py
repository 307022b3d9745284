"""Who says it: the subject of a verb that reports, and whether the verb reports at all."""

from __future__ import annotations

from reconcile.claims.reporting import can_tell, is_mere_speech, is_relative, issues
from reconcile.schema import ParsedSentence, Token

SHARING_STEPS = 4
"""How many verbs up a participle or coordinated verb may find its subject."""

TAIL_TOKENS = 9
"""How many words may stand between the last comma and a verb whose subject the parser hung elsewhere."""

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_QUOTING = frozenset({"quote", "cite"})
_GOVERNORS = frozenset({"go", "take", "continue", "come", "proceed"})
_PASSIVE_BEFORE_INFINITIVE = frozenset(
    {"allege", "believe", "estimate", "report", "rumor", "rumour", "say", "suspect", "think", "understand"}
)
"""Verbs that somebody else is the subject of before an infinitive: "a van believed to have been used"."""
_DOUBTFUL = frozenset({"may", "might", "could", "should"})


def tells(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether the verb tells of something that was said: active, affirmed, no mere plan or doubt."""
    children = sentence.children(verb)
    if any(child.dep in {"auxpass", "neg"} for child in children):
        return False
    if verb.tag == "VBN" and verb.dep in {"acl", "amod"} and not any(c.dep == "nsubj" for c in children):
        return False
    if any(child.dep == "aux" and child.text.lower() in _DOUBTFUL for child in children):
        return False
    if verb.lemma in _PASSIVE_BEFORE_INFINITIVE and _is_before_infinitive(sentence, verb):
        return False
    is_infinitive = any(child.dep == "aux" and child.tag == "TO" for child in children)
    return not is_infinitive or sentence.tokens[verb.head].lemma in _GOVERNORS


def _is_before_infinitive(sentence: ParsedSentence, verb: Token) -> bool:
    following = sentence.tokens[verb.index + 1 : verb.index + 2]
    return any(token.tag == "TO" and token.pos == "PART" for token in following)


def telling_subject(sentence: ParsedSentence, verb: Token, steps: int = SHARING_STEPS) -> Token | None:
    """The verb's subject or, for participles and coordinated verbs, that of the verb above it."""
    own = _own_subject(sentence, verb, shared=steps < SHARING_STEPS)
    governor = sentence.tokens[verb.head]
    if own is not None or steps == 0 or governor.index == verb.index:
        return own or _inverted_subject(sentence, verb)
    if verb.dep == "pcomp" and (quoted := quoted_person(sentence, sentence.tokens[governor.head])):
        return quoted
    if verb.dep in {"acl", "relcl"}:
        return _described_by(sentence, verb, governor, steps)
    if verb.dep == "advcl" and verb.tag == "VBG" and not _is_set_off(sentence, verb):
        return None
    if _shares_subject(verb, governor, steps):
        return telling_subject(sentence, governor, steps - 1) or _actor(sentence, verb, governor)
    return _inverted_subject(sentence, verb)


def tail_subject(sentence: ParsedSentence, verb: Token) -> Token | None:
    """Who tells at the end of a sentence ("…, officials and witnesses said"), whatever the parser made of it:
    the noun over all words from the last comma to the verb."""
    comma = next((t.index for t in reversed(sentence.tokens[: verb.index]) if t.text == ","), None)
    if comma is None or verb.tag not in _FINITE:
        return None
    between = sentence.tokens[comma + 1 : verb.index]
    follows_clause = any(t.pos in {"VERB", "AUX"} for t in sentence.tokens[:comma])
    has_object = any(
        c.dep in {"dobj", "ccomp", "xcomp", "oprd", "acomp"}
        for c in sentence.children(verb)
        if c.index > comma
    )
    if not follows_clause or has_object or len(between) > TAIL_TOKENS:
        return None
    if any(t.pos in {"VERB", "AUX", "PUNCT"} or is_relative(t) for t in between):
        return None
    top = next((t for t in between if not comma < t.head < verb.index), None)
    return top if top is not None and top.pos in {"NOUN", "PROPN"} and can_tell(sentence, top) else None


def quoted_person(sentence: ParsedSentence, verb: Token) -> Token | None:
    """Whom the subject of the verb only passes on: "the radio quoted the mayor as saying"."""
    children = sentence.children(verb)
    if verb.lemma not in _QUOTING or not any(c.text.lower() == "as" for c in children):
        return None
    return next((c for c in children if c.dep in {"dobj", "nsubjpass"}), None)


def _own_subject(sentence: ParsedSentence, verb: Token, *, shared: bool) -> Token | None:
    """The subject of the verb itself; of one looked up for another verb only where it can tell."""
    for child in sentence.children(verb):
        if child.dep == "nsubj" or (child.dep == "nsubjpass" and shared):
            if verb.dep == "relcl" and is_relative(child):
                return sentence.tokens[verb.head]
            if not shared or can_tell(sentence, child) or child.text.lower() == "it":
                return child
    return None


def _actor(sentence: ParsedSentence, verb: Token, governor: Token) -> Token | None:
    """The noun that acts in "the defenders spoke for him, saying": whoever it is can speak."""
    if verb.tag != "VBG" or not is_mere_speech(verb):
        return None
    subjects = (c for c in sentence.children(governor) if c.dep == "nsubj" and c.pos in {"NOUN", "PROPN"})
    return next(subjects, None)


def _shares_subject(verb: Token, governor: Token, steps: int) -> bool:
    if verb.dep == "prep":
        return governor.pos in {"VERB", "AUX"}
    is_below = verb.dep == "ccomp" and steps < SHARING_STEPS
    return is_below or verb.dep in {"conj", "advcl", "xcomp", "pcomp", "dep"}


def _described_by(sentence: ParsedSentence, verb: Token, noun: Token, steps: int) -> Token | None:
    """Who tells in "a statement saying", and in "gave a speech, saying" where the noun cannot tell; of what
    somebody issues, who issues it."""
    if verb.tag != "VBG" or noun.pos not in {"NOUN", "PROPN"}:
        return None
    above = sentence.tokens[noun.head]
    if can_tell(sentence, noun) and not issues(above, noun):
        return noun
    return telling_subject(sentence, above, steps - 1) if above.pos in {"VERB", "AUX"} else None


def _is_set_off(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a participle is parted from the noun before it ("…, saying"), which it could belong to."""
    before = next((t for t in reversed(sentence.tokens[: verb.index]) if t.pos != "ADV"), None)
    return before is None or before.pos not in {"NOUN", "PROPN", "PRON"} or before.entity in {"DATE", "TIME"}


def _inverted_subject(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The name after the verb in "…, said Lee", where the parser took it for an object."""
    if verb.tag not in _FINITE or verb.index + 1 >= len(sentence.tokens):
        return None
    for child in sentence.children(verb):
        is_next = child.index > verb.index and child.dep in {"dobj", "attr", "oprd", "npadvmod", "dep"}
        is_name = child.pos == "PROPN" or (child.pos == "NOUN" and _follows_quotation(sentence, verb))
        if is_next and is_name and child.entity not in {"DATE", "TIME"}:
            return child
    return None


def _follows_quotation(sentence: ParsedSentence, verb: Token) -> bool:
    return verb.index > 0 and sentence.tokens[verb.index - 1].text in {"”", '"', "’", "'", "''"}
