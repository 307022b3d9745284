"""Judging relations is cheap enough to ask about every pair of aligned claims, both ways."""

from __future__ import annotations

import os

import pytest

from tests.benchmarks.relation_throughput import ratio


@pytest.mark.model
@pytest.mark.slow
def test_pairs_are_judged_three_times_as_fast_as_by_sentence_transformers() -> None:
    assert ratio(os.cpu_count() or 1) >= 3
