"""One digest for all files of a model."""

from __future__ import annotations

import hashlib
from pathlib import Path

_COMPILED = "__pycache__"


def folder_digest(folder: Path) -> str:
    """SHA-256 of the names and contents of all files in ``folder``: the same for the same model anywhere."""
    total = hashlib.sha256()
    files = (path for path in folder.rglob("*") if path.is_file() and _COMPILED not in path.parts)
    for path in sorted(files):
        with path.open("rb") as content:
            total.update(path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape") + b"\0")
            total.update(hashlib.file_digest(content, "sha256").digest())
    return total.hexdigest()
