"""Which suite a file holds, and its scores."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from reconcile.errors import GoldError
from reconcile.evaluation.facet_suites import quantity
from reconcile.evaluation.facet_suites.names import score_name_pairs, score_territories
from reconcile.evaluation.facet_suites.sentences import score_sentences
from reconcile.evaluation.facet_suites.temporal import score_datetimes, score_timex

SCORERS: Mapping[str, Callable[[Path], object]] = {
    "timex": score_timex,
    "ms_datetime": score_datetimes,
    **quantity.SUITES,
    "name_pairs": score_name_pairs,
    "territory": score_territories,
    "sentences": score_sentences,
}
"""How a suite's file name begins, and the function that gives its scores, a dataclass of figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuiteScore:
    """The figures of one suite by name: shares between 0 and 1, and counts as integers."""

    suite: str
    figures: Mapping[str, float]


def score_suites(paths: Sequence[Path]) -> Iterator[SuiteScore]:
    """The scores of every suite that ``paths`` are or hold, those of one folder by name.

    Two suites of one name, from two folders, are told apart by their paths.

    What a suite asks is told by how its file name begins (see SCORERS); other files of a folder
    are passed over. Raises GoldError for a path without a suite and for a malformed row.
    """
    suites = [suite for path in paths for suite in _suites_of(path)]
    names = [suite.name.split(".")[0] for suite in suites]
    for suite, name in zip(suites, names, strict=True):
        told = name if names.count(name) == 1 else str(suite)
        yield SuiteScore(suite=told, figures=dict(_figures(_scored(suite))))


def _suites_of(path: Path) -> list[Path]:
    if not path.exists():
        raise GoldError(f"{path}: no such file or folder")
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    suites = [file for file in files if file.is_file() and _prefix(file) is not None]
    if not suites:
        raise GoldError(f"{path}: no suite of facets (the file name tells: {', '.join(SCORERS)})")
    return suites


def _prefix(path: Path) -> str | None:
    return next((prefix for prefix in SCORERS if path.name.startswith(prefix)), None)


def _scored(path: Path) -> object:
    try:
        return SCORERS[_prefix(path) or ""](path)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise GoldError(f"{path}: a row lacks what its suite needs ({error!r})") from error


def _figures(score: object, prefix: str = "") -> Iterator[tuple[str, float]]:
    """The fields of a dataclass, those of one inside it under both names."""
    if not is_dataclass(score):
        raise TypeError(f"no dataclass of figures: {score!r}")
    for field in fields(score):
        value = getattr(score, field.name)
        if isinstance(value, int | float):
            yield prefix + field.name, value
        else:
            yield from _figures(value, f"{prefix}{field.name}.")
