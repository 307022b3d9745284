"""The only place where anything is downloaded, and only when a user asks for it by name."""

from __future__ import annotations

import os
from pathlib import Path

from reconcile.errors import ModelError

_WANTED = ("*.json", "*.txt", "*.model", "*.safetensors", "README.md")
"""Configuration, vocabulary and weights; not the same weights again in other formats."""


def fetch(name: str) -> Path:
    """Downloads the sentence-transformers model ``name`` (owner/name) to the Hugging Face cache.

    Raises ModelError when there is no such model or the hub cannot be reached.
    """
    os.environ.pop("HF_HUB_OFFLINE", None)
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        folder = Path(snapshot_download(name, allow_patterns=list(_WANTED)))
    except HFValidationError as error:
        raise ModelError(f"{name}: not the name of a model on the Hugging Face hub (owner/name)") from error
    except (HfHubHTTPError, LocalEntryNotFoundError, OSError) as error:
        cause = (str(error).splitlines() or [type(error).__name__])[0]
        raise ModelError(f"{name}: cannot be fetched from the Hugging Face hub ({cause})") from error
    if not (folder / "modules.json").is_file():
        raise ModelError(f"{name}: was fetched, but is no sentence-transformers model (no modules.json)")
    return folder
