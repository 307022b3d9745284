"""Any sentence encoder that sentence-transformers can load."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from reconcile.errors import ModelError
from reconcile.models.encoder import Vectors
from reconcile.models.folder_digest import folder_digest
from reconcile.schema import ModelUse


class SentenceTransformerEncoder:
    """A sentence-transformers model by name or path, loaded at its first use.

    Nothing is ever downloaded: a Hugging Face name works when it is in the local cache. Raises
    ModelError when the model is not there.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def use(self) -> ModelUse:
        return ModelUse(role="encoder", name=self.name, revision=self._revision)

    def require(self) -> None:
        local_folder(self.name)

    def encode(self, texts: Sequence[str]) -> Vectors:
        vectors = self._model.encode(
            list(texts), batch_size=64, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)

    @cached_property
    def _revision(self) -> str:
        return folder_digest(local_folder(self.name))

    @cached_property
    def _model(self) -> Any:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        folder = local_folder(self.name)
        # Imported here because it takes seconds to load and the default encoder does without.
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        quiet: Callable[[], None] = logging.disable_progress_bar
        quiet()
        try:
            return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        except Exception as error:
            # The libraries below raise whatever they like, at length; the cause stays attached.
            raise ModelError(_missing(self.name)) from error


def local_folder(name: str) -> Path:
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


def _missing(name: str) -> str:
    return f"{name}: no sentence-transformers model of that name or path is installed"
