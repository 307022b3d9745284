"""The desk without its pages: the case as a reviewer may see it, and the decisions that change it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from http import HTTPStatus
from pathlib import Path
from threading import Lock

from reconcile import casework
from reconcile.casework import Action, AuditEntry
from reconcile.errors import StaleJudgementError, UnknownFindingError
from reconcile.review.filters import Filters, is_decided
from reconcile.review.refusal import RefusalError
from reconcile.review.snapshot import Entry, Snapshot
from reconcile.review.submission import Submission
from reconcile.schema import Judgement

_EVENTS = (Action.JUDGED, Action.TAKEN_BACK)
_Stamp = tuple[tuple[int, int, int], ...]
_UNSEEN: _Stamp = ((0, 0, 0),)


class Desk:
    """One case and those who review it; may be used from several threads.

    With ``hides_confidence`` a reviewer learns neither how sure the machine is nor what others
    decided about a finding before having decided it.
    """

    def __init__(self, case: Path, reviewers: Sequence[str], *, hides_confidence: bool = False) -> None:
        self.case = case
        self.reviewers = tuple(reviewers)
        self.hides_confidence = hides_confidence
        self._lock = Lock()
        self._seen: tuple[_Stamp, Snapshot] | None = None

    def snapshot(self) -> Snapshot:
        """The case as it is now, read anew only where its file has changed; raises CaseError."""
        with self._lock:
            stamp = _stamp(self.case)
            if self._seen is None or self._seen[0] != stamp:
                before = self._seen[1] if self._seen else None
                snapshot = Snapshot.of(self.case, before, ordered_by_confidence=not self.hides_confidence)
                self._seen = (stamp, snapshot)
            return self._seen[1]

    def is_revealed(self, snapshot: Snapshot, finding: str, reviewer: str) -> bool:
        """Whether the reviewer may see the machine's confidence in a finding and what others decided."""
        return not self.hides_confidence or is_decided(snapshot.decision(finding, reviewer))

    def may_export(self, snapshot: Snapshot, reviewer: str) -> bool:
        """Whether the reviewer may see the whole report."""
        return all(self.is_revealed(snapshot, entry.id, reviewer) for entry in snapshot.queue)

    def judge(self, finding: str, reviewer: str, submission: Submission) -> None:
        """Records a decision; it is on the disk when this returns.

        Raises StaleJudgementError where the reviewer has not seen what was decided since, RefusalError
        where the case was compared again since, UnknownFindingError and CaseError.
        """
        require_run(self.snapshot(), submission.run)
        judgement = Judgement(
            finding=finding,
            decision=submission.decision,
            reviewer=reviewer,
            decided_at=dt.datetime.now(dt.UTC),
            preferred=submission.preferred,
            note=submission.note,
        )
        self._carry_out(
            lambda expected: casework.judge(self.case, judgement, expected=expected),
            finding,
            reviewer,
            submission.revision,
        )

    def undo(self, finding: str, reviewer: str, revision: int) -> None:
        """Takes the reviewer's last decision about a finding back; errors are those of ``judge``."""
        snapshot = self.snapshot()
        if snapshot.judgement(finding, reviewer) is None:
            current = snapshot.revision(finding)
            if current != revision and not self._is_hidden_change(finding, reviewer, revision):
                raise StaleJudgementError(finding, current)
            raise UnknownFindingError("You have decided nothing about this finding that could be taken back.")
        self._carry_out(
            lambda expected: casework.undo(self.case, finding, reviewer, expected=expected),
            finding,
            reviewer,
            revision,
        )

    def history(self, snapshot: Snapshot, finding: str, reviewer: str) -> tuple[AuditEntry, ...]:
        """Who did what to a finding, as far as the reviewer may see it, the earliest first."""
        entries = casework.history(self.case, finding)
        if self.is_revealed(snapshot, finding, reviewer):
            return entries
        return tuple(e for e in entries if e.action not in _EVENTS or e.actor == reviewer)

    def _carry_out(self, change: Callable[[int], int], finding: str, reviewer: str, revision: int) -> None:
        try:
            change(revision)
        except StaleJudgementError as stale:
            if not self._is_hidden_change(finding, reviewer, revision):
                raise
            change(stale.current)
        finally:
            # Whether the clock of the file system has moved on or not.
            with self._lock:
                self._seen = (_UNSEEN, self._seen[1]) if self._seen else None

    def _is_hidden_change(self, finding: str, reviewer: str, revision: int) -> bool:
        """Whether all that happened since ``revision`` is what the reviewer may not see anyway."""
        if self.is_revealed(self.snapshot(), finding, reviewer):
            return False
        events = [e for e in casework.history(self.case, finding) if e.action in _EVENTS]
        return all(event.actor != reviewer for event in events[revision:])


def entry_of(snapshot: Snapshot, finding: str) -> Entry:
    """The finding with this id; raises RefusalError where the last run has none."""
    if finding not in snapshot.entries:
        raise RefusalError(
            HTTPStatus.NOT_FOUND, "The case has no such finding now; its sources may have been compared anew."
        )
    return snapshot.entries[finding]


def require_run(snapshot: Snapshot, run: str | None) -> None:
    """Raises RefusalError where the reviewer looked at another run: a finding may keep its id though
    its sentences or its relation have changed."""
    if run is not None and run != snapshot.run:
        raise RefusalError(
            HTTPStatus.CONFLICT,
            "The case was compared again meanwhile; look at this finding again, then decide.",
        )


def shown(snapshot: Snapshot, filters: Filters, reviewer: str) -> tuple[Entry, ...]:
    """The part of the queue that the filters leave."""
    return tuple(
        entry
        for entry in snapshot.queue
        if filters.fit(entry.discrepancy, snapshot.decision(entry.id, reviewer))
    )


def next_open(snapshot: Snapshot, filters: Filters, reviewer: str, after: int = 0) -> Entry | None:
    """The first finding behind the number ``after`` that waits for the reviewer, else the first of all."""
    waiting = [
        entry
        for entry in snapshot.queue
        if filters.fits_content(entry.discrepancy)
        and not is_decided(snapshot.decision(entry.id, reviewer))
        and entry.number != after
    ]
    return next((entry for entry in waiting if entry.number > after), waiting[0] if waiting else None)


def _stamp(case: Path) -> _Stamp:
    """What changes whenever the file or its log is written."""
    found = (path.stat() for path in (case, Path(f"{case}-wal")) if path.exists())
    return tuple((status.st_ino, status.st_mtime_ns, status.st_size) for status in found)
