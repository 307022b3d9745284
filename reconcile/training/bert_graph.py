"""The ONNX graph of a BERT model (Devlin et al. 2019), node by node.

Weights have the names that Hugging Face's BertModel gives them. Those that a graph is not given are
declared as external data, so that whoever runs the graph hands them over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, TensorProto, helper, numpy_helper

Weights = Mapping[str, NDArray[np.float32]]

Output = tuple[str, *tuple[str | int, ...]]
"""The name of an output and its sizes."""

OPSET = 20
"""The first with Gelu as one operator."""
IR_VERSION = 9
EXTERNAL = "model.safetensors"
_MASKED = -1e9
"""Added to the score of padding before the softmax: far below any score, and finite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BertSize:
    """The numbers of a BertModel's config.json under the same names."""

    vocab_size: int
    hidden_size: int
    intermediate_size: int
    num_hidden_layers: int
    num_attention_heads: int
    max_position_embeddings: int
    type_vocab_size: int
    layer_norm_eps: float

    @classmethod
    def of(cls, config: dict[str, Any]) -> BertSize:
        return cls(**{name: config[name] for name in cls.__slots__})


def sentence_encoder(size: BertSize) -> ModelProto:
    """Token numbers and attention, int64 (n, tokens), to unit vectors, float32 (n, hidden size).

    The vectors are the mean of the last layer's over the attended tokens (Reimers & Gurevych 2019).
    """
    graph = BertGraph(size)
    mask = graph.attended()
    states = graph.encoder(mask)
    attended = graph.node("Unsqueeze", mask, graph.integers([2]))
    total = graph.node("ReduceSum", graph.node("Mul", states, attended), graph.integers([1]), keepdims=0)
    mean = graph.node("Div", total, graph.node("ReduceSum", attended, graph.integers([1]), keepdims=0))
    graph.node("LpNormalization", mean, axis=1, p=2, output="vectors")
    return graph.model("sentence_encoder", ["input_ids", "attention_mask"], ("vectors", size.hidden_size))


def sequence_classifier(graph: BertGraph, name: str, labels: int) -> ModelProto:
    """Token numbers, attention and segments, int64 (n, tokens), to probabilities, float32 (n, labels).

    ``graph`` has the weights of a BertForSequenceClassification. Segments are 0 for the tokens of the
    first text and 1 for those of the second.
    """
    hidden = graph.size.hidden_size
    states = graph.encoder(graph.attended(), segments="token_type_ids", first_only=True)
    first = graph.node("Reshape", states, graph.integers([-1, hidden]))
    pooled = graph.node("Tanh", graph.dense(first, "pooler.dense", hidden, hidden))
    graph.node("Softmax", graph.dense(pooled, "classifier", hidden, labels), axis=-1, output="probabilities")
    return graph.model(name, ["input_ids", "attention_mask", "token_type_ids"], ("probabilities", labels))


def token_classifier(graph: BertGraph, name: str, width: int) -> ModelProto:
    """Token numbers, attention and segments, int64 (n, tokens), to logits, float32 (n, tokens, width).

    ``graph`` has the weights of a BertModel and those of a linear layer named "head".
    """
    states = graph.encoder(graph.attended(), segments="token_type_ids")
    graph.node("Identity", graph.dense(states, "head", graph.size.hidden_size, width), output="logits")
    return graph.model(name, ["input_ids", "attention_mask", "token_type_ids"], ("logits", "tokens", width))


@dataclass(slots=True)
class BertGraph:
    """A graph in the making; a node or tensor is known by its name."""

    size: BertSize
    weights: Weights = field(default_factory=dict)
    nodes: list[Any] = field(default_factory=list)
    tensors: dict[str, TensorProto] = field(default_factory=dict)

    def attended(self) -> str:
        """One for a token, zero for padding, float32 (n, tokens)."""
        return self.node("Cast", "attention_mask", to=TensorProto.FLOAT)

    def encoder(self, attended: str, *, segments: str | None = None, first_only: bool = False) -> str:
        """The last layer's states for ``input_ids``: of all tokens, or of the first only.

        Without ``segments`` all tokens are of one text.
        """
        padding = self.node("Sub", self.floats([1.0]), attended)
        masked = self.node("Mul", padding, self.floats([_MASKED]))
        mask = self.node("Unsqueeze", masked, self.integers([1, 2]))
        states = self._embeddings(segments)
        *inner, last = (f"encoder.layer.{number}" for number in range(self.size.num_hidden_layers))
        for name in inner:
            states = self._layer(states, states, mask, name)
        # What the last layer gives for other tokens nobody reads: a seventh of all work in six layers.
        return self._layer(states, self._first(states) if first_only else states, mask, last)

    def _first(self, states: str) -> str:
        return self.node("Slice", states, self.integers([0]), self.integers([1]), self.integers([1]))

    def _embeddings(self, segments: str | None) -> str:
        size = self.size
        words = self.words("embeddings.word_embeddings.weight")
        position = self.weight(
            "embeddings.position_embeddings.weight", size.max_position_embeddings, size.hidden_size
        )
        kind = self.weight("embeddings.token_type_embeddings.weight", size.type_vocab_size, size.hidden_size)
        tokens = self.node("Shape", "input_ids", start=1, end=2)
        placed = self.node("Slice", position, self.integers([0]), tokens, self.integers([0]))
        if segments:
            kinds = self.node("Gather", kind, segments)
        else:
            kinds = self.node("Slice", kind, self.integers([0]), self.integers([1]), self.integers([0]))
        summed = self.node("Add", words, placed)
        return self.normed(self.node("Add", summed, kinds), "embeddings.LayerNorm")

    def words(self, name: str) -> str:
        """The rows of the table ``name`` for ``input_ids``."""
        table = self.weight(name, self.size.vocab_size, self.size.hidden_size)
        return self.node("Gather", table, "input_ids")

    def _layer(self, states: str, wanted: str, mask: str, name: str) -> str:
        """The next states of the tokens with the states ``wanted``, which attend to all."""
        mixed = self._attention(states, wanted, mask, f"{name}.attention.self")
        projected = self.projected(mixed, f"{name}.attention.output.dense")
        states = self.normed(self.node("Add", projected, wanted), f"{name}.attention.output.LayerNorm")
        return self.feed_forward(states, name)

    def feed_forward(self, states: str, name: str) -> str:
        """The second half of a layer: two thirds of its work."""
        hidden, inner = self.size.hidden_size, self.size.intermediate_size
        wide = self.dense(states, f"{name}.intermediate.dense", hidden, inner)
        narrow = self.dense(self.node("Gelu", wide), f"{name}.output.dense", inner, hidden)
        return self.normed(self.node("Add", narrow, states), f"{name}.output.LayerNorm")

    def _attention(self, states: str, wanted: str, mask: str, name: str) -> str:
        query = self._heads(wanted, f"{name}.query", [0, 2, 1, 3])
        key = self._heads(states, f"{name}.key", [0, 2, 3, 1])
        value = self._heads(states, f"{name}.value", [0, 2, 1, 3])
        width = self.size.hidden_size // self.size.num_attention_heads
        scores = self.node("Mul", self.node("MatMul", query, key), self.floats([width**-0.5]))
        weights = self.node("Softmax", self.node("Add", scores, mask), axis=-1)
        mixed = self.node("Transpose", self.node("MatMul", weights, value), perm=[0, 2, 1, 3])
        return self.node("Reshape", mixed, self.integers([0, 0, self.size.hidden_size]))

    def _heads(self, states: str, name: str, order: Sequence[int]) -> str:
        heads = self.size.num_attention_heads
        shape = self.integers([0, 0, heads, self.size.hidden_size // heads])
        split = self.node("Reshape", self.projected(states, name), shape)
        return self.node("Transpose", split, perm=order)

    def projected(self, states: str, name: str) -> str:
        """A linear layer of attention, from and to states."""
        return self.dense(states, name, self.size.hidden_size, self.size.hidden_size)

    def dense(self, states: str, name: str, inputs: int, outputs: int) -> str:
        """A linear layer of float32."""
        # Hugging Face keeps the matrix as (outputs, inputs).
        matrix = self.node("Transpose", self.weight(f"{name}.weight", outputs, inputs), perm=[1, 0])
        return self.node("Add", self.node("MatMul", states, matrix), self.weight(f"{name}.bias", outputs))

    def normed(self, states: str, name: str) -> str:
        hidden = self.size.hidden_size
        scale, shift = self.weight(f"{name}.weight", hidden), self.weight(f"{name}.bias", hidden)
        return self.node(
            "LayerNormalization", states, scale, shift, axis=-1, epsilon=self.size.layer_norm_eps
        )

    def node(self, operator: str, *inputs: str, output: str | None = None, **attributes: Any) -> str:
        """Adds a node and names its output."""
        name = output or f"{operator}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [name], name=name, **attributes))
        return name

    def weight(self, name: str, *shape: int) -> str:
        """A weight from those at hand, else one whose numbers come with the file EXTERNAL."""
        if name in self.weights:
            return self.constant(name, self.weights[name])
        tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=shape)
        tensor.data_location = TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value=EXTERNAL)
        return self._declared(tensor)

    def constant(self, name: str, values: NDArray[Any]) -> str:
        return self._declared(numpy_helper.from_array(values, name))

    def integers(self, values: Sequence[int]) -> str:
        name = "int_" + "_".join(map(str, values))
        return self._declared(helper.make_tensor(name, TensorProto.INT64, [len(values)], values))

    def floats(self, values: Sequence[float]) -> str:
        name = "float_" + "_".join(map(str, values))
        return self._declared(helper.make_tensor(name, TensorProto.FLOAT, [len(values)], values))

    def _declared(self, tensor: TensorProto) -> str:
        self.tensors[tensor.name] = tensor
        return str(tensor.name)

    def model(self, name: str, inputs: Sequence[str], output: Output) -> ModelProto:
        """The graph as a model with the dynamic sizes ``n`` and ``tokens``; ``output`` is the name and what
        comes after ``n``."""
        graph = helper.make_graph(
            self.nodes,
            name,
            [helper.make_tensor_value_info(given, TensorProto.INT64, ["n", "tokens"]) for given in inputs],
            [helper.make_tensor_value_info(output[0], TensorProto.FLOAT, ["n", *output[1:]])],
            list(self.tensors.values()),
        )
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
