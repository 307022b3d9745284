"""The cases of all suites parsed by one pipeline, which takes longer to load than most suites to score."""

from __future__ import annotations

from functools import cache

from reconcile.claims.sentences import split_sentences
from reconcile.models.parser import SpacyParser
from reconcile.schema import ParsedSentence, Span
from reconcile.settings import DEFAULT_PARSER


def parsed_text(text: str) -> tuple[ParsedSentence, ...]:
    """The sentences of ``text``."""
    return _parser().parse(text, split_sentences(text)) if text.strip() else ()


def parsed_sentence(text: str) -> ParsedSentence:
    """All of ``text`` as one sentence."""
    return _parser().parse(text, [(Span(0, len(text)), 0)])[0]


@cache
def _parser() -> SpacyParser:
    return SpacyParser(DEFAULT_PARSER)
