"""What a cue reports: the stretch of its sentence that is its content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.claims.reporting import is_reporting_noun, reports_by_quotation
from reconcile.claims.selection import dateline_end
from reconcile.schema import ParsedSentence, Span, Token

TRAILING_TOKENS = 14
"""How many words may follow the verb of a cue that ends its sentence ("…, he said in Oslo on Friday")."""

MISPLACED_TOKENS = 16
"""How many words after its verb a "that" clause may begin that the parser hung on a noun."""

_CLAUSE_ENDS = (",", "?", "!", "—", "–", "-", "…")
_QUOTES_AND_SPACE = " \t\u00a0”\"’'»"
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_QUESTION_WORDS = frozenset({"WP", "WRB", "WDT", "WP$"})
_QUESTION_MARKS = frozenset({"whether", "if"})
_EDGE = " \t\u00a0,;:—–-“”\"„«»‘’'([…"
_CLOSING = re.compile(r"[.!?…]?[”\"]")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}$")


def reported_by_verb(sentence: ParsedSentence, verb: Token, clause: Span, text: str) -> Iterator[Span]:
    """The stretches that the verb reports; ``clause`` is the cue with its subject."""
    complements = [c for c in sentence.children(verb) if c.dep == "ccomp" and _is_statement(sentence, c)]
    after = [c for c in complements if c.start > verb.end] or _misplaced(sentence, verb)
    before = [c for c in complements if c.end <= clause.start]
    closes = text[sentence.span.start : clause.start].rstrip(_QUOTES_AND_SPACE).endswith(_CLAUSE_ENDS)
    as_said = verb.dep == "pcomp" and sentence.tokens[verb.head].text.lower() == "as"
    set_off = before or as_said or verb.dep == "parataxis" or _ends_sentence(sentence, verb, clause, text)
    if closes and set_off:
        yield from _around(sentence, verb, clause, text)
    elif after and (not reports_by_quotation(verb) or has_that(sentence, after[0])):
        members = sentence.subtree(after[0])
        yield from trimmed_part(text, max(members[0].start, verb.end), members[-1].end)


def _misplaced(sentence: ParsedSentence, verb: Token) -> list[Token]:
    """A "that" clause which the parser hung on a noun between ("told a crowd in Oslo on Monday that")."""
    found: list[Token] = []
    for token in sentence.tokens[verb.index + 1 : verb.index + MISPLACED_TOKENS]:
        clause = sentence.tokens[token.head]
        is_link = token.text.lower() == "that" and token.dep in {"mark", "advmod"}
        if not is_link or clause.dep not in {"relcl", "acl", "ccomp"}:
            continue
        noun = sentence.tokens[clause.head]
        is_below = any(t.index == noun.index for child in _objects(sentence, verb) for t in child)
        # "Confirmed in a statement that" tells what is confirmed, "repeated the claim that" what is claimed.
        tells_itself = is_reporting_noun(noun) and noun.dep != "pobj"
        if is_below and not tells_itself and _is_statement(sentence, clause):
            found.append(clause)
    return found


def _objects(sentence: ParsedSentence, verb: Token) -> list[tuple[Token, ...]]:
    """Objects and prepositional phrases after the verb, each with all of its words."""
    kinds = {"prep", "dobj", "dative", "npadvmod"}
    return [sentence.subtree(c) for c in sentence.children(verb) if c.dep in kinds and c.start > verb.end]


def _is_statement(sentence: ParsedSentence, complement: Token) -> bool:
    """Whether a complement clause is finite and no question."""
    first = sentence.subtree(complement)[0]
    if first.tag in _QUESTION_WORDS and first.text.lower() != "that":
        return False
    if complement.pos == "ADJ" and not has_that(sentence, complement):  # "found him guilty"
        return False
    children = sentence.children(complement)
    if any(child.dep == "mark" and child.text.lower() in _QUESTION_MARKS for child in children):
        return False
    if complement.tag in {"VBG", "VB"} and not any(c.dep == "aux" and c.tag == "MD" for c in children):
        return any(c.dep in {"nsubj", "nsubjpass"} for c in children) and not _has_to(children)
    return not _has_to(children)


def has_that(sentence: ParsedSentence, complement: Token) -> bool:
    return any(c.dep == "mark" and c.text.lower() == "that" for c in sentence.children(complement))


def _has_to(children: Sequence[Token]) -> bool:
    return any(child.dep == "aux" and child.tag == "TO" for child in children)


def _ends_sentence(sentence: ParsedSentence, verb: Token, clause: Span, text: str) -> bool:
    """Whether the cue follows a comma and closes its sentence, whatever the parser made of it."""
    if reports_by_quotation(verb) or verb.tag not in {"VBD", "VBZ", "VBP"}:
        return False
    leading = text[sentence.span.start : clause.start].rstrip(_EDGE.replace(",", ""))
    has_clause = any(t.dep in _SUBJECTS and t.end <= clause.start for t in sentence.tokens)
    rest = [t for t in sentence.tokens if t.start >= clause.end]
    is_tail = len(rest) <= TRAILING_TOKENS and not any(t.dep in {"ccomp", "dobj", "xcomp"} for t in rest)
    return leading.endswith(",") and has_clause and is_tail and clause.start < verb.end


def _around(sentence: ParsedSentence, verb: Token, clause: Span, text: str) -> Iterator[Span]:
    """What stands before and after a cue that follows or interrupts what it reports."""
    start = sentence.span.start
    if verb.dep in {"conj", "advcl"} and sentence.tokens[verb.head].start < clause.start:
        start = _after_previous_clause(sentence, verb, clause)
    before = list(trimmed_part(text, start, clause.start))
    own = {token.index for token in sentence.subtree(verb)}
    rest = [t for t in sentence.tokens if t.start >= clause.end and t.index not in own]
    after: list[Span] = []
    if verb.dep == "parataxis" and rest and text[clause.end : rest[0].end].lstrip().startswith(","):
        first = next((t for t in rest if t.pos not in {"PUNCT", "CCONJ"}), rest[0])
        after = list(trimmed_part(text, first.start, rest[-1].end))
    yield from whole_clauses(sentence, [*before, *after])


def whole_clauses(sentence: ParsedSentence, parts: Sequence[Span]) -> Sequence[Span]:
    """The parts that hold a verb, where one does: the others are mere scraps of the sentence."""
    with_verb = [part for part in parts if any(t.pos in {"VERB", "AUX"} for t in sentence.within(part))]
    return with_verb or parts


def _after_previous_clause(sentence: ParsedSentence, verb: Token, clause: Span) -> int:
    """Where the content of a coordinated cue begins: after the clause that it is joined to."""
    members = [t for t in sentence.subtree(verb) if t.end <= clause.start]
    return members[0].start if members else sentence.span.start


def start_after_comma(sentence: ParsedSentence, text: str, place: int) -> int:
    """The end of the sentence unless a comma follows and the sentence goes on."""
    rest = text[place : sentence.span.end]
    return place if re.match(r"[”\"’']?\s*,|,", rest) or text[place - 1] == "," else sentence.span.end


def trimmed_part(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without dateline, leading "that" and marks at its ends; nothing if no word is left."""
    start += dateline_end(text[start:end])
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and (text[end - 1] in _EDGE or _is_full_stop(text, end - 1)):
        end -= 1
    if text[start:end].lower().startswith("that "):
        start += len("that ")
    while start < end and text[start] in _EDGE:
        start += 1
    if start < end and any(character.isalnum() for character in text[start:end]):
        yield Span(start, _quotation_end(text, start, end))


def _quotation_end(text: str, start: int, end: int) -> int:
    """``end``, or the place after the closing mark of a quotation that the stretch opens."""
    inside = text[start:end]
    is_open = inside.rfind("“") > inside.rfind("”") or inside.count('"') % 2 == 1
    closing = _CLOSING.match(text, end)
    return closing.end() if is_open and closing else end


def _is_full_stop(text: str, place: int) -> bool:
    """Whether there is a full stop rather than the end of "U.S."."""
    return text[place] == "." and _INITIALS.search(text, max(0, place - 12), place + 1) is None
