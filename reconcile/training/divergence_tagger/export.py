"""Write what a run has trained so far as an ONNX file.

Run: python -m reconcile.training.divergence_tagger.export FOLDER OUTPUT
"""

from __future__ import annotations

from pathlib import Path

from onnx import ModelProto

from reconcile.models.divergence_outputs import WIDTH
from reconcile.models.model_file import DIVERGENCE_TAGGER
from reconcile.training import checkpoint
from reconcile.training.bert_graph import BertGraph, token_classifier
from reconcile.training.bert_graph_int8 import Int8Graph
from reconcile.training.cross_encoder_file import cross_encoder_file
from reconcile.training.divergence_tagger.network import DivergenceNetwork
from reconcile.training.divergence_tagger.recipe import TaggerRecipe
from reconcile.training.export_command import export_command


def exported(
    network: DivergenceNetwork, base: Path, recipe: TaggerRecipe, graph: type[BertGraph] = Int8Graph
) -> bytes:
    """The trained network as an ONNX file; the same bytes for the same weights.

    ``base`` has the tokenizer.json and the config.json that it was trained with.
    """

    def model(built: BertGraph) -> ModelProto:
        return token_classifier(built, DIVERGENCE_TAGGER.name, WIDTH)

    return cross_encoder_file(network, base, recipe, model, graph)


def trained_network(folder: Path, base: Path) -> tuple[DivergenceNetwork, TaggerRecipe]:
    """The network of the last checkpoint in ``folder``, float32, and the recipe of its run.

    Raises OptionError when there is none.
    """
    last, recipe = checkpoint.last(folder, TaggerRecipe)
    network = DivergenceNetwork(base)
    network.load_state_dict(last.network)
    return network.eval(), recipe


main = export_command(trained_network, exported)

if __name__ == "__main__":
    main()
