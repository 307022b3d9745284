"""Who does it to whom: exchanged roles contradict each other, mutual acts do not."""

from __future__ import annotations

import pytest

from tests.discrepancies.aligned import Compare, found

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The energy minister blamed the grid operator for the blackout.",
            "The grid operator blamed the energy minister for the blackout.",
        ),
        (
            "The police commissioner was accused by the mayor of hiding a report.",
            "The mayor was accused by the police commissioner of hiding a report.",
        ),
    ],
)
def test_exchanged_parties_conflict(compare: Compare, left: str, right: str) -> None:
    assert ("name", "conflict") in found(compare(left, right))
    assert ("name", "conflict") in found(compare(right, left))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The mayor met the bishop in the old town.", "The bishop met the mayor in the old town."),
        (
            "The grid operator was blamed by the energy minister for the blackout.",
            "The energy minister blamed the grid operator for the blackout.",
        ),
        (
            "The mayor accused the governor of lying about the bridge.",
            "The governor accused the mayor of wasting the money for schools.",
        ),
    ],
)
def test_mutual_and_other_acts_do_not(compare: Compare, left: str, right: str) -> None:
    assert ("name", "conflict") not in found(compare(left, right))
