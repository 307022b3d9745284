"""Expressions of time in running text, as intervals with other readings."""

from reconcile.facets.temporal.find import find_times

__all__ = ["find_times"]
