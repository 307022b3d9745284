"""Where a judged finding stood: enough to find its words again in another version of the texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.schema import Discrepancy, DiscrepancyKind, DiscrepancyRelation, Document, Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchoredValue:
    """Words of a finding with their surroundings, in the text of one version of a source.

    ``sha256`` is the digest of the bytes of that version.
    """

    source: str
    sha256: str
    selector: Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A finding by its words; ``relation`` and ``explanation`` are what the machine made of them."""

    kind: DiscrepancyKind
    relation: DiscrepancyRelation
    explanation: str
    values: tuple[AnchoredValue, ...]

    @classmethod
    def of(cls, discrepancy: Discrepancy, documents: Mapping[str, Document]) -> Anchor:
        """The anchor of a finding in ``documents``, which are by letter."""
        return cls(
            kind=discrepancy.kind,
            relation=discrepancy.relation,
            explanation=discrepancy.explanation,
            values=tuple(
                AnchoredValue(
                    source=value.source,
                    sha256=documents[value.source].source.sha256,
                    selector=Selector.of(documents[value.source].text, value.span),
                )
                for value in discrepancy.values
            ),
        )

    @property
    def sources(self) -> frozenset[str]:
        return frozenset(value.source for value in self.values)
