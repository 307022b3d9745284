"""Options of several commands; values that click has no type for: ``A=value`` pairs and statuses."""

from __future__ import annotations

import re
from collections.abc import Mapping

import click

from reconcile.schema import GroupStatus

takes_score_format = click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="The form of the scores.",
)

_PAIR = re.compile(r"([A-Za-z]+)=(.+)", re.DOTALL)


def by_source(ctx: click.Context, param: click.Parameter, pairs: tuple[str, ...]) -> Mapping[str, str]:
    """A callback: ``A=value`` pairs as a mapping; another form or a letter given twice is a usage error."""
    values: dict[str, str] = {}
    for pair in pairs:
        match = _PAIR.fullmatch(pair)
        if match is None:
            raise click.BadParameter(
                f"{pair!r} is not of the form A=value, with a source's letter.", ctx, param
            )
        letter = match[1].upper()
        if letter in values:
            raise click.BadParameter(f"source {letter} is given twice.", ctx, param)
        values[letter] = match[2].strip()
    return values


def statuses(ctx: click.Context, param: click.Parameter, value: str | None) -> frozenset[GroupStatus]:
    """A callback: statuses separated by commas; all of them where the option is not given."""
    if value is None:
        return frozenset(GroupStatus)
    names = [name.strip().lower() for name in value.split(",") if name.strip()]
    known = {status.value: status for status in GroupStatus}
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        named = ", ".join(map(repr, unknown)) or "an empty list"
        raise click.BadParameter(f"{named} is no status; the statuses are {', '.join(known)}.", ctx, param)
    return frozenset(known[name] for name in names)
