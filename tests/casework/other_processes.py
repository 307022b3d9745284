"""Processes beside the test's own that start fast: they fork from one that has loaded what they need."""

from __future__ import annotations

import multiprocessing
from multiprocessing.context import ForkServerContext

_LOADED = ["pytest", "reconcile.casework", "tests.casework.test_crashes", "tests.casework.test_judging"]


def context() -> ForkServerContext:
    """Where ``Process`` and ``Pipe`` come from."""
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(_LOADED)
    return made
