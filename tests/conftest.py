"""What many tests share: the shipped models, loaded once for the whole run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

from reconcile.claims.sentences import split_sentences
from reconcile.models import Models, result_cache
from reconcile.schema import ParsedSentence
from reconcile.settings import ModelSettings

Parse = Callable[[str], tuple[ParsedSentence, ...]]

# How long an example takes says more of what else the machine does than of the program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def own_cache_directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither see nor change what the user's runs have cached."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.setattr(result_cache, "user_cache_path", lambda *_, **__: folder)
        yield


@pytest.fixture(scope="session")
def models() -> Models:
    """The shipped encoder and parser; each loads when a test first needs it."""
    return Models.load(ModelSettings())


@pytest.fixture(scope="session")
def parse(models: Models) -> Parse:
    """Parses all sentences of a text."""
    return lambda text: models.parser.parse(text, split_sentences(text))
