"""Where exceptions end: one sentence on standard error and an exit status."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click

from reconcile.errors import ReconcileError
from reconcile.report.safe_text import one_line

TROUBLE = 2
INTERRUPTED = 130
DEBUG_VARIABLE = "RECONCILE_DEBUG"


def complain(sentence: str) -> None:
    """One sentence on standard error, whatever characters a file name smuggled into it.

    Where nothing can be written there, the exit status alone tells.
    """
    with suppress(OSError):
        click.echo(f"reconcile: {one_line(sentence)}", err=True)


@contextmanager
def guarded(ctx: click.Context) -> Iterator[None]:
    """Ends the program with 2 for errors, 130 for Ctrl-C; click's own exceptions pass.

    An error that reconcile does not raise on purpose is a defect: it is named in one sentence
    too, and its traceback is shown when RECONCILE_DEBUG is set.
    """
    try:
        yield
    except (click.exceptions.Exit, click.ClickException):
        raise
    except (KeyboardInterrupt, click.Abort):
        ctx.exit(INTERRUPTED)
    except ReconcileError as error:
        complain(str(error))
        ctx.exit(TROUBLE)
    except MemoryError:
        complain("there is not enough memory for these sources")
        ctx.exit(TROUBLE)
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        complain(f"a defect in reconcile: {type(error).__name__}: {error} ({DEBUG_VARIABLE}=1 shows where)")
        ctx.exit(TROUBLE)
