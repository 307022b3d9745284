"""Print how often the shipped relation classifier is right.

Run: python -m reconcile.training.relation_classifier.figures PAIRS --run FOLDER
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import click
import numpy as np
import torch
from numpy.typing import NDArray
from tabulate import tabulate

from reconcile.models.model_file import RELATION_CLASSIFIER, ModelFile
from reconcile.models.onnx_relation_classifier import OnnxRelationClassifier
from reconcile.models.shipped_weights import shipped_folder
from reconcile.training.relation_classifier.accuracy import ALL, accuracies, judged
from reconcile.training.relation_classifier.encoding import Batch
from reconcile.training.relation_classifier.examples import Example, read_examples
from reconcile.training.relation_classifier.export import trained_network
from reconcile.training.relation_classifier.minimal_pairs import minimal_pairs
from reconcile.training.relation_classifier.network import logits
from reconcile.training.relation_classifier.retellings import read_retellings

MINIMAL_PAIRS, SEED = 3_150, 1
Judge = Callable[[Sequence[Example]], NDArray[np.float32]]


@click.command()
@click.argument("pairs", type=click.Path(path_type=Path))
@click.option("--file", type=click.Path(path_type=Path), default=RELATION_CLASSIFIER.path, show_default=True)
@click.option(
    "--run", type=click.Path(path_type=Path), help="Folder of the run: judge by its float32 weights too."
)
@click.option(
    "--retellings",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A file of statements and retellings that no run was shown: judge them, too.",
)
@click.option("--sample", type=int, help="Judge so many of PAIRS only, drawn at random.")
def main(pairs: Path, file: Path, run: Path | None, retellings: Sequence[Path], sample: int | None) -> None:
    """The accuracy on PAIRS by source, on minimal pairs of held-out templates by kind, and on retellings."""
    judges: dict[str, Judge] = {file.name: partial(_by_file, OnnxRelationClassifier(ModelFile(file)))}
    if run:
        network, recipe = trained_network(run, shipped_folder())
        judges["float32"] = partial(_by_network, network, recipe.max_tokens)
    labelled = list(read_examples(pairs))
    if sample:
        labelled = Random(SEED).sample(labelled, min(sample, len(labelled)))
    click.echo(accuracy_table(labelled, judges) + "\n")
    held_out = list(minimal_pairs(seed=SEED, count=MINIMAL_PAIRS, held_out=True))
    click.echo(accuracy_table(held_out, judges))
    if retold := [example for path in retellings for example in read_retellings(path)]:
        click.echo("\n" + accuracy_table(retold, judges))


def accuracy_table(examples: Sequence[Example], judges: Mapping[str, Judge]) -> str:
    """A Markdown table: a row for each origin of the examples, a column for each judge."""
    found = {name: accuracies(examples, judge(examples)) for name, judge in judges.items()}
    pairs = Counter(example.origin for example in examples) + Counter({ALL: len(examples)})
    rows = [[origin, pairs[origin], *(found[name][origin] for name in judges)] for origin in sorted(pairs)]
    return tabulate(rows, headers=["origin", "pairs", *judges], tablefmt="github", floatfmt=".4f")


def _by_file(classifier: OnnxRelationClassifier, examples: Sequence[Example]) -> NDArray[np.float32]:
    return classifier.judge([(example.premise, example.hypothesis) for example in examples])


def _by_network(network: Any, max_tokens: int, examples: Sequence[Example]) -> NDArray[np.float32]:
    def scored(batch: Batch) -> NDArray[np.float32]:
        with torch.inference_mode():
            return logits(network, batch).numpy()

    return judged(examples, scored, shipped_folder() / "tokenizer.json", max_tokens=max_tokens)


if __name__ == "__main__":
    main()
