"""``reconcile train``: the weights of the pair scorer, fitted on events with gold."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.cli import console


@click.command(short_help="Fit the weights of the pair scorer on events with gold.")
@click.argument("events", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="EVENT...")
@click.option("--output", type=click.Path(path_type=Path), help="Where to write the table of weights.")
def train(events: tuple[Path, ...], output: Path | None) -> None:
    """Fit how much each feature of a pair of claims says, and show how well that generalises.

    An EVENT is a folder with texts and gold.json, or a folder of such folders. First each event is
    aligned with weights fitted on all others (leave one event out) and scored at several
    thresholds; then the weights fitted on all events are printed, or written to --output.
    """
    # Imported here so that the help does not load what only a run needs.
    from reconcile.evaluation.alignment_curve import alignment_curve
    from reconcile.evaluation.labels import label_events
    from reconcile.models import Models
    from reconcile.report import write_atomically
    from reconcile.settings import Settings
    from reconcile.training import Example, cross_validated, fit, weights_table

    settings = Settings()
    labelled = tuple(label_events(events, settings, Models.load(settings.models)))
    examples = [
        Example(event=event.gold.event, features=pair.features, joined=pair.joined)
        for event in labelled
        for pair in event.pairs
    ]
    scores = [score for _, score in cross_validated(sorted(examples, key=lambda e: e.event))]
    console.emit(alignment_curve(sorted(labelled, key=lambda e: e.gold.event), scores), for_people=True)
    table = weights_table(fit(examples))
    if output is None:
        console.emit(table, for_people=False)
    else:
        write_atomically(output, table)
