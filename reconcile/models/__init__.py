"""What the models must offer, and the ones that a run uses."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.models.cached_divergence_tagger import CachedDivergenceTagger
from reconcile.models.cached_encoder import CachedEncoder
from reconcile.models.cached_relation_classifier import CachedRelationClassifier
from reconcile.models.divergence_tagger import Divergence, DivergenceTagger
from reconcile.models.encoder import Encoder
from reconcile.models.onnx_divergence_tagger import OnnxDivergenceTagger
from reconcile.models.onnx_encoder import OnnxEncoder
from reconcile.models.onnx_relation_classifier import OnnxRelationClassifier
from reconcile.models.parser import Parser, SpacyParser
from reconcile.models.relation_classifier import RelationClassifier
from reconcile.models.result_cache import ResultCache
from reconcile.models.sentence_transformer import SentenceTransformerEncoder
from reconcile.settings import DEFAULT_ENCODER, ModelSettings

__all__ = ["Divergence", "DivergenceTagger", "Encoder", "Model", "Models", "Parser", "RelationClassifier"]


Model = Encoder | Parser | RelationClassifier | DivergenceTagger
"""Any of them, which can tell its name and revision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """The models of a run; each loads at its first use, so that one bundle can serve many runs."""

    encoder: Encoder
    parser: Parser
    relations: RelationClassifier
    divergences: DivergenceTagger | None = None

    @property
    def used(self) -> tuple[Model, ...]:
        """All that a comparison needs."""
        models = (self.encoder, self.parser, self.relations, self.divergences)
        return tuple(model for model in models if model is not None)

    @classmethod
    def load(cls, settings: ModelSettings) -> Models:
        """The models that the settings name. Raises ModelError at first use if one is not there."""
        cache = ResultCache() if settings.cache else None
        return cls(
            encoder=_encoder(settings.encoder, cache),
            parser=SpacyParser(settings.parser),
            relations=_relations(cache),
            divergences=_divergences(cache) if settings.divergences else None,
        )


def _encoder(name: str, cache: ResultCache | None) -> Encoder:
    encoder = OnnxEncoder() if name == DEFAULT_ENCODER else SentenceTransformerEncoder(name)
    return CachedEncoder(encoder=encoder, cache=cache) if cache else encoder


def _relations(cache: ResultCache | None) -> RelationClassifier:
    classifier = OnnxRelationClassifier()
    return CachedRelationClassifier(classifier=classifier, cache=cache) if cache else classifier


def _divergences(cache: ResultCache | None) -> DivergenceTagger:
    tagger = OnnxDivergenceTagger()
    return CachedDivergenceTagger(tagger=tagger, cache=cache) if cache else tagger
