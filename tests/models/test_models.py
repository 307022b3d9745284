"""The bundle of models that a run uses."""

from __future__ import annotations

import pytest

from reconcile.errors import ModelError
from reconcile.models import Models
from reconcile.settings import ModelSettings


def test_models_are_loaded_at_first_use_and_not_before() -> None:
    models = Models.load(ModelSettings(encoder="no-such-encoder", parser="no_such_parser"))
    with pytest.raises(ModelError, match="no_such_parser"):
        models.parser.parse("", [])


@pytest.mark.model
def test_a_run_names_all_its_models(models: Models) -> None:
    uses = (models.encoder.use, models.parser.use)
    assert [use.role for use in uses] == ["encoder", "parser"]
    assert all(use.name and use.revision for use in uses)
