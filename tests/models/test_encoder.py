"""The encoder: what it gives, and how it refuses a model that is not there or not the expected one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from reconcile.errors import ModelError
from reconcile.models import Models, shipped_weights
from reconcile.models.onnx_encoder import GRAPH, OnnxEncoder
from reconcile.models.sentence_transformer import SentenceTransformerEncoder
from reconcile.models.shipped_weights import SHIPPED_SHA256, shipped_folder
from reconcile.settings import DEFAULT_ENCODER
from reconcile.training.build_encoder_graph import graph

pytestmark = pytest.mark.model

TEXTS = [
    "The old dam broke at dawn.",
    "At dawn the old dam burst.",
    "Taxes on timber will rise.",
    "",
    "🛳\u202e",
]


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was tried to be reached over the network; nothing is reached."""
    seen: list[object] = []

    def refuse(*address: object, **_: object) -> None:
        seen.append(address)
        raise OSError("no network in tests")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    return seen


def test_vectors_are_float32_of_unit_length(models: Models) -> None:
    vectors = models.encoder.encode(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_the_same_statement_is_nearer_than_another(models: Models) -> None:
    broke, burst, taxes = models.encoder.encode(TEXTS[:3])
    assert broke @ burst > 0.7
    assert broke @ taxes < 0.3


def test_a_text_has_the_same_vector_whatever_stands_beside_it(models: Models) -> None:
    together = models.encoder.encode(TEXTS)
    alone = np.vstack([models.encoder.encode([text]) for text in TEXTS])
    assert together == pytest.approx(alone, abs=1e-5)


def test_the_report_can_name_the_exact_model(models: Models) -> None:
    use = models.encoder.use
    assert (use.role, use.name, use.revision) == ("encoder", DEFAULT_ENCODER, SHIPPED_SHA256)


def test_the_shipped_model_loads_without_a_network(attempts: list[object]) -> None:
    assert OnnxEncoder().encode(["rain"]).shape == (1, 384)
    assert OnnxEncoder().encode([]).shape == (0, 384)
    assert attempts == []


def test_the_default_encoder_equals_sentence_transformers() -> None:
    texts = [*TEXTS, "The ferry's owner has until March 31. " * 60]
    theirs = SentenceTransformerEncoder(str(shipped_folder())).encode(texts)
    assert (OnnxEncoder().encode(texts) * theirs).sum(axis=1) == pytest.approx(1, abs=1e-3)


def test_the_shipped_graph_is_the_one_that_the_command_builds() -> None:
    assert files("reconcile.models").joinpath(GRAPH).read_bytes() == graph()


def test_the_default_encoder_needs_no_torch() -> None:
    code = (
        "import sys; from reconcile.models.onnx_encoder import OnnxEncoder; OnnxEncoder().encode(['rain']);"
        "print({'torch', 'transformers', 'sentence_transformers'} & sys.modules.keys())"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "set()"


def test_weights_that_are_not_the_original_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped_weights, "SHIPPED_SHA256", "0" * 64)
    with pytest.raises(
        ModelError, match=f"{DEFAULT_ENCODER}: the shipped weights have sha256 {SHIPPED_SHA256}"
    ):
        OnnxEncoder().encode(["rain"])


@pytest.mark.parametrize("name", ["no-such-model", "nobody/no-such-model", "/no/such/folder"])
def test_an_unknown_model_is_named_in_one_sentence(name: str, attempts: list[object]) -> None:
    with pytest.raises(ModelError) as caught:
        SentenceTransformerEncoder(name).encode(["rain"])
    assert attempts == []
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)
    assert "https://" not in str(caught.value)


def test_nothing_is_loaded_before_it_is_needed() -> None:
    assert SentenceTransformerEncoder("no-such-model").name == "no-such-model"


@pytest.mark.model
def test_the_runtime_reports_to_nobody(tmp_path: Path) -> None:
    program = "from reconcile.models.onnx_encoder import OnnxEncoder; OnnxEncoder().encode(['A ferry sank.'])"
    environment = {key: value for key, value in os.environ.items() if key != "ORT_DISABLE_TELEMETRY"}
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", program], env=environment | home, check=True)
    assert list(tmp_path.rglob("*")) == []
