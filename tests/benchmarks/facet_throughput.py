"""How many sentences a second times and quantities are found in on one core, parsing aside.

``python -m tests.benchmarks.facet_throughput`` prints the figure for the texts of the fixtures.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from reconcile.claims.sentences import split_sentences
from reconcile.documents import read_sources
from reconcile.facets.quantity import find_quantities
from reconcile.facets.temporal import find_times
from reconcile.models.parser import SpacyParser
from reconcile.schema import Document, ParsedSentence
from reconcile.settings import DEFAULT_PARSER
from tests.golden.golden_reports import events

ROUNDS = 5
Parsed = tuple[Document, tuple[ParsedSentence, ...]]


def sentences_per_second(rounds: int = ROUNDS) -> float:
    """The best of ``rounds`` rounds over all sentences of the fixtures, in processor time."""
    parsed = _parsed()
    sentences = sum(len(found) for _, found in parsed)
    return sentences / min(_seconds(parsed) for _ in range(rounds))


def _parsed() -> list[Parsed]:
    parser = SpacyParser(DEFAULT_PARSER)
    documents = [document for event in events() for document in read_sources([event]).documents]
    return [(document, parser.parse(document.text, split_sentences(document.text))) for document in documents]


def _seconds(parsed: Sequence[Parsed]) -> float:
    began = time.process_time()
    for document, sentences in parsed:
        for sentence in sentences:
            times = find_times(sentence, document.text, document.source.published)
            find_quantities(sentence, document.text, [found.span for found in times])
    return time.process_time() - began


if __name__ == "__main__":
    print(f"{sentences_per_second():.0f} sentences a second")
