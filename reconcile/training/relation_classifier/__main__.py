"""From labelled pairs to the shipped relation classifier.

Run: python -m reconcile.training.relation_classifier PAIRS FOLDER
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import click

from reconcile.models.model_file import RELATION_CLASSIFIER, ModelFile
from reconcile.models.shipped_weights import shipped_folder
from reconcile.training.progress import log_to_terminal, tell
from reconcile.training.relation_classifier.examples import Example, read_examples
from reconcile.training.relation_classifier.export import exported
from reconcile.training.relation_classifier.minimal_pairs import minimal_pairs
from reconcile.training.relation_classifier.recipe import RelationRecipe
from reconcile.training.relation_classifier.retellings import read_retellings
from reconcile.training.relation_classifier.run import train


@click.command()
@click.argument("pairs", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--steps", default=RelationRecipe().steps, show_default=True)
@click.option("--peak-rate", default=RelationRecipe().peak_rate, show_default=True)
@click.option("--cooldown", default=RelationRecipe().cooldown, show_default=True, help="Share of the steps.")
@click.option("--minimal-pairs", default=RelationRecipe().minimal_pairs, show_default=True, help="An epoch.")
@click.option(
    "--public-pairs",
    type=click.IntRange(min=1),
    help="At most so many of PAIRS an epoch, drawn anew; else all.",
)
@click.option("--news", type=click.Path(path_type=Path), help="Labelled pairs that every epoch shows all of.")
@click.option(
    "--retellings",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A file of statements and retellings, all of which every epoch shows.",
)
@click.option("--seed", default=RelationRecipe().seed, show_default=True)
@click.option(
    "--begin-with",
    type=click.Path(path_type=Path),
    help="A shipped cross-encoder whose weights the run begins with, to train it on.",
)
@click.option(
    "--output", type=click.Path(path_type=Path), default=RELATION_CLASSIFIER.path, show_default=True
)
def main(
    *,
    pairs: Path,
    folder: Path,
    news: Path | None,
    retellings: Sequence[Path],
    begin_with: Path | None,
    output: Path,
    **schedule: Any,
) -> None:
    """Train on PAIRS (JSON lines: premise, hypothesis, label, source); keep the run in FOLDER.

    A run that was broken off goes on where it was; one that is given more STEPS is lengthened. The
    trained classifier is written to OUTPUT, ready to ship, with its digest beside it.
    """
    recipe = RelationRecipe(**schedule)
    begun = ModelFile(begin_with) if begin_with else None
    public = list(read_examples(pairs))
    always = list(read_examples(news)) if news else []
    always += [example for file in retellings for example in read_retellings(file)]

    def examples(epoch: int) -> Sequence[Example]:
        seed = recipe.seed + epoch
        drawn = Random(seed).sample(public, min(len(public), recipe.public_pairs or len(public)))
        generated = minimal_pairs(seed=seed, count=recipe.minimal_pairs, held_out=False)
        return [*always, *drawn, *generated]

    network = train(examples, shipped_folder(), folder, recipe, tell, begun=begun)
    ModelFile(output).write(exported(network, shipped_folder(), recipe))


if __name__ == "__main__":
    log_to_terminal()
    main()
