"""Write what a run has trained so far as an ONNX file.

Run: python -m reconcile.training.relation_classifier.export FOLDER OUTPUT
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import click
import numpy as np
import torch
from numpy.typing import NDArray
from onnx import helper

from reconcile.models.classifier_file import NAME, ClassifierFile
from reconcile.models.onnx_relation_classifier import MAX_TOKENS, TOKENIZER
from reconcile.models.shipped_weights import shipped_folder
from reconcile.training.bert_graph import BertGraph, BertSize, sequence_classifier
from reconcile.training.bert_graph_int8 import Int8Graph
from reconcile.training.relation_classifier import checkpoint
from reconcile.training.relation_classifier.encoding import LABELS
from reconcile.training.relation_classifier.network import new_network
from reconcile.training.relation_classifier.recipe import Recipe


def exported(network: Any, base: Path, recipe: Recipe, graph: type[BertGraph] = Int8Graph) -> bytes:
    """The trained network as an ONNX file; the same bytes for the same weights.

    ``base`` has the tokenizer.json and the config.json that it was trained with.
    """
    size = BertSize.of(json.loads((base / "config.json").read_text(encoding="utf-8")))
    model = sequence_classifier(graph(size, _weights(network)), NAME, len(LABELS))
    digest = hashlib.sha256((base / "tokenizer.json").read_bytes()).hexdigest()
    helper.set_model_props(model, {MAX_TOKENS: str(recipe.max_tokens), TOKENIZER: digest})
    content: bytes = model.SerializeToString(deterministic=True)
    return content


def trained_network(folder: Path, base: Path) -> tuple[Any, Recipe]:
    """The network of the last checkpoint in ``folder``, float32, and the recipe of its run.

    Raises OptionError when there is none.
    """
    last, recipe = checkpoint.last(folder)
    network = new_network(base, torch.device("cpu"))
    network.load_state_dict(last.network)
    return network.eval(), recipe


def _weights(network: Any) -> dict[str, NDArray[np.float32]]:
    return {
        name.removeprefix("bert."): weight.detach().float().cpu().numpy()
        for name, weight in network.state_dict().items()
    }


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("output", type=click.Path(path_type=Path))
def main(folder: Path, output: Path) -> None:
    """Write the last checkpoint of the run in FOLDER to OUTPUT, with its digest beside it."""
    base = shipped_folder()
    network, recipe = trained_network(folder, base)
    ClassifierFile(output).write(exported(network, base, recipe))


if __name__ == "__main__":
    main()
