"""What may stand in a slot: a value that can be worded twice alike, or edited with a known relation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from reconcile.training.relation_classifier.examples import Relation
from reconcile.training.relation_classifier.minimal_pairs.calendar_slots import (
    MONTHS,
    WEEKDAYS,
    Month,
    Weekday,
    drawn_clock,
    drawn_date,
)
from reconcile.training.relation_classifier.minimal_pairs.figure_slots import drawn_figure
from reconcile.training.relation_classifier.minimal_pairs.frames import Filler, Frame
from reconcile.training.relation_classifier.minimal_pairs.graded_slots import (
    drawn_quota,
    drawn_score,
    drawn_trend,
)
from reconcile.training.relation_classifier.minimal_pairs.measures import COUNT_RANGES, MEASURES
from reconcile.training.relation_classifier.minimal_pairs.named_slots import (
    drawn_choice,
    drawn_official,
    drawn_person,
    drawn_several,
)
from reconcile.training.relation_classifier.minimal_pairs.place_slots import drawn_city
from reconcile.training.relation_classifier.minimal_pairs.source import Source


class Slot(Protocol):
    """A value in a slot."""

    @property
    def kind(self) -> str:
        """The kind of edit that changes it."""
        ...

    def same(self, source: Source) -> tuple[str, str]:
        """Two wordings of the value, one and the same in meaning."""
        ...

    def edited(self, relation: Relation, source: Source) -> tuple[str, str] | None:
        """A wording for the premise and one for the hypothesis; None if this value has none such."""
        ...


_DRAWN: dict[str, Callable[[Source], Slot]] = {
    "person": drawn_person,
    "official": drawn_official,
    "city": drawn_city,
    "place": lambda source: drawn_city(source, "in "),
    "towns": lambda source: drawn_several(source, places=True),
    "persons": lambda source: drawn_several(source, places=False),
    "weekday": lambda source: Weekday(source.pick(WEEKDAYS)),
    "month": lambda source: Month(source.pick(MONTHS)),
    "date": drawn_date,
    "clock": drawn_clock,
    "score": drawn_score,
    "trend": drawn_trend,
}


def drawn_slot(filler: Filler, source: Source) -> Slot:
    """A value for the slot."""
    if filler.sort == "quota":
        return drawn_quota(source, filler.noun)
    if filler.sort in COUNT_RANGES or filler.sort in MEASURES:
        return drawn_figure(filler.sort, filler.noun, source)
    draw = _DRAWN.get(filler.sort)
    return draw(source) if draw else drawn_choice(filler.sort, source)


def drawn_slots(frame: Frame, source: Source) -> dict[str, Slot]:
    """A value for every slot of the frame, all different."""
    values: dict[str, Slot] = {}
    for name, filler in frame.fillers.items():
        value = drawn_slot(filler, source)
        while value in values.values():
            value = drawn_slot(filler, source)
        values[name] = value
    return values


TIMES = frozenset({"weekday", "date", "month", "clock", "quarter"})
"""Slots that say when; not every mood has them."""
TELLING = frozenset(
    {"person", "official", "city", "place", "country", "company", "team", "party", "date", "university"}
)
"""Slots that tell one event from another of its kind."""
