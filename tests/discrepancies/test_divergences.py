"""What the divergence tagger marks becomes findings beside those of the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reconcile.discrepancies import find_divergences as find
from reconcile.discrepancies.divergence_candidates import Candidate
from reconcile.discrepancies.divergence_candidates import divergences as candidates
from reconcile.models import Divergence
from reconcile.models.onnx_encoder import OnnxEncoder
from reconcile.models.relation_classifier import Pair
from reconcile.schema import (
    Claim,
    ClaimGroup,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    Document,
    GroupStatus,
    ModelUse,
    Phrase,
    PhraseRole,
    Span,
)
from tests.handmade_claims import claim, count, document

DAM = "The dam at Sandvik gave way."
WALL = "The old wall near Sandvik burst."
DOCUMENTS = [document("A", f"{DAM} Nobody was hurt."), document("B", WALL), document("C", DAM)]
CLAIMS = [claim("A1", DAM), claim("B1", WALL), claim("C1", DAM)]
GROUPS = [
    ClaimGroup(id="g1", claims=("A1", "B1"), confidence=0.6),
    ClaimGroup(id="g2", claims=("A1", "B1", "C1"), confidence=0.9),
    ClaimGroup(id="g3", claims=("C1",)),
]


class Marks:
    """Marks two words wherever one text holds the one and the other the other."""

    use = ModelUse(role="divergences", name="marks", revision="1")

    def __init__(
        self, *marks: tuple[str, str, float], relation: str = "wording", kind: str = "wording"
    ) -> None:
        self.marks = marks
        self.kind = DiscrepancyKind(kind)
        self.relation = DiscrepancyRelation(relation)
        self.asked: list[Pair] = []

    def tag(self, pairs: Sequence[Pair]) -> list[tuple[Divergence, ...]]:
        self.asked += pairs
        return [
            tuple(
                Divergence(
                    kind=self.kind,
                    relation=self.relation,
                    left=_span(left, ours),
                    right=_span(right, theirs),
                    score=score,
                )
                for ours, theirs, score in self.marks
                if ours in left and theirs in right
            )
            for left, right in pairs
        ]


pytestmark = pytest.mark.model

ENCODER = OnnxEncoder()


def find_divergences(
    groups: Sequence[ClaimGroup], claims: Sequence[Claim], documents: Sequence[Document], tagger: Marks
) -> tuple[ClaimGroup, ...]:
    return find(groups, claims, documents, tagger, ENCODER)


def divergences(
    groups: Sequence[ClaimGroup], claims: Sequence[Claim], documents: Sequence[Document], tagger: Marks
) -> list[Candidate]:
    return candidates(groups, claims, documents, tagger, ENCODER)


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _groups(tagger: Marks, groups: Sequence[ClaimGroup] = GROUPS) -> dict[str, ClaimGroup]:
    return {group.id: group for group in find_divergences(groups, CLAIMS, DOCUMENTS, tagger)}


def _known(words: str, others: str, kind: str = "name") -> Discrepancy:
    values = tuple(
        DiscrepancyValue(source=source, claim=f"{source}1", span=_span(text, part), text=part)
        for source, text, part in (("A", DAM, words), ("B", WALL, others))
    )
    return Discrepancy(
        kind=DiscrepancyKind(kind),
        relation=DiscrepancyRelation.WORDING,
        confidence=0.9,
        explanation="A rule.",
        values=values,
    )


def test_marked_words_are_told_with_their_places_in_the_surest_group() -> None:
    groups = _groups(Marks(("gave way", "burst", 0.9)))
    (found,) = groups["g2"].discrepancies
    assert not groups["g1"].discrepancies
    assert groups["g2"].status is GroupStatus.WORDING
    assert [(v.source, v.claim, v.text) for v in found.values] == [
        ("A", "A1", "gave way"),
        ("B", "B1", "burst"),
    ]
    assert all(v.span.of(DOCUMENTS["AB".index(v.source)].text) == v.text for v in found.values)
    assert "trained tagger" in found.explanation


def test_two_sentences_are_read_once_however_many_groups_join_them() -> None:
    tagger = Marks()
    _groups(tagger)
    assert tagger.asked == [(DAM, WALL), (DAM, DAM), (WALL, DAM)]


def test_a_rules_finding_that_the_tagger_marks_too_is_surer() -> None:
    told = ClaimGroup(
        id="g1", claims=("A1", "B1"), confidence=0.6, discrepancies=(_known("gave way", "burst", "wording"),)
    )
    silent, marking = (
        _groups(tagger, [told, *GROUPS[1:]])["g1"].discrepancies
        for tagger in (Marks(), Marks(("gave way", "burst", 0.9)))
    )
    assert 0 < silent[0].confidence < marking[0].confidence < 1
    assert replace(marking[0], confidence=silent[0].confidence) == silent[0]


def test_what_a_rule_has_told_is_not_told_again() -> None:
    told = ClaimGroup(
        id="g1", claims=("A1", "B1"), confidence=0.6, discrepancies=(_known("dam", "old wall"),)
    )
    groups = _groups(Marks(("The dam", "wall", 0.9), ("gave way", "burst", 0.9)), [told, *GROUPS[1:]])
    assert [v.text for found in groups["g2"].discrepancies for v in found.values] == ["gave way", "burst"]


def test_words_that_a_source_says_twice_are_told_once() -> None:
    text = f"{DAM} {DAM}"
    again = len(DAM) + 1
    documents = [document("A", text), DOCUMENTS[1]]
    claims = [CLAIMS[0], claim("A2", DAM, start=again), CLAIMS[1]]
    groups = [replace(GROUPS[0], claims=("A1", "A2", "B1"))]
    (group,) = find_divergences(groups, claims, documents, Marks(("gave way", "burst", 0.9)))
    assert [len(found.values) for found in group.discrepancies] == [2]


def test_the_surer_of_two_marks_on_the_same_words_is_told() -> None:
    groups = _groups(Marks(("gave", "burst", 0.9), ("gave way", "burst", 0.95)))
    (found,) = groups["g2"].discrepancies
    assert found.values[0].text == "gave way"


def test_a_third_source_joins_the_difference_of_two() -> None:
    other = "A dam at Sandvik collapsed."
    documents = [*DOCUMENTS[:2], document("C", other)]
    claims = [*CLAIMS[:2], claim("C1", other)]
    marks = [("gave way", "burst", 0.9), ("gave way", "collapsed", 0.9), ("burst", "collapsed", 0.9)]
    tagger = Marks(*marks)
    groups = {group.id: group for group in find_divergences(GROUPS, claims, documents, tagger)}
    (found,) = groups["g2"].discrepancies
    assert [value.text for value in found.values] == ["gave way", "burst", "collapsed"]


def test_a_doubtful_mark_is_not_told() -> None:
    assert _groups(Marks(("gave way", "burst", 0.001))) == {group.id: group for group in GROUPS}


def test_the_same_words_are_no_difference() -> None:
    assert not _groups(Marks(("Sandvik", "Sandvik", 0.99)))["g2"].discrepancies


@pytest.mark.parametrize(("kind", "told"), [("time", 0), ("name", 0), ("quote", 1)])
def test_an_article_makes_a_difference_only_in_quotations(kind: str, told: int) -> None:
    texts = "The dam gave way on Monday.", "A dam gave way Monday."
    documents = [document(letter, text) for letter, text in zip("AB", texts, strict=True)]
    claims = [claim("A1", texts[0]), claim("B1", texts[1])]
    for words in (("on Monday", "Monday"), ("The dam", "A dam")):
        (group,) = find_divergences(GROUPS[:1], claims, documents, Marks((*words, 0.9), kind=kind))
        assert len(group.discrepancies) == told


@pytest.mark.parametrize(
    ("kind", "relation"),
    [("place", "precision"), ("name", "precision"), ("quote", "wording"), ("attribution", "wording")],
)
def test_only_of_facts_can_one_be_more_exact(kind: str, relation: str) -> None:
    marks = Marks(("gave way", "burst", 0.99), relation="precision", kind=kind)
    (found,) = _groups(marks)["g2"].discrepancies
    assert (found.kind.value, found.relation.value) == (kind, relation)


@pytest.mark.parametrize("relation", ["conflict", "update"])
def test_a_tagger_alone_raises_no_alarm(relation: str) -> None:
    (found,) = _groups(Marks(("gave way", "burst", 0.99), relation=relation))["g2"].discrepancies
    assert found.relation is DiscrepancyRelation.WORDING


def test_marks_at_the_edges_are_no_part_of_the_words() -> None:
    (found,) = _groups(Marks((" gave way.", "burst.", 0.9)))["g2"].discrepancies
    assert [value.text for value in found.values] == ["gave way", "burst"]
    assert not _groups(Marks((".", "burst", 0.99)))["g2"].discrepancies


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ('"burst, he said.', "burst, he said"),
        ('"burst."', "burst"),
        ("“burst”, they", "burst"),
        ("“burst than bend,”, ", "burst than bend"),
        ('in "Tide and Wall"', 'in "Tide and Wall"'),
        ("in (two) (places).", "in (two) (places)"),
        ("burst while they", "burst"),
        ("and the wall of", "the wall"),
        ("the", "the"),
        ("burst with", "burst"),
        ("a week after", "a week after"),
        ("ago, burst", "burst"),
        ("said the WHO", "said the WHO"),
        ("hepatitis A", "hepatitis A"),
        ("the workers’ strike’", "the workers’ strike"),
    ],
)
def test_words_are_told_without_what_hangs_on_at_their_edges(marked: str, told: str) -> None:
    text = f"It {marked} again."
    claims = [CLAIMS[0], claim("B1", text)]
    tagger = Marks(("gave way", marked, 0.9))
    (found,) = divergences(GROUPS[:1], claims, [DOCUMENTS[0], document("B", text)], tagger)
    assert found.ends[1].text == told


def test_words_that_stand_around_the_marked_ones_in_the_other_source_make_no_difference() -> None:
    tagger = Marks(("gave", "gave way", 0.9))
    assert divergences([GROUPS[1]], CLAIMS, [*DOCUMENTS[:1], document("B", WALL), DOCUMENTS[2]], tagger) == []


def test_quoted_words_are_what_they_are() -> None:
    text = "He said it burst while they ran."
    claims = [CLAIMS[0], claim("B1", text)]
    tagger = Marks(("gave way", "burst while they", 0.9), kind="quote")
    (found,) = divergences(GROUPS[:1], claims, [DOCUMENTS[0], document("B", text)], tagger)
    assert found.ends[1].text == "burst while they"


def test_words_that_only_hang_on_make_no_claim_theirs() -> None:
    text = "It burst in two hours while they ran."
    second = claim("B1", "while they ran", start=text.index("while"))
    claims = [CLAIMS[0], replace(second, sentence=Span(0, len(text)))]
    tagger = Marks(("gave way", "two hours while they", 0.9))
    documents = [DOCUMENTS[0], document("B", text)]
    assert divergences(GROUPS[:1], claims, documents, tagger) == []


def test_of_several_claims_the_one_that_holds_most_of_the_words_has_the_value() -> None:
    whole = CLAIMS[0]
    parts = [
        replace(claim("A1", "The dam"), sentence=whole.sentence),
        replace(claim("A2", "at Sandvik gave way", start=8), sentence=whole.sentence),
    ]
    group = ClaimGroup(id="g1", claims=("A1", "A2", "B1"), confidence=0.9)
    (found,) = divergences(
        [group], [*parts, *CLAIMS[1:]], DOCUMENTS, Marks(("dam at Sandvik", "wall near Sandvik", 0.9))
    )
    assert [end.claim.id for end in found.ends] == ["A2", "B1"]


@pytest.mark.parametrize(
    ("marked", "told"), [("dam at Sandvik", "The dam at Sandvik"), ("dam", "dam"), ("gave way", "gave way")]
)
def test_a_phrase_is_not_cut_in_two(marked: str, told: str) -> None:
    core = Span(0, len("The dam"))
    phrase = Phrase(span=core, core=core, head="dam", role=PhraseRole.SUBJECT)
    claims = [replace(CLAIMS[0], phrases=(phrase,)), CLAIMS[1]]
    (found,) = divergences(GROUPS[:1], claims, DOCUMENTS, Marks((marked, "burst", 0.9)))
    assert found.ends[0].text == told


def test_a_sentence_further_down_keeps_its_places() -> None:
    text = f"Nobody was hurt. {DAM}"
    start = text.index(DAM)
    documents = [document("A", text), DOCUMENTS[1]]
    claims = [claim("A1", DAM, start=start), CLAIMS[1]]
    (found,) = divergences(GROUPS[:1], claims, documents, Marks(("gave way", "burst", 0.9)))
    assert found.ends[0].span.of(text) == "gave way"


def _in_parts() -> list[Claim]:
    """Both sentences cut in two; nothing joins their second parts."""
    return [
        replace(
            claim(name, text[:cut].rstrip(" .") if first else text[cut:].strip(" ."), start=start),
            sentence=Span(0, len(text)),
        )
        for source, text, words in (("A", DAM, "gave way"), ("B", WALL, "burst"))
        for cut in [text.index(words)]
        for name, first, start in ((f"{source}1", True, 0), (f"{source}2", False, cut))
    ]


def test_what_else_two_joined_sentences_tell_is_held_against_each_other() -> None:
    group = ClaimGroup(id="g1", claims=("A1", "B1"), confidence=0.9)
    alone = [ClaimGroup(id="g2", claims=("A2",)), ClaimGroup(id="g3", claims=("B2",))]
    groups = [group, *alone]
    (found,) = divergences(groups, _in_parts(), DOCUMENTS, Marks(("gave way", "burst", 0.9)))
    assert (found.group, [end.claim.id for end in found.ends]) == ("g1", ["A2", "B2"])
    assert [end.text for end in found.ends] == ["gave way", "burst"]
    assert all(end.claim.span.contains(end.span) for end in found.ends)
    assert (found.features.together, found.features.sources, found.features.claims) == (0, 2, 2)


@pytest.mark.parametrize(("figure", "told"), [(40, 1), (60, 0)])
def test_figures_that_exclude_each_other_count_two_things_where_nothing_joins_their_claims(
    figure: int, told: int
) -> None:
    claims = _in_parts()
    for number, words, value in ((1, "gave way", 40), (3, "burst", figure)):
        text = DAM if number == 1 else WALL
        facet = replace(count(words, value), span=_span(text, words))
        claims[number] = replace(claims[number], facets=(facet,))
    tagger = Marks(("gave way", "burst", 0.9), kind="quantity")
    joined = ClaimGroup(id="g1", claims=("A1", "B1"), confidence=0.9)
    assert len(divergences([joined], claims, DOCUMENTS, tagger)) == told
    assert (
        len(divergences([replace(joined, claims=("A1", "A2", "B1", "B2"))], claims, DOCUMENTS, tagger)) == 1
    )


@pytest.mark.parametrize(("figure", "relation"), [(40, "precision"), (60, "wording")])
def test_neither_of_two_figures_that_exclude_each_other_is_more_exact(figure: int, relation: str) -> None:
    claims = [
        replace(whole, facets=(replace(count(words, value), span=_span(text, words)),))
        for whole, text, words, value in (
            (CLAIMS[0], DAM, "gave way", 40),
            (CLAIMS[1], WALL, "burst", figure),
        )
    ]
    tagger = Marks(("gave way", "burst", 0.9), kind="quantity", relation="precision")
    (found,) = divergences(GROUPS[:1], claims, DOCUMENTS, tagger)
    told = found.discrepancy(0.5)
    assert told.relation == relation
    assert ("whether of one thing is not sure" in told.explanation) == (relation == "wording")


def test_it_is_told_which_source_says_more_where_its_words_hold_the_other_s() -> None:
    marks = Marks(("dam", "The old wall", 0.9), relation="precision")
    fuller = Marks(("dam at Sandvik", "Sandvik", 0.9), relation="precision")
    told = {
        tagger: divergences(GROUPS[:1], CLAIMS, DOCUMENTS, tagger)[0].discrepancy(0.5).explanation
        for tagger in (marks, fuller)
    }
    assert told[marks].endswith("the trained tagger holds one for more exact.")
    assert told[fuller].endswith("A says more than B, by the trained tagger.")


def test_it_is_told_in_a_group_of_one_of_its_claims_where_there_is_one() -> None:
    surest = ClaimGroup(id="g1", claims=("A1", "B1"), confidence=0.9)
    of_one = ClaimGroup(id="g2", claims=("A2", "B1"), confidence=0.5)
    (found,) = divergences([surest, of_one], _in_parts(), DOCUMENTS, Marks(("gave way", "burst", 0.9)))
    assert found.group == "g2"


def test_sentences_that_no_group_joins_are_not_read() -> None:
    tagger = Marks(("gave way", "burst", 0.9))
    assert divergences([ClaimGroup(id="g1", claims=("A1",))], CLAIMS, DOCUMENTS, tagger) == []
    assert tagger.asked == []


def test_words_beside_all_claims_are_left_out() -> None:
    part: list[Claim] = [replace(claim("A1", "The dam at Sandvik"), sentence=CLAIMS[0].sentence), *CLAIMS[1:]]
    marked = divergences(GROUPS, part, DOCUMENTS, Marks(("gave way", "burst", 0.9)))
    assert marked == []
