"""From marked pairs to the shipped divergence tagger.

Run: python -m reconcile.training.divergence_tagger PAIRS FOLDER
"""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.models.model_file import DIVERGENCE_TAGGER, RELATION_CLASSIFIER, ModelFile
from reconcile.models.shipped_weights import shipped_folder
from reconcile.training.divergence_tagger.examples import read_examples
from reconcile.training.divergence_tagger.export import exported
from reconcile.training.divergence_tagger.recipe import TaggerRecipe
from reconcile.training.divergence_tagger.run import train
from reconcile.training.progress import log_to_terminal, tell


@click.command()
@click.argument("pairs", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--steps", default=TaggerRecipe().steps, show_default=True)
@click.option(
    "--begin-with",
    type=click.Path(path_type=Path),
    default=RELATION_CLASSIFIER.path,
    show_default=True,
    help="The shipped cross-encoder whose weights the run begins with.",
)
@click.option("--output", type=click.Path(path_type=Path), default=DIVERGENCE_TAGGER.path, show_default=True)
def main(pairs: Path, folder: Path, steps: int, begin_with: Path, output: Path) -> None:
    """Train on PAIRS (as reconcile.evaluation.divergence_examples prints them); keep the run in FOLDER.

    A run that was broken off goes on where it was; one that is given more STEPS is lengthened. The
    trained tagger is written to OUTPUT, ready to ship, with its digest beside it.
    """
    recipe = TaggerRecipe(steps=steps)
    examples = list(read_examples(pairs))
    network = train(examples, shipped_folder(), folder, recipe, tell, begun=ModelFile(begin_with))
    ModelFile(output).write(exported(network, shipped_folder(), recipe))


if __name__ == "__main__":
    log_to_terminal()
    main()
