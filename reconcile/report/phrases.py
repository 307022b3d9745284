"""The words that all views share: statuses, the summary line, sources, speakers, facets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Context, Decimal

from reconcile.report.safe_text import one_line, shortened
from reconcile.report.selection import RenderOptions
from reconcile.schema import (
    AnyFacet,
    Claim,
    Document,
    GroupStatus,
    Interval,
    NameFacet,
    PlaceFacet,
    Polarity,
    QuantityFacet,
    Report,
    TimeFacet,
    TimeForm,
)
from reconcile.schema.facet import Granularity

STATUS_MEANING: Mapping[GroupStatus, str] = {
    GroupStatus.CONFLICT: "cannot both be true as written",
    GroupStatus.UPDATE: "the facts moved on between the dates of publication",
    GroupStatus.PRECISION: "compatible, one says it more exactly or completely",
    GroupStatus.WORDING: "the same content in words an editor would care about",
    GroupStatus.AGREEMENT: "the same content",
    GroupStatus.SINGLE_SOURCE: "said by one source only",
}
STATUS_MARK: Mapping[GroupStatus, str] = {
    GroupStatus.CONFLICT: "✗",
    GroupStatus.UPDATE: "↻",
    GroupStatus.PRECISION: "≈",
    GroupStatus.WORDING: "~",
    GroupStatus.AGREEMENT: "✓",
    GroupStatus.SINGLE_SOURCE: "·",
}
LONGEST_PASSAGE = 400
"""Characters of a claim, title or note that the table shows; the JSON report has all of them."""
FEW_DIGITS = 6
"""Digits that a number has which was computed and does not come out even."""
MOST_DIGITS = 18
_PLURAL = {
    GroupStatus.CONFLICT: "conflicts",
    GroupStatus.UPDATE: "updates",
    GroupStatus.AGREEMENT: "agreements",
}
_UNITS = ((86_400, "days"), (3_600, "hours"), (60, "minutes"))
_WITHOUT_END = (Granularity.TIME_OF_DAY, Granularity.DAY_PART, Granularity.DAY)


def summary(report: Report) -> str:
    """One sentence: sources, claims, groups, and how many of each status."""
    counts = report.counts
    statuses = ", ".join(_counted(counts[status.value], status) for status in GroupStatus)
    return (
        f"{_number(len(report.documents), 'source')}, {_number(counts['claims'], 'claim')} "
        f"in {_number(counts['groups'], 'group')}: {statuses}."
    )


def selection_note(shown: int, report: Report, options: RenderOptions) -> str:
    """What the options left out, in a sentence; empty when they show everything."""
    if options.shows_everything:
        return ""
    statuses = ", ".join(status.value for status in GroupStatus if status in options.only)
    least = f"confidence {options.min_confidence:.2f} or more"
    return f"Shown: {shown} of {len(report.groups)} ({statuses}; {least})."


def brief(text: str) -> str:
    """``text`` on one line, safe to print and cut where it is very long."""
    return shortened(one_line(text), LONGEST_PASSAGE)


def said_by(claim: Claim) -> str:
    """Who a claim is attributed to, to follow its text; empty where it is nobody."""
    return f" [{brief(claim.speaker.name)}]" if claim.speaker else ""


def source_line(document: Document) -> str:
    """Path, title, publisher and date of publication with its origin, safe to print."""
    source = document.source
    parts = [source.path]
    if source.title:
        parts.append(f"“{source.title}”")
    if source.publisher:
        parts.append(source.publisher)
    parts.append(
        f"{source.published} (date from the {source.published_from})" if source.published else "date unknown"
    )
    if source.republishes:
        parts.append(f"republishes {source.republishes}")
    return brief(", ".join(parts))


def notes(report: Report) -> tuple[str, ...]:
    """Warnings and failures, a safe sentence each."""
    failed = tuple(f"Not used: {f.source} {f.path}: {f.error}" for f in report.failures)
    return tuple(brief(note) for note in (*(f"Warning: {w}" for w in report.warnings), *failed))


def standing(claim: Claim) -> str:
    """Certainty, polarity and speaker of a claim: ``"reported, negated; Smith (said, quoted)"``."""
    words = [claim.certainty.value, *([claim.polarity.value] if claim.polarity is Polarity.NEGATED else [])]
    described = ", ".join(words)
    if claim.speaker is None:
        return described
    speaker = claim.speaker
    name = (
        f"{speaker.text} = {speaker.resolved}"
        if speaker.resolved not in (None, speaker.text)
        else speaker.text
    )
    return brief(f"{described}; {name} ({speaker.cue}{', quoted' if speaker.quoted else ''})")


def reading(facet: AnyFacet) -> str:
    """A facet's words and what they were read as: ``“next week” = 2025-09-01 to 2025-09-07``."""
    return brief(f"“{facet.text}” = {_reading(facet)}")


def _reading(facet: AnyFacet) -> str:
    match facet:
        case QuantityFacet():
            return _quantity(facet)
        case TimeFacet():
            return _time(facet)
        case NameFacet():
            return f"{facet.canonical} ({facet.name_kind.value})"
        case PlaceFacet():
            return f"{facet.canonical} ({facet.country or facet.place_kind.value})"


def _quantity(facet: QuantityFacet) -> str:
    counted = f"({facet.counted})" if facet.counted else None
    return " ".join(part for part in (_bounds(facet.low, facet.high, facet.unit), counted) if part)


def _bounds(low: Decimal | None, high: Decimal | None, unit: str | None) -> str:
    measure = f" {unit}" if unit else ""
    if low is not None and high is not None:
        return f"{_digits(low)}{measure}" if low == high else f"{_digits(low)} to {_digits(high)}{measure}"
    if high is not None:
        return f"{_digits(high)}{measure} or less"
    return "any number" if low is None else f"{_digits(low)}{measure} or more"


def _digits(number: Decimal) -> str:
    """Plain digits with thousands apart, but a power of ten where they would fill the screen."""
    if not number.is_finite() or abs(number.adjusted()) >= MOST_DIGITS:
        return str(number)
    return f"{_few_decimals(number).normalize():,f}"


def _few_decimals(number: Decimal) -> Decimal:
    """The number as it was written; one that was computed, as a third is, with a few digits, but all that
    stand before the point."""
    if len(number.as_tuple().digits) <= MOST_DIGITS or number == number.to_integral_value():
        return number
    return Context(prec=max(FEW_DIGITS, number.adjusted() + 1)).plus(number)


def _time(facet: TimeFacet) -> str:
    if facet.form is TimeForm.DURATION:
        return _duration(facet.length_low, facet.length_high)
    exact = facet.clock.isoformat("minutes") if facet.clock else facet.day_part
    if facet.interval is None:
        return f"{exact} of an unresolved day" if exact else "unresolved"
    day = _days(facet.interval, facet.granularity)
    return f"{day} {exact}" if exact else day


def _duration(low: Decimal | None, high: Decimal | None) -> str:
    """Seconds in the largest unit that both bounds are whole numbers of."""
    given = [seconds for seconds in (low, high) if seconds is not None]
    if not given:
        return "any length"
    divisors = (unit for unit in _UNITS if all(_is_multiple(seconds, unit[0]) for seconds in given))
    length, name = next(divisors, (1, "seconds"))
    shortest, longest = (None if seconds is None else seconds / length for seconds in (low, high))
    return _bounds(shortest, longest, name.removesuffix("s") if shortest == longest == 1 else name)


def _is_multiple(seconds: Decimal, length: int) -> bool:
    """Whether ``seconds`` is a whole number of ``length``; decimals cannot tell for huge numbers."""
    return seconds.is_finite() and seconds.adjusted() < MOST_DIGITS and seconds % length == 0


def _days(interval: Interval, granularity: Granularity | None) -> str:
    last = interval.end - dt.timedelta(days=1)
    if granularity in _WITHOUT_END or last == interval.begin:
        return f"{interval.begin}"
    return f"{interval.begin} to {last}"


def _counted(count: int, status: GroupStatus) -> str:
    word = _PLURAL.get(status, status.value) if count != 1 else status.value
    return f"{count} {word}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
