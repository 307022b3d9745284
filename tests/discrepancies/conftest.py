"""Fixtures of the discrepancies' tests."""

from __future__ import annotations

from functools import partial

import pytest

from reconcile.models import Models
from tests.discrepancies.aligned import Compare, compared


@pytest.fixture
def compare(models: Models) -> Compare:
    """``compared`` with the run's models."""
    return partial(compared, models)
