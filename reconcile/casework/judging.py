"""Judgements: recorded, taken back, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reconcile import store
from reconcile.casework.anchoring import changed_around
from reconcile.errors import StaleJudgementError, UnknownFindingError
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, Judgement
from reconcile.store import Action, Anchor, AuditEntry, Database, StoredJudgement


@dataclass(frozen=True, slots=True, kw_only=True)
class OrphanedJudgement:
    """A judgement of a finding that the last run does not have.

    ``kind``, ``relation`` and ``explanation`` are what the machine said of it, ``words`` the words that
    differed, each with its source's letter; ``reason`` is a sentence.
    """

    judgement: Judgement
    kind: DiscrepancyKind
    relation: DiscrepancyRelation
    explanation: str
    words: tuple[tuple[str, str], ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlaggedJudgement:
    """A judgement that holds of a finding that is not what it was when it was judged.

    ``relation`` and ``sources`` are the finding's, ``judged_relation`` and ``judged_sources`` what they
    were then; in the texts of ``changed_around`` its words now stand among others.
    """

    judgement: Judgement
    relation: DiscrepancyRelation
    judged_relation: DiscrepancyRelation
    sources: frozenset[str]
    judged_sources: frozenset[str]
    changed_around: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """What is different, in a sentence."""
        parts = []
        if self.relation is not self.judged_relation:
            parts.append(
                f"it was judged as {self.judged_relation.value} and is now called {self.relation.value}"
            )
        if self.sources != self.judged_sources:
            before, now = (", ".join(sorted(names)) for names in (self.judged_sources, self.sources))
            parts.append(f"words of {before} were judged and it now has words of {now}")
        if self.changed_around:
            parts.append(f"the words around it changed in {', '.join(self.changed_around)}")
        return "; ".join(parts)


def judge(case: str | Path, judgement: Judgement, *, expected: int | None = None) -> int:
    """Stores a judgement; it is on the disk when this returns the finding's new revision.

    ``expected`` is the revision that the reviewer saw: StaleJudgementError where it has another by
    now. UnknownFindingError where the last run has no such finding; CaseError for trouble with the file.
    """
    with store.writing(Path(case)) as database:
        return judge_in(database, judgement, expected=expected)


def undo(case: str | Path, finding: str, reviewer: str, *, expected: int | None = None) -> int:
    """Takes the reviewer's last judgement of a finding back, so that the one before it holds again, and
    returns the new revision. Errors are those of ``judge``; UnknownFindingError too where the
    reviewer has none that holds.
    """
    with store.writing(Path(case)) as database:
        _require_revision(database, finding, expected)
        if not store.take_back(database, finding, reviewer):
            raise UnknownFindingError(f"{reviewer} has no judgement of finding {finding} to take back")
        store.note(database, Action.TAKEN_BACK, reviewer, finding)
        return store.revision(database, finding)


def revisions(case: str | Path) -> Mapping[str, int]:
    """How often each finding of the last run was judged or a judgement of it taken back."""
    with store.reading(Path(case)) as database:
        judged = store.revisions(database)
        return {finding: judged.get(finding, 0) for finding in store.finding_ids(database)}


def history(case: str | Path, finding: str | None = None) -> tuple[AuditEntry, ...]:
    """Who did what when, the earliest first: the whole trail, or that of one finding, under the ids too
    that it had in earlier versions of its sources."""
    with store.reading(Path(case)) as database:
        if finding is None:
            return store.trail(database)
        return tuple(sorted(_history(database, finding), key=lambda entry: entry.number))


def _history(database: Database, finding: str) -> Iterator[AuditEntry]:
    """The lines on a finding, and those on each from which its judgements came, up to their coming.

    An id says kind, place and words: when judgements left it, it may later be that of another finding.
    What happened before they left is no longer its own.
    """
    moves = store.moves(database)
    waiting = [(finding, float("inf"))]
    while waiting:
        name, end = waiting.pop()
        left = [entry.number for entry in moves if entry.detail["from"] == name and entry.number < end]
        begin = max(left, default=0)
        for entry in store.trail(database, name):
            if begin < entry.number < end:
                yield entry
                if entry.action is Action.MOVED:
                    waiting.append((str(entry.detail["from"]), entry.number))


def orphans(case: str | Path) -> tuple[OrphanedJudgement, ...]:
    """The judgements whose words are no finding of the last run, and why; none is ever dropped."""
    with store.reading(Path(case)) as database:
        return orphans_of(store.holding(database))


def flagged(case: str | Path) -> tuple[FlaggedJudgement, ...]:
    """The judgements that hold, but of findings that the machine now calls something else or sees in
    other sources than when they were judged, or whose words now stand among others. A reviewer should
    look again."""
    with store.reading(Path(case)) as database:
        return flagged_of(store.holding(database))


def judge_in(database: Database, judgement: Judgement, *, expected: int | None = None) -> int:
    """``judge`` in an open case."""
    anchor = _anchor(database, judgement.finding)
    _require_revision(database, judgement.finding, expected)
    store.add_judgement(database, judgement, anchor)
    detail = {
        "decision": judgement.decision.value,
        "preferred": judgement.preferred,
        "note": judgement.note,
        "decided_at": judgement.decided_at.isoformat(),
        "relation": anchor.relation.value,
    }
    store.note(database, Action.JUDGED, judgement.reviewer, judgement.finding, detail)
    return store.revision(database, judgement.finding)


def flagged_of(holding: Iterable[StoredJudgement]) -> tuple[FlaggedJudgement, ...]:
    """Those of the judgements ``holding`` that ``flagged`` gives."""
    flags = [_flag(stored) for stored in holding if stored.orphaned is None]
    return tuple(flag for flag in flags if flag.reason)


def orphans_of(holding: Iterable[StoredJudgement]) -> tuple[OrphanedJudgement, ...]:
    """Those of the judgements ``holding`` that ``orphans`` gives."""
    return tuple(
        OrphanedJudgement(
            judgement=stored.judgement,
            kind=stored.anchor.kind,
            relation=stored.relation,
            explanation=stored.anchor.explanation,
            words=tuple((value.source, value.selector.exact) for value in stored.anchor.values),
            reason=stored.orphaned,
        )
        for stored in holding
        if stored.orphaned is not None
    )


def _flag(stored: StoredJudgement) -> FlaggedJudgement:
    """What is different since the judgement; its reason is empty where nothing is."""
    return FlaggedJudgement(
        judgement=stored.judgement,
        relation=stored.anchor.relation,
        judged_relation=stored.relation,
        sources=stored.anchor.sources,
        judged_sources=stored.sources,
        changed_around=changed_around(stored.judged, stored.anchor),
    )


def _anchor(database: Database, finding: str) -> Anchor:
    discrepancy = store.read_finding(database, finding)
    if discrepancy is None:
        raise UnknownFindingError(f"the case has no finding {finding}")
    documents = {
        source.letter: source.version.document
        for source in store.read_sources(database)
        if source.version is not None
    }
    return Anchor.of(discrepancy, documents)


def _require_revision(database: Database, finding: str, expected: int | None) -> None:
    current = store.revision(database, finding)
    if expected is not None and expected != current:
        raise StaleJudgementError(finding, current)
