"""The figures are those of the project's shared scorer, where it is at hand."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.evaluation import Gold, read_gold, score
from reconcile.evaluation.score_json import score_fields
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, Report
from tests.evaluation.harbour_event import GOLD, TEXTS, ReportBuilder, perfect_report, write_event

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "tools" / "score_report.py"
EVENTS = sorted(path.parent for path in SHARED.glob("events/*/gold.json"))

pytestmark = [
    pytest.mark.skipif(not SCORER.is_file(), reason="the shared scorer is not here"),
    # The shared scorer leaves the texts that it reads open.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_event(tmp_path_factory.mktemp("events") / "harbour")


def test_a_perfect_report_scores_the_same(event: Path) -> None:
    _assert_same(perfect_report(), read_gold(event), GOLD)


@given(seed=st.integers(0, 2**32))
def test_any_report_scores_the_same(event: Path, seed: int) -> None:
    gold = read_gold(event)
    _assert_same(_noisy(gold, TEXTS, random.Random(seed)), gold, GOLD)


@pytest.mark.parametrize("folder", EVENTS, ids=lambda folder: folder.name)
def test_noisy_reports_on_real_events_score_the_same(folder: Path) -> None:
    texts = {path.stem: path.read_bytes().decode() for path in folder.glob("*.txt")}
    gold, raw = read_gold(folder), json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for seed in range(3):
        report = _noisy(gold, texts, random.Random(seed))
        assert score(report, gold).counts.alignment.right
        _assert_same(report, gold, raw)


def _assert_same(report: Report, gold: Gold, raw: dict[str, Any]) -> None:
    scorer = _scorer()
    counts = scorer.score(_as_json(report), raw, gold.path)
    ours = score_fields(score(report, gold).counts)
    assert ours["counts"] == counts
    assert {name: ours[name] for name in scorer.rates(counts)} == scorer.rates(counts)


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_report", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _as_json(report: Report) -> dict[str, Any]:
    """What the scorer reads of the JSON report."""
    return {
        "sources": [{"id": source.id, "path": source.path} for source in report.sources],
        "claims": [
            {"id": claim.id, "source": claim.source, "start": claim.span.start, "end": claim.span.end}
            for claim in report.claims
        ],
        "groups": [
            {
                "claims": list(group.claims),
                "discrepancies": [
                    {
                        "kind": found.kind.value,
                        "relation": found.relation.value,
                        "values": [
                            {"source": value.source, "start": value.span.start, "end": value.span.end}
                            for value in found.values
                        ],
                    }
                    for found in group.discrepancies
                ],
            }
            for group in report.groups
        ],
    }


def _noisy(gold: Gold, texts: dict[str, str], chance: random.Random) -> Report:
    """A report about gold's stretches, shifted and stretched, joined partly at random."""
    builder = ReportBuilder(texts)
    loose = [*gold.single_source, *(side for trap in gold.traps for side in (trap.left, trap.right))]
    for group in gold.groups:
        members = [member for member in group.members if chance.random() < 0.8]
        members += chance.sample(loose, k=chance.choice((0, 0, 1))) if loose else []
        places = [
            (member.source, _moved(member.span.start, member.span.end, texts[member.source], chance))
            for member in members
        ]
        if places:
            claims = [builder.claim_at(source, *place) for source, place in places]
            builder.group(claims, *_differences(builder, gold, texts, chance))
    pairs = [builder.claim_at(side.source, side.span.start, len(side.span)) for side in loose]
    chance.shuffle(pairs)
    for start in range(0, len(pairs), 2):
        builder.group(pairs[start : start + 2])
    return builder.report()


def _differences(
    builder: ReportBuilder, gold: Gold, texts: dict[str, str], chance: random.Random
) -> list[Any]:
    made = []
    for expected in gold.discrepancies:
        if chance.random() < 0.1 and len(expected.values) > 1:
            kind = chance.choice([expected.kind, *DiscrepancyKind])
            relation = chance.choice([expected.relation, *DiscrepancyRelation])
            places = [
                (value.source, _moved(value.span.start, value.span.end, texts[value.source], chance))
                for value in expected.values
            ]
            made.append(builder.discrepancy_at(kind, relation, places))
    return made


def _moved(start: int, end: int, text: str, chance: random.Random) -> tuple[int, int]:
    """Start and length of a stretch near the given one."""
    reach = end - start
    moved = min(max(0, start + chance.choice((0, 0, 1, -1)) * chance.randint(0, reach)), len(text) - 1)
    length = max(1, int(reach * chance.choice((1.0, 1.0, 0.5, 2.0, 5.0))))
    return moved, min(length, len(text) - moved)
