"""The gold of the fixtures is sound, and between them the fixtures show what they claim to show."""

from __future__ import annotations

import datetime as dt
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reconcile.evaluation import read_gold
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, GroupStatus

FIXTURES = Path(__file__).parents[2] / "fixtures"
EVENTS = sorted(path.parent for path in FIXTURES.glob("events/*/gold.json"))
GRAVEST_FIRST = [relation.value for relation in DiscrepancyRelation]

every_event = pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)


@every_event
def test_every_span_stands_once_in_its_text(event: Path) -> None:
    texts = _texts(event)
    for source, span in _spans(_gold(event)):
        assert texts[source].count(span) == 1, f"{source}: {span!r}"
        assert "\n" not in span


@every_event
def test_every_value_stands_inside_a_member_of_its_group(event: Path) -> None:
    for group in _gold(event)["groups"]:
        for found in group["discrepancies"]:
            assert len(found["values"]) >= 2, group["id"]
            for source, value in found["values"].items():
                assert any(value in span for span in group["members"][source]), f"{group['id']}: {value!r}"


@every_event
def test_kinds_relations_and_statuses_are_those_of_the_report(event: Path) -> None:
    gold = _gold(event)
    for group in gold["groups"]:
        assert len(group["members"]) >= 2
        assert group["status"] in set(GroupStatus) - {GroupStatus.SINGLE_SOURCE}
        for found in group["discrepancies"]:
            assert found["kind"] in set(DiscrepancyKind)
            assert found["relation"] in set(DiscrepancyRelation)
    assert len({group["id"] for group in gold["groups"]}) == len(gold["groups"])


@every_event
def test_a_group_has_the_status_of_its_gravest_firm_discrepancy(event: Path) -> None:
    for group in _gold(event)["groups"]:
        firm = [found["relation"] for found in group["discrepancies"] if not found["optional"]]
        assert not firm or group["status"] == min(firm, key=GRAVEST_FIRST.index), group["id"]
        assert group["status"] == GroupStatus.AGREEMENT or group["discrepancies"], group["id"]


@every_event
def test_single_source_claims_are_in_no_group(event: Path) -> None:
    gold = _gold(event)
    shared = {
        (source, span)
        for group in gold["groups"]
        for source, spans in group["members"].items()
        for span in spans
    }
    for source, spans in gold["single_source"].items():
        assert len(spans) <= 12
        assert not shared & {(source, span) for span in spans}


@every_event
def test_traps_are_pairs_that_no_group_joins(event: Path) -> None:
    gold = _gold(event)
    assert 2 <= len(gold["traps"]) <= 6
    for trap in gold["traps"]:
        pair = {source: words for source, words in trap.items() if source != "why"}
        assert len(pair) == 2
        for group in gold["groups"]:
            joined = [words in group["members"].get(source, []) for source, words in pair.items()]
            assert not all(joined), trap["why"]


@every_event
def test_the_manifest_describes_every_text(event: Path) -> None:
    sources = json.loads((event / "manifest.json").read_text(encoding="utf-8"))["sources"]
    assert {entry["file"] for entry in sources.values()} == {path.name for path in event.glob("*.txt")}
    assert 2 <= len(sources) <= 5
    for source, entry in sources.items():
        assert entry["file"] == f"{source}.txt"
        assert entry["publisher"]
        assert entry["published"] is None or dt.date.fromisoformat(entry["published"])


@every_event
def test_texts_are_as_long_as_short_news(event: Path) -> None:
    for source, text in _texts(event).items():
        assert 150 <= len(text.split()) <= 500, source


@every_event
def test_speakers_are_named_in_their_text(event: Path) -> None:
    texts = _texts(event)
    for entry in _gold(event).get("speakers", []):
        assert entry["speaker"].lower() in texts[entry["source"]].lower()


@every_event
def test_the_evaluation_reads_the_gold(event: Path) -> None:
    gold, written = read_gold(event), _gold(event)
    assert len(gold.groups) == len(written["groups"])
    assert len(gold.traps) == len(written["traps"])


def test_the_fixtures_show_every_kind_and_every_relation() -> None:
    firm = [
        found
        for event in EVENTS
        for group in _gold(event)["groups"]
        for found in group["discrepancies"]
        if not found["optional"]
    ]
    assert {found["kind"] for found in firm} == set(DiscrepancyKind)
    assert {found["relation"] for found in firm} == set(DiscrepancyRelation)


def test_the_fixtures_show_every_status_that_several_sources_can_have() -> None:
    statuses = {group["status"] for event in EVENTS for group in _gold(event)["groups"]}
    assert statuses == set(GroupStatus) - {GroupStatus.SINGLE_SOURCE}


def test_the_readme_tells_of_every_event() -> None:
    readme = (FIXTURES / "README.md").read_text(encoding="utf-8")
    assert len(EVENTS) >= 8
    for event in EVENTS:
        assert f"`{event.name}`" in readme


def test_one_copy_differs_little_from_its_original() -> None:
    texts = _texts(FIXTURES / "events" / "museum-theft")
    original, copy = (set(texts[source].splitlines()) - {""} for source in "AB")
    assert len(original & copy) >= len(original) // 2
    assert "Kestrel Wire" in texts["B"]


def test_only_one_source_has_no_date_at_all() -> None:
    undated = {
        (event.name, source)
        for event in EVENTS
        for source, entry in json.loads((event / "manifest.json").read_bytes())["sources"].items()
        if entry["published"] is None
    }
    assert undated == {("undated-quake", "B"), ("valley-flood", "A")}
    assert _texts(FIXTURES / "events" / "valley-flood")["A"].startswith("date 2031-06-10 KUTAISI:")
    assert "2031" not in _texts(FIXTURES / "events" / "undated-quake")["B"]


def test_accents_are_single_characters_in_one_source_and_combining_marks_in_another() -> None:
    texts = _texts(FIXTURES / "events" / "festival-prize")
    assert "Hélène" in texts["A"]
    assert "Hélène" not in texts["B"]
    assert "Hélène" in unicodedata.normalize("NFC", texts["B"])


@pytest.mark.parametrize(
    "attack",
    [
        "\x1b[",
        "\x07",
        "\x08",
        "\x9b",
        "\u202e",
        "\u2067",
        "\u200b",
        "\u2028",
        "\r\n",
        "<script>",
        "\n=HYPERLINK(",
    ],
    ids=ascii,
)
def test_the_hostile_texts_still_hold_their_hostile_bytes(attack: str) -> None:
    assert any(attack in text for text in _texts(FIXTURES / "events" / "hostile-text").values())


def _gold(event: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((event / "gold.json").read_text(encoding="utf-8"))
    return gold


def _texts(event: Path) -> dict[str, str]:
    """The texts as they are, with no newline translated."""
    return {path.stem: path.read_bytes().decode("utf-8") for path in sorted(event.glob("*.txt"))}


def _spans(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every stretch that the gold points at, with its source."""
    for listed in [group["members"] for group in gold["groups"]] + [gold["single_source"]]:
        for source, spans in listed.items():
            yield from ((source, span) for span in spans)
    for pair in gold["traps"] + gold.get("not_claims", []):
        yield from ((source, words) for source, words in pair.items() if source != "why")
    yield from ((entry["source"], entry["quote"]) for entry in gold.get("speakers", []))
