"""Sources as they were read, made into sources of a case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reconcile.documents import Published, Reading, ReadSource, place, real_location
from reconcile.schema import Document
from reconcile.store import SourceVersion, StoredSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the user said of sources, by letter; dates as ISO 8601 or as they were written."""

    published: Mapping[str, str] = field(default_factory=dict)
    publisher: Mapping[str, str] = field(default_factory=dict)
    title: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        published: Mapping[str, Published] | None,
        publisher: Mapping[str, str] | None,
        title: Mapping[str, str] | None,
    ) -> Options:
        """The options of a call of ``create`` or ``add``."""
        dates = {letter: _written(date) for letter, date in (published or {}).items()}
        return cls(published=dates, publisher=publisher or {}, title=title or {})

    def after(self, earlier: Mapping[str, Mapping[str, str]]) -> Options:
        """These options together with what was said ``earlier``, by letter; these come first."""

        def together(name: str, said: Mapping[str, str]) -> dict[str, str]:
            return {letter: options[name] for letter, options in earlier.items() if name in options} | {
                **said
            }

        return Options(
            published=together("published", self.published),
            publisher=together("publisher", self.publisher),
            title=together("title", self.title),
        )

    def of_source(self, letter: str) -> dict[str, str]:
        """What was said of one source, by the name of the option."""
        said = {"published": self.published, "publisher": self.publisher, "title": self.title}
        return {name: values[letter] for name, values in said.items() if letter in values}


def stored_sources(
    reading: Reading, options: Options, numbers: Mapping[str, int] | None = None
) -> tuple[StoredSource, ...]:
    """The sources of ``reading`` in the order of their letters, each in its first version, or in the one
    after those that ``numbers`` counts by letter."""
    now = dt.datetime.now(dt.UTC)
    compared = {document.source.id: document for document in reading.documents}
    sources = list(_failed(reading, options))
    for read in reading.read:
        number = (numbers or {}).get(read.id, 0) + 1
        document = compared.get(read.id)
        version = _version(read, document, number, now) if document else None
        sources.append(
            StoredSource(
                letter=read.id,
                location=real_location(read.location),
                options=options.of_source(read.id),
                version=version,
                left_out=None if version else _left_out(read, reading.warnings),
            )
        )
    return tuple(sorted(sources, key=lambda source: place(source.letter)))


def _failed(reading: Reading, options: Options) -> Iterator[StoredSource]:
    for failure in reading.failures:
        yield StoredSource(
            letter=failure.source,
            location=real_location(reading.locations[failure.source]),
            options=options.of_source(failure.source),
            failure=failure,
        )


def _version(read: ReadSource, document: Document, number: int, now: dt.datetime) -> SourceVersion:
    return SourceVersion(number=number, added_at=now, document=document, raw=read.raw, warnings=read.warnings)


def _left_out(read: ReadSource, warnings: Sequence[str]) -> str:
    """The sentence of ``drop_repeated`` on a source."""
    beginning = f"{read.document.source.path} ({read.id}) "
    return next(w for w in warnings if w.startswith(beginning) and w not in read.warnings)


def _written(date: Published) -> str:
    return date if isinstance(date, str) else date.isoformat()
