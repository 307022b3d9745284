"""Scores on OpenSanctions' name pairs (nomenklatura, MIT) and territory names (rigour, MIT)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.comparison.name import compare_names
from reconcile.evaluation.counts import Tally, share
from reconcile.evaluation.facet_suites.rows import suite_rows
from reconcile.facets.names.gazetteer import resolve_territory
from reconcile.schema import NameFacet, NameKind, Span, Verdict

_SAME = (Verdict.AGREE, Verdict.COMPATIBLE)

_KINDS = {
    "Person": NameKind.PERSON,
    "Company": NameKind.ORGANISATION,
    "Organization": NameKind.ORGANISATION,
    "LegalEntity": NameKind.ORGANISATION,
}
"""The suite's schemas; its few vessels are names of no kind to us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchScores:
    """Precision, recall and F1 of calling pairs of names one; how many pairs were asked.

    ``false_conflicts`` is the share of matching pairs that are called different.
    """

    pairs: int
    precision: float
    recall: float
    f1: float
    false_conflicts: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePairScores:
    """The scores by kind of name. The suite has no places."""

    persons: MatchScores
    organisations: MatchScores
    others: MatchScores


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryScores:
    """Shares of the names asked for that lead to the right code, and to a wrong one."""

    names: int
    recall: float
    wrong: float


def score_name_pairs(path: Path) -> NamePairScores:
    """What ``compare_names`` makes of the pairs: AGREE and COMPATIBLE count as a match.

    ``path`` is name_pairs_dev.jsonl.gz or a file like it: name1, name2, schema, is_match.
    """
    judged: dict[NameKind, list[tuple[bool, Verdict]]] = {kind: [] for kind in NameKind}
    for pair in suite_rows(path):
        kind = _KINDS.get(pair["schema"], NameKind.OTHER)
        compared = compare_names(_facet(pair["name1"], kind), _facet(pair["name2"], kind))
        judged[kind].append((pair["is_match"] in (True, "true"), compared.verdict))
    return NamePairScores(
        persons=_scores(judged[NameKind.PERSON]),
        organisations=_scores(judged[NameKind.ORGANISATION]),
        others=_scores(judged[NameKind.OTHER]),
    )


def score_territories(path: Path) -> TerritoryScores:
    """How English, full and strong names of countries and territories resolve.

    ``path`` is territory_aliases.jsonl.gz or a file like it: code, name, full_name, names_strong.
    """
    right = wrong = asked = 0
    for territory in suite_rows(path):
        names = {territory["name"], territory["full_name"] or territory["name"], *territory["names_strong"]}
        for name in names:
            found = resolve_territory(name)
            asked += 1
            right += found is not None and found.code == territory["code"]
            wrong += found is not None and found.code != territory["code"]
    return TerritoryScores(names=asked, recall=share(right, asked), wrong=share(wrong, asked))


def _facet(name: str, kind: NameKind) -> NameFacet:
    return NameFacet(span=Span(0, len(name)), text=name, name_kind=kind, canonical=name)


def _scores(judged: Sequence[tuple[bool, Verdict]]) -> MatchScores:
    matches = sum(match for match, _ in judged)
    taken = sum(verdict in _SAME for _, verdict in judged)
    hits = sum(match and verdict in _SAME for match, verdict in judged)
    denied = sum(match and verdict is Verdict.CONFLICT for match, verdict in judged)
    rates = Tally(gold=matches, found=hits, made=taken, right=hits).rates
    return MatchScores(
        pairs=len(judged),
        precision=rates.precision,
        recall=rates.recall,
        f1=rates.f1,
        false_conflicts=share(denied, matches),
    )
