"""Every module is small, named for what it holds, documented, and checked without exceptions."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from statistics import median

import pytest

from tests.architecture.source_files import MODULES, PACKAGE, name_of

MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
VAGUE_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "core",
    "base",
    "stuff",
    "tools",
}
SILENCED = re.compile(r"#\s*(?:type:\s*ignore|noqa|pragma:\s*no\s*cover)")

every_module = pytest.mark.parametrize("module", MODULES, ids=name_of)


def functions(module: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines below the signature."""
    return (function.end_lineno or function.lineno) - function.body[0].lineno + 1


@every_module
def test_a_module_fits_in_the_head(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    assert [f.name for f in functions(module) if length(f) > MOST_LINES_OF_A_FUNCTION] == []


@every_module
def test_a_module_says_what_it_is_for(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


@every_module
def test_no_check_is_silenced(module: Path) -> None:
    assert SILENCED.findall(module.read_text(encoding="utf-8")) == []


@every_module
def test_a_name_tells_what_is_inside(module: Path) -> None:
    assert not VAGUE_NAMES & set(module.relative_to(PACKAGE).with_suffix("").parts)


def test_half_of_all_functions_are_shorter_than_ten_lines() -> None:
    assert median(length(function) for module in MODULES for function in functions(module)) < 10
