"""Claims to groups, with an encoder that needs no model."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from reconcile.alignment import align
from reconcile.alignment.calibration import shipped_calibration
from reconcile.schema import Claim, ModelUse
from reconcile.settings import AlignmentSettings
from tests.handmade_claims import claim, document

TEXTS = {
    "A": "the old dam above the town broke at dawn",
    "B": "at dawn the old dam above the town broke",
    "C": "taxes on imported timber will rise",
}
VOCABULARY = sorted({word for text in TEXTS.values() for word in text.split()})


class WordEncoder:
    """Counts words: texts of the same words have the same vector."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    @property
    def use(self) -> ModelUse:
        return ModelUse(role="encoder", name="words", revision="1")

    def require(self) -> None:
        """It is always there."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.seen.extend(texts)
        counts = np.array([[text.split().count(word) for word in VOCABULARY] for text in texts])
        return np.asarray(counts / np.linalg.norm(counts, axis=1, keepdims=True), dtype=np.float32)


def claims() -> list[Claim]:
    return [claim(f"{letter}1", text) for letter, text in TEXTS.items()]


def test_the_same_statement_is_one_group_and_the_others_stand_alone() -> None:
    documents = [document(letter, text) for letter, text in TEXTS.items()]
    groups = align(claims(), documents, WordEncoder(), AlignmentSettings())
    assert [(g.id, g.claims, g.silent) for g in groups] == [
        ("g1", ("A1", "B1"), ("C",)),
        ("g2", ("C1",), ("A", "B")),
    ]
    score = groups[0].pairs[0].score
    assert score > 0.9
    assert groups[0].confidence == pytest.approx(shipped_calibration().calibrated(score), abs=1e-4)
    assert groups[0].pairs[0].evidence
    assert groups[1].pairs == ()
    assert groups[1].confidence == 1.0


def test_one_source_alone_is_not_encoded() -> None:
    encoder = WordEncoder()
    groups = align(claims()[:1], [document("A", TEXTS["A"])], encoder, AlignmentSettings())
    assert [g.claims for g in groups] == [("A1",)]
    assert encoder.seen == []


def test_no_claims_give_no_groups() -> None:
    documents = [document(letter, text) for letter, text in TEXTS.items()]
    assert align([], documents, WordEncoder(), AlignmentSettings()) == ()


def test_a_sentence_that_stands_twice_is_encoded_once() -> None:
    encoder = WordEncoder()
    twins = [claim("A1", TEXTS["A"]), claim("B1", TEXTS["A"])]
    align(twins, [document("A", TEXTS["A"]), document("B", TEXTS["A"])], encoder, AlignmentSettings())
    assert encoder.seen == [TEXTS["A"]]
