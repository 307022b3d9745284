"""What the models must offer, and the ones that a run uses."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.models.cached_encoder import CachedEncoder
from reconcile.models.cached_relation_classifier import CachedRelationClassifier
from reconcile.models.encoder import Encoder
from reconcile.models.onnx_encoder import OnnxEncoder
from reconcile.models.onnx_relation_classifier import OnnxRelationClassifier
from reconcile.models.parser import Parser, SpacyParser
from reconcile.models.relation_classifier import RelationClassifier
from reconcile.models.result_cache import ResultCache
from reconcile.models.sentence_transformer import SentenceTransformerEncoder
from reconcile.settings import DEFAULT_ENCODER, ModelSettings

__all__ = ["Encoder", "Models", "Parser", "RelationClassifier"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """The models of a run; each loads at its first use, so that one bundle can serve many runs."""

    encoder: Encoder
    parser: Parser
    relations: RelationClassifier

    @classmethod
    def load(cls, settings: ModelSettings) -> Models:
        """The models that the settings name. Raises ModelError at first use if one is not there."""
        cache = ResultCache() if settings.cache else None
        return cls(
            encoder=_encoder(settings.encoder, cache),
            parser=SpacyParser(settings.parser),
            relations=_relations(cache),
        )


def _encoder(name: str, cache: ResultCache | None) -> Encoder:
    encoder = OnnxEncoder() if name == DEFAULT_ENCODER else SentenceTransformerEncoder(name)
    return CachedEncoder(encoder=encoder, cache=cache) if cache else encoder


def _relations(cache: ResultCache | None) -> RelationClassifier:
    classifier = OnnxRelationClassifier()
    return CachedRelationClassifier(classifier=classifier, cache=cache) if cache else classifier
