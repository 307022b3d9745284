"""Scores reports against gold annotations and shows what went wrong."""

from reconcile.evaluation.counts import Counts, Rates, Tally
from reconcile.evaluation.gold import Gold
from reconcile.evaluation.gold_reader import read_gold
from reconcile.evaluation.miss import Miss, MissKind, MissList, worst_misses
from reconcile.evaluation.run import EventScore, evaluate, find_events, score, together

__all__ = [
    "Counts",
    "EventScore",
    "Gold",
    "Miss",
    "MissKind",
    "MissList",
    "Rates",
    "Tally",
    "evaluate",
    "find_events",
    "read_gold",
    "score",
    "together",
    "worst_misses",
]
