"""What the package exports, and that asking for it costs no time."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import reconcile

EXPORTS = [
    "Claim",
    "ClaimGroup",
    "Discrepancy",
    "ReconcileError",
    "Report",
    "Settings",
    "__version__",
    "extract",
    "reconcile",
    "render",
]
HEAVY = ("torch", "spacy", "sentence_transformers", "transformers", "numpy", "sklearn")
AT_THE_END = (
    "import atexit, sys\n"
    f"atexit.register(lambda: print('loaded', [name for name in {HEAVY!r} if name in sys.modules]))\n"
)


def test_the_public_names_are_these() -> None:
    assert reconcile.__all__ == EXPORTS


def test_every_public_verb_is_there_and_says_what_it_does() -> None:
    for name in sorted(set(EXPORTS) - {"__version__"}):
        verb = getattr(reconcile, name)
        assert callable(verb)
        assert inspect.getdoc(verb)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'align_everything'"):
        _ = reconcile.align_everything


@pytest.mark.parametrize(
    "code",
    [
        "import reconcile",
        "import reconcile; reconcile.__version__",
        "import reconcile.schema, reconcile.settings, reconcile.errors",
        "import runpy; sys.argv[1:] = ['--help']; runpy.run_module('reconcile', run_name='__main__')",
    ],
)
def test_no_model_library_is_loaded_before_it_is_needed(code: str) -> None:
    program = AT_THE_END + code
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "loaded []"
