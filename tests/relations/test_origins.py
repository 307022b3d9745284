"""Many copies of a passage are one source, and a group says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reconcile.relations import trace_origins
from reconcile.relations.shared_passages import PASSAGE_WORDS, shared_passages
from reconcile.schema import Claim, ClaimGroup, Document, Speaker
from tests.handmade_claims import claim, document

FIRST, SECOND = dt.date(2031, 5, 5), dt.date(2031, 5, 6)
WIRE = (
    "Engineers who inspected the old dam above Sandvik last spring had warned the council that the wall was "
    "leaking in three places and would not stand another wet winter"
)
OWN = (
    "Our reporter walked along the river at noon.",
    "Nobody at the town hall picked up the phone on Monday.",
)


def accounts(*texts: str) -> list[Document]:
    days = (FIRST, SECOND, SECOND)
    return [document(letter, text, day=day) for letter, text, day in zip("ABC", texts, days, strict=False)]


def statement(identity: str, text: str, source: Document) -> Claim:
    return claim(identity, text, start=source.text.index(text))


def origin(documents: list[Document], claims: list[Claim]) -> str | None:
    group = ClaimGroup(id="g1", claims=tuple(each.id for each in claims))
    return trace_origins([group], claims, documents)[0].origin


def test_a_sentence_taken_from_one_agency_is_one_source() -> None:
    documents = accounts(f"{OWN[0]} {WIRE}.", f"{WIRE}. {OWN[1]}")
    claims = [statement(f"{d.source.id}1", WIRE, d) for d in documents]
    assert origin(documents, claims) == "A"


def test_the_earliest_of_the_sources_is_the_origin() -> None:
    late, early = (
        document("A", f"{OWN[0]} {WIRE}.", day=SECOND),
        document("B", f"{WIRE}. {OWN[1]}", day=FIRST),
    )
    assert origin([late, early], [statement("A1", WIRE, late), statement("B1", WIRE, early)]) == "B"


def test_a_few_edited_words_do_not_hide_a_copy() -> None:
    edited = WIRE.replace("last spring had warned the council", "in spring had warned the town council")
    documents = accounts(f"{OWN[0]} {WIRE}.", f"{edited}. {OWN[1]}")
    claims = [statement("A1", WIRE, documents[0]), statement("B1", edited, documents[1])]
    assert origin(documents, claims) == "A"


def test_one_source_of_its_own_makes_the_group_independent() -> None:
    other = "The council knew since spring that the dam was leaking"
    documents = accounts(f"{OWN[0]} {WIRE}.", f"{WIRE}. {OWN[1]}", f"{other}. {OWN[1]}")
    claims = [statement(f"{d.source.id}1", t, d) for d, t in zip(documents, (WIRE, WIRE, other), strict=True)]
    assert origin(documents, claims[:2]) == "A"
    assert origin(documents, claims) is None


def test_a_second_claim_in_its_own_words_makes_a_source_independent() -> None:
    documents = accounts(f"{OWN[0]} {WIRE}.", f"{WIRE}. {OWN[1]}")
    claims = [statement(f"{d.source.id}1", WIRE, d) for d in documents]
    assert origin(documents, [*claims, statement("B2", OWN[1], documents[1])]) is None


def test_the_same_quotation_in_two_accounts_is_no_copy() -> None:
    documents = accounts(f"{OWN[0]} “{WIRE},” Lind said.", f"“{WIRE},” Lind told us. {OWN[1]}")
    claims = [_quoted(statement(f"{d.source.id}1", WIRE, d)) for d in documents]
    assert origin(documents, claims) is None


def test_a_short_phrase_in_common_is_no_copy() -> None:
    phrase = "the old dam above the town of Sandvik"
    documents = accounts(f"At dawn {phrase} broke. {OWN[0]}", f"Firefighters left {phrase} at noon. {OWN[1]}")
    assert origin(documents, [statement(f"{d.source.id}1", phrase, d) for d in documents]) is None


@given(st.lists(st.sampled_from(["dam", "wall", "river", "town", "mayor", "flood", "étang"]), max_size=60))
def test_passages_hold_the_same_words_on_both_sides(words: list[str]) -> None:
    left = document("A", " ".join(words))
    right = document("B", "Elsewhere, " + " ".join(words).upper())
    for passage in shared_passages(left, right, ()):
        assert passage.left.of(left.text).upper() == passage.right.of(right.text)
    if len(words) < PASSAGE_WORDS:
        assert shared_passages(left, right, ()) == ()


def _quoted(each: Claim) -> Claim:
    speaker = Speaker(text="Lind", span=each.span, cue="said", cue_span=each.span, quoted=True)
    return replace(each, speaker=speaker)
