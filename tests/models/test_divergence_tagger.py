"""The divergence tagger as a run uses it: offsets, both orders, the cache, and files that are not right."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from reconcile.errors import ModelError
from reconcile.models import Models, installed
from reconcile.models.cached_divergence_tagger import CachedDivergenceTagger
from reconcile.models.divergence_decoding import PairTags, Tagged
from reconcile.models.divergence_outputs import KINDS, RELATIONS
from reconcile.models.divergence_tagger import Divergence
from reconcile.models.model_file import DIVERGENCE_TAGGER, ModelFile
from reconcile.models.onnx_divergence_tagger import OnnxDivergenceTagger
from reconcile.models.relation_classifier import Pair
from reconcile.models.result_cache import ResultCache
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, ModelUse, Span
from reconcile.settings import ModelSettings

pytestmark = pytest.mark.model

PAIRS = [
    ("The harbour office said 14 people were rescued.", "About 20 people were pulled from the water."),
    ("The ferry sank off Türkiye on Monday.", "A ferry went down near the Turkish coast in early March."),
    ("Salt 🛳 is dear.", "\u202eSalt is dear."),
    ("Rain.", "Rain."),
    ("word " * 400, "other " * 300),
]
LOADED = """
import sys
from reconcile.models.onnx_divergence_tagger import OnnxDivergenceTagger
OnnxDivergenceTagger().tag([("Rain.", "Snow.")])
print({"torch", "transformers", "sentence_transformers", "spacy"} & sys.modules.keys())
"""


@dataclass
class Counting:
    """Marks the first letters, and remembers what it was asked."""

    asked: list[Pair] = field(default_factory=list)

    @property
    def use(self) -> ModelUse:
        return ModelUse(role="divergences", name="counting", revision="r1")

    def tag(self, pairs: Sequence[Pair]) -> list[tuple[Divergence, ...]]:
        self.asked += pairs
        mark = Divergence(
            kind=DiscrepancyKind.PLACE,
            relation=DiscrepancyRelation.UPDATE,
            left=Span(0, 70_001),
            right=Span(3, 4),
            score=0.25,
        )
        return [(mark,) * (len(one) % 3) for one, _ in pairs]


def test_what_is_marked_stands_in_its_text() -> None:
    for (left, right), marks in zip(PAIRS, OnnxDivergenceTagger().tag(PAIRS), strict=True):
        for mark in marks:
            assert mark.left.end <= len(left)
            assert mark.right.end <= len(right)
            assert mark.left.stripped(left) == mark.left
            assert mark.right.stripped(right) == mark.right
            assert 0 <= mark.score <= 1


def test_two_figures_of_one_thing_are_marked() -> None:
    (marks,) = OnnxDivergenceTagger().tag(PAIRS[:1])
    quantity = next(mark for mark in marks if mark.kind is DiscrepancyKind.QUANTITY)
    left, right = PAIRS[0]
    assert "14" in quantity.left.of(left)
    assert "20" in quantity.right.of(right)


def test_neither_text_comes_first() -> None:
    tagger = OnnxDivergenceTagger()
    turned = [(right, left) for left, right in PAIRS[:3]]
    for there, back in zip(tagger.tag(PAIRS[:3]), tagger.tag(turned), strict=True):
        assert sorted((m.kind, m.relation, m.left, m.right) for m in there) == sorted(
            (m.kind, m.relation, m.right, m.left) for m in back
        )
        assert [m.score for m in there] == pytest.approx([m.score for m in back], abs=1e-5)


def test_no_torch_is_loaded() -> None:
    command = [sys.executable, "-c", LOADED]
    assert subprocess.check_output(command, text=True).strip() == "set()"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"^divergence_tagger: the model cannot be read"):
        OnnxDivergenceTagger(ModelFile(tmp_path / "divergence_tagger.onnx")).tag(PAIRS)


def test_a_pair_is_read_once(tmp_path: Path) -> None:
    counting, cache = Counting(), ResultCache(tmp_path / "cache.sqlite")
    pairs = [("a", "b"), ("aa", "b"), ("aaa", "b")]
    first = CachedDivergenceTagger(tagger=counting, cache=cache).tag(pairs)
    again = CachedDivergenceTagger(tagger=counting, cache=cache).tag([*pairs, ("b", "a")])
    assert first == Counting().tag(pairs)
    assert again[:3] == first
    assert counting.asked == [*pairs, ("b", "a")]


def test_it_is_shipped_listed_and_left_out_on_request() -> None:
    (listed,) = [model for model in installed.installed_models() if model.role == "divergences"]
    file = DIVERGENCE_TAGGER
    assert (listed.sha256, listed.licence, listed.path) == (file.sha256, "apache-2.0", file.path)
    assert len(file.content()) <= 30e6
    assert isinstance(Models.load(ModelSettings(cache=False)).divergences, OnnxDivergenceTagger)
    without = Models.load(ModelSettings(divergences=False))
    assert without.divergences is None
    assert {type(model).__name__ for model in without.used} == {
        "CachedEncoder",
        "SpacyParser",
        "CachedRelationClassifier",
    }


def _tagged(text: str, **likely: str) -> Tagged:
    """The words of ``text`` as tokens; those that ``likely`` names for a kind are likely of it."""
    words = text.split()
    starts = [text.index(word) for word in words]
    kinds = np.zeros((len(words), len(KINDS)))
    for kind, marked in likely.items():
        for word in marked.split():
            kinds[words.index(word), KINDS.index(DiscrepancyKind(kind))] = 0.9
    relations = np.tile([0.1, 0.1, 0.7, 0.1], (len(words), 1))
    places = tuple((start, start + len(word)) for start, word in zip(starts, words, strict=True))
    return Tagged(places, tuple(range(len(words))), kinds, relations)


def _found(left: str, right: str, links: dict[str, str], **likely: tuple[str, str]) -> list[tuple[str, str]]:
    ours = _tagged(left, **{kind: ends[0] for kind, ends in likely.items()})
    theirs = _tagged(right, **{kind: ends[1] for kind, ends in likely.items()})
    matrix = np.full((len(ours.words), len(theirs.words)), 0.01)
    for one, other in links.items():
        matrix[left.split().index(one), right.split().index(other)] = 0.9
    marks = PairTags(ours, theirs, matrix).divergences()
    assert all(mark.relation is RELATIONS[2] for mark in marks)
    return [(mark.left.of(left), mark.right.of(right)) for mark in marks]


def test_a_stretch_runs_over_one_word_that_is_not_likely() -> None:
    marks = _found(
        "about 14 of the crew", "twenty sailors", {"14": "twenty"}, quantity=("about 14 the crew", "twenty")
    )
    assert marks == [("about 14 of the crew", "twenty")]


def test_linked_stretches_belong_together_and_each_is_used_once() -> None:
    marks = _found(
        "five fell and nine rose",
        "ten rose while six fell",
        {"five": "six", "nine": "ten"},
        quantity=("five nine", "ten six"),
    )
    assert sorted(marks) == [("five", "six"), ("nine", "ten")]


def test_the_columns_are_those_that_were_trained() -> None:
    assert " ".join(KINDS) == "quantity time place name attribution modality polarity quote wording"
    assert " ".join(RELATIONS) == "conflict update precision wording"


def test_what_no_space_divides_is_one_word() -> None:
    (marks,) = OnnxDivergenceTagger().tag([("It cost 14,000 euros.", "It cost about 20,500 euros.")])
    for mark in marks:
        assert "It cost 14,000 euros."[mark.left.start - 1] == " "
        assert "It cost about 20,500 euros."[mark.right.start - 1] == " "


def test_a_long_row_of_figures_takes_no_longer_than_prose() -> None:
    start = time.process_time()
    assert len(OnnxDivergenceTagger().tag([("1 " * 20_000, "2 " * 20_000)])) == 1
    assert time.process_time() - start < 5


def test_empty_texts_differ_in_nothing() -> None:
    assert OnnxDivergenceTagger().tag([("", ""), ("Rain.", "")]) == [(), ()]


def test_a_kind_that_one_side_lacks_is_no_difference() -> None:
    assert _found("five fell", "some fell", {"five": "some"}, quantity=("five", "")) == []
