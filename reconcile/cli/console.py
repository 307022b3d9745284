"""Standard output and standard error: what to print, how wide, in colour or not, with progress."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reconcile.cli.boundary import complain
from reconcile.errors import OutputError
from reconcile.schema import Report

FALLBACK_WIDTH = 100
"""Columns where standard output is no terminal and COLUMNS is not set."""
Progress = Callable[[str, int, int], None]


def width() -> int:
    """The columns of the terminal."""
    return shutil.get_terminal_size((FALLBACK_WIDTH, 24)).columns


def wants_colour() -> bool:
    """Whether standard output is a terminal that shows colour, and NO_COLOR is not set
    (https://no-color.org)."""
    return is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def is_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def emit(text: str, *, for_people: bool) -> None:
    """``text`` on standard output.

    What people read is written in the terminal's encoding, unknown characters written out; what
    programs read is UTF-8 everywhere. Raises OutputError as ``emit_bytes`` does.
    """
    encoding = (sys.stdout.encoding or "utf-8") if for_people and sys.stdout else "utf-8"
    emit_bytes(text.encode(encoding, "backslashreplace"))


def emit_bytes(data: bytes) -> None:
    """``data`` on standard output. A reader that stops early (``| head``) is no error; raises
    OutputError for other trouble, such as a full disk."""
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _abandon_output()
    except OSError as error:
        _abandon_output()
        raise OutputError(f"standard output cannot be written to ({error.strerror or error})") from error


def _abandon_output() -> None:
    """Python flushes standard output once more when it exits: let that go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def report_trouble(report: Report) -> None:
    """The sources that were not used and the warnings, a sentence each, on standard error."""
    for failure in report.failures:
        complain(f"source {failure.source} is left out: {failure.path}: {failure.error}")
    for warning in report.warnings:
        complain(f"warning: {warning}")


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A callback that draws progress on standard error; None where that is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    with Bars(console=Console(stderr=True), transient=True) as bars:
        loading = bars.add_task("loading models", total=None)
        tasks: dict[str, TaskID] = {}

        def advance(stage: str, done: int, total: int) -> None:
            bars.update(loading, visible=False)
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield advance
