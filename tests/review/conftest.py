"""A small case and a desk on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.report.handmade_reports import mill_fire
from tests.review.handmade_cases import case_of
from tests.review.running_desk import RunningDesk, running


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The mill fire: a conflict of figures, a time, a wording."""
    return case_of(mill_fire(), tmp_path / "mill.case")


@pytest.fixture
def desk(case: Path) -> Iterator[RunningDesk]:
    """A desk for Ada and Kim."""
    with running(case, ["Ada", "Kim"]) as desk:
        yield desk
