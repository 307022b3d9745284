"""Minimal pairs: two tellings of a news event that differ in one thing, with what follows from it."""

from reconcile.training.relation_classifier.minimal_pairs.generation import minimal_pairs

__all__ = ["minimal_pairs"]
