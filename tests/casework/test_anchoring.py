"""Where judged words are found again: by position, then by quote, and otherwise not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.casework.anchoring import Place, changed_around, places
from reconcile.casework.reasons import AMBIGUOUS, NO_DIFFERENCE, SHARED
from reconcile.schema import DiscrepancyKind, DiscrepancyRelation, Document, Selector, Source, Span
from reconcile.store import Anchor, AnchoredValue

LONG_AGO = "The bridge at Vell was closed after the storm. In all, 12 lorries were stuck there overnight.\n"
OTHER = "Police counted 15 lorries on the bridge at Vell.\n"
ROW = "Again the crews waited in the pouring rain, and 12 lorries stood on the bridge until dawn.\n"
Found = Sequence[tuple[str, str, int]]
"""Source, words, and how many of the same words come before them in the text."""


def documents(a: str, b: str = OTHER, **more: str) -> dict[str, Document]:
    texts = {"A": a, "B": b} | more
    return {
        letter: Document(
            source=Source(id=letter, path=f"{letter}.txt", sha256=text), text=text, encoding="utf-8"
        )
        for letter, text in texts.items()
    }


def anchor(
    texts: Mapping[str, Document],
    found: Found = (("A", "12 lorries", 0), ("B", "15 lorries", 0)),
    kind: DiscrepancyKind = DiscrepancyKind.QUANTITY,
) -> Anchor:
    return Anchor(
        kind=kind,
        relation=DiscrepancyRelation.CONFLICT,
        explanation="They differ.",
        values=tuple(value(texts[letter], words, nth) for letter, words, nth in found),
    )


def value(document: Document, words: str, nth: int) -> AnchoredValue:
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    selector = Selector.of(document.text, Span(start, start + len(words)))
    return AnchoredValue(source=document.source.id, sha256=document.source.sha256, selector=selector)


def place_after(now: Mapping[str, Document], found: Mapping[str, Anchor], before: str = LONG_AGO) -> Place:
    """Where the finding of "12 lorries" against "15 lorries" is seen after a change."""
    return places({"old": anchor(documents(before))}, found, now)["old"]


def test_the_same_words_at_the_same_place_are_the_same_finding() -> None:
    texts = documents(LONG_AGO + "More follows.\n")
    assert place_after(texts, {"old": anchor(texts)}) == Place(finding="old")


def test_words_that_moved_are_found_by_their_surroundings() -> None:
    texts = documents("CORRECTION: an earlier version had the wrong day.\n\n" + LONG_AGO)
    assert place_after(texts, {"new": anchor(texts)}) == Place(finding="new", moved=True)


def test_an_edit_on_one_side_leaves_the_other_to_know_them_by() -> None:
    texts = documents("Hours later, in all, 12 lorries were stuck there overnight.\n")
    assert place_after(texts, {"new": anchor(texts)}).finding == "new"


def test_the_same_words_in_other_surroundings_are_not_taken() -> None:
    texts = documents("The ferry to Hull carried 12 lorries and a bus to the islands.\n")
    place = place_after(texts, {"new": anchor(texts)})
    assert place == Place(reason=NO_DIFFERENCE)


def test_edited_words_are_told_and_not_taken() -> None:
    texts = documents(LONG_AGO.replace("12 lorries", "13 lorries"))
    new = anchor(texts, [("A", "13 lorries", 0), ("B", "15 lorries", 0)])
    place = place_after(texts, {"new": new})
    assert place.finding is None
    assert place.reason == (
        "“12 lorries” stands no longer in source A; the nearest words there are “13 lorries”"
    )


def test_a_removed_sentence_leaves_an_orphan() -> None:
    texts = documents("The bridge at Vell was closed after the storm.\n")
    assert place_after(texts, {}).reason == "“12 lorries” stands no longer in source A"


def test_words_that_agree_by_now_are_told() -> None:
    assert place_after(documents(LONG_AGO), {}).reason == NO_DIFFERENCE


def test_another_kind_of_difference_is_another_finding() -> None:
    texts = documents(LONG_AGO)
    place = place_after(texts, {"new": anchor(texts, kind=DiscrepancyKind.WORDING)})
    assert place.reason == "its words are now found to differ in another way: wording"


def test_in_a_text_that_did_not_change_other_words_of_the_same_form_are_others() -> None:
    twice = documents("12 lorries came. Then 12 lorries came.\n")
    before = anchor(twice, [("A", "12 lorries", 0), ("B", "15 lorries", 0)])
    after = anchor(twice, [("A", "12 lorries", 1), ("B", "15 lorries", 0)])
    assert places({"old": before}, {"new": after}, twice)["old"].finding is None


def test_two_places_that_fit_equally_well_are_one_too_many() -> None:
    texts = documents(ROW + ROW)
    found = {
        "first": anchor(texts, [("A", "12 lorries", 0), ("B", "15 lorries", 0)]),
        "second": anchor(texts, [("A", "12 lorries", 1), ("B", "15 lorries", 0)]),
    }
    place = place_after(texts, found, before=f"New. {ROW}")
    assert place == Place(reason=AMBIGUOUS)


def test_two_findings_do_not_become_one() -> None:
    before, after = documents(ROW + ROW), documents(f"New. {ROW}")
    old = {
        "first": anchor(before, [("A", "12 lorries", 0), ("B", "15 lorries", 0)]),
        "second": anchor(before, [("A", "12 lorries", 1), ("B", "15 lorries", 0)]),
    }
    found = places(old, {"new": anchor(after)}, after)
    assert {place.reason for place in found.values()} == {SHARED}


def test_a_third_source_makes_the_finding_larger_and_keeps_its_judgement() -> None:
    texts = documents(LONG_AGO, C="About 20 lorries waited.\n")
    larger = anchor(texts, [("A", "12 lorries", 0), ("B", "15 lorries", 0), ("C", "20 lorries", 0)])
    assert place_after(texts, {"new": larger}).finding == "new"


def test_the_finding_with_just_these_words_goes_before_a_larger_one() -> None:
    texts = documents("Update. " + LONG_AGO, C="About 20 lorries waited.\n")
    larger = anchor(texts, [("A", "12 lorries", 0), ("B", "15 lorries", 0), ("C", "20 lorries", 0)])
    assert place_after(texts, {"larger": larger, "same": anchor(texts)}).finding == "same"


def test_a_finding_that_lost_one_of_its_sources_is_another() -> None:
    texts = documents(LONG_AGO, C="About 20 lorries waited.\n")
    before = anchor(texts, [("A", "12 lorries", 0), ("B", "15 lorries", 0), ("C", "20 lorries", 0)])
    assert places({"old": before}, {"new": anchor(texts)}, texts)["old"].finding is None


def test_words_among_other_words_are_told() -> None:
    before = anchor(documents(LONG_AGO))
    for edit in (("were stuck", "were saved"), ("In all", "Of them")):
        assert changed_around(before, anchor(documents(LONG_AGO.replace(*edit)))) == ("A",)
    for text in (LONG_AGO, f"New. {LONG_AGO}", f"{LONG_AGO}More follows.\n"):
        assert changed_around(before, anchor(documents(text))) == ()


def test_words_at_the_edge_of_a_text_have_the_same_edge() -> None:
    text = "12 lorries"
    assert changed_around(anchor(documents(text)), anchor(documents(text))) == ()
    assert changed_around(anchor(documents(text)), anchor(documents(f"No {text}"))) == ("A",)
