"""The parser: tokens with exact places, and clean refusals."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from reconcile.errors import ModelError
from reconcile.models import Models
from reconcile.models.parser import MAX_SENTENCE, SpacyParser
from reconcile.schema import Span
from reconcile.settings import DEFAULT_PARSER
from tests.conftest import Parse

pytestmark = pytest.mark.model


def test_tokens_stand_where_they_say_and_white_space_is_none(parse: Parse) -> None:
    text = "Rain fell.\n\nThe\u00a0 old   dam 🛳 broke\tat dawn."
    for sentence in parse(text):
        assert all(token.span.of(text) == token.text for token in sentence.tokens)
        assert not [token for token in sentence.tokens if not token.text.strip()]
        assert [token.index for token in sentence.tokens] == list(range(len(sentence.tokens)))


def test_the_verb_heads_its_subject(parse: Parse) -> None:
    (sentence,) = parse("The old dam broke at dawn.")
    root = next(token for token in sentence.tokens if token.head == token.index)
    assert (root.text, root.lemma, root.pos) == ("broke", "break", "VERB")
    assert [t.text for t in sentence.children(root) if t.dep == "nsubj"] == ["dam"]


@pytest.mark.parametrize("text", ["May met Merkel in Berlin.", "Will said he saw the crash."])
def test_a_name_before_a_finite_verb_is_no_modal(parse: Parse, text: str) -> None:
    (sentence,) = parse(text)
    first = sentence.tokens[0]
    assert (first.pos, first.dep, sentence.tokens[first.head].pos) == ("PROPN", "nsubj", "VERB")


@pytest.mark.parametrize("text", ["May they rest in peace.", "Will he come?", "The dam may break."])
def test_a_modal_before_a_plain_verb_stays_one(parse: Parse, text: str) -> None:
    (sentence,) = parse(text)
    assert [token.pos for token in sentence.tokens if token.lemma in {"may", "will"}] == ["AUX"]


def test_a_sentence_keeps_its_paragraph(models: Models) -> None:
    (sentence,) = models.parser.parse("Rain fell.", [(Span(0, 10), 7)])
    assert (sentence.span, sentence.paragraph) == (Span(0, 10), 7)


@pytest.mark.parametrize("text", ["dam " * 1500, "x" * 4500, "a" + " " * 4500 + "b"])
def test_a_very_long_sentence_is_parsed_in_pieces_that_lose_nothing(models: Models, text: str) -> None:
    pieces = models.parser.parse(text, [(Span(0, len(text)), 0)])
    assert max(len(piece.span) for piece in pieces) <= MAX_SENTENCE
    words = [token.text for piece in pieces for token in piece.tokens]
    assert "".join(words) == "".join(text.split())


def test_nothing_is_parsed_to_nothing(models: Models) -> None:
    assert models.parser.parse("", []) == ()


def test_the_report_can_name_the_exact_parser(models: Models) -> None:
    use = models.parser.use
    assert (use.role, use.name) == ("parser", DEFAULT_PARSER)
    assert use.revision.startswith("3.8")


@pytest.mark.parametrize("name", ["en_core_web_none", "/no/such/folder", "click"])
def test_what_is_no_pipeline_is_named_in_one_sentence(name: str) -> None:
    with pytest.raises(ModelError) as caught:
        SpacyParser(name).parse("Rain.", [(Span(0, 5), 0)])
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)


def test_a_pipeline_that_does_not_parse_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="has no dependency parser"):
        SpacyParser(str(tmp_path / "blank")).parse("Rain.", [(Span(0, 5), 0)])


def test_the_default_parser_needs_no_torch_and_does_not_hide_it() -> None:
    code = (
        "import sys; from reconcile.models import Models; from reconcile.settings import ModelSettings;"
        "from reconcile.schema import Span;"
        "Models.load(ModelSettings()).parser.parse('Rain.', [(Span(0, 5), 0)]);"
        "print('torch' in sys.modules); import torch; print(torch.zeros(1).item())"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).split() == ["False", "0.0"]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The council hoped that the dam would hold.", "hope"),
        ("The vote was slated for Monday.", "slate"),
        ("The pump was installed in May.", "install"),
        ("The rabbit hopped over the wall.", "hop"),
    ],
)
def test_a_verb_has_its_own_lemma(parse: Parse, text: str, lemma: str) -> None:
    (sentence,) = parse(text)
    assert next(token for token in sentence.tokens if token.dep == "ROOT").lemma == lemma
