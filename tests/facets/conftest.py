"""What the tests of facets share: the shipped parser."""

from __future__ import annotations

import pytest

from reconcile.models.parser import SpacyParser
from reconcile.settings import DEFAULT_PARSER


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser(DEFAULT_PARSER)
