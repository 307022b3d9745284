"""Suites of single facets that others wrote: how well a facet is found and read."""
