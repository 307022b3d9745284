"""How the claims of a group relate, and which source copies which."""

from reconcile.relations.entailment import relate
from reconcile.relations.republication import mark_republished, trace_origins

__all__ = ["mark_republished", "relate", "trace_origins"]
