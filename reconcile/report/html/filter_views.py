"""The filters of the page: only what tells its findings and statements apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reconcile.report.html.facts import UNREVIEWED, Facts
from reconcile.report.html.finding_views import SEVERITY_MARK
from reconcile.report.html.judgement_views import DECISION_MARK, DECISION_WORD
from reconcile.report.html.material import Material
from reconcile.report.phrases import STATUS_MARK
from reconcile.schema import Decision, DiscrepancyKind, GroupStatus, SeverityLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One box to tick; ``mark`` is a symbol or letter before its word, ``css`` its colour."""

    value: str
    word: str
    mark: str = ""
    css: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterView:
    """A set of boxes; ``name`` is the attribute that it looks at."""

    name: str
    legend: str
    choices: tuple[Choice, ...]


def filter_views(material: Material, facts: Sequence[Facts]) -> tuple[FilterView, ...]:
    """Status, kind, severity, source and decision, each where two choices or more occur."""
    views = (
        _filter("st", "Status", _statuses(), facts, lambda f: f.status),
        _filter("k", "Kind", _kinds(), facts, lambda f: f.kinds),
        _filter("sev", "Severity", _severities(), facts, lambda f: f.severities),
        _filter("src", "Source", _sources(material), facts, lambda f: f.sources),
        _filter("d", "Decision", _decisions(), facts, lambda f: f.decisions),
    )
    return tuple(view for view in views if len(view.choices) > 1)


def _filter(
    name: str,
    legend: str,
    choices: Iterable[Choice],
    facts: Sequence[Facts],
    of: Callable[[Facts], str],
) -> FilterView:
    present = {word for item in facts for word in of(item).split()}
    kept = tuple(choice for choice in choices if choice.value in present)
    return FilterView(name=name, legend=legend, choices=kept)


def _statuses() -> Iterable[Choice]:
    return (Choice(value=s.value, word=s.value, mark=STATUS_MARK[s], css=f"s-{s.value}") for s in GroupStatus)


def _kinds() -> Iterable[Choice]:
    return (Choice(value=kind.value, word=kind.value) for kind in DiscrepancyKind)


def _severities() -> Iterable[Choice]:
    return (Choice(value=s.value, word=s.value, mark=SEVERITY_MARK[s]) for s in SeverityLevel)


def _sources(material: Material) -> Iterable[Choice]:
    return (
        Choice(value=source.id, word=source.name, mark=source.id) for source in material.source_views.values()
    )


def _decisions() -> Iterable[Choice]:
    judged = (Choice(value=d.value, word=DECISION_WORD[d], mark=DECISION_MARK[d]) for d in Decision)
    return (*judged, Choice(value=UNREVIEWED, word="not reviewed", mark="·"))
