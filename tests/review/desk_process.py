"""``reconcile review`` as a process of its own, as a user starts it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

WAIT_SECONDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskProcess:
    """A running desk; ``links`` are those that it printed, by reviewer."""

    process: subprocess.Popen[str]
    links: dict[str, str]

    @property
    def origin(self) -> str:
        return next(iter(self.links.values())).partition("/enter")[0]

    @property
    def port(self) -> int:
        return int(self.origin.rpartition(":")[2])

    def kill(self) -> None:
        """As a crash or the system ends it: nothing can be tidied up."""
        self.process.kill()
        self.process.wait(WAIT_SECONDS)

    def interrupt(self) -> int:
        """Ctrl-C; returns the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(WAIT_SECONDS)


@contextmanager
def started(case: Path, *options: str, reviewers: tuple[str, ...] = ("Ada",)) -> Iterator[DeskProcess]:
    """The desk on ``case``; it is killed when the block ends."""
    named = [part for name in reviewers for part in ("--reviewer", name)]
    command = [sys.executable, "-m", "reconcile", "review", str(case), "--no-open", *named, *options]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        try:
            lines = [process.stdout.readline().rstrip("\n") for _ in reviewers]
            yield DeskProcess(process=process, links=dict(line.split(": ", 1) for line in lines))
        finally:
            process.kill()
