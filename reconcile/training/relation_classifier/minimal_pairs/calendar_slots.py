"""Slots that say when: a weekday, a date, a month, a time of day."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.training.relation_classifier.examples import Relation
from reconcile.training.relation_classifier.minimal_pairs.source import Source

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SHORT = {
    "January": "Jan",
    "February": "Feb",
    "August": "Aug",
    "September": "Sept",
    "October": "Oct",
    "November": "Nov",
    "December": "Dec",
}
PARTS = ("morning", "afternoon", "evening")


def wider_or_narrower(relation: Relation, narrow: str, wide: str) -> tuple[str, str]:
    """The narrow wording entails the wide one; the wide one leaves the narrow one open."""
    return (narrow, wide) if relation == Relation.ENTAILMENT else (wide, narrow)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week."""

    day: str
    kind: str = "time"

    def same(self, source: Source) -> tuple[str, str]:
        return f"on {self.day}", f"on {self.day}"

    def edited(self, relation: Relation, source: Source) -> tuple[str, str]:
        """Another day or part of the day, or the day with and without its part."""
        part = f"on {self.day} {source.pick(PARTS)}"
        if relation != Relation.CONTRADICTION:
            weekend = self.day in WEEKDAYS[5:] and source.chance(0.4)
            wide = "at the weekend" if weekend else f"on {self.day}"
            return wider_or_narrower(
                relation, part if source.chance(0.7) or not weekend else f"on {self.day}", wide
            )
        if source.chance(0.3):
            return part, f"on {self.day} {source.pick_other(PARTS, part.rsplit(' ', 1)[1])}"
        other = source.pick_other(WEEKDAYS, self.day)
        return (part if source.chance(0.2) else f"on {self.day}"), f"on {other}"


@dataclass(frozen=True, slots=True)
class Month:
    """A month."""

    month: str
    kind: str = "time"

    def same(self, source: Source) -> tuple[str, str]:
        return f"in {self.month}", f"in {self.month}"

    def edited(self, relation: Relation, source: Source) -> tuple[str, str]:
        """Another month or part of the month, or the month with and without its part."""
        part = source.pick(("early", "late", "mid"))
        if relation != Relation.CONTRADICTION:
            return wider_or_narrower(relation, _part_of_month(part, self.month), f"in {self.month}")
        if source.chance(0.3):
            first, second = source.random.sample(("early", "late"), 2)
            return _part_of_month(first, self.month), _part_of_month(second, self.month)
        return f"in {self.month}", f"in {source.pick_other(MONTHS, self.month)}"


def _part_of_month(part: str, month: str) -> str:
    return f"in mid-{month}" if part == "mid" else f"in {part} {month}"


@dataclass(frozen=True, slots=True)
class Date:
    """A day of a month."""

    day: int
    month: str
    kind: str = "time"

    @property
    def wordings(self) -> tuple[str, ...]:
        short = SHORT.get(self.month, self.month)
        return f"on {self.day} {self.month}", f"on {self.month} {self.day}", f"on {short} {self.day}"

    def same(self, source: Source) -> tuple[str, str]:
        return source.two(self.wordings)

    def edited(self, relation: Relation, source: Source) -> tuple[str, str]:
        """Another day or month, or the day and the time around it."""
        own = source.pick(self.wordings)
        if relation != Relation.CONTRADICTION:
            if relation == Relation.ENTAILMENT and source.chance(0.35):
                return own, source.pick(self.wordings)
            return wider_or_narrower(relation, own, source.pick(self._around()))
        pair = (own, self._excluded(source))
        return pair if source.chance(0.7) else (pair[1], pair[0])

    def _around(self) -> list[str]:
        part = (
            "early" if self.day <= 8 else "mid" if 12 <= self.day <= 18 else "late" if self.day >= 24 else ""
        )
        return [f"in {self.month}", *([_part_of_month(part, self.month)] if part else [])]

    def _excluded(self, source: Source) -> str:
        """Some time that the date does not lie in."""
        month = source.pick_other(MONTHS, self.month)
        far = "late" if self.day <= 12 else "early"
        other = drawn_date(source)
        while other == self:
            other = drawn_date(source)
        same_month = Date(other.day, self.month) if other.day != self.day else Date(self.day, month)
        return source.pick(
            (
                f"in {month}",
                _part_of_month(far, self.month),
                source.pick(other.wordings),
                source.pick(same_month.wordings),
            )
        )


def drawn_date(source: Source) -> Date:
    """A date in the split of this side."""
    while True:
        month = source.random.randrange(12)
        day = source.random.randint(1, DAYS[month])
        if source.owns(f"{day} {MONTHS[month]}"):
            return Date(day, MONTHS[month])


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, in minutes from midnight."""

    minutes: int
    kind: str = "time"

    @property
    def wordings(self) -> tuple[str, ...]:
        hour, minute = divmod(self.minutes, 60)
        twelve, half = (hour - 1) % 12 + 1, "am" if hour < 12 else "pm"
        short = f"{twelve}" if minute == 0 else f"{twelve}.{minute:02d}"
        colon = short.replace(".", ":")
        return f"at {short}{half}", f"at {colon} {half[0]}.m.", f"at {hour:02d}:{minute:02d}"

    @property
    def part(self) -> str:
        hour = self.minutes // 60
        return (
            PARTS[0]
            if 6 <= hour < 12
            else PARTS[1]
            if 13 <= hour < 17
            else PARTS[2]
            if 18 <= hour < 22
            else ""
        )

    def same(self, source: Source) -> tuple[str, str]:
        return source.two(self.wordings)

    def edited(self, relation: Relation, source: Source) -> tuple[str, str]:
        """Another time, or the time and the part of the day around it."""
        own = source.pick(self.wordings)
        if relation == Relation.CONTRADICTION:
            return own, self._excluded(source)
        if relation == Relation.ENTAILMENT and (not self.part or source.chance(0.4)):
            return own, source.pick(self.wordings)
        before = Clock(self.minutes // 60 * 60 - (60 if self.minutes % 60 == 0 else 0))
        wide = f"in the {self.part}" if self.part else f"after {before.wordings[0][3:]}"
        return wider_or_narrower(relation, own, wide)

    def _excluded(self, source: Source) -> str:
        if self.part and source.chance(0.25):
            return f"in the {source.pick_other(PARTS, self.part)}"
        if source.chance(0.25):
            return source.pick(Clock((self.minutes + 720) % 1440).wordings)
        hours = source.random.choice((-3, -2, -1, 1, 2, 3))
        return source.pick(Clock((self.minutes + 60 * hours) % 1440).wordings)


def drawn_clock(source: Source) -> Clock:
    """A quarter of an hour in the split of this side; not around noon and midnight, which have names."""
    while True:
        hour = source.pick((2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23))
        minutes = 60 * hour + source.pick((0, 0, 10, 15, 20, 30, 30, 40, 45, 50))
        if source.owns(f"{minutes} minutes"):
            return Clock(minutes)
