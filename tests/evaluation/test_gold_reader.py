"""Gold is read to the letter, and a flaw in it is told in one sentence."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from reconcile.errors import GoldError
from reconcile.evaluation import read_gold
from reconcile.evaluation.gold import Gold
from reconcile.evaluation.stretch import Stretch
from reconcile.schema import DiscrepancyKind
from tests.evaluation.harbour_event import GOLD, TEXTS, write_event


def test_every_span_is_where_its_words_stand(tmp_path: Path) -> None:
    stretches = _stretches(read_gold(write_event(tmp_path / "harbour")))
    assert len(stretches) > 15
    for stretch in stretches:
        assert stretch.span.of(TEXTS[stretch.source]) == stretch.text


def test_newlines_are_not_translated(tmp_path: Path) -> None:
    gold = read_gold(write_event(tmp_path / "harbour"))
    assert gold.speakers[0].quote.span.start == TEXTS["A"].index("the pier")
    assert "\r\n" in TEXTS["A"][: gold.speakers[0].quote.span.start]


def test_a_value_is_found_inside_its_member_not_before_it(tmp_path: Path) -> None:
    gold = read_gold(write_event(tmp_path / "harbour"))
    wording = next(found for found in gold.discrepancies if found.kind is DiscrepancyKind.WORDING)
    assert [value.text for value in wording.values] == ["passengers", "people"]
    assert gold.groups[1].members[0].span.contains(wording.values[0].span)


def test_the_event_is_named_by_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_event(tmp_path / "harbour"))
    assert read_gold(Path()).event == "harbour"


def test_a_trap_of_three_sources_is_no_pair(tmp_path: Path) -> None:
    assert [trap.why for trap in read_gold(write_event(tmp_path / "harbour")).traps] == ["another vessel"]


@pytest.mark.parametrize(
    ("step", "value", "told"),
    [
        (("groups", 0, "members", "A", 0), "no such words", "A.txt does not have: 'no such words'"),
        (("groups", 1, "discrepancies", 0, "values", "B"), "dawn", "stands in none of its members: 'dawn'"),
        (("groups", 1, "discrepancies", 0, "kind"), "colour", "at groups/1/discrepancies/0/kind, 'colour'"),
        (("groups", 2, "status"), "fine", "at groups/2/status"),
        (("single_source", "Z"), ["words"], "names source 'Z', which has no text file"),
        (("single_source", "../A"), ["words"], "names source '../A', which has no text file"),
        (("single_source", "B"), "words", "at single_source/B"),
        (("single_source", "B"), ["\ud800\x1b[31m"], r"'\ud800\x1b[31m'"),
        (("traps", 0, "A"), "", "at traps/0/A"),
        (("groups",), None, "at groups"),
        (("speakers", 0), {"source": "A"}, "at speakers/0"),
    ],
)
def test_a_flaw_is_told_in_one_sentence(
    tmp_path: Path, step: tuple[str | int, ...], value: object, told: str
) -> None:
    event = write_event(tmp_path / "harbour", gold=_changed(step, value))
    with pytest.raises(GoldError) as caught:
        read_gold(event)
    assert str(caught.value).startswith(f"{event / 'gold.json'}: ")
    assert told in str(caught.value)
    assert str(caught.value).isprintable()


def test_a_long_slice_is_cut_in_the_error(tmp_path: Path) -> None:
    event = write_event(tmp_path / "harbour", gold=_changed(("single_source", "B"), ["x" * 5000]))
    with pytest.raises(GoldError) as caught:
        read_gold(event)
    assert len(str(caught.value)) < 300 + len(str(event))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_gold_that_is_no_annotation_is_refused(tmp_path: Path, content: bytes) -> None:
    event = write_event(tmp_path / "harbour")
    (event / "gold.json").write_bytes(content)
    with pytest.raises(GoldError, match=r"gold\.json: not "):
        read_gold(event)


def test_a_missing_gold_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"gold\.json: cannot be read"):
        read_gold(tmp_path)


def test_a_text_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    event = write_event(tmp_path / "harbour")
    (event / "B.txt").write_bytes(b"caf\xe9")
    with pytest.raises(GoldError, match=r"B\.txt: not UTF-8"):
        read_gold(event)


def _changed(step: tuple[str | int, ...], value: object) -> dict[str, Any]:
    gold = copy.deepcopy(GOLD)
    place: Any = gold
    for key in step[:-1]:
        place = place[key]
    place[step[-1]] = value
    return gold


def _stretches(gold: Gold) -> list[Stretch]:
    values = [value for found in gold.discrepancies for value in found.values]
    members = [member for group in gold.groups for member in group.members]
    traps = [side for trap in gold.traps for side in (trap.left, trap.right)]
    quotes = [speaker.quote for speaker in gold.speakers]
    return [*members, *values, *gold.single_source, *traps, *quotes, *gold.not_claims]
