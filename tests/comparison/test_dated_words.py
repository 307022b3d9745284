"""Days named by their dates."""

from __future__ import annotations

import datetime as dt

import pytest

from reconcile.comparison.dated_words import dates_by_span
from reconcile.models import Models
from tests.handmade_claims import document

pytestmark = pytest.mark.model


def test_days_are_named_and_nothing_else(models: Models) -> None:
    from reconcile.claims import extract_claims
    from reconcile.facets import annotate

    text = (
        "The mill burned down on Monday, a year after it had opened in June 2030, the owner said yesterday."
    )
    told = document("A", text, day=dt.date(2031, 3, 5))
    extraction = extract_claims(told, models.parser)
    facets = [f for c in annotate(extraction.claims, extraction.sentences, told) for f in c.facets]
    dates = {span.of(text): date for span, date in dates_by_span(facets).items()}
    assert dates == {"Monday": "March 3, 2031", "yesterday": "March 4, 2031"}
