"""``reconcile train``: the scorers' weights and the calibration, fitted on events with gold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reconcile.cli import console
from reconcile.cli.fitting import fitting
from reconcile.report import require_writable, write_atomically

if TYPE_CHECKING:
    from reconcile.models import DivergenceTagger, Encoder
    from reconcile.training import FindingScorer
    from reconcile.training.finding_scorer import Labelled


@click.command(short_help="Fit the scorers and the calibration on events with gold.")
@click.argument("events", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="EVENT...")
@click.option("--output", type=click.Path(path_type=Path), help="Where to write the table of weights.")
@click.option(
    "--calibration", type=click.Path(path_type=Path), help="Where to write the table of the calibration."
)
@click.option(
    "--descriptions",
    type=click.Path(path_type=Path),
    help="Fit the scorer of descriptions instead, and write its table of weights here.",
)
@click.option(
    "--divergences",
    type=click.Path(path_type=Path),
    help="Fit the scorer of divergences instead; on other events than the tagger was trained on.",
)
@click.option(
    "--findings",
    type=click.Path(path_type=Path),
    help="Fit the scorer of rules' findings instead; on other events than the tagger was trained on.",
)
def train(
    *,
    events: tuple[Path, ...],
    output: Path | None,
    calibration: Path | None,
    descriptions: Path | None,
    divergences: Path | None,
    findings: Path | None,
) -> None:
    """Fit how much each feature of a pair of claims says, and show how well that generalises.

    An EVENT is a folder with texts and gold.json, or a folder of such folders. First each event is
    aligned with weights fitted on all others (leave one event out) and scored at several
    thresholds; then the weights fitted on all events are printed, or written to --output, and what
    the scores of groups are worth, as they came out with each event left out, to --calibration.
    --descriptions, --divergences and --findings fit another scorer each, and nothing else.
    """
    wanted = [output or calibration, descriptions, divergences, findings]
    if sum(path is not None for path in wanted) > 1:
        raise click.UsageError(
            "--descriptions, --divergences, --findings and the pair scorer are fitted one by one."
        )
    if descriptions is not None:
        _train_descriptions(events, descriptions)
    elif divergences is not None:
        _train_divergences(events, divergences)
    elif findings is not None:
        _train_rule_findings(events, findings)
    else:
        _train_pairs(events, output, calibration)


def _train_pairs(events: tuple[Path, ...], output: Path | None, calibration: Path | None) -> None:
    """Weights of the pair scorer and the calibration of groups, and how well such weights align."""
    # Imported here so that the help does not load what only a run needs.
    fit = fitting()
    from reconcile.evaluation.alignment_curve import alignment_curve
    from reconcile.evaluation.held_out import calibrate
    from reconcile.evaluation.labels import label_events
    from reconcile.models import Models
    from reconcile.settings import Settings
    from reconcile.training import Example, calibration_table, cross_validated, weights_table

    for path in filter(None, (output, calibration)):
        require_writable(path)
    settings = Settings()
    labelled = tuple(label_events(events, settings, Models.load(settings.models)))
    labelled = tuple(sorted(labelled, key=lambda event: event.gold.event))
    examples = [
        Example(event=event.gold.event, features=pair.features, joined=pair.joined)
        for event in labelled
        for pair in event.pairs
    ]
    scores = [score for _, score in cross_validated(examples)]
    console.emit(alignment_curve(labelled, scores), for_people=True)
    every_pair = [pair for event in labelled for pair in event.pairs]
    _hand_over(weights_table(fit.weights(every_pair)), output)
    _hand_over(calibration_table(calibrate(labelled, fit)), calibration)


def _train_descriptions(events: tuple[Path, ...], path: Path) -> None:
    """Weights of the scorer of descriptions."""
    fitting()
    from reconcile.evaluation.counterpart_labels import label_counterparts
    from reconcile.evaluation.run import RULES_ONLY
    from reconcile.training import DESCRIPTIONS

    require_writable(path)
    _train_findings(DESCRIPTIONS, list(label_counterparts(events, RULES_ONLY)), path)


def _train_divergences(events: tuple[Path, ...], path: Path) -> None:
    """Weights of the scorer of divergences."""
    fitting()
    from reconcile.evaluation.divergence_labels import label_divergences
    from reconcile.training import DIVERGENCES

    require_writable(path)
    _train_findings(DIVERGENCES, list(label_divergences(events, *_tagger_and_encoder())), path)


def _train_rule_findings(events: tuple[Path, ...], path: Path) -> None:
    """Weights of the scorer of rules' findings."""
    fitting()
    from reconcile.evaluation.finding_labels import label_findings
    from reconcile.training import FINDINGS

    require_writable(path)
    _train_findings(FINDINGS, list(label_findings(events, *_tagger_and_encoder())), path)


def _tagger_and_encoder() -> tuple[DivergenceTagger, Encoder]:
    """The shipped ones, which cache nothing: the scorers are fitted for them."""
    from reconcile.models.onnx_divergence_tagger import OnnxDivergenceTagger
    from reconcile.models.onnx_encoder import OnnxEncoder

    return OnnxDivergenceTagger(), OnnxEncoder()


def _train_findings(scorer: FindingScorer, labelled: Sequence[Labelled], path: Path) -> None:
    """Writes the weights and tells how well such weights rank those of an event left out."""
    from reconcile.evaluation.calibration import CalibrationCurve, Observation
    from reconcile.training import average_precision

    noted = sum(one.differs for one in labelled)
    chances = scorer.held_out_chances(labelled)
    observed = tuple(Observation(confidence=chance, right=float(true)) for chance, true in chances)
    error = CalibrationCurve(title="held out", observations=observed).error
    told = f"average precision {average_precision(chances):.3f}, expected calibration error {error:.3f}"
    console.emit(f"{noted} of {len(labelled)} are noted; with each event left out: {told}\n", for_people=True)
    write_atomically(path, scorer.table(scorer.fit(labelled)))


def _hand_over(table: str, path: Path | None) -> None:
    if path is None:
        console.emit(table, for_people=False)
    else:
        write_atomically(path, table)
