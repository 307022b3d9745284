"""The shipped divergence tagger through ONNX Runtime, without torch."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.models.divergence_decoding import pair_tags
from reconcile.models.divergence_tagger import Divergence
from reconcile.models.model_file import DIVERGENCE_TAGGER, ModelFile
from reconcile.models.onnx_cross_encoder import OnnxCrossEncoder
from reconcile.models.relation_classifier import Pair
from reconcile.schema import ModelUse


class OnnxDivergenceTagger:
    """The tagger that reconcile/training/divergence_tagger made, loaded at its first use.

    Raises ModelError when the file or its tokenizer is not there or not the expected one.
    """

    def __init__(self, file: ModelFile = DIVERGENCE_TAGGER, *, threads: int | None = None) -> None:
        self.file = file
        self._reader = OnnxCrossEncoder(file, threads=threads)

    @property
    def use(self) -> ModelUse:
        return ModelUse(role="divergences", name=self.file.name, revision=self.file.sha256)

    def tag(self, pairs: Sequence[Pair]) -> list[tuple[Divergence, ...]]:
        """The divergences of each pair, which is read in both orders: neither text comes first."""
        turned = [(right, left) for left, right in pairs]
        tags = [pair_tags(tokens, outputs) for tokens, outputs in self._reader.read([*pairs, *turned])]
        both = zip(tags[: len(pairs)], tags[len(pairs) :], strict=True)
        return [one.both_ways(other).divergences() for one, other in both]
