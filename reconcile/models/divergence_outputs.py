"""What the divergence tagger gives for each token of two texts, by columns."""

from __future__ import annotations

from reconcile.schema import DiscrepancyKind, DiscrepancyRelation

KINDS, RELATIONS = tuple(DiscrepancyKind), tuple(DiscrepancyRelation)
LINK = 64
"""Size of the vectors by which a token of the first text asks for one of the second."""

_RELATED = len(KINDS) + len(RELATIONS)

KIND = slice(0, len(KINDS))
"""Log odds that the token is part of a difference of each kind."""
RELATION = slice(len(KINDS), _RELATED)
"""Logits of how the difference relates the two texts."""
ASKING, ANSWERING = slice(_RELATED, _RELATED + LINK), slice(_RELATED + LINK, _RELATED + 2 * LINK)
"""The vectors whose products say which tokens stand in for one another."""
WIDTH = _RELATED + 2 * LINK
