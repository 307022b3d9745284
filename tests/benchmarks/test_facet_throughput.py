"""Finding times and quantities keeps up with a desk's pile of texts."""

from __future__ import annotations

import pytest

from tests.benchmarks.facet_throughput import sentences_per_second


@pytest.mark.model
@pytest.mark.slow
def test_times_and_quantities_are_found_in_1500_sentences_a_second() -> None:
    assert sentences_per_second() >= 1_500
