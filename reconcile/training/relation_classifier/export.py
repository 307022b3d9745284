"""Write what a run has trained so far as an ONNX file.

Run: python -m reconcile.training.relation_classifier.export FOLDER OUTPUT
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from onnx import ModelProto

from reconcile.models.model_file import RELATION_CLASSIFIER
from reconcile.training import checkpoint
from reconcile.training.bert_graph import BertGraph, sequence_classifier
from reconcile.training.bert_graph_int8 import Int8Graph
from reconcile.training.cross_encoder_file import cross_encoder_file
from reconcile.training.export_command import export_command
from reconcile.training.relation_classifier.encoding import LABELS
from reconcile.training.relation_classifier.network import new_network
from reconcile.training.relation_classifier.recipe import RelationRecipe


def exported(network: Any, base: Path, recipe: RelationRecipe, graph: type[BertGraph] = Int8Graph) -> bytes:
    """The trained network as an ONNX file; the same bytes for the same weights.

    ``base`` has the tokenizer.json and the config.json that it was trained with.
    """

    def model(built: BertGraph) -> ModelProto:
        return sequence_classifier(built, RELATION_CLASSIFIER.name, len(LABELS))

    return cross_encoder_file(network, base, recipe, model, graph)


def trained_network(folder: Path, base: Path) -> tuple[Any, RelationRecipe]:
    """The network of the last checkpoint in ``folder``, float32, and the recipe of its run.

    Raises OptionError when there is none.
    """
    last, recipe = checkpoint.last(folder, RelationRecipe)
    network = new_network(base, torch.device("cpu"))
    network.load_state_dict(last.network)
    return network.eval(), recipe


main = export_command(trained_network, exported)

if __name__ == "__main__":
    main()
