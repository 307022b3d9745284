"""Files to read, written by each test in a folder of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file by its name and gives its path."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    return write_file


@pytest.fixture
def manifest(write: Write) -> Callable[[object], Path]:
    """Writes ``event/manifest.json`` with these sources and gives the directory."""

    def write_manifest(sources: object) -> Path:
        return write("event/manifest.json", json.dumps({"event": "e", "sources": sources})).parent

    return write_manifest
