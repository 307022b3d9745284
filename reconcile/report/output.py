"""Writing a report to a file, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from reconcile.errors import OutputError

_NEW_FILE_MODE = 0o666


def require_writable(path: str | Path) -> None:
    """Raises OutputError when ``path`` is a directory or its folder is missing or closed to us.

    For use before a long run; ``write_atomically`` raises the same.
    """
    with _told_as_output_error(path):
        target = _target(path)
        if target.is_dir():
            raise OutputError(f"{path}: is a directory, not a file to write to")
        if not target.parent.is_dir():
            raise OutputError(f"{path}: the folder {target.parent} does not exist")
        needed = target if _is_special(target) else target.parent
        if not os.access(needed, os.W_OK):
            raise OutputError(f"{path}: no permission to write there")


def write_atomically(path: str | Path, content: str | bytes) -> None:
    """``content``, text as UTF-8, in place of whatever ``path`` held; raises OutputError and then leaves
    the old file as it was and nothing else behind. Devices and pipes are written to directly."""
    require_writable(path)
    with _told_as_output_error(path):
        data = content.encode() if isinstance(content, str) else content
        target = _target(path)
        if _is_special(target):
            target.write_bytes(data)
        else:
            _replace(target, data)


@contextlib.contextmanager
def _told_as_output_error(path: str | Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        cause = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise OutputError(f"{path}: cannot be written ({cause})") from error


def _replace(target: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:64]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _target(path: str | Path) -> Path:
    """The file itself: a symbolic link keeps pointing to it."""
    return Path(os.path.realpath(path))


def _is_special(target: Path) -> bool:
    return target.exists() and not target.is_file()


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, else that of a new one under the user's umask."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return _NEW_FILE_MODE & ~umask
