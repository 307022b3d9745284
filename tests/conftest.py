"""What many tests share: the shipped models, loaded once for the whole run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reconcile.claims.sentences import split_sentences
from reconcile.models import Models
from reconcile.schema import ParsedSentence
from reconcile.settings import ModelSettings

Parse = Callable[[str], tuple[ParsedSentence, ...]]


@pytest.fixture(scope="session")
def models() -> Models:
    """The shipped encoder and parser; each loads when a test first needs it."""
    return Models.load(ModelSettings())


@pytest.fixture(scope="session")
def parse(models: Models) -> Parse:
    """Parses all sentences of a text."""
    return lambda text: models.parser.parse(text, split_sentences(text))
