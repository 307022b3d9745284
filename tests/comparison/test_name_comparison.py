"""Names of persons, organisations and peoples compared."""

from __future__ import annotations

import pytest

from reconcile.comparison.name import compare_names
from reconcile.comparison.person import SAME_PERSON, name_similarity
from reconcile.comparison.romanisation import skeleton
from reconcile.schema import NameFacet, NameKind, Side, Span, Verdict


def name(text: str, kind: NameKind = NameKind.PERSON, canonical: str | None = None) -> NameFacet:
    return NameFacet(span=Span(0, len(text)), text=text, name_kind=kind, canonical=canonical or text)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("George W. Bush", "George H. W. Bush"),
        ("Bill Clinton", "Hillary Clinton"),
        ("Kim Jong Un", "Kim Yo Jong"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Thomas Adler Sr.", "Thomas Adler Jr."),
        ("Bashar Haddad", "Maher Haddad"),
        ("Xi Jinping", "Li Keqiang"),
    ],
)
def test_near_names_of_different_people_do_not_merge(left: str, right: str) -> None:
    assert compare_names(name(left), name(right)).verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Tim Jordan", "Jim Jordan"),
        ("Rob Adler", "Rod Adler"),
        ("Carl Adler", "Carla Adler"),
        ("Peter Adler", "Petra Adler"),
        ("Maria Adler", "Mario Adler"),
        ("Karina", "Carolina"),
    ],
)
def test_given_names_a_letter_apart_are_neither_one_nor_two_persons(left: str, right: str) -> None:
    assert compare_names(name(left), name(right)).verdict is Verdict.UNDECIDED


def test_a_junior_may_be_the_one_whose_generation_the_other_leaves_off() -> None:
    compared = compare_names(name("Thomas Adler"), name("Thomas Adler Jr."))
    assert (compared.verdict, compared.more_exact) == (Verdict.COMPATIBLE, Side.RIGHT)
    other = compare_names(name("Thomas Adler"), name("Ruth Calder Jr."))
    assert other.verdict is Verdict.CONFLICT


def test_initials_are_less_exact_than_the_given_name() -> None:
    compared = compare_names(name("R. Calder"), name("Ruth Calder"))
    assert (compared.verdict, compared.more_exact) == (Verdict.COMPATIBLE, Side.RIGHT)
    spaced = compare_names(name("RJ Calder"), name("R. J. Calder"))
    assert (spaced.verdict, spaced.same_form) == (Verdict.AGREE, True)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Oleksandr Syrskyi", "Alexander Syrskyi"),
        ("Volodymyr Zelenskyy", "Vladimir Zelenskiy"),
        ("Muammar Gaddafi", "Moammar Qaddafi"),
        ("Bill Gates", "William Gates"),
        ("V. Putin", "Vladimir Putin"),
        ("Smith, John", "John Smith"),
        ("Dr. Mary Nowak", "Mary Nowak"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Владимир Путин", "Vladimir Putin"),
        ("Xi Jinping", "Jinping Xi"),
        ("Ban Ki-moon", "Ban Ki Moon"),
        ("Abdel Fattah al-Sisi", "Abdul Fattah el-Sisi"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Jean-Claude Morel", "Jean Claude Morel"),
    ],
)
def test_spellings_of_one_person_are_recognised(left: str, right: str) -> None:
    assert name_similarity(left, right) >= SAME_PERSON


def test_another_spelling_agrees_but_is_not_the_same_form() -> None:
    left = name("Zelenskyy", canonical="Volodymyr Zelenskyy")
    right = name("Zelenskiy", canonical="Volodymyr Zelenskiy")
    compared = compare_names(left, right)
    assert (compared.verdict, compared.same_form) == (Verdict.AGREE, False)


def test_a_surname_on_second_mention_is_the_same_form() -> None:
    compared = compare_names(name("Marlowe", canonical="Ada Marlowe"), name("Ada Marlowe"))
    assert (compared.verdict, compared.same_form) == (Verdict.AGREE, True)


def test_a_middle_name_makes_a_name_more_exact() -> None:
    compared = compare_names(name("Ada Ruth Marlowe"), name("Ada Marlowe"))
    assert (compared.verdict, compared.more_exact) == (Verdict.COMPATIBLE, Side.LEFT)


def test_an_acronym_agrees_with_its_long_form() -> None:
    left = name("IAEA", NameKind.ORGANISATION)
    right = name("International Atomic Energy Agency", NameKind.ORGANISATION)
    compared = compare_names(left, right)
    assert (compared.verdict, compared.same_form) == (Verdict.AGREE, False)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("UN Security Council", "United Nations Security Council"),
        ("Justice Department", "Department of Justice"),
        ("Ministry of Fisheries", "Fisheries Ministry"),
    ],
)
def test_an_organisation_turned_round_or_spelt_out_is_the_same_form(left: str, right: str) -> None:
    compared = compare_names(name(left, NameKind.ORGANISATION), name(right, NameKind.ORGANISATION))
    assert (compared.verdict, compared.same_form) == (Verdict.AGREE, True)


def test_departments_of_different_things_are_not_merged() -> None:
    left, right = (name(f"{what} Department", NameKind.ORGANISATION) for what in ("Justice", "Energy"))
    assert compare_names(left, right).verdict is Verdict.UNDECIDED


def test_the_legal_form_of_a_company_does_not_count() -> None:
    left = name("Blue Fern Trading Ltd.", NameKind.ORGANISATION)
    right = name("BlueFern Trading Limited", NameKind.ORGANISATION)
    assert compare_names(left, right).verdict is Verdict.AGREE


def test_a_committee_of_a_body_is_more_exact_than_the_body() -> None:
    left = name("United Nations", NameKind.ORGANISATION)
    right = name("United Nations Security Council", NameKind.ORGANISATION)
    compared = compare_names(left, right)
    assert (compared.verdict, compared.more_exact) == (Verdict.COMPATIBLE, Side.RIGHT)


def test_peoples_of_two_countries_conflict_and_forms_of_one_agree() -> None:
    french = name("French", NameKind.NATIONALITY, "France")
    frenchman = name("Frenchman", NameKind.NATIONALITY, "France")
    yemeni = name("Yemeni", NameKind.NATIONALITY, "Yemen")
    assert compare_names(french, frenchman).verdict is Verdict.AGREE
    assert compare_names(french, yemeni).verdict is Verdict.CONFLICT


def test_singular_and_plural_of_a_people_are_one_form() -> None:
    left = name("Kurds", NameKind.OTHER, "Kurdish")
    compared = compare_names(left, name("Kurdish", NameKind.OTHER))
    assert (compared.verdict, compared.same_form) == (Verdict.AGREE, True)


@pytest.mark.parametrize(
    ("left", "right"), [("qaddafi", "gaddafi"), ("nouri", "nuri"), ("maliki", "malicki")]
)
def test_romanisations_of_one_sound_have_one_skeleton(left: str, right: str) -> None:
    assert skeleton(left) == skeleton(right)


def test_a_person_and_an_organisation_are_left_undecided() -> None:
    compared = compare_names(name("Ford"), name("Ford Motor", NameKind.ORGANISATION))
    assert compared.verdict is Verdict.UNDECIDED


def test_two_bare_surnames_that_differ_are_left_undecided() -> None:
    assert compare_names(name("Okafor"), name("Lindgren")).verdict is Verdict.UNDECIDED
