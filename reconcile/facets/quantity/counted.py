"""What a figure counts: the head noun of "30 of the countries", "21 police officers", "27 dead"."""

from __future__ import annotations

from reconcile.lexicons import words
from reconcile.schema import ParsedSentence, Span, Token

_REACH = 3
"""How many words behind the number its noun may stand to belong to the facet's span."""

_STATES = frozenset(["dead", "injured", "wounded", "missing", "killed", "hurt", "arrested", "detained"])
_STANDING_FOR_NOUN = frozenset({"others"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUN = frozenset({"ADJ", "NOUN", "PROPN", "ADV"})
_FARTHEST = 6
_PARTS_WITHOUT_OF = frozenset({"half", "third", "thirds", "quarter", "quarters"})
_ENDS_PHRASE = frozenset({"AUX", "ADP"})
_JOINED_TO_NOUN = frozenset({"compound", "nmod"})
_IDIOMS = words("quantity_one_idioms")
_PARTICIPLES = frozenset({"VBN", "VBG"})
_DETERMINERS = frozenset({"DET", "PRON", "ADJ", "NUM", "PROPN", "PART", "ADV", "PUNCT"})


def counted_noun(sentence: ParsedSentence, end: int) -> Token | None:
    """The noun that a number ending at the document's offset ``end`` counts; None where none follows."""
    follower = next((t for t in sentence.tokens if t.start >= end), None)
    if follower is None or follower.start - end > 2:
        return None
    if follower.text == "-":
        return _compound_member(sentence, follower)
    if follower.text.lower() == "of" or _is_shared_out(sentence, follower):
        return _object_of(sentence, follower)
    noun = _governor(sentence, follower) or _noun_phrase(sentence, follower)
    if noun is None and follower.text.lower() in _STATES | _STANDING_FOR_NOUN:
        return follower
    return noun


def number_word(sentence: ParsedSentence, figure: Span) -> Token | None:
    """The last word of a bare figure; None where no word begins in it."""
    return next((t for t in reversed(sentence.tokens) if figure.start <= t.start < figure.end), None)


def lemma_of(noun: Token) -> str:
    """The noun in the singular: lower case, but a name keeps its capital ("Palestinian")."""
    word = noun.lemma if noun.pos != "PROPN" else noun.text
    if noun.text.lower() in _STATES:
        return noun.text.lower()
    if noun.tag == "NNPS" or (noun.pos == "PROPN" and word.endswith("s") and not word.endswith("ss")):
        word = word.removesuffix("s")
    return word if noun.pos == "PROPN" and word[:1].isupper() else word.lower()


def within_reach(sentence: ParsedSentence, end: int, noun: Token) -> bool:
    """Whether ``noun`` is one of the next three words behind the number that ends at ``end``;
    words that a hyphen joins are one."""
    between = [t.text for t in sentence.tokens if end <= t.start < noun.end]
    return end <= noun.start and len(between) - 2 * between.count("-") <= _REACH


def is_numeral(sentence: ParsedSentence, start: int) -> bool:
    """Whether a "one" at ``start`` counts: "one person", but not "no one", "one of them", "this one"."""
    token = next((t for t in sentence.tokens if t.start == start), None)
    if token is None or token.index + 1 >= len(sentence.tokens):
        return False
    before = sentence.tokens[token.index - 1].text.lower() if token.index else ""
    if before in (
        "no",
        "any",
        "every",
        "some",
        "each",
        "this",
        "that",
        "which",
        "the",
        "another",
        "one",
        "-",
    ):
        return False
    if sentence.tokens[token.index + 1].text.lower() in _IDIOMS:
        return False
    return token.dep == "nummod" and sentence.tokens[token.head].index > token.index


def names_part_of(sentence: ParsedSentence, start: int) -> bool:
    """Whether the number at ``start`` belongs to the name before it ("Airbus 320", "AK 47 rifles")."""
    number = next((t for t in sentence.tokens if t.start == start), None)
    before = sentence.tokens[number.index - 1] if number and number.index else None
    if number is None or before is None or before.pos != "PROPN" or not before.text[:1].isupper():
        return False
    if start - before.end > 1:
        return False
    return number.head == before.index or before.dep in _JOINED_TO_NOUN


def _governor(sentence: ParsedSentence, follower: Token) -> Token | None:
    """The noun that the parse says the number before ``follower`` counts."""
    number = sentence.tokens[follower.index - 1] if follower.index else None
    if number is None or number.dep not in ("nummod", "amod"):
        return None
    head = _head_of_compound(sentence, sentence.tokens[number.head])
    between = sentence.tokens[follower.index : head.index]
    if head.pos not in _NOUNS or head.index < follower.index or len(between) > _FARTHEST:
        return None
    return None if any(t.pos in _ENDS_PHRASE for t in between) else head


def _head_of_compound(sentence: ParsedSentence, noun: Token) -> Token:
    """The noun that a chain of compounds ends in ("line" of "line managers" gives "managers")."""
    while noun.dep in _JOINED_TO_NOUN and noun.head > noun.index:
        noun = sentence.tokens[noun.head]
    return noun


def _noun_phrase(sentence: ParsedSentence, first: Token) -> Token | None:
    """The last noun of the run of adjectives and nouns that begins with ``first``."""
    noun: Token | None = None
    for token in sentence.tokens[first.index :]:
        is_noun = token.pos in _NOUNS
        if noun is not None and (not is_noun or _begins_anew(sentence, noun, token)):
            break
        if is_noun:
            noun = token
        elif not _may_precede_noun(token) or token.index - first.index > _REACH:
            break
    return noun


def _may_precede_noun(token: Token) -> bool:
    return token.pos in _BEFORE_NOUN or token.tag in _PARTICIPLES or token.text in ("-", "–")


def _begins_anew(sentence: ParsedSentence, noun: Token, token: Token) -> bool:
    """Whether ``token`` opens another phrase instead of going on a compound ("30 people | Monday")."""
    return noun.dep != "compound" and sentence.tokens[noun.head].index != token.index


def _is_shared_out(sentence: ParsedSentence, follower: Token) -> bool:
    """Whether a part and what it is taken of meet without "of" ("half | the bakers")."""
    part = sentence.tokens[follower.index - 1].text.lower() if follower.index else ""
    return part in _PARTS_WITHOUT_OF and follower.tag in ("DT", "PRP$")


def _compound_member(sentence: ParsedSentence, hyphen: Token) -> Token | None:
    """ "a 1,000-member church": the noun that the hyphen joins to the number."""
    token = sentence.tokens[hyphen.index + 1] if hyphen.index + 1 < len(sentence.tokens) else None
    return token if token and token.pos in _NOUNS and token.start == hyphen.end else None


def _object_of(sentence: ParsedSentence, preposition: Token) -> Token | None:
    """The noun behind "of": "30 of the 50 countries"."""
    for token in sentence.tokens[preposition.index + 1 : preposition.index + 6]:
        if token.pos in _NOUNS:
            return _past_possessive(sentence, _noun_phrase(sentence, token))
        if token.pos not in _DETERMINERS and token.tag not in _PARTICIPLES:
            return None
    return None


def _past_possessive(sentence: ParsedSentence, noun: Token | None) -> Token | None:
    """The noun possessed where ``noun`` is in the genitive ("the city's | residents")."""
    mark = sentence.tokens[noun.index + 1] if noun and noun.index + 1 < len(sentence.tokens) else None
    if noun is None or mark is None or mark.tag != "POS":
        return noun
    return next((t for t in sentence.tokens[mark.index + 1 : mark.index + 6] if t.pos == "NOUN"), noun)
