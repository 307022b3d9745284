"""Which sources of a reading are new to a case, new versions of its sources, or neither."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from reconcile.casework.sources import Options, stored_sources
from reconcile.documents import Reading, place
from reconcile.schema import PublishedFrom, Source
from reconcile.store import StoredSource

_TRUST = tuple(PublishedFrom)
"""Where a date may come from, the most trusted first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """The sources of a case with what came in; letters and sentences as in ``Changes``."""

    sources: tuple[StoredSource, ...]
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def reading(self) -> Reading:
        """All sources of the case, as if they had been read together."""
        versions = [source.version for source in self.sources if source.version]
        left_out = [source.left_out for source in self.sources if source.left_out]
        return Reading(
            documents=tuple(version.document for version in versions),
            failures=tuple(source.failure for source in self.sources if source.failure),
            warnings=(*(warning for version in versions for warning in version.warnings), *left_out),
        )


def incoming(
    sources: tuple[StoredSource, ...], reading: Reading, options: Options, numbers: Mapping[str, int]
) -> Incoming:
    """``sources`` of a case with those of ``reading``, which was read under letters of the case or new ones.

    ``numbers`` counts the versions by letter. What cannot be used leaves the case as it is, with a notice.
    """
    earlier = {source.letter: source for source in sources}
    read = [
        _completed(earlier.get(source.letter), source)
        for source in stored_sources(reading, options, numbers)
        if source.version is not None
    ]
    changed = [source for source in read if not _is_as_before(earlier.get(source.letter), source)]
    rest = [source for source in sources if source.letter not in {one.letter for one in changed}]
    repeated = {source.letter: origin for source in changed if (origin := _repeated(source, rest))}
    taken = {source.letter: source for source in changed if source.letter not in repeated}
    together = earlier | taken
    had = {source.letter for source in sources if source.version}
    return Incoming(
        sources=tuple(together[letter] for letter in sorted(together, key=place)),
        added=tuple(letter for letter in taken if letter not in had),
        updated=tuple(letter for letter in taken if letter in had),
        unchanged=tuple(source.letter for source in read if source not in changed),
        notices=(
            *_unused(reading, had),
            *(_stays(sentence, letter in had) for letter, sentence in repeated.items()),
            *(notice for source in taken.values() for notice in _told(earlier.get(source.letter), source)),
        ),
    )


def _completed(before: StoredSource | None, now: StoredSource) -> StoredSource:
    """``now`` with what an earlier version said of itself and this one leaves open.

    Of another content only what describes the outlet is taken over; its date would be a guess.
    """
    if before is None or before.version is None or now.version is None:
        return now
    former, source = before.version.document.source, now.version.document.source
    completed = replace(source, publisher=source.publisher or former.publisher, url=source.url or former.url)
    if before.version.raw == now.version.raw:
        completed = _with_all_of(former, completed)
    document = replace(now.version.document, source=completed)
    return replace(now, version=replace(now.version, document=document))


def _with_all_of(former: Source, source: Source) -> Source:
    """The same content read twice: what was once known of it, perhaps from a manifest, still holds."""
    dated = former if _trust(former) < _trust(source) else source
    return replace(
        source,
        title=source.title or former.title,
        authors=source.authors or former.authors,
        language=source.language or former.language,
        published=dated.published,
        published_at=dated.published_at,
        published_from=dated.published_from,
    )


def _trust(source: Source) -> int:
    """0 for the most trusted date."""
    return len(_TRUST) if source.published_from is None else _TRUST.index(source.published_from)


def _is_as_before(before: StoredSource | None, now: StoredSource) -> bool:
    """Whether content and description are the same; the same file may be named by another path."""
    if before is None or before.version is None or now.version is None:
        return False
    source = replace(now.version.document.source, path=before.version.document.source.path)
    return before.version.raw == now.version.raw and before.version.document.source == source


def _repeated(source: StoredSource, others: Sequence[StoredSource]) -> str | None:
    """That the content is that of another source of the case, where it is."""
    if source.version is None:
        return None
    document = source.version.document
    for other in others:
        if other.version and other.letter != source.letter and other.version.document.text == document.text:
            first = other.version.document.source
            return (
                f"{document.source.path} ({source.letter}) has the same content as {first.path} ({first.id})"
            )
    return None


def _unused(reading: Reading, had: Set[str]) -> Iterator[str]:
    for failure in reading.failures:
        yield _stays(f"{failure.path} ({failure.source}): {failure.error}", failure.source in had)
    told = {warning for read in reading.read for warning in read.warnings}
    yield from (warning for warning in reading.warnings if warning not in told)


def _stays(trouble: str, is_known: bool) -> str:
    return f"{trouble}; {'the earlier version stays' if is_known else 'it is left out'}"


def _told(before: StoredSource | None, now: StoredSource) -> Iterator[str]:
    """Warnings about a source that came in, and that a date given for other words still holds."""
    if now.version is not None:
        yield from now.version.warnings
    date = now.options.get("published")
    if before is not None and date is not None and before.options.get("published") == date:
        yield f"source {now.letter} is dated {date}, as --published said of its earlier version"
