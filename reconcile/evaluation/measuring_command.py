"""The commands of this room that no user needs: they end in a sentence where something is wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from reconcile.errors import ReconcileError
from reconcile.report.safe_text import one_line


@contextmanager
def told() -> Iterator[None]:
    """Ends the program with what a ReconcileError says, on standard error, and exit status 1."""
    try:
        yield
    except ReconcileError as error:
        sys.exit(one_line(str(error)))
