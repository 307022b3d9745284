"""Front matter: a block of ``key: value`` lines between two lines of ``---`` at the very top."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reconcile.documents.description import Description, language_tag
from reconcile.documents.field_names import FIELD_NAMES, folded_name
from reconcile.documents.written_dates import StatedDate, read_date

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,60}?):(?:[ \t]+(?P<value>.*))?")
_ITEM = re.compile(r"\s*-[ \t]+(?P<value>.+)")
_ESCAPED = re.compile(r"""\\([\\"/])""")
_MAX_LINES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the block says and ``end``, the offset just after it; 0 where there is none."""

    description: Description = field(default_factory=Description)
    end: int = 0


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of ``text``. A block that is not closed, or holds prose, is none."""
    entries: dict[str, list[str]] = {}
    key = ""
    position = 0
    for number in range(_MAX_LINES):
        match = _LINE.match(text, position)
        if match is None or (number > 0 and position == len(text)):
            break
        position, line = match.end(), match[1].rstrip()
        if number == 0:
            if line != "---":
                break
        elif line in ("---", "..."):
            return _front_matter(entries, position)
        else:
            outcome = _read_line(line, key, entries)
            if outcome is None:
                break
            key = outcome
    return FrontMatter()


def _read_line(line: str, key: str, entries: dict[str, list[str]]) -> str | None:
    """Adds the line to ``entries``; gives the key that it belongs to, None if it is no such line."""
    item = _ITEM.fullmatch(line)
    if item is not None and key:
        entries[key].append(_unquoted(item["value"]))
        return key
    if not line.strip() or line.startswith("#") or (line[0] in " \t" and key):
        return key
    entry = _ENTRY.fullmatch(line)
    if entry is None:
        return None
    name = folded_name(entry["key"])
    entries[name] = _values(entry["value"] or "")
    return name


def _values(written: str) -> list[str]:
    value = re.sub(r"\s#.*$", "", written).strip() if not written.startswith(('"', "'")) else written.strip()
    if value.startswith("[") and value.endswith("]"):
        return [_unquoted(part) for part in value[1:-1].split(",") if part.strip()]
    return [_unquoted(value)] if value and value not in ("|", ">", "|-", ">-", "null", "~") else []


def _unquoted(written: str) -> str:
    """A value without YAML's quotation marks; marks and backslashes that are escaped in it are themselves."""
    value = written.strip()
    if len(value) < 2 or value[0] != value[-1] or value[0] not in "\"'":
        return value
    inner = value[1:-1].strip()
    return inner.replace("''", "'") if value[0] == "'" else _ESCAPED.sub(r"\1", inner)


def _front_matter(entries: Mapping[str, list[str]], end: int) -> FrontMatter:
    if not entries:
        return FrontMatter()
    description = Description(
        title=_first(entries, "title"),
        publisher=_first(entries, "publisher"),
        authors=tuple(next(_stated(entries, "authors"), ())),
        published=_date(_first(entries, "published")),
        url=_first(entries, "url"),
        language=language_tag(_first(entries, "language")),
    )
    return FrontMatter(description=description, end=end)


def _date(value: str | None) -> StatedDate | None:
    return None if value is None else read_date(value) or StatedDate(text=value, day=None)


def _first(entries: Mapping[str, list[str]], statement: str) -> str | None:
    return next((values[0] for values in _stated(entries, statement) if values[0]), None)


def _stated(entries: Mapping[str, list[str]], statement: str) -> Iterator[list[str]]:
    """What the block gives under the names of a statement, the most telling name first."""
    return (entries[name] for name in FIELD_NAMES[statement] if entries.get(name))
