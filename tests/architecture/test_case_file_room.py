"""SQLite is spoken in two places only: the case file's room and the cache of the models."""

from __future__ import annotations

import ast

from tests.architecture.source_files import MODULES, name_of


def imports(tree: ast.AST) -> set[str]:
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_no_other_room_imports_sqlite() -> None:
    speakers = {
        name_of(module)
        for module in MODULES
        if "sqlite3" in imports(ast.parse(module.read_text(encoding="utf-8")))
    }
    assert {name for name in speakers if not name.startswith("store/")} == {"models/result_cache.py"}
