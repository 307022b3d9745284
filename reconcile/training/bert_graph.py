"""The ONNX graph of a BERT encoder (Devlin et al. 2019), node by node; its weights stay in their file.

Weights are declared under the names that Hugging Face's BertModel gives them and as external data, so that
whoever runs the graph hands them over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from onnx import ModelProto, TensorProto, helper

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
    graph = _Graph(size)
    # One for a token, zero for padding.
    mask = graph.node("Cast", "attention_mask", to=TensorProto.FLOAT)
    states = graph.encoder(mask)
    attended = graph.node("Unsqueeze", mask, graph.integers([2]))
    total = graph.node("ReduceSum", graph.node("Mul", states, attended), graph.integers([1]), keepdims=0)
    mean = graph.node("Div", total, graph.node("ReduceSum", attended, graph.integers([1]), keepdims=0))
    graph.node("LpNormalization", mean, axis=1, p=2, output="vectors")
    return graph.model("sentence_encoder", ["input_ids", "attention_mask"], ("vectors", size.hidden_size))


@dataclass(slots=True)
class _Graph:
    size: BertSize
    nodes: list[Any] = field(default_factory=list)
    tensors: dict[str, TensorProto] = field(default_factory=dict)

    def encoder(self, attended: str) -> str:
        """The last layer's states for ``input_ids``; ``attended`` is one for a token, zero for padding."""
        padding = self.node("Sub", self.floats([1.0]), attended)
        masked = self.node("Mul", padding, self.floats([_MASKED]))
        mask = self.node("Unsqueeze", masked, self.integers([1, 2]))
        states = self._embeddings()
        for number in range(self.size.num_hidden_layers):
            states = self._layer(states, mask, f"encoder.layer.{number}")
        return states

    def _embeddings(self) -> str:
        size = self.size
        word = self.weight("embeddings.word_embeddings.weight", size.vocab_size, size.hidden_size)
        position = self.weight(
            "embeddings.position_embeddings.weight", size.max_position_embeddings, size.hidden_size
        )
        kind = self.weight("embeddings.token_type_embeddings.weight", size.type_vocab_size, size.hidden_size)
        tokens = self.node("Shape", "input_ids", start=1, end=2)
        placed = self.node("Slice", position, self.integers([0]), tokens, self.integers([0]))
        # One text: all its tokens are of the first kind.
        first_kind = self.node("Slice", kind, self.integers([0]), self.integers([1]), self.integers([0]))
        summed = self.node("Add", self.node("Gather", word, "input_ids"), placed)
        return self._normed(self.node("Add", summed, first_kind), "embeddings.LayerNorm")

    def _layer(self, states: str, mask: str, name: str) -> str:
        size = self.size
        attended = self._attention(states, mask, f"{name}.attention.self")
        projected = self._dense(
            attended, f"{name}.attention.output.dense", size.hidden_size, size.hidden_size
        )
        states = self._normed(self.node("Add", projected, states), f"{name}.attention.output.LayerNorm")
        wide = self._dense(states, f"{name}.intermediate.dense", size.hidden_size, size.intermediate_size)
        activated = self.node("Gelu", wide)
        narrow = self._dense(activated, f"{name}.output.dense", size.intermediate_size, size.hidden_size)
        return self._normed(self.node("Add", narrow, states), f"{name}.output.LayerNorm")

    def _attention(self, states: str, mask: str, name: str) -> str:
        query = self._heads(states, f"{name}.query", [0, 2, 1, 3])
        key = self._heads(states, f"{name}.key", [0, 2, 3, 1])
        value = self._heads(states, f"{name}.value", [0, 2, 1, 3])
        width = self.size.hidden_size // self.size.num_attention_heads
        scores = self.node("Mul", self.node("MatMul", query, key), self.floats([width**-0.5]))
        weights = self.node("Softmax", self.node("Add", scores, mask), axis=-1)
        mixed = self.node("Transpose", self.node("MatMul", weights, value), perm=[0, 2, 1, 3])
        return self.node("Reshape", mixed, self.integers([0, 0, self.size.hidden_size]))

    def _heads(self, states: str, name: str, order: Sequence[int]) -> str:
        size = self.size
        heads = size.num_attention_heads
        projected = self._dense(states, name, size.hidden_size, size.hidden_size)
        shape = self.integers([0, 0, heads, size.hidden_size // heads])
        return self.node("Transpose", self.node("Reshape", projected, shape), perm=order)

    def _dense(self, states: str, name: str, inputs: int, outputs: int) -> str:
        # Hugging Face keeps the matrix as (outputs, inputs).
        matrix = self.node("Transpose", self.weight(f"{name}.weight", outputs, inputs), perm=[1, 0])
        return self.node("Add", self.node("MatMul", states, matrix), self.weight(f"{name}.bias", outputs))

    def _normed(self, states: str, name: str) -> str:
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
        """Declares a weight whose numbers come with the file EXTERNAL."""
        tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=shape)
        tensor.data_location = TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value=EXTERNAL)
        return self._declared(tensor)

    def integers(self, values: Sequence[int]) -> str:
        name = "int_" + "_".join(map(str, values))
        return self._declared(helper.make_tensor(name, TensorProto.INT64, [len(values)], values))

    def floats(self, values: Sequence[float]) -> str:
        name = "float_" + "_".join(map(str, values))
        return self._declared(helper.make_tensor(name, TensorProto.FLOAT, [len(values)], values))

    def _declared(self, tensor: TensorProto) -> str:
        self.tensors[tensor.name] = tensor
        return str(tensor.name)

    def model(self, name: str, inputs: Sequence[str], output: tuple[str, int]) -> ModelProto:
        """The graph as a model with the dynamic sizes ``n`` and ``tokens``."""
        graph = helper.make_graph(
            self.nodes,
            name,
            [helper.make_tensor_value_info(given, TensorProto.INT64, ["n", "tokens"]) for given in inputs],
            [helper.make_tensor_value_info(output[0], TensorProto.FLOAT, ["n", output[1]])],
            list(self.tensors.values()),
        )
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
