"""``reconcile evaluate``: whole events scored against their gold annotations."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from reconcile.cli import console
from reconcile.cli.boundary import complain
from reconcile.cli.fitting import fitting
from reconcile.cli.parameters import takes_models, takes_score_format
from reconcile.report import require_writable, write_atomically
from reconcile.schema import Failure
from reconcile.settings import ModelSettings, Settings


def _svg_file(ctx: click.Context, param: click.Parameter, path: Path | None) -> Path | None:
    if path is not None and path.suffix.lower() != ".svg":
        raise click.BadParameter(f"the plot is drawn as SVG: {path.name!r} should end in .svg.", ctx, param)
    return path


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
    "--calibration", is_flag=True, help="Show how far confidences can be trusted, instead of the scores."
)
@click.option(
    "--plot",
    type=click.Path(path_type=Path),
    metavar="FILE.svg",
    callback=_svg_file,
    help="With --calibration, draw the reliability diagrams there.",
)
@takes_models
def evaluate(
    events: tuple[Path, ...],
    limit: int,
    format_name: str,
    models: ModelSettings,
    *,
    calibration: bool,
    plot: Path | None,
) -> None:
    """Score what diff reports against what a careful reader found.

    An EVENT is a folder with one text a source and gold.json, or a folder of such folders. The
    scores are precision, recall and F1 of the joined pairs of claims (align), of discrepancies,
    and of those that are conflicts or updates (alert); then the share of right discrepancies
    whose relation is right, the share of single-source claims left alone, and the traps sprung.
    Below stand the discrepancies by kind and the worst misses.

    With --calibration, the confidences of groups and of what rules alone find are held against the share that
    is right, in ten bins, and summed up as the expected calibration error (ECE): as shipped, and, of three
    events or more, with what is fitted on all events but the one at hand. A group is right to the
    share of its pairs of claims across sources that a careful reader joins too.
    """
    settings = Settings(models=models)
    if calibration:
        _calibration(events, settings, format_name, plot)
    elif plot is not None:
        raise click.UsageError("--plot goes with --calibration.")
    else:
        _scores(events, settings, format_name, limit)


def _scores(events: tuple[Path, ...], settings: Settings, format_name: str, limit: int) -> None:
    # Imported here so that the help does not load what only a run needs.
    from reconcile import evaluation
    from reconcile.evaluation.score_json import score_json
    from reconcile.evaluation.score_table import score_table

    with console.progress() as progress:
        scores = tuple(evaluation.evaluate(events, settings=settings, progress=progress))
    for one in scores:
        _tell(one.event, one.failures)
    misses = evaluation.worst_misses((miss for one in scores for miss in one.misses), limit)
    render = score_json if format_name == "json" else score_table
    text = render(scores, evaluation.together(scores), misses)
    console.emit(text + "\n", for_people=format_name == "table")


def _calibration(events: tuple[Path, ...], settings: Settings, format_name: str, plot: Path | None) -> None:
    fit = fitting()
    from reconcile.evaluation.calibration.curves import calibration_curves
    from reconcile.evaluation.calibration.plot import calibration_svg
    from reconcile.evaluation.calibration.views import calibration_json, calibration_table
    from reconcile.evaluation.labels import label_events
    from reconcile.models import Models

    if plot is not None:
        require_writable(plot)
    with console.progress() as progress:
        labelled = tuple(label_events(events, settings, Models.load(settings.models)))
        curves = calibration_curves(labelled, fit, progress)
    for event in labelled:
        _tell(event.gold.event, event.report.failures)
    render = calibration_json if format_name == "json" else calibration_table
    console.emit(render(curves) + "\n", for_people=format_name == "table")
    if plot is not None:
        write_atomically(plot, calibration_svg(curves))


def _tell(event: str, failures: Iterable[Failure]) -> None:
    for failure in failures:
        complain(f"{event}: source {failure.source} is left out: {failure.path}: {failure.error}")
