"""What would be reported of each event had nothing been fitted on it (leave one event out)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reconcile.errors import OptionError
from reconcile.evaluation.assessment import assess
from reconcile.evaluation.calibration import Observation, group_observations
from reconcile.evaluation.labels import LabelledEvent, LabelledPair
from reconcile.evaluation.regrouping import regrouped
from reconcile.models.platt_scaling import PlattScaling
from reconcile.models.weighted_features import weighted_probability
from reconcile.schema import Report

FEWEST = 3
"""Events that leaving one out needs: calibrating on the others leaves out one of them in turn."""

Weights = Mapping[str, float]
Numbers = frozenset[int]
"""Events by their position."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """How weights are fitted to labelled pairs, and a calibration to groups and how right they are."""

    weights: Callable[[Sequence[LabelledPair]], Weights]
    calibration: Callable[[Sequence[Observation]], PlattScaling]


def held_out(events: Sequence[LabelledEvent], fitting: Fitting) -> Iterator[Report]:
    """Each event's report without discrepancies, by weights and a calibration from all other events.

    Raises OptionError for fewer events than ``FEWEST``, and where there is nothing to fit.
    """
    if len(events) < FEWEST:
        raise OptionError(f"calibration that leaves one event out needs {FEWEST} events or more")
    fitted = _Fitted(events, fitting)
    for number, event in enumerate(events):
        others = frozenset(range(len(events))) - {number}
        yield regrouped(event, fitted.scores(number, others), calibration=fitted.calibration(others))


def calibrate(events: Sequence[LabelledEvent], fitting: Fitting) -> PlattScaling:
    """The calibration fitted on the groups of each event as weights from all other events make them.

    Raises OptionError for one event only, and where there is nothing to fit.
    """
    if len(events) < 2:
        raise OptionError("calibration needs two events or more")
    return _Fitted(events, fitting).calibration(frozenset(range(len(events))))


class _Fitted:
    """What is fitted on some of the events, each fit done once."""

    def __init__(self, events: Sequence[LabelledEvent], fitting: Fitting) -> None:
        self._events = events
        self._fitting = fitting
        self._weights = cache(self._fit)

    def scores(self, number: int, fitted_on: Numbers) -> list[float]:
        weights = self._weights(fitted_on)
        return [weighted_probability(pair.features, weights) for pair in self._events[number].pairs]

    def calibration(self, fitted_on: Numbers) -> PlattScaling:
        return self._fitting.calibration(
            [one for number in sorted(fitted_on) for one in self._observed(number, fitted_on - {number})]
        )

    def _observed(self, number: int, fitted_on: Numbers) -> Iterator[Observation]:
        event = self._events[number]
        report = regrouped(event, self.scores(number, fitted_on))
        return group_observations(report, assess(report, event.gold))

    def _fit(self, fitted_on: Numbers) -> Weights:
        return self._fitting.weights(
            [pair for number in sorted(fitted_on) for pair in self._events[number].pairs]
        )
