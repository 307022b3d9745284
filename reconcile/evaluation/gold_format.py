"""The format of gold.json, as a JSON Schema."""

from __future__ import annotations

from typing import Any

from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, GroupStatus

_SLICE = {"type": "string", "minLength": 1}
_SLICES = {"type": "array", "items": _SLICE}
_SLICES_OF_SOURCES = {"type": "object", "additionalProperties": _SLICES}
_NAMED_SLICES = {"type": "object", "additionalProperties": _SLICE}

_DISCREPANCY = {
    "type": "object",
    "required": ["kind", "relation", "values"],
    "properties": {
        "kind": {"enum": [kind.value for kind in DiscrepancyKind]},
        "relation": {"enum": [relation.value for relation in DiscrepancyRelation]},
        "values": _NAMED_SLICES,
        "optional": {"type": "boolean"},
        "note": {"type": "string"},
    },
}

_GROUP = {
    "type": "object",
    "required": ["id", "status", "members"],
    "properties": {
        "id": {"type": "string"},
        "fact": {"type": "string"},
        "status": {"enum": [status.value for status in GroupStatus]},
        "optional": {"type": "boolean"},
        "members": _SLICES_OF_SOURCES,
        "discrepancies": {"type": "array", "items": _DISCREPANCY},
    },
}

_SPEAKER = {
    "type": "object",
    "required": ["source", "quote", "speaker"],
    "properties": {"source": {"type": "string"}, "quote": _SLICE, "speaker": _SLICE},
}

GOLD_SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["groups", "single_source", "traps"],
    "properties": {
        "groups": {"type": "array", "items": _GROUP},
        "single_source": _SLICES_OF_SOURCES,
        "traps": {"type": "array", "items": {**_NAMED_SLICES, "properties": {"why": {"type": "string"}}}},
        "speakers": {"type": "array", "items": _SPEAKER},
        "not_claims": {
            "type": "array",
            "items": {**_NAMED_SLICES, "properties": {"why": {"type": "string"}}},
        },
    },
}
"""``traps`` and ``not_claims`` hold objects of source to slice, with a reason under ``why``."""
