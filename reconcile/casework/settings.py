"""The settings of an earlier run, to run again with the same."""

from __future__ import annotations

from cattrs import structure

from reconcile.errors import CaseError
from reconcile.schema import Run
from reconcile.settings import Settings


def settings_of(run: Run) -> Settings:
    """The settings that ``run`` tells; a setting that is not told has its default of today.

    Raises CaseError where they are no settings of this program.
    """
    try:
        return structure(dict(run.settings), Settings)
    except Exception as error:
        raise CaseError(f"the settings of the last run cannot be read ({type(error).__name__})") from error
