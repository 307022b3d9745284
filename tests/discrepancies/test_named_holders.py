"""Whom only one source names, where the other has the office or the kind."""

from __future__ import annotations

import pytest

from tests.discrepancies.aligned import Compare, found, of_kind, texts_of

pytestmark = pytest.mark.model

NAMED = "The suit was filed by Oregon Attorney General Ann Berg."


def test_the_name_behind_an_office_is_told(compare: Compare) -> None:
    group = compare(NAMED, "The suit was filed by Oregon’s attorney general.")
    assert ("name", "precision") in found(group)
    assert texts_of(of_kind(group, "name")) == [
        "Oregon Attorney General Ann Berg",
        "Oregon’s attorney general",
    ]


def test_a_name_given_elsewhere_in_the_article_is_not(compare: Compare) -> None:
    group = compare(NAMED, "The suit was filed by Oregon’s attorney general. Berg took office in May.")
    assert ("name", "precision") not in found(group)
