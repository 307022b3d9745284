"""What the divergence tagger learns from: sentences side by side, with the words that gold says differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path

import pytest

from reconcile.evaluation.divergence_examples import divergence_examples
from reconcile.evaluation.divergence_labels import label_divergences
from reconcile.models import Divergence
from reconcile.models.onnx_encoder import OnnxEncoder
from reconcile.models.relation_classifier import Pair
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, ModelUse, Span
from tests.evaluation.harbour_event import GOLD, write_event

pytestmark = pytest.mark.model


def test_sentences_of_one_gold_group_stand_side_by_side_with_their_differences(tmp_path: Path) -> None:
    write_event(tmp_path / "harbour")
    examples = list(divergence_examples([tmp_path]))
    assert len({(one["left"], one["right"]) for one in examples}) == len(examples)
    (hurt,) = [
        one
        for one in examples
        if "40 passengers" in one["left"] and one["right"].startswith("About 55 passengers")
    ]
    marks = [
        (mark["kind"], hurt["left"][slice(*mark["left"])], hurt["right"][slice(*mark["right"])])
        for mark in hurt["divergences"]
    ]
    assert marks == [("quantity", "At least 40", "About 55")]
    assert not any(one["divergences"] for one in examples if "pier was unsafe" in one["left"])


def test_words_that_two_sources_have_alike_are_no_difference_of_theirs(tmp_path: Path) -> None:
    gold = deepcopy(GOLD)
    gold["groups"][1]["discrepancies"][1]["values"] = {"A": "passengers", "B": "passengers", "C": "people"}
    write_event(tmp_path / "harbour", gold)
    marked = [
        (one["left"][slice(*mark["left"])], one["right"][slice(*mark["right"])])
        for one in divergence_examples([tmp_path])
        for mark in one["divergences"]
        if mark["kind"] == "wording"
    ]
    assert marked == [("passengers", "people")] * 2


class Scripted:
    """Marks the number of people hurt, which gold notes, and the verbs, which it does not."""

    use = ModelUse(role="divergences", name="scripted", revision="1")

    def tag(self, pairs: Sequence[Pair]) -> list[tuple[Divergence, ...]]:
        return [tuple(_marks(*pair)) for pair in pairs]


def _marks(left: str, right: str) -> Iterator[Divergence]:
    for kind, ours, theirs in (("quantity", "40", "55"), ("modality", "were hurt", "were hurt")):
        if ours in left and theirs in right and ours != theirs:
            yield Divergence(
                kind=DiscrepancyKind(kind),
                relation=DiscrepancyRelation.CONFLICT,
                left=Span(left.index(ours), left.index(ours) + len(ours)),
                right=Span(right.index(theirs), right.index(theirs) + len(theirs)),
                score=0.5,
            )
    if "40" in left and "55" in right:
        yield Divergence(
            kind=DiscrepancyKind.TIME,
            relation=DiscrepancyRelation.WORDING,
            left=Span(left.index("passengers"), left.index("passengers") + 10),
            right=Span(right.index("hurt"), right.index("hurt") + 4),
            score=0.5,
        )


def test_marks_that_no_rule_tells_are_held_against_gold(tmp_path: Path) -> None:
    write_event(tmp_path / "harbour")
    labelled = list(label_divergences([tmp_path], Scripted(), OnnxEncoder()))
    assert {one.event for one in labelled} == {"harbour"}
    assert [one.differs for one in labelled if one.features.time] == [False]
    # A rule tells the two figures, so that the mark on them is no news.
    assert [one for one in labelled if one.features.quantity] == []
