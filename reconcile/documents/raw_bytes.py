"""Reading the bytes of a file or of standard input, never more than a limit."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import BinaryIO

from reconcile.errors import SourceError

_BYTES_PER_CHARACTER = 4
"""The most that one character takes in UTF-8, UTF-16 and UTF-32."""
_BYTES_OF_MARK = 4
_CHUNK = 1 << 20


def read_file(location: Path, name: str, max_characters: int) -> bytes:
    """The bytes of a regular file; raises SourceError for anything else and for too large a file.

    The size is checked before anything is read, and the kind before the file is opened: a
    pipe would wait for ever, and opening a device may do something.
    """
    try:
        status = location.stat()
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(name, _kind(status.st_mode))
        _check_size(status.st_size, name, max_characters)
        with location.open("rb") as stream:
            return read_stream(stream, name, max_characters)
    except (OSError, ValueError) as error:
        raise SourceError(name, cause_of(error)) from error


def read_stream(stream: BinaryIO, name: str, max_characters: int) -> bytes:
    """All bytes of ``stream``; raises SourceError where they could not fit ``max_characters``."""
    data = bytearray()
    try:
        while chunk := stream.read(_CHUNK):
            data += chunk
            _check_size(len(data), name, max_characters)
    except (OSError, ValueError) as error:
        raise SourceError(name, cause_of(error)) from error
    return bytes(data)


def cause_of(error: OSError | ValueError) -> str:
    """Why the system refused, in words for the user."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file or directory"
    if isinstance(error, PermissionError):
        return "there is no permission to read it"
    if isinstance(error, OSError) and error.strerror:
        return f"it cannot be read ({error.strerror.lower()})"
    return "it cannot be read under this name"


def _check_size(size: int, name: str, max_characters: int) -> None:
    limit = max_characters * _BYTES_PER_CHARACTER + _BYTES_OF_MARK
    if size > limit:
        raise SourceError(
            name,
            f"it has more than {limit:,} bytes and so more than {max_characters:,} characters, "
            "the longest text accepted",
        )


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
        return "it is a pipe, not a file; name - to read standard input"
    if stat.S_ISDIR(mode):
        return "it is a directory, not a text"
    return "it is a device, not a file"
