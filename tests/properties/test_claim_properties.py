"""Whatever the text or the parse: sentences, clauses and claims are exact slices that lose no word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.claims import extract_claims
from reconcile.claims.clauses import split_clauses
from reconcile.claims.sentences import split_sentences
from reconcile.facets import annotate
from reconcile.models import Models
from reconcile.schema import ParsedSentence, Span, Token
from tests.anchoring import assert_claims_anchored
from tests.handmade_claims import document

BREAKS = "\n\r\v\f\x85\u2028\u2029"
MARKS = [*'“”‘’"()—…。!?.,;:٣½𝟜🛳', "...", "🇳🇴", "שלום", "مرحبا", "e\u0301", "Å\u0308", "👩\u200d🚒"]
INVISIBLE = ["\u202eright\u202c", "\u200f", "\x00", "\x1c", "\x1b[31m", "\ufeff", "\u00ad", "\u200b"]
SPACES = ["\u00a0", "\u3000", "\r\n", "\n\n", "\u2028", "\u2029", "\x85", "\v"]
AWKWARD = [*MARKS, *INVISIBLE, *SPACES]
WORDS = [
    "The",
    "mayor",
    "of",
    "Sandvik",
    "said",
    "that",
    "40",
    "ferries",
    "sank",
    "on",
    "Tuesday",
    "and",
    "but",
    "who",
    "did",
    "not",
    "will",
    "meet",
    "after",
    "rain",
    "Dr.",
    "Ann",
    "Lee",
    "he",
    "told",
    "£3.5m",
    "third",
    "because",
]
UNICODE = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
MIXED = st.lists(st.sampled_from(WORDS * 3 + AWKWARD), max_size=40).map(" ".join)
TEXTS = st.one_of(UNICODE, MIXED, st.lists(st.sampled_from(WORDS + AWKWARD), max_size=30).map("".join))


@given(TEXTS)
def test_sentences_hold_all_that_is_no_white_space(text: str) -> None:
    spans = [span for span, _ in split_sentences(text)]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert not [span for span in spans if set(span.of(text)) & set(BREAKS)]
    kept = "".join(span.of(text) for span in spans)
    assert [c for c in kept if not c.isspace()] == [c for c in text if not c.isspace()]


@given(TEXTS)
def test_the_numbers_of_lines_never_fall(text: str) -> None:
    numbers = [number for _, number in split_sentences(text)]
    assert numbers == sorted(numbers)


@st.composite
def parses(draw: st.DrawFn) -> tuple[str, ParsedSentence]:
    """Any tokens with any heads, so that not even a tree can be relied on."""
    words = draw(st.lists(st.sampled_from([*WORDS, "“", "”", '"', ",", "(", ")", "—", "'"]), max_size=30))
    places = st.integers(0, max(0, len(words) - 1))
    tokens = []
    start = 0
    for index, word in enumerate(words):
        token = Token(
            index=index,
            head=draw(places),
            start=start,
            end=start + len(word),
            text=word,
            lemma=word.lower(),
            pos="CCONJ" if word in ("and", "but") else draw(st.sampled_from(["VERB", "NOUN", "AUX", "ADP"])),
            tag="XX",
            dep=draw(
                st.sampled_from(["ROOT", "conj", "advcl", "relcl", "ccomp", "pobj", "prep", "dobj", "punct"])
            ),
        )
        tokens.append(token)
        start = token.end + 1
    text = " ".join(words) or " "
    return text, ParsedSentence(span=Span(0, len(text)), tokens=tuple(tokens))


def assert_nothing_lost(sentence: ParsedSentence, text: str) -> None:
    """Every word of a sentence is in a clause, but for conjunctions and in sentences of a word or two."""
    words = [t for t in sentence.tokens if t.pos != "CCONJ" and any(c.isalnum() for c in t.text)]
    spans = [clause.span for clause in split_clauses(sentence, text)]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(sentence.span.contains(span) for span in spans)
    if len(words) >= 3:
        assert [w.text for w in words if not any(span.contains(w.span) for span in spans)] == []


@given(parses())
def test_no_word_is_lost_whatever_the_parse(drawn: tuple[str, ParsedSentence]) -> None:
    text, sentence = drawn
    assert_nothing_lost(sentence, text)


@pytest.mark.model
@settings(max_examples=40)
@given(text=TEXTS)
def test_no_word_of_a_parsed_sentence_is_lost(models: Models, text: str) -> None:
    for sentence in models.parser.parse(text, split_sentences(text)):
        assert_nothing_lost(sentence, text)
        assert [t.text for t in sentence.tokens] == [t.span.of(text) for t in sentence.tokens]
        assert all(0 <= t.head < len(sentence.tokens) for t in sentence.tokens)


@pytest.mark.model
@settings(max_examples=60)
@given(text=TEXTS)
def test_claims_and_facets_are_exact_slices(models: Models, text: str) -> None:
    source = document("A", text)
    extraction = extract_claims(source, models.parser)
    assert_claims_anchored(annotate(extraction.claims, extraction.sentences, source), source)
