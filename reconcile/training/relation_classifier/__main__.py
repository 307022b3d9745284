"""From labelled pairs to the shipped relation classifier.

Run: python -m reconcile.training.relation_classifier PAIRS FOLDER
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from reconcile.models.model_file import RELATION_CLASSIFIER, ModelFile
from reconcile.models.shipped_weights import shipped_folder
from reconcile.training.progress import log_to_terminal, tell
from reconcile.training.relation_classifier.examples import Example, read_examples
from reconcile.training.relation_classifier.export import exported
from reconcile.training.relation_classifier.minimal_pairs import minimal_pairs
from reconcile.training.relation_classifier.recipe import RelationRecipe
from reconcile.training.relation_classifier.run import train


@click.command()
@click.argument("pairs", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--steps", default=RelationRecipe().steps, show_default=True)
@click.option("--peak-rate", default=RelationRecipe().peak_rate, show_default=True)
@click.option("--cooldown", default=RelationRecipe().cooldown, show_default=True, help="Share of the steps.")
@click.option("--seed", default=RelationRecipe().seed, show_default=True)
@click.option(
    "--begin-with",
    type=click.Path(path_type=Path),
    help="A shipped cross-encoder whose weights the run begins with, to train it on.",
)
@click.option(
    "--output", type=click.Path(path_type=Path), default=RELATION_CLASSIFIER.path, show_default=True
)
def main(pairs: Path, folder: Path, begin_with: Path | None, output: Path, **schedule: Any) -> None:
    """Train on PAIRS (gzipped JSON lines: premise, hypothesis, label, source); keep the run in FOLDER.

    A run that was broken off goes on where it was; one that is given more STEPS is lengthened. The
    trained classifier is written to OUTPUT, ready to ship, with its digest beside it.
    """
    recipe = RelationRecipe(**schedule)
    begun = ModelFile(begin_with) if begin_with else None
    labelled = list(read_examples(pairs))

    def examples(epoch: int) -> Sequence[Example]:
        seed = recipe.seed + epoch
        return [*labelled, *minimal_pairs(seed=seed, count=recipe.minimal_pairs, held_out=False)]

    network = train(examples, shipped_folder(), folder, recipe, tell, begun=begun)
    ModelFile(output).write(exported(network, shipped_folder(), recipe))


if __name__ == "__main__":
    log_to_terminal()
    main()
