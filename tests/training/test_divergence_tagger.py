"""The divergence tagger's training: targets, a resumed run, the exported file, the one command."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch
from click.testing import CliRunner
from tokenizers import Tokenizer

from reconcile.errors import GoldError
from reconcile.models.divergence_outputs import KINDS, RELATIONS, WIDTH
from reconcile.models.model_file import ModelFile
from reconcile.models.onnx_divergence_tagger import OnnxDivergenceTagger
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, Span
from reconcile.training import export_command
from reconcile.training.bert_graph import BertGraph
from reconcile.training.divergence_tagger import __main__ as training
from reconcile.training.divergence_tagger import export
from reconcile.training.divergence_tagger.encoding import IGNORED, OPTIONAL, collate, encode
from reconcile.training.divergence_tagger.examples import Example, Mark, read_examples
from reconcile.training.divergence_tagger.export import exported
from reconcile.training.divergence_tagger.loss import loss
from reconcile.training.divergence_tagger.network import DivergenceNetwork
from reconcile.training.divergence_tagger.recipe import TaggerRecipe
from reconcile.training.divergence_tagger.run import train
from tests.training.tiny_network import tiny_base

pytestmark = pytest.mark.model

RECIPE = TaggerRecipe(
    steps=12, batch_size=4, max_tokens=64, peak_rate=1e-3, warmup=2, cooldown=0.25, checkpoint_steps=4
)
LEFT, RIGHT = "Unbelievably, fourteen people were rescued.", "About 20 were pulled from the water."
TIME, QUANTITY = KINDS.index(DiscrepancyKind.TIME), KINDS.index(DiscrepancyKind.QUANTITY)


def mark(left: str, right: str, *, optional: bool = False) -> Mark:
    return Mark(
        kind=DiscrepancyKind.QUANTITY,
        relation=DiscrepancyRelation.CONFLICT,
        left=Span(LEFT.index(left), LEFT.index(left) + len(left)),
        right=Span(RIGHT.index(right), RIGHT.index(right) + len(right)),
        optional=optional,
    )


EXAMPLE = Example(left=LEFT, right=RIGHT, marks=(mark("fourteen", "About 20"),))


def examples() -> list[Example]:
    return [
        EXAMPLE,
        EXAMPLE.turned(),
        Example(left=LEFT, right=LEFT, marks=()),
        *(Example(left=f"Boat {n} sank.", right="It is lost" + " now" * n, marks=()) for n in range(17)),
    ]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_base(tmp_path_factory.mktemp("base"))


def tokens(encoded: Any, chosen: Any, base: Path) -> str:
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    return str(tokenizer.decode(encoded.tokens[chosen].tolist()))


def test_the_marked_words_are_the_targets(base: Path) -> None:
    (encoded,) = encode([EXAMPLE], base / "tokenizer.json", 64)
    assert tokens(encoded, encoded.kinds[:, QUANTITY] == 1, base) == "fourteen about 20"
    assert not encoded.kinds[:, TIME].any()
    assert set(encoded.relations) == {IGNORED, RELATIONS.index(DiscrepancyRelation.CONFLICT)}
    ((ours, theirs),) = encoded.links
    assert (tokens(encoded, ours, base), tokens(encoded, theirs, base)) == ("fourteen", "about 20")
    assert encoded.weights[0].sum() == 0, "[CLS] is no word"


def test_what_readers_may_disagree_about_counts_less_than_what_is_sure(base: Path) -> None:
    doubtful, sure = mark("fourteen people", "20", optional=True), mark("fourteen", "About 20")
    (encoded,) = encode(
        [Example(left=LEFT, right=RIGHT, marks=(sure, doubtful))], base / "tokenizer.json", 64
    )
    assert tokens(encoded, encoded.weights[:, QUANTITY] == OPTIONAL, base) == "people"


def test_words_that_were_cut_off_are_no_targets(base: Path) -> None:
    long = Example(left="word " * 90 + LEFT, right=RIGHT, marks=())
    start = len("word ") * 90 + LEFT.index("fourteen")
    marked = Mark(
        kind=DiscrepancyKind.QUANTITY,
        relation=DiscrepancyRelation.CONFLICT,
        left=Span(start, start + 8),
        right=Span(6, 8),
        optional=False,
    )
    (encoded,) = encode([Example(left=long.left, right=RIGHT, marks=(marked,))], base / "tokenizer.json", 64)
    assert len(encoded.tokens) == 64
    assert encoded.links == ()


def test_padding_changes_nothing(base: Path) -> None:
    network = DivergenceNetwork(base).eval()
    pairs = encode(examples()[:4], base / "tokenizer.json", 64)
    with torch.inference_mode():
        together = network(collate(pairs))
        for row, pair in enumerate(pairs):
            alone = network(collate([pair]))[0, : len(pair.tokens)]
            assert together[row, : len(pair.tokens)].numpy() == pytest.approx(alone.numpy(), abs=1e-4)


@pytest.mark.parametrize("until", [4, 9])
def test_a_run_that_was_broken_off_ends_as_if_it_had_not_been(base: Path, tmp_path: Path, until: int) -> None:
    def stop(step: int, total: int, mean: float) -> None:
        if step == until:
            raise KeyboardInterrupt

    def go_on(step: int, total: int, mean: float) -> None:
        assert step > until

    whole = train(examples(), base, tmp_path / "whole", RECIPE, lambda *_: None)
    with pytest.raises(KeyboardInterrupt):
        train(examples(), base, tmp_path / "broken", RECIPE, stop)
    resumed = train(examples(), base, tmp_path / "broken", RECIPE, go_on)
    others = resumed.state_dict()
    assert all(torch.equal(weight, others[name]) for name, weight in whole.state_dict().items())


@pytest.mark.slow
def test_the_network_learns_what_it_is_shown(base: Path, tmp_path: Path) -> None:
    recipe = TaggerRecipe(steps=300, batch_size=4, max_tokens=64, peak_rate=1e-3, warmup=2)
    network = train(examples()[:4], base, tmp_path, recipe, lambda *_: None)
    (encoded,) = encode([EXAMPLE], base / "tokenizer.json", 64)
    with torch.inference_mode():
        before = loss(DivergenceNetwork(base).eval()(collate([encoded])), collate([encoded]))
        after = loss(network(collate([encoded])), collate([encoded]))
    assert after < 0.3 * before


def test_the_float32_graph_equals_torch_and_int8_is_near(base: Path) -> None:
    network = DivergenceNetwork(base).eval()
    batch = collate(encode(examples(), base / "tokenizer.json", 64))
    given = {
        "input_ids": batch.tokens,
        "attention_mask": batch.attention,
        "token_type_ids": batch.segments,
    }
    with torch.inference_mode():
        theirs = network(batch).numpy()
    real = batch.attention.astype(bool)
    for graph, allowed in ((BertGraph, 1e-3), (None, 0.3)):
        content = exported(network, base, RECIPE, *filter(None, [graph]))
        session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
        ours = np.asarray(session.run(None, given)[0])
        assert ours.shape == (*batch.tokens.shape, WIDTH)
        assert np.abs(ours - theirs)[real].mean() < allowed


def test_one_command_leads_from_pairs_to_the_file(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {
        "event": "harbour",
        "left": LEFT,
        "right": RIGHT,
        "divergences": [
            {
                "kind": "quantity",
                "relation": "conflict",
                "optional": False,
                "left": [14, 22],
                "right": [0, 8],
            }
        ],
    }
    pairs, run, output = tmp_path / "pairs.jsonl", tmp_path / "run", tmp_path / "tagger.onnx"
    pairs.write_text(f"{json.dumps(row)}\n" * 8, encoding="utf-8")
    assert next(iter(read_examples(pairs))) == EXAMPLE
    for module in (training, export_command):
        monkeypatch.setattr(module, "shipped_folder", lambda: base)
    begun = tmp_path / "begun.onnx"
    ModelFile(begun).write(exported(DivergenceNetwork(base), base, RECIPE))
    monkeypatch.setattr(training, "TaggerRecipe", partial(TaggerRecipe, batch_size=4, max_tokens=64))
    done = CliRunner().invoke(
        training.main,
        [str(pairs), str(run), "--steps", "3", "--begin-with", str(begun), "--output", str(output)],
    )
    assert done.exit_code == 0, done.output
    assert len(OnnxDivergenceTagger(ModelFile(output)).tag([("Rain.", "Snow.")])) == 1
    again = tmp_path / "again.onnx"
    assert CliRunner().invoke(export.main, [str(run), str(again)]).exit_code == 0
    assert again.read_bytes() == output.read_bytes()


@pytest.mark.parametrize("content", ["{}", "[]", "no json", '{"left": 1}'])
def test_a_file_of_something_else_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=r"pairs\.jsonl: not a file of marked pairs"):
        list(read_examples(path))
