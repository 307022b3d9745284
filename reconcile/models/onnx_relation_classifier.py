"""The shipped relation classifier through ONNX Runtime, without torch."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reconcile.models.model_file import RELATION_CLASSIFIER, ModelFile
from reconcile.models.onnx_cross_encoder import OnnxCrossEncoder
from reconcile.models.relation_classifier import Pair, Probabilities
from reconcile.schema import ModelUse


class OnnxRelationClassifier:
    """The cross-encoder that reconcile/training/relation_classifier made, loaded at its first use.

    Raises ModelError when the file or its tokenizer is not there or not the expected one.
    """

    def __init__(self, file: ModelFile = RELATION_CLASSIFIER, *, threads: int | None = None) -> None:
        self.file = file
        self._reader = OnnxCrossEncoder(file, threads=threads)

    @property
    def use(self) -> ModelUse:
        return ModelUse(role="relations", name=self.file.name, revision=self.file.sha256)

    def judge(self, pairs: Sequence[Pair]) -> Probabilities:
        """The probabilities of contradiction, entailment and neither, (n, 3) float32."""
        probabilities = np.zeros((len(pairs), 3), dtype=np.float32)
        for row, (_, found) in enumerate(self._reader.read(pairs)):
            probabilities[row] = found
        return probabilities
