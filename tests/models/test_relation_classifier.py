"""The relation classifier: what it gives, what it refuses, and that it judges no pair twice."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import helper

from reconcile.errors import ModelError
from reconcile.models import Models, installed
from reconcile.models.cached_relation_classifier import CachedRelationClassifier
from reconcile.models.model_file import RELATION_CLASSIFIER, ModelFile
from reconcile.models.onnx_cross_encoder import TOKENIZER
from reconcile.models.onnx_relation_classifier import OnnxRelationClassifier
from reconcile.models.relation_classifier import CONTRADICTION, ENTAILMENT, NEUTRAL, Pair, Probabilities
from reconcile.models.result_cache import ResultCache
from reconcile.schema import ModelUse
from reconcile.settings import ModelSettings
from reconcile.training.relation_classifier.encoding import LABELS
from reconcile.training.relation_classifier.examples import Relation
from reconcile.training.relation_classifier.export import exported
from reconcile.training.relation_classifier.network import new_network
from tests.training.tiny_network import RECIPE, tiny_base

pytestmark = pytest.mark.model

PAIRS = [
    ("Nine people were hurt.", "Twelve people were hurt."),
    ("The old dam broke at dawn.", "The dam broke."),
    ("", ""),
    ("rain " * 200, "It rained."),
    ("🛳\u202e", "Salt is dear."),
]
LOADED = """
import sys
from pathlib import Path
from reconcile.models.model_file import ModelFile
from reconcile.models.onnx_relation_classifier import OnnxRelationClassifier
OnnxRelationClassifier(ModelFile(Path(sys.argv[1]))).judge([("Rain.", "Snow.")])
print({"torch", "transformers", "sentence_transformers", "spacy"} & sys.modules.keys())
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A classifier of random weights."""
    base = tiny_base(tmp_path_factory.mktemp("base"))
    return exported(new_network(base, torch.device("cpu")), base, RECIPE)


@pytest.fixture
def file(tmp_path: Path, content: bytes) -> ModelFile:
    written = ModelFile(tmp_path / "relation_classifier.onnx")
    written.write(content)
    return written


@dataclass
class Counting:
    """Judges by the lengths of the texts, and remembers what it was asked."""

    revision: str = "r1"
    asked: list[Pair] = field(default_factory=list)

    @property
    def use(self) -> ModelUse:
        return ModelUse(role="relations", name="counting", revision=self.revision)

    def judge(self, pairs: Sequence[Pair]) -> Probabilities:
        self.asked += pairs
        return np.array([[len(one), len(other), 1] for one, other in pairs], dtype=np.float32)


def test_each_pair_has_the_probabilities_of_three_relations(file: ModelFile) -> None:
    probabilities = OnnxRelationClassifier(file).judge(PAIRS)
    assert probabilities.dtype == np.float32
    assert probabilities.shape == (len(PAIRS), 3)
    assert probabilities.sum(axis=1) == pytest.approx(1, abs=1e-5)
    assert OnnxRelationClassifier(file).judge([]).shape == (0, 3)


def test_the_columns_are_those_that_were_trained() -> None:
    assert [LABELS[column] for column in (CONTRADICTION, ENTAILMENT, NEUTRAL)] == [
        Relation.CONTRADICTION,
        Relation.ENTAILMENT,
        Relation.NEUTRAL,
    ]


def test_a_pair_is_judged_alike_whatever_stands_beside_it(file: ModelFile) -> None:
    together = OnnxRelationClassifier(file).judge(PAIRS)
    backwards = OnnxRelationClassifier(file, threads=3).judge(PAIRS[::-1])[::-1]
    alone = np.vstack([OnnxRelationClassifier(file).judge([pair]) for pair in PAIRS])
    assert np.array_equal(together, backwards)
    assert np.array_equal(together, alone)


def test_premise_and_hypothesis_are_told_apart(file: ModelFile) -> None:
    there, back = OnnxRelationClassifier(file).judge([PAIRS[1], PAIRS[1][::-1]])
    assert not np.allclose(there, back, atol=1e-3)


def test_no_torch_is_loaded(file: ModelFile) -> None:
    command = [sys.executable, "-c", LOADED, str(file.path)]
    assert subprocess.check_output(command, text=True).strip() == "set()"


def test_an_altered_file_is_refused(file: ModelFile) -> None:
    file.path.write_bytes(file.path.read_bytes()[:-1] + b"?")
    with pytest.raises(ModelError, match=r"classifier\.onnx has sha256 \w+, not the expected one$"):
        OnnxRelationClassifier(file).judge(PAIRS)


def test_a_file_that_is_not_there_is_named_in_one_sentence(tmp_path: Path) -> None:
    missing = ModelFile(tmp_path / "none" / "relation_classifier.onnx")
    assert not missing.is_there
    with pytest.raises(
        ModelError, match=r"^relation_classifier: the model cannot be read \(.*relation_classifier\.onnx.*\)$"
    ):
        OnnxRelationClassifier(missing).judge(PAIRS)


def test_a_file_whose_digest_nobody_tells_is_refused(file: ModelFile) -> None:
    file.path.with_suffix(".sha256").unlink()
    with pytest.raises(ModelError, match="does not tell the digest"):
        OnnxRelationClassifier(file).judge(PAIRS)


def test_another_tokenizer_than_that_of_the_training_is_refused(file: ModelFile) -> None:
    model = onnx.load_from_string(file.content())
    told = {entry.key: entry.value for entry in model.metadata_props}
    helper.set_model_props(model, told | {TOKENIZER: "0" * 64})
    file.write(model.SerializeToString())
    with pytest.raises(ModelError, match="tokenizer"):
        OnnxRelationClassifier(file).judge(PAIRS)


def test_the_report_can_name_the_exact_file(file: ModelFile) -> None:
    use = OnnxRelationClassifier(file).use
    assert (use.role, use.name, use.revision) == ("relations", "relation_classifier", file.sha256)


def test_a_second_run_judges_nothing(tmp_path: Path) -> None:
    first, second = Counting(), Counting()
    path = tmp_path / "results.sqlite"
    pairs = [("a", "bb"), ("bb", "a"), ("a", "bb"), ("ab", "b")]
    found = [
        CachedRelationClassifier(classifier=classifier, cache=ResultCache(path)).judge(pairs)
        for classifier in (first, second)
    ]
    assert first.asked == [("a", "bb"), ("bb", "a"), ("ab", "b")]
    assert second.asked == []
    assert np.array_equal(found[0], found[1])
    assert found[0].tolist() == [[1, 2, 1], [2, 1, 1], [1, 2, 1], [2, 1, 1]]


def test_another_classifier_shares_no_result(tmp_path: Path) -> None:
    cache, other = ResultCache(tmp_path / "results.sqlite"), Counting(revision="r2")
    CachedRelationClassifier(classifier=Counting(), cache=cache).judge([("a", "b")])
    CachedRelationClassifier(classifier=other, cache=cache).judge([("a", "b")])
    assert other.asked == [("a", "b")]


def test_nothing_to_judge_gives_nothing(tmp_path: Path) -> None:
    classifier = CachedRelationClassifier(classifier=Counting(), cache=ResultCache(tmp_path / "r.sqlite"))
    assert classifier.judge([]).shape == (0, 3)


def test_a_classifier_that_is_missing_is_told_and_not_listed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    missing = ModelFile(tmp_path / "none" / "relation_classifier.onnx")
    monkeypatch.setattr(installed, "RELATION_CLASSIFIER", missing)
    assert "relations" not in {model.role for model in installed.installed_models()}
    with pytest.raises(ModelError, match="relation_classifier"):
        OnnxRelationClassifier(missing).judge([("a", "b")])


def test_the_shipped_classifier_is_in_the_bundle_and_in_the_list() -> None:
    settings = ModelSettings()
    assert isinstance(Models.load(settings).relations, CachedRelationClassifier)
    assert isinstance(Models.load(replace(settings, cache=False)).relations, OnnxRelationClassifier)
    (listed,) = [model for model in installed.installed_models() if model.role == "relations"]
    assert (listed.sha256, listed.licence, listed.path) == (
        RELATION_CLASSIFIER.sha256,
        "apache-2.0",
        RELATION_CLASSIFIER.path,
    )
    assert listed.size == len(RELATION_CLASSIFIER.content())


def test_the_shipped_file_is_whole_small_and_sensible() -> None:
    assert len(RELATION_CLASSIFIER.content()) <= 30e6
    probabilities = OnnxRelationClassifier().judge(
        [
            ("The council approved the plan on Monday.", "The council rejected the plan on Monday."),
            ("Nine workers were hurt in the fire at the mill.", "Workers were hurt in a fire."),
        ]
    )
    assert probabilities.argmax(axis=1).tolist() == [CONTRADICTION, ENTAILMENT]
