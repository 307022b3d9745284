"""A source more, or a new version of one: the case is compared again and its judgements go along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from reconcile import store
from reconcile.casework.anchoring import Place, places
from reconcile.casework.changes import Changes, all_findings, changed_relations, changed_statuses
from reconcile.casework.creation import note_run, note_source
from reconcile.casework.incoming import Incoming, incoming
from reconcile.casework.judging import flagged_of, orphans_of
from reconcile.casework.settings import settings_of
from reconcile.casework.sources import Options
from reconcile.documents import Published, Reading, letters_of, read_sources
from reconcile.errors import CaseError, NotEnoughSourcesError, OptionError
from reconcile.models import Models
from reconcile.pipeline import Progress, compare
from reconcile.schema import Claim, Report
from reconcile.settings import Settings
from reconcile.store import Action, Anchor, Database, StoredSource
from reconcile.version import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A case as it was when the work on it began; ``run`` counts its runs."""

    report: Report
    sources: tuple[StoredSource, ...]
    versions: Mapping[str, int]
    run: int


def add(
    case: str | Path,
    sources: Sequence[str | Path],
    *,
    replaces: str | None = None,
    published: Mapping[str, Published] | None = None,
    publisher: Mapping[str, str] | None = None,
    title: Mapping[str, str] | None = None,
    standard_input: BinaryIO | None = None,
    settings: Settings | None = None,
    models: Models | None = None,
    progress: Progress | None = None,
) -> Changes:
    """Read ``sources`` into a case, compare all that it has, and say what is different since.

    A file that the case has is a new version of its source, as is the one file that ``replaces`` the
    source of that letter; earlier versions are kept. Letters stay, and so does what options said of a
    source until they say otherwise. Settings are those of the last run unless given. Judgements go
    where their words are now. The case changes as a whole or not at all. Raises CaseError,
    NotEnoughSourcesError where none of ``sources`` can be used, OptionError and ModelError.
    """
    case = Path(case)
    before = _looked_at(case)
    settings = settings or settings_of(before.report.run)
    options = Options.of(published, publisher, title)
    reading, options = _read(
        before, sources, replaces, options, standard_input=standard_input, settings=settings
    )
    came = incoming(before.sources, reading, options, before.versions)
    if not came.added and not came.updated:
        return _unchanged(before, came)
    models = models or Models.load(settings.models)
    known = _known_claims(before.report, came, models)
    report = compare(came.reading, settings=settings, models=models, progress=progress, known=known)
    with store.writing(case) as database:
        if store.runs(database) != before.run:
            raise CaseError(f"{case}: sources were added to it meanwhile; nothing was changed, try again")
        return _changed(database, before, came, report)


def _unchanged(before: _Case, came: Incoming) -> Changes:
    return Changes(
        report=before.report,
        unchanged=came.unchanged,
        notices=came.notices,
        kept=tuple(all_findings(before.report).values()),
        judgements_kept=before.report.judgements,
    )


def _looked_at(case: Path) -> _Case:
    with store.reading(case) as database:
        store.require_intact(database)
        return _Case(
            report=store.read_report(database),
            sources=store.read_sources(database),
            versions=store.last_versions(database),
            run=store.runs(database),
        )


def _read(
    before: _Case,
    paths: Sequence[str | Path],
    replaces: str | None,
    said: Options,
    *,
    standard_input: BinaryIO | None,
    settings: Settings,
) -> tuple[Reading, Options]:
    """What ``paths`` hold, under the letters of the case, and what was ever said of these sources."""
    taken = {source.letter: source.location for source in before.sources}
    if replaces is not None and replaces not in taken:
        raise OptionError(f"the case has no source {replaces!r}; it has {', '.join(taken)}")
    letters = letters_of(paths, taken, replaces)
    earlier = {source.letter: source.options for source in before.sources if source.letter in letters}
    options = said.after(earlier)
    reading = read_sources(
        paths,
        published=options.published,
        publisher=options.publisher,
        title=options.title,
        standard_input=standard_input,
        settings=settings.documents,
        letters=taken,
        as_letter=replaces,
    )
    if not reading.read:
        told = "; ".join(f"{failure.path}: {failure.error}" for failure in reading.failures)
        raise NotEnoughSourcesError(f"{told or 'no source is named'}; the case is as it was")
    return reading, options


def _known_claims(before: Report, came: Incoming, models: Models) -> dict[str, tuple[Claim, ...]]:
    """The claims of the documents that stay, where the same program and parser would find them again."""
    if before.run.reconcile != __version__ or models.parser.use not in before.run.models:
        return {}
    fresh = {*came.added, *came.updated}
    return {
        source.id: tuple(claim for claim in before.claims if claim.source == source.id)
        for source in before.sources
        if source.id not in fresh
    }


def _changed(database: Database, before: _Case, came: Incoming, report: Report) -> Changes:
    """Writes the new run and says what it changed."""
    store.write_analysis(database, came.sources, report)
    _note(database, came, report)
    earlier, now = all_findings(before.report), all_findings(report)
    documents = {document.source.id: document for document in report.documents}
    former = {document.source.id: document for document in before.report.documents}
    today = {name: Anchor.of(finding, documents) for name, finding in now.items()}
    judged = store.anchors(database)
    seen = {**judged} | {name: Anchor.of(finding, former) for name, finding in earlier.items()}
    found = places(seen, today, documents)
    lost = _carry(database, {name: found[name] for name in judged}, today)
    standing = {name: found[name].finding for name in earlier}
    names = {name for name in standing.values() if name}
    holding = store.holding(database)
    judgements = store.standing(holding)
    moved = {place.finding for name, place in found.items() if name in judged and place.moved}
    return Changes(
        report=replace(report, judgements=judgements),
        added=came.added,
        updated=came.updated,
        unchanged=came.unchanged,
        notices=came.notices,
        new=tuple(finding for name, finding in now.items() if name not in names),
        gone=tuple(earlier[name] for name, place in standing.items() if place is None),
        kept=tuple(finding for name, finding in now.items() if name in names),
        relations=tuple(changed_relations(earlier, now, standing)),
        statuses=tuple(changed_statuses(before.report, report)),
        judgements_kept=tuple(one for one in judgements if one.finding not in moved),
        judgements_moved=tuple(one for one in judgements if one.finding in moved),
        judgements_orphaned=tuple(one for one in orphans_of(holding) if one.judgement.finding in lost),
        flagged=flagged_of(holding),
    )


def _carry(database: Database, found: Mapping[str, Place], today: Mapping[str, Anchor]) -> set[str]:
    """Takes the judgements of each finding to where its words are now; returns what found no place
    for the first time."""
    already = store.orphaned(database)
    lost = {name for name, place in found.items() if place.finding is None} - already
    for name, place in found.items():
        if place.finding is None:
            store.orphan(database, name, place.reason)
            if name in lost:
                store.note(database, Action.ORPHANED, finding=name, detail={"reason": place.reason})
        elif place.moved:
            store.move(database, name, place.finding, today[place.finding])
            store.note(database, Action.MOVED, finding=place.finding, detail={"from": name})
        else:
            store.keep_anchor(database, name, today[name])
            if name in already:
                store.note(database, Action.FOUND_AGAIN, finding=name)
    return lost


def _note(database: Database, came: Incoming, report: Report) -> None:
    sources = {source.letter: source for source in came.sources}
    for letter in came.added:
        note_source(database, Action.SOURCE_ADDED, sources[letter])
    for letter in came.updated:
        note_source(database, Action.VERSION_ADDED, sources[letter])
    note_run(database, report)
