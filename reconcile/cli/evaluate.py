"""``reconcile evaluate``: whole events scored against their gold annotations."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.cli import console
from reconcile.cli.boundary import complain
from reconcile.cli.parameters import takes_score_format
from reconcile.settings import DEFAULT_ENCODER, DEFAULT_PARSER, ModelSettings, Settings


@click.command(short_help="Score whole events against their gold annotations.")
@click.argument("events", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="EVENT...")
@click.option(
    "--misses",
    "limit",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="How many of the worst misses of each kind to show.",
)
@takes_score_format
@click.option(
    "--encoder", default=DEFAULT_ENCODER, show_default=True, help="Sentence encoder, by name or path."
)
@click.option("--parser", default=DEFAULT_PARSER, show_default=True, help="spaCy pipeline, by name or path.")
@click.option("--no-cache", is_flag=True, help="Neither use nor keep what models computed in earlier runs.")
def evaluate(
    events: tuple[Path, ...], limit: int, format_name: str, encoder: str, parser: str, *, no_cache: bool
) -> None:
    """Score what diff reports against what a careful reader found.

    An EVENT is a folder with one text a source and gold.json, or a folder of such folders. The
    scores are precision, recall and F1 of the joined pairs of claims (align), of discrepancies,
    and of those that are conflicts or updates (alert); then the share of right discrepancies
    whose relation is right, the share of single-source claims left alone, and the traps sprung.
    Below stand the discrepancies by kind and the worst misses.
    """
    # Imported here so that the help does not load what only a run needs.
    from reconcile import evaluation
    from reconcile.evaluation.score_json import score_json
    from reconcile.evaluation.score_table import score_table

    settings = Settings(models=ModelSettings(encoder=encoder, parser=parser, cache=not no_cache))
    with console.progress() as progress:
        scores = tuple(evaluation.evaluate(events, settings=settings, progress=progress))
    for one in scores:
        for failure in one.failures:
            complain(f"{one.event}: source {failure.source} is left out: {failure.path}: {failure.error}")
    misses = evaluation.worst_misses((miss for one in scores for miss in one.misses), limit)
    render = score_json if format_name == "json" else score_table
    text = render(scores, evaluation.together(scores), misses)
    console.emit(text + "\n", for_people=format_name == "table")
