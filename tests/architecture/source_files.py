"""The package's own files, for the tests of how it is built."""

from __future__ import annotations

from pathlib import Path

import reconcile

PACKAGE = Path(reconcile.__file__).parent
ROOT = PACKAGE.parent
MODULES = sorted(PACKAGE.rglob("*.py"))
TABLES = sorted(PACKAGE.rglob("*.tsv"))


def name_of(path: Path) -> str:
    """The path inside the package, as the id of a test."""
    return path.relative_to(PACKAGE).as_posix()
