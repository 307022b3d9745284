"""reconcile: do several accounts of one event say the same thing?

The verbs, from the whole flow to its parts: ``reconcile`` compares sources and returns a
Report; ``extract`` stops at the claims; ``render`` writes a report in one of the formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reconcile.errors import ReconcileError
from reconcile.schema import Claim, ClaimGroup, Discrepancy, Report
from reconcile.settings import Settings
from reconcile.version import __version__

if TYPE_CHECKING:
    from reconcile.pipeline import extract, reconcile
    from reconcile.report import render

__all__ = [
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

_ROOMS = {"extract": "reconcile.pipeline", "reconcile": "reconcile.pipeline", "render": "reconcile.report"}


def __getattr__(name: str) -> Any:
    """Load a verb when it is asked for (PEP 562): the models' libraries take seconds to import."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_ROOMS[name]), name)
