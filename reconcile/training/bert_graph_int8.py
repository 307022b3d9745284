"""The graph of a BERT model with int8 weights: a quarter of the size, and two to three times the speed.

Activations are quantised as they come ("dynamic" quantisation), with operators that ONNX itself has.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper

from reconcile.training.bert_graph import BertGraph

TABLE_LIMIT = 127
PRODUCT_LIMIT = 64
"""The greatest weight in a product. Processors without VNNI add two products of uint8 and int8 in 16
bits: 2 * 255 * 64 just fits, so that all processors compute the same."""
ROW_LIMIT = 127
_MIDDLE = 128
"""What stands for zero in activations that are quantised token by token."""


@dataclass(slots=True)
class Int8Graph(BertGraph):
    """A graph in the making whose word table and layers are int8; all other weights are float32."""

    def words(self, name: str) -> str:
        numbers, steps = quantised(self.weights[name], TABLE_LIMIT)
        rows = self.node("Gather", self.constant(f"{name}.int8", numbers), "input_ids")
        step = self.node("Gather", self.constant(f"{name}.step", steps[:, None]), "input_ids")
        return self.node("Mul", self._float(rows), step)

    def projected(self, states: str, name: str) -> str:
        """Quantised with one step for all tokens: the pattern that ONNX Runtime has one operator for."""
        matrix, steps = self._matrix(name)
        numbers, step, zero = self._dynamic(states)
        product = self._float(self.node("MatMulInteger", numbers, matrix, zero))
        scaled = self.node("Mul", product, self.node("Mul", step, steps))
        return self.node("Add", scaled, self._bias(name))

    def feed_forward(self, states: str, name: str) -> str:
        """Quantised with a step for each token: outliers of a few tokens would cost the others' accuracy."""
        shape = self.node("Shape", states)
        rows = self.node("Reshape", states, self.integers([-1, self.size.hidden_size]))
        wide = self._by_row(rows, f"{name}.intermediate.dense")
        narrow = self._by_row(self.node("Gelu", wide), f"{name}.output.dense")
        normed = self.normed(self.node("Add", narrow, rows), f"{name}.output.LayerNorm")
        return self.node("Reshape", normed, shape)

    def _by_row(self, rows: str, name: str) -> str:
        matrix, steps = self._matrix(name)
        greatest = self.node("ReduceMax", self.node("Abs", rows), self.integers([-1]), keepdims=0)
        step = self.node("Mul", greatest, self.floats([1 / ROW_LIMIT]))
        middle = self.constant("middle", np.full((), _MIDDLE, np.uint8))
        middles = self.node("Expand", middle, self.node("Shape", step))
        numbers = self.node("QuantizeLinear", rows, step, middles, axis=0)
        product = self._float(self.node("MatMulInteger", numbers, matrix, middle))
        by_output = self.node("Mul", product, steps)
        scaled = self.node("Mul", by_output, self.node("Unsqueeze", step, self.integers([1])))
        return self.node("Add", scaled, self._bias(name))

    def _dynamic(self, states: str) -> tuple[str, str, str]:
        """The numbers, step and zero of ``states``, as one node for all that ask."""
        names = f"{states}.uint8", f"{states}.step", f"{states}.zero"
        known = {name for node in self.nodes for name in node.output}
        if names[0] not in known:
            self.nodes.append(helper.make_node("DynamicQuantizeLinear", [states], names, name=names[0]))
        return names

    def _matrix(self, name: str) -> tuple[str, str]:
        numbers, steps = quantised(self.weights[f"{name}.weight"], PRODUCT_LIMIT)
        # Hugging Face keeps the matrix as (outputs, inputs).
        return self.constant(f"{name}.int8", numbers.T), self.constant(f"{name}.step", steps)

    def _bias(self, name: str) -> str:
        return self.constant(f"{name}.bias", self.weights[f"{name}.bias"])

    def _float(self, numbers: str) -> str:
        return self.node("Cast", numbers, to=TensorProto.FLOAT)


def quantised(matrix: NDArray[np.float32], limit: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Whole numbers from -limit to limit for each row of ``matrix``, and the row's step."""
    greatest = np.abs(matrix).max(axis=1).astype(np.float32)
    # A row of zeros, as untrained padding is, has zeros of any step.
    steps = np.where(greatest > 0, greatest / np.float32(limit), np.float32(1))
    return np.rint(matrix / steps[:, None]).astype(np.int8), steps
