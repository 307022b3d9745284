"""How many pairs a second the relation classifier judges, against sentence-transformers' CrossEncoder.

``python -m tests.benchmarks.relation_throughput`` prints the ratio for one network on the same pairs,
with one thread each and with as many as there are processors.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from sentence_transformers import CrossEncoder
from transformers import AutoTokenizer

from reconcile.models.model_file import ModelFile
from reconcile.models.onnx_relation_classifier import OnnxRelationClassifier
from reconcile.models.relation_classifier import Pair
from reconcile.models.shipped_weights import shipped_folder
from reconcile.training.relation_classifier.export import exported
from reconcile.training.relation_classifier.minimal_pairs import minimal_pairs
from reconcile.training.relation_classifier.network import new_network
from reconcile.training.relation_classifier.recipe import RelationRecipe

PAIRS = 256
ROUNDS = 4
Judge = Callable[[Sequence[Pair]], object]


def ratio(threads: int, pairs: int = PAIRS, rounds: int = ROUNDS) -> float:
    """Our pairs a second by theirs, each the best of ``rounds`` in turn, with so many threads each.

    The head of the network is fresh: what its weights are makes no difference to the time.
    """
    drawn = minimal_pairs(seed=1, count=pairs, held_out=True)
    texts = [(example.premise, example.hypothesis) for example in drawn]
    before = torch.get_num_threads()
    torch.set_num_threads(threads)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = _judges(Path(folder), threads)
        seconds = [(_seconds(ours, texts), _seconds(theirs, texts)) for _ in range(rounds)]
    torch.set_num_threads(before)
    return min(their for _, their in seconds) / min(our for our, _ in seconds)


def _judges(folder: Path, threads: int) -> tuple[Judge, Judge]:
    network, recipe = new_network(shipped_folder(), torch.device("cpu")), RelationRecipe()
    network.save_pretrained(folder)
    AutoTokenizer.from_pretrained(shipped_folder()).save_pretrained(folder)
    file = ModelFile(folder / "classifier.onnx")
    file.write(exported(network, shipped_folder(), recipe))
    ours, theirs = (
        OnnxRelationClassifier(file, threads=threads),
        CrossEncoder(str(folder), device="cpu", max_length=recipe.max_tokens, local_files_only=True),
    )

    def judge(texts: Sequence[Pair]) -> object:
        return theirs.predict(list(texts), apply_softmax=True, show_progress_bar=False)

    # The first pair loads the model.
    for load in (ours.judge, judge):
        load([("Rain fell.", "It rained.")])
    return ours.judge, judge


def _seconds(judge: Judge, texts: Sequence[Pair]) -> float:
    began = time.perf_counter()
    judge(texts)
    return time.perf_counter() - began


if __name__ == "__main__":
    for threads in sorted({1, os.cpu_count() or 1}):
        print(f"{ratio(threads):.1f} times as fast, threads: {threads}")
