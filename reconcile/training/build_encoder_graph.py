"""Build sentence_encoder.onnx, the graph of the shipped sentence encoder without its weights.

Run: python -m reconcile.training.build_encoder_graph reconcile/models/sentence_encoder.onnx
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from reconcile.models.shipped_weights import shipped_folder
from reconcile.training.bert_graph import BertSize, sentence_encoder


def graph() -> bytes:
    """The graph for the shipped model's configuration, the same bytes on every machine."""
    config = json.loads((shipped_folder() / "config.json").read_text(encoding="utf-8"))
    content: bytes = sentence_encoder(BertSize.of(config)).SerializeToString(deterministic=True)
    return content


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(graph())
