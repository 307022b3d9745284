"""The NLP pipeline that parses sentences: spaCy behind a small protocol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import cached_property
from typing import Any, Protocol

from reconcile.errors import ModelError
from reconcile.lexicons import mapping
from reconcile.models.modal_names import ACTING_NAME, is_modal_name
from reconcile.models.torch_free import torch_left_out
from reconcile.schema import ModelUse, ParsedSentence, Span, Token
from reconcile.settings import DEFAULT_PARSER

MAX_SENTENCE = 1_000
"""Characters of one sentence that are parsed at once; a longer one is cut at spaces.

A longer stretch is a table, a dump or a wall of text, and the parse of it means nothing."""


_TYPEWRITER = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
"""Marks as the parser's training data has them: of "isn’t" it often loses the negation."""


class Parser(Protocol):
    """What a parser must offer."""

    @property
    def use(self) -> ModelUse:
        """Name and revision, for the report."""

    def parse(self, text: str, sentences: Sequence[tuple[Span, int]]) -> tuple[ParsedSentence, ...]:
        """Parse the given sentences of ``text``, each with the number of its paragraph."""


class SpacyParser:
    """A spaCy pipeline by package name or path, loaded at its first use.

    Raises ModelError when it is not installed or is no pipeline with a dependency parser.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    @cached_property
    def pipeline(self) -> Any:
        with torch_left_out() if self.name == DEFAULT_PARSER else nullcontext():
            pipeline = self._load()
        if "parser" not in pipeline.pipe_names:
            raise ModelError(f"{self.name}: this spaCy pipeline has no dependency parser")
        return pipeline

    def _load(self) -> Any:
        # Imported here because spaCy takes a second to load and not every command parses.
        import spacy

        try:
            return spacy.load(self.name)
        except Exception as error:
            # Any installed package can be named, and each fails in its own way to be a pipeline.
            raise ModelError(f"{self.name}: no spaCy pipeline of that name or path is installed") from error

    @property
    def use(self) -> ModelUse:
        return ModelUse(role="parser", name=self.name, revision=str(self.pipeline.meta["version"]))

    def parse(self, text: str, sentences: Sequence[tuple[Span, int]]) -> tuple[ParsedSentence, ...]:
        pieces = [(piece, paragraph) for span, paragraph in sentences for piece in _parsable(text, span)]
        plain = text.translate(_TYPEWRITER)
        documents = self.pipeline.pipe((span.of(plain) for span, _ in pieces), batch_size=64)
        return tuple(
            ParsedSentence(span=span, paragraph=paragraph, tokens=tuple(_tokens(parsed, span.start, text)))
            for (span, paragraph), parsed in zip(pieces, documents, strict=True)
        )


def _parsable(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > MAX_SENTENCE:
        space = text.rfind(" ", start + 1, start + MAX_SENTENCE)
        end = space if space > start else start + MAX_SENTENCE
        yield Span(start, end)
        start = end + (space > start)
    if start < span.end:
        yield Span(start, span.end)


def _lemma(token: Any) -> str:
    known = mapping("verb_lemmas").get(token.lower_) if token.pos_ == "VERB" else None
    return known or str(token.lemma_).lower()


def _tokens(parsed: Any, offset: int, text: str) -> Iterator[Token]:
    """The parser's tokens without whitespace, renumbered, heads inside the sentence; their texts are those
    of ``text``."""
    words = [token for token in parsed if not token.is_space]
    number = {token.i: index for index, token in enumerate(words)}
    for index, token in enumerate(words):
        read = token.pos_, token.tag_, token.dep_, token.ent_type_
        pos, tag, dep, entity = ACTING_NAME if is_modal_name(words, index) else read
        yield Token(
            index=index,
            head=number.get(token.head.i, index),
            start=offset + token.idx,
            end=offset + token.idx + len(token.text),
            text=text[offset + token.idx : offset + token.idx + len(token.text)],
            lemma=_lemma(token),
            pos=pos,
            tag=tag,
            dep=dep,
            entity=entity,
        )
