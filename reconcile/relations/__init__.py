"""How the claims of a group relate, and which source copies which."""

from reconcile.relations.entailment import relate
from reconcile.relations.origins import trace_origins
from reconcile.relations.republication import mark_republished

__all__ = ["mark_republished", "relate", "trace_origins"]
