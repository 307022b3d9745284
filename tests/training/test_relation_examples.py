"""Examples on their way to the network: read, joined, numbered, batched, and counted as right or wrong."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from reconcile.errors import GoldError
from reconcile.models.shipped_weights import shipped_folder
from reconcile.training.batches import batches_by_length, shuffled_batches
from reconcile.training.relation_classifier.accuracy import ALL, accuracies, judged
from reconcile.training.relation_classifier.encoding import LABELS, Batch, collate, encode
from reconcile.training.relation_classifier.examples import Example, Relation, joined_tokens, read_examples
from reconcile.training.relation_classifier.retellings import read_retellings
from reconcile.training.relation_classifier.run import loss
from tests.training.tiny_network import examples

TOKENIZER = shipped_folder() / "tokenizer.json"
ROW = {"premise": "The dam ( built of clay ) broke .", "hypothesis": "It held.", "label": "contradiction"}


def pair(premise: str, hypothesis: str, relation: Relation = Relation.NEUTRAL, origin: str = "x") -> Example:
    return Example(premise=premise, hypothesis=hypothesis, relation=relation, origin=origin)


def write(path: Path, *rows: object) -> Path:
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    return path


def test_rows_are_read_as_pairs_in_plain_print(tmp_path: Path) -> None:
    found = list(read_examples(write(tmp_path / "pairs.gz", ROW | {"source": "dams"})))
    assert found == [pair("The dam (built of clay) broke.", "It held.", Relation.CONTRADICTION, "dams")]


def test_a_label_may_leave_open_which_of_two_relations_it_is(tmp_path: Path) -> None:
    row = ROW | {"source": "dams", "label": "entailment or neutral"}
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    (found,) = read_examples(path)
    assert found.relations == (Relation.ENTAILMENT, Relation.NEUTRAL)
    batch = collate(encode([found, pair("a", "b", Relation.CONTRADICTION)], TOKENIZER, 32))
    assert batch.labels.tolist() == [[False, True, True], [True, False, False]]


def test_what_may_be_one_of_two_costs_nothing_where_both_together_are_sure() -> None:
    batch = collate(
        encode([replace(pair("a", "b", Relation.ENTAILMENT), or_else=Relation.NEUTRAL)], TOKENIZER, 32)
    )
    torn, wrong = ([[-30.0, 0.0, 0.0]], [[30.0, 0.0, 0.0]])
    assert float(loss(torch.tensor(torn), batch, 0.0)) < 1e-6
    assert float(loss(torch.tensor(wrong), batch, 0.0)) > 20


RETOLD = {
    "subject": "dams",
    "base": "The dam held.",
    "others": [
        {"text": "The dam did not break.", "relation": "same", "kind": "none"},
        {"text": "The old dam held.", "relation": "more", "kind": "object"},
        {"text": "The dam gave way.", "relation": "contradiction", "kind": "outcome"},
    ],
}


def test_a_retelling_is_read_both_ways(tmp_path: Path) -> None:
    path = tmp_path / "dams.jsonl"
    path.write_text(json.dumps(RETOLD), encoding="utf-8")
    found = {(one.premise, one.hypothesis): one.relation for one in read_retellings(path)}
    assert found["The dam held.", "The dam did not break."] is Relation.ENTAILMENT
    assert found["The dam held.", "The old dam held."] is Relation.NEUTRAL
    assert found["The old dam held.", "The dam held."] is Relation.ENTAILMENT
    assert found["The dam gave way.", "The dam held."] is Relation.CONTRADICTION
    assert len(found) == 6


@pytest.mark.parametrize(
    "line",
    ["no row", "{}", json.dumps(RETOLD).replace("more", "perhaps"), json.dumps(RETOLD | {"base": 1}), "[]"],
)
def test_a_line_without_retellings_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "dams.jsonl"
    path.write_text(f"{json.dumps(RETOLD)}\n{line}\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"dams\.jsonl: line 2: not a statement and its retellings"):
        list(read_retellings(path))


def test_all_retellings_of_the_fixtures_can_be_read() -> None:
    files = sorted(Path("fixtures/retellings").glob("*/*.jsonl"))
    found = [example for file in files for example in read_retellings(file)]
    counted = Counter(example.relation for example in found)
    assert min(counted.values()) > len(found) / 5
    assert len({(example.premise, example.hypothesis) for example in found}) == len(found)


@pytest.mark.parametrize("row", [ROW, ROW | {"source": "dams", "label": "perhaps"}, "no row"])
def test_a_file_of_other_rows_is_refused(tmp_path: Path, row: object) -> None:
    with pytest.raises(GoldError, match=r"pairs\.gz: not a file of labelled pairs"):
        list(read_examples(write(tmp_path / "pairs.gz", row)))


@pytest.mark.parametrize("content", [None, b"", b"no gzip at all", gzip.compress(b"{}" * 99)[:-9]])
def test_what_is_no_gzipped_file_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content:
        (tmp_path / "pairs.gz").write_bytes(content)
    with pytest.raises(GoldError, match=r"pairs\.gz"):
        list(read_examples(tmp_path / "pairs.gz"))


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("It did n't rain , he said .", "It didn't rain, he said."),
        ("The mayor 's `` plan '' cost $ 5 .", 'The mayor\'s " plan " cost $5.'),
        ("Rain -LRB- much -RRB- fell .", "Rain (much) fell."),
        ("Rain  fell.", "Rain fell."),
    ],
)
def test_tokens_are_joined_as_in_print(tokens: str, text: str) -> None:
    assert joined_tokens(tokens) == text


def test_a_pair_is_numbered_with_its_two_texts_apart() -> None:
    (encoded,) = encode([pair("Rain fell.", "It rained hard.", Relation.ENTAILMENT)], TOKENIZER, 32)
    assert encoded.segments.tolist() == [0] * 5 + [1] * 5
    assert [LABELS[number] for number in encoded.labels] == [Relation.ENTAILMENT]


def test_of_a_long_pair_the_longer_text_is_cut() -> None:
    (encoded,) = encode([pair("rain " * 90, "Snow fell.")], TOKENIZER, 32)
    assert len(encoded.tokens) == 32
    assert encoded.segments.sum() == 4


def test_a_batch_is_padded_to_a_whole_number_of_tiles() -> None:
    batch = collate(encode([pair("Rain fell.", "It rained."), pair("rain " * 20, "No.")], TOKENIZER, 64))
    assert batch.tokens.shape == batch.segments.shape == batch.attention.shape == (2, 32)
    assert batch.attention.sum(axis=1).tolist() == [9, 25]
    assert not batch.tokens[batch.attention == 0].any()


def test_every_pair_is_shown_once_in_an_epoch_and_in_another_order_in_the_next() -> None:
    lengths = np.random.default_rng(1).integers(5, 90, 1_000).tolist()
    first, again, second = (shuffled_batches(lengths, 8, seed=1, epoch=epoch) for epoch in (0, 0, 1))
    assert sorted(np.concatenate(first)) == list(range(1_000))
    assert all(map(np.array_equal, first, again))
    assert not np.array_equal(np.concatenate(first), np.concatenate(second))
    spread = np.mean([np.ptp([lengths[index] for index in batch]) for batch in first])
    assert spread < 10


def test_pairs_are_judged_from_short_to_long_and_returned_in_their_order() -> None:
    assert [b.tolist() for b in batches_by_length([5, 3, 9, 3], 3)] == [[1, 3, 0], [2]]
    assert batches_by_length([], 3) == []

    def lengths(batch: Batch) -> np.ndarray:
        return np.repeat(batch.attention.sum(axis=1, dtype=np.float32)[:, None], 3, axis=1)

    drawn = examples(0)
    expected = [len(encoded.tokens) for encoded in encode(drawn, TOKENIZER, 64)]
    assert judged(drawn, lengths, TOKENIZER, max_tokens=64, batch_size=3)[:, 0].tolist() == expected


def test_accuracy_is_told_for_all_and_for_each_origin() -> None:
    outputs = np.eye(3, dtype=np.float32)
    drawn = [
        pair("a", "b", Relation.CONTRADICTION, "tides"),
        pair("a", "b", Relation.ENTAILMENT, "winds"),
        pair("a", "b", Relation.ENTAILMENT, "winds"),
    ]
    assert accuracies(drawn, outputs) == {ALL: pytest.approx(2 / 3), "tides": 1.0, "winds": 0.5}


def test_where_nothing_is_neutral_the_likelier_of_the_two_counts() -> None:
    outputs = np.array([[0.1, 0.2, 0.7]], dtype=np.float32)
    for origin, right in (("fever_symmetric", 1.0), ("fever", 0.0)):
        found = accuracies([pair("a", "b", Relation.ENTAILMENT, origin)], outputs)
        assert found[origin] == right
