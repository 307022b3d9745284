"""Options of several commands; values that click has no type for: ``A=value`` pairs and statuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

import click

from reconcile.schema import GroupStatus
from reconcile.settings import DEFAULT_ENCODER, DEFAULT_PARSER, ModelSettings

takes_score_format = click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="The form of the scores.",
)

_PARSER_OPTION = click.option(
    "--parser",
    metavar="MODEL",
    default=DEFAULT_PARSER,
    show_default=True,
    help="Name or path of the spaCy pipeline that parses sentences.",
)

_MODEL_OPTIONS = (
    click.option(
        "--encoder",
        metavar="MODEL",
        default=DEFAULT_ENCODER,
        show_default=True,
        help="Name or path of the sentence encoder.",
    ),
    _PARSER_OPTION,
    click.option(
        "--no-cache", is_flag=True, help="Neither use nor keep what models computed in earlier runs."
    ),
    click.option(
        "--rules-only", is_flag=True, help="Report what rules find, not what the trained tagger marks."
    ),
)

_PAIR = re.compile(r"([A-Za-z]+)=(.+)", re.DOTALL)


def takes_models(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command --encoder, --parser, --no-cache and --rules-only as ``models``, a ModelSettings."""

    @wraps(command)
    def wrapped(
        *args: object, encoder: str, parser: str, no_cache: bool, rules_only: bool, **rest: object
    ) -> Any:
        models = ModelSettings(encoder=encoder, parser=parser, cache=not no_cache, divergences=not rules_only)
        return command(*args, models=models, **rest)

    for option in reversed(_MODEL_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def takes_parser(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command --parser as ``models``, a ModelSettings: for one that needs no other model."""

    @wraps(command)
    def wrapped(*args: object, parser: str, **rest: object) -> Any:
        return command(*args, models=ModelSettings(parser=parser), **rest)

    return _PARSER_OPTION(wrapped)


def takes_selection(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command --only and --min-confidence as ``only`` and ``min_confidence``."""
    command = click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.0,
        show_default=True,
        help="Show discrepancies of at least this confidence, and groups that are as sure or have one.",
    )(command)
    return click.option(
        "--only",
        metavar="STATUSES",
        callback=statuses,
        help=f"Show groups of these statuses only, such as conflict,update; of {', '.join(GroupStatus)}.",
    )(command)


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
