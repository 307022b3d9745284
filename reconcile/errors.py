"""Every exception that reconcile raises on purpose.

    ReconcileError
    ├── SourceError          one source cannot be used; the others still can
    ├── NotEnoughSourcesError  fewer than two usable sources are left
    ├── OptionError          an option, date, format or setting is not valid
    ├── ModelError           a model is missing, unknown or not the expected one
    ├── OutputError          the report cannot be written where it was asked for
    ├── CaseError            a case file cannot be created, opened or changed
    │   ├── UnknownFindingError  the case has no finding of that id, or nothing to take back
    │   └── StaleJudgementError  somebody judged the finding since it was looked at
    └── GoldError            a gold annotation does not fit its event

``str(error)`` is one sentence fit for a user: it names the thing and the cause.
"""

from __future__ import annotations


class ReconcileError(Exception):
    """Base of all errors that a user can act on."""


class SourceError(ReconcileError):
    """One source cannot be read or used.

    ``path`` is the source as the user named it, ``cause`` the reason without the path.
    """

    def __init__(self, path: str, cause: str) -> None:
        super().__init__(f"{path}: {cause}")
        self.path = path
        self.cause = cause


class NotEnoughSourcesError(ReconcileError):
    """A comparison needs two sources and fewer could be read."""


class OptionError(ReconcileError):
    """An option, date, format name or setting is not valid."""


class ModelError(ReconcileError):
    """A model is not installed, not known, or not the file that was expected."""


class OutputError(ReconcileError):
    """The report cannot be written to the place that was named."""


class CaseError(ReconcileError):
    """A case file cannot be created, opened or changed; nothing in it was lost."""


class UnknownFindingError(CaseError):
    """The case has no such finding, or its reviewer has no judgement of it to take back."""


class StaleJudgementError(CaseError):
    """The finding was judged since its revision was looked at; nothing was stored.

    ``finding`` is its id, ``current`` the revision that it has now.
    """

    def __init__(self, finding: str, current: int) -> None:
        super().__init__(f"finding {finding} has been judged meanwhile; look at it again")
        self.finding = finding
        self.current = current


class GoldError(ReconcileError):
    """A gold annotation is malformed or quotes text that its event does not have."""
