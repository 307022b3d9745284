"""Word lists and tables as data: one file each, UTF-8, tab-separated, with a header.

Header lines start with ``#`` and say what the file holds, where it comes from and under
which licence. Nothing is loaded until it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def rows(name: str, package: str = __name__) -> tuple[tuple[str, ...], ...]:
    """The rows of ``name``.tsv in ``package``, each split at tabs.

    Raises FileNotFoundError if there is none.
    """
    return tuple(tuple(line.split("\t")) for line in lines(name, package))


def lines(name: str, package: str = __name__) -> Iterator[str]:
    """The lines of ``name``.tsv in ``package`` below the header, for tables too long to split at once.

    Raises FileNotFoundError if there is none.
    """
    # By its path below the root: asking for the files of a package would import it, with all that it needs.
    root, *rooms = package.split(".")
    text = files(root).joinpath(*rooms, f"{name}.tsv").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(*names: str) -> frozenset[str]:
    """The first columns of the tables ``names``, all together."""
    return frozenset(row[0] for name in names for row in rows(name))


@cache
def alternatives(name: str) -> dict[str, frozenset[str]]:
    """Each form in ``name``.tsv, whose rows are sets of forms parted by ``|``, to all forms of its sets."""
    found: dict[str, frozenset[str]] = {}
    for row in rows(name):
        forms = frozenset(row[0].split("|"))
        for form in forms:
            found[form] = found.get(form, frozenset()) | forms
    return found


@cache
def section(name: str, kind: str) -> dict[str, str]:
    """The first column of ``name``.tsv to its third, of the rows whose second is ``kind``."""
    return {row[0]: row[2] for row in rows(name) if row[1] == kind}


@cache
def mapping(name: str, package: str = __name__) -> dict[str, str]:
    """The first column of ``name``.tsv to its second."""
    return {row[0]: row[1] for row in rows(name, package)}
