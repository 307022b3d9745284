"""Which suite a file holds, and its scores."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.errors import GoldError
from reconcile.evaluation.facet_suites.names import score_name_pairs, score_territories
from reconcile.evaluation.facet_suites.quantity import score_quantities
from reconcile.evaluation.facet_suites.temporal import score_timex

Scorer = Callable[[Path], Mapping[str, float]]

SCORERS: Mapping[str, Scorer] = {
    "timex": score_timex,
    "ms_age": score_quantities,
    "ms_currency": score_quantities,
    "ms_dimension": score_quantities,
    "ms_number": score_quantities,
    "ms_percent": score_quantities,
    "ms_range": score_quantities,
    "name_pairs": score_name_pairs,
    "territory": score_territories,
}
"""How a suite's file name begins, and the function that scores it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuiteScore:
    """The figures of one suite by name, each a share between 0 and 1."""

    suite: str
    figures: Mapping[str, float]


def score_suites(paths: Sequence[Path]) -> Iterator[SuiteScore]:
    """The scores of every suite that ``paths`` are or hold, those of one folder by name.

    What a suite asks is told by how its file name begins (see SCORERS); other files of a folder
    are passed over. Raises GoldError for a path without a suite and for a malformed row.
    """
    for path in [suite for path in paths for suite in _suites_of(path)]:
        yield SuiteScore(suite=path.name.split(".")[0], figures=_scored(path))


def _suites_of(path: Path) -> list[Path]:
    if not path.exists():
        raise GoldError(f"{path}: no such file or folder")
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    suites = [file for file in files if file.is_file() and _scorer(file) is not None]
    if not suites:
        raise GoldError(f"{path}: no suite of facets (the file name tells: {', '.join(SCORERS)})")
    return suites


def _scorer(path: Path) -> Scorer | None:
    return next((scorer for prefix, scorer in SCORERS.items() if path.name.startswith(prefix)), None)


def _scored(path: Path) -> Mapping[str, float]:
    scorer = _scorer(path)
    if scorer is None:
        raise GoldError(f"{path}: no suite of facets")
    try:
        return scorer(path)
    except (KeyError, TypeError, ValueError) as error:
        raise GoldError(f"{path}: a row lacks what its suite needs ({error!r})") from error
