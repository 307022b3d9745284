"""What the relation classifier learns of news: pairs of statements with what gold says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.evaluation.relation_examples import APART, CONTRADICTION, JOINED, relation_examples
from tests.evaluation.harbour_event import write_event

pytestmark = pytest.mark.model


def test_pairs_carry_what_gold_says_of_them(tmp_path: Path) -> None:
    write_event(tmp_path / "harbour")
    rows = list(relation_examples([tmp_path]))
    assert {row["source"] for row in rows} == {"harbour"}
    assert {row["label"] for row in rows} <= {CONTRADICTION, JOINED, APART}
    label = {(row["premise"], row["hypothesis"]): row["label"] for row in rows}
    assert len(label) == len(rows)
    hurt = [pair for pair in label if "40 passengers" in pair[0] and "55 passengers" in pair[1]]
    assert hurt
    for left, right in hurt:
        assert label[left, right] == label[right, left] == CONTRADICTION
    assert all(left.casefold() != right.casefold() for left, right in label)
