"""Reads gold.json and finds the words that it quotes in the texts of its event."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from reconcile.errors import GoldError
from reconcile.evaluation.gold import Gold, GoldDiscrepancy, GoldGroup, GoldSpeaker, GoldTrap
from reconcile.evaluation.gold_format import GOLD_SCHEMA
from reconcile.evaluation.stretch import Stretch
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, GroupStatus, Span

GOLD_FILE = "gold.json"
REASON = "why"
SHOWN = 80
"""Characters of a slice that an error quotes."""


def read_gold(event: Path) -> Gold:
    """The gold of the event in folder ``event``: gold.json and one ``<source>.txt`` a source.

    Raises GoldError when a file is missing, malformed or not UTF-8, or when gold quotes words
    that its text does not have.
    """
    content = _checked(event / GOLD_FILE)
    return _Reader(event).gold(content)


def _checked(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(_text(path))
    except (ValueError, RecursionError) as error:
        raise GoldError(f"{path}: not valid JSON ({error})") from error
    flaw = best_match(Draft202012Validator(GOLD_SCHEMA).iter_errors(content))
    if flaw is not None:
        place = "/".join(str(step) for step in flaw.absolute_path) or "the top level"
        raise GoldError(f"{path}: not a gold annotation: at {place}, {flaw.message[:200]}")
    assert isinstance(content, dict)
    return content


def _text(path: Path) -> str:
    """The file to the letter: UTF-8 with its newlines and any byte order mark as they are."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise GoldError(
            f"{path}: not UTF-8, which gold needs ({error.reason} at byte {error.start})"
        ) from error


class _Reader:
    """Finds the slices that gold quotes in the texts of its event."""

    def __init__(self, event: Path) -> None:
        self.event = event
        self.texts = {path.stem: _text(path) for path in sorted(event.glob("*.txt"))}

    def gold(self, content: Mapping[str, Any]) -> Gold:
        return Gold(
            event=self.event.resolve().name,
            path=self.event,
            groups=tuple(self._group(group) for group in content["groups"]),
            single_source=tuple(self._slices("single_source", content["single_source"])),
            traps=tuple(self._traps(content["traps"])),
            speakers=tuple(self._speaker(speaker) for speaker in content.get("speakers", ())),
            not_claims=tuple(self._not_claims(content.get("not_claims", ()))),
        )

    def _group(self, group: Mapping[str, Any]) -> GoldGroup:
        members = tuple(self._slices(f"group {group['id']!r}", group["members"]))
        return GoldGroup(
            id=group["id"],
            fact=group.get("fact", ""),
            status=GroupStatus(group["status"]),
            members=members,
            discrepancies=tuple(
                self._discrepancy(group["id"], found, members) for found in group.get("discrepancies", ())
            ),
            optional=group.get("optional", False),
        )

    def _discrepancy(
        self, group: str, found: Mapping[str, Any], members: tuple[Stretch, ...]
    ) -> GoldDiscrepancy:
        return GoldDiscrepancy(
            group=group,
            kind=DiscrepancyKind(found["kind"]),
            relation=DiscrepancyRelation(found["relation"]),
            values=tuple(
                self._value(group, source, text, members) for source, text in found["values"].items()
            ),
            optional=found.get("optional", False),
            note=found.get("note", ""),
        )

    def _value(self, group: str, source: str, text: str, members: tuple[Stretch, ...]) -> Stretch:
        for member in members:
            if member.source == source and text in member.text:
                start = member.span.start + member.text.index(text)
                return Stretch(source=source, span=Span(start, start + len(text)), text=text)
        raise self._error(
            f"group {group!r} has a value for {source!r} that stands in none of its members", text
        )

    def _traps(self, traps: list[Mapping[str, str]]) -> Iterator[GoldTrap]:
        """The traps of two sources; one of more is no pair, so it cannot be judged as joined or not."""
        for trap in traps:
            sides = sorted(self._named("a trap", trap), key=lambda side: side.source)
            if len(sides) == 2:
                yield GoldTrap(left=sides[0], right=sides[1], why=trap.get(REASON, ""))

    def _speaker(self, speaker: Mapping[str, str]) -> GoldSpeaker:
        quote = self._slice("a speaker", speaker["source"], speaker["quote"])
        return GoldSpeaker(quote=quote, speaker=speaker["speaker"])

    def _not_claims(self, entries: list[Mapping[str, str]]) -> Iterator[Stretch]:
        for entry in entries:
            yield from self._named("not_claims", entry)

    def _named(self, where: str, entry: Mapping[str, str]) -> Iterator[Stretch]:
        for source, text in entry.items():
            if source != REASON:
                yield self._slice(where, source, text)

    def _slices(self, where: str, sources: Mapping[str, list[str]]) -> Iterator[Stretch]:
        for source, slices in sources.items():
            yield from (self._slice(where, source, text) for text in slices)

    def _slice(self, where: str, source: str, text: str) -> Stretch:
        if source not in self.texts:
            raise self._error(f"{where} names source {source!r}, which has no text file in the folder", text)
        start = self.texts[source].find(text)
        if start < 0:
            raise self._error(f"{where} quotes words that {source}.txt does not have", text)
        return Stretch(source=source, span=Span(start, start + len(text)), text=text)

    def _error(self, flaw: str, text: str) -> GoldError:
        shown = text if len(text) <= SHOWN else text[:SHOWN] + "…"
        return GoldError(f"{self.event / GOLD_FILE}: {flaw}: {shown!r}")
