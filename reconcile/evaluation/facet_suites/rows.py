"""The rows of a suite: JSON lines, gzipped or not."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reconcile.errors import GoldError

_GZIP = b"\x1f\x8b"


def suite_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of ``path``, one a line. Raises GoldError, naming the line, where one is none."""
    for number, line in enumerate(_lines(path), start=1):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise GoldError(f"{path}: line {number} is no JSON ({error})") from error
        if not isinstance(row, dict):
            raise GoldError(f"{path}: line {number} is no JSON object")
        yield row


def _lines(path: Path) -> list[str]:
    try:
        content = path.read_bytes()
        text = gzip.decompress(content) if content.startswith(_GZIP) else content
        return [line for line in text.decode("utf-8").split("\n") if line.strip()]
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        raise GoldError(f"{path}: not a suite that can be read ({error})") from error
