"""Claims and words marked in a text: overlapping or not, the text stays the same to the letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.report.html.exact_text import ExactText
from reconcile.report.html.marked_text import ClaimMark, marked, marked_paragraphs
from reconcile.schema import Span
from tests.report.html_reading import Element, as_shown, read

TEXTS = st.text(
    st.sampled_from("ab <>&\"'\n\r\t\x00\x1b\u200d\u202e\ufe0f\ud800é🔥👩\u0301س") | st.characters(),
    min_size=1,
    max_size=40,
)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Span], list[Span]]:
    """A text, claims in it, and words in it; all may overlap."""
    text = draw(TEXTS)
    edges = st.integers(min_value=0, max_value=len(text))
    spans = st.tuples(edges, edges).filter(lambda pair: pair[0] != pair[1])
    stretches = st.lists(spans.map(lambda pair: Span(*sorted(pair))), max_size=5)
    return text, draw(stretches), draw(stretches)


def pieces(page: Element, claim: str) -> str:
    return "".join(e.text for e in page.all() if claim in e.attributes.get("data-c", "").split())


@given(marked_texts())
def test_text_claims_and_words_come_back_to_the_letter(case: tuple[str, list[Span], list[Span]]) -> None:
    text, spans, words = case
    claims = [ClaimMark(id=f"A{number}", span=span) for number, span in enumerate(spans)]
    page = read(str(marked(ExactText(text), Span(0, len(text)), claims, words)))
    shown = as_shown(text)
    assert page.text == shown
    assert len(page.text) == len(text)
    for claim in claims:
        assert pieces(page, claim.id) == claim.span.of(shown)
    covered = sorted({at for word in words for at in range(word.start, word.end)})
    assert "".join(e.text for e in page.all("mark")) == "".join(shown[at] for at in covered)


@given(marked_texts())
def test_paragraphs_together_are_the_whole_text(case: tuple[str, list[Span], list[Span]]) -> None:
    text, spans, words = case
    claims = [ClaimMark(id=f"A{number}", span=span) for number, span in enumerate(spans)]
    paragraphs = [read(str(part)) for part in marked_paragraphs(ExactText(text), claims, words)]
    assert "".join(part.text for part in paragraphs) == as_shown(text)
    for claim in claims:
        assert "".join(pieces(part, claim.id) for part in paragraphs) == claim.span.of(as_shown(text))


def test_a_text_is_cut_behind_its_empty_lines() -> None:
    parts = marked_paragraphs(ExactText("One\ntwo\n\n \nThree\r\n\r\nfour"), [], [])
    assert [read(str(part)).text for part in parts] == ["One\ntwo\n\n \n", "Three\r\n\r\n", "four"]


def test_the_context_around_a_claim_is_not_marked_as_it() -> None:
    text = ExactText("On Monday the mill burned down.")
    page = read(str(marked(text, Span(0, 31), [ClaimMark(id="A1", span=Span(10, 30))], [Span(19, 25)])))
    assert [(e.tag, e.text) for e in page.all()] == [
        ("span", "the mill "),
        ("mark", "burned"),
        ("span", " down"),
    ]
