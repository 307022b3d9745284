"""What a command is asked to compare and where its report goes: options that commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from reconcile.cli import console
from reconcile.cli.parameters import by_source, takes_models
from reconcile.errors import OutputError
from reconcile.report import (
    BINARY_FORMATS,
    RenderOptions,
    render,
    render_bytes,
    require_writable,
    visible,
    write_atomically,
)
from reconcile.schema import Report
from reconcile.settings import ModelSettings, Settings

STANDARD_STREAM = "-"
_BY_SOURCE = (
    ("--published", "A=DATE", "The date of publication of source A, such as A=2025-08-29; repeatable."),
    ("--publisher", "A=NAME", "The publisher of source A; repeatable."),
    ("--title", "A=TITLE", "The title of source A; repeatable."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The sources, what the user said about them, and the settings."""

    sources: Sequence[str]
    published: Mapping[str, str]
    publisher: Mapping[str, str]
    title: Mapping[str, str]
    settings: Settings

    def carried_out(self, work: Callable[..., Report]) -> Report:
        """The report of ``work``, a function of ``reconcile.pipeline``, with progress drawn and
        trouble with single sources told on standard error."""
        with console.progress() as progress:
            report = work(
                self.sources,
                published=self.published,
                publisher=self.publisher,
                title=self.title,
                standard_input=sys.stdin.buffer if sys.stdin else None,
                settings=self.settings,
                progress=progress,
            )
        console.report_trouble(report)
        return report


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """A file, or standard output; ``colour`` is what the user allowed."""

    path: str | None
    colour: bool

    @property
    def is_file(self) -> bool:
        return self.path not in (None, STANDARD_STREAM)

    @property
    def shows_colour(self) -> bool:
        return self.colour and not self.is_file and console.wants_colour()

    def require_writable(self, sources: Sequence[str]) -> None:
        """Raises OutputError early, before the work whose outcome could not be written.

        Nothing that was named as a source, or stands in a directory that was, is written over, nor is a
        text put beside those of the directory.
        """
        if self.path is None or not self.is_file:
            return
        require_writable(self.path)
        for source in sources:
            if source != STANDARD_STREAM and _is_or_holds(source, Path(self.path)):
                why = "belongs to the sources" if Path(self.path).exists() else "would be one of the sources"
                raise OutputError(f"{visible(self.path)}: {why} and is not written")

    def require_fit_for(self, format_name: str) -> None:
        """Raises OutputError early for a format that no terminal can show and no file to hold it."""
        if format_name in BINARY_FORMATS and not self.is_file and console.is_terminal():
            raise OutputError(f"a terminal cannot show {format_name}: name a file with --output FILE")

    def deliver(self, report: Report, format_name: str, options: RenderOptions) -> None:
        """Writes ``report`` in a format of text or bytes. Raises OutputError."""
        if format_name not in BINARY_FORMATS:
            self.write(render(report, format_name, options), for_people=format_name == "table")
        elif self.path is None or not self.is_file:
            console.emit_bytes(render_bytes(report, format_name, options))
        else:
            write_atomically(self.path, render_bytes(report, format_name, options))

    def write(self, text: str, *, for_people: bool) -> None:
        """Raises OutputError."""
        if self.path is None or not self.is_file:
            console.emit(text, for_people=for_people)
        else:
            write_atomically(self.path, text)


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def takes_sources(command: Callable[..., Any], *, chosen: Decorator = takes_models) -> Callable[..., Any]:
    """Gives a command SOURCE… and the options about them as its first argument, a Request; with the
    model options that ``chosen`` gives."""

    @wraps(command)
    def wrapped(request: Request, *, models: ModelSettings, **rest: object) -> Any:
        return command(replace(request, settings=Settings(models=models)), **rest)

    return takes_more_sources(chosen(wrapped))


def takes_more_sources(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command what ``takes_sources`` gives, but for the models: those were chosen before."""

    @wraps(command)
    def wrapped(
        *,
        sources: tuple[str, ...],
        published: Mapping[str, str],
        publisher: Mapping[str, str],
        title: Mapping[str, str],
        **rest: object,
    ) -> Any:
        request = Request(
            sources=sources, published=published, publisher=publisher, title=title, settings=Settings()
        )
        return command(request, **rest)

    return _with_source_options(wrapped)


def takes_destination(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command --output and --no-color as ``destination``."""

    @wraps(command)
    def wrapped(*args: object, output: str | None, no_color: bool, **rest: object) -> Any:
        return command(*args, destination=Destination(path=output, colour=not no_color), **rest)

    wrapped = click.option("--no-color", is_flag=True, help="No colour; NO_COLOR does the same.")(wrapped)
    return click.option(
        "--output", metavar="FILE", help="Write to FILE, whole or not at all, instead of standard output."
    )(wrapped)


def _with_source_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, metavar, text in reversed(_BY_SOURCE):
        command = click.option(name, metavar=metavar, multiple=True, callback=by_source, help=text)(command)
    return click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)(command)


def _is_or_holds(source: str, output: Path) -> bool:
    """Whether ``output`` is a file that ``source`` stands for, or lies beside those of that folder: now, or
    as one that the next run would read from it."""
    # Imported here because --help needs none of it.
    from reconcile.documents.request import is_read_from_folder, requests_for

    try:
        if output.resolve().parent == Path(source).resolve():
            return output.exists() or is_read_from_folder(output.name)
        if not output.exists():
            return False
        read = (request.location for request in requests_for([source]) if request.location)
        return any(output.samefile(location) for location in read if location.exists())
    except (OSError, ValueError):
        return False
