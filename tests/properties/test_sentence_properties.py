"""Sentences of any text: nothing lost, nothing twice, and the same in any surroundings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.claims.sentences import split_sentences
from reconcile.claims.sentences.lines import find_lines

PIECES = st.sampled_from(
    [
        *(
            "U.S.",
            "Mr.",
            "p.m.",
            "No.",
            "5",
            "I",
            "J.",
            "Inc.",
            "Sept.",
            "said",
            "The",
            "dam",
            "broke.",
            "Reyes",
        ),
        *(
            "?",
            "!",
            "...",
            "…",
            ". . .",
            '"',
            "“",
            "”",
            "'",
            "(",
            ")",
            "[",
            "]",
            "•",
            "1.",
            "2.",
            "a)",
            "—",
            "#x",
        ),
        *("Who?", "http://a.b/c", "al-Harith", "x", ".", "\n", "\r\n", "the"),
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
    st.lists(PIECES, min_size=120, max_size=160).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
)


@given(TEXTS)
def test_sentences_follow_each_other_and_lose_nothing(text: str) -> None:
    spans = [span for span, _ in split_sentences(text)]
    kept = "".join(span.of(text) for span in spans)
    assert [c for c in kept if not c.isspace()] == [c for c in text if not c.isspace()]
    assert spans == sorted(spans)
    assert all(span.of(text) == span.of(text).strip() for span in spans)


@given(TEXTS)
def test_lines_lose_nothing_and_cut_no_sentence(text: str) -> None:
    lines = list(find_lines(text))
    assert all(sum(line.contains(span) for line in lines) == 1 for span, _ in split_sentences(text))


@given(TEXTS, st.text("ab \n", max_size=20))
def test_reading_from_an_offset_is_reading_the_rest(text: str, head: str) -> None:
    later = split_sentences(head + text, len(head))
    assert later == tuple((span.shifted(len(head)), number) for span, number in split_sentences(text))
