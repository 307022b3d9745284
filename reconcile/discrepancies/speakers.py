"""Two speakers held against each other: one person or body, known or not, named or only described."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from reconcile.comparison.name import are_initials
from reconcile.lexicons import mapping, words
from reconcile.lexicons.offices import office_kind
from reconcile.schema import Speaker

SAME_WORD = 76
"""rapidfuzz ratio from which two words of speakers' names are spellings of one."""

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my"})
_PERSON, _BODY = "person", "body"
_MAN, _WOMAN = ("man", "woman", "men", "women"), ("woman", "women")
_PERSON_SUFFIX = re.compile(r"(?:person|(?:wo)?man)$")
"""What the words for holders of an office end in ("spokesman", "chairperson")."""

_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.?\s+(?P<surname>[A-Z][\w'’-]+)$")

_ANY = frozenset({"a", "an", "one", "some", "another", "several", "two", "three"})


def are_one_speaker(left: Speaker, right: Speaker) -> bool:
    """Whether the words or the resolved names fit each other in any combination, in full or as initials."""
    ours, theirs = {left.text, left.name}, {right.text, right.name}
    return any(
        _fits(content_words(a), content_words(b)) or _have_one_surname(a, b) or are_initials(a, b)
        for a in ours
        for b in theirs
    )


def _have_one_surname(left: str, right: str) -> bool:
    """Whether one is a courtesy title with a surname in which the other ends ("Ms Lee", "Ann Lee")."""
    ours, theirs = _surname_with_title(left), _surname_with_title(right)
    named = _ends_in(right, ours) or _ends_in(left, theirs)
    genders = _genders(left), _genders(right)
    return named and not (all(genders) and genders[0].isdisjoint(genders[1]))


def _ends_in(name: str, surname: str) -> bool:
    """Whether a name, not "a lawyer for" somebody of that name, ends in the surname."""
    *before, last = name.split() or [""]
    return bool(surname) and last == surname and words("function_words_en").isdisjoint(before)


def _surname_with_title(name: str) -> str:
    """What follows the last courtesy title of a name; empty where it has none."""
    title = _COURTESY.search(name)
    return title["surname"] if title else ""


def _genders(name: str) -> set[str]:
    known = mapping("pronoun_genders")
    found = re.findall(r"\w+", name)
    return {known[form] for word in found for form in (word, word.casefold()) if form in known}


def _fits(left: list[str], right: list[str]) -> bool:
    """Whether the longer holds every word of the shorter, spelling aside ("Mr. Lee", "Ann Lee" and "Lee").

    One word that both have is not enough: two ministers are two people.
    """
    shorter, longer = sorted((left, right), key=len)
    return bool(shorter) and all(any(_is_one_word(word, other) for other in longer) for word in shorter)


def _is_one_word(left: str, right: str) -> bool:
    """Whether the two are spellings or inflections of one word; a spokesman is no spokeswoman."""
    if left.endswith(_PERSON) or right.endswith(_PERSON):
        return without_gender(left) == without_gender(right)
    both_gendered = left.endswith(_MAN) and right.endswith(_MAN)
    differ = both_gendered and left.endswith(_WOMAN) != right.endswith(_WOMAN)
    return not differ and fuzz.ratio(left, right) >= SAME_WORD


def without_gender(word: str) -> str:
    """The word without what tells a man from a woman ("spokes")."""
    return _PERSON_SUFFIX.sub("", word)


def content_words(name: str) -> list[str]:
    """The words of a name or description in lower case, without those that every text has."""
    found = re.findall(r"\w+", name.casefold().replace("’s", "").replace("'s", ""))
    return [word for word in found if word not in words("function_words_en")]


def is_known(speaker: Speaker) -> bool:
    """Whether it is no pronoun that nobody resolved."""
    return speaker.resolved is not None or speaker.text.casefold() not in words("pronouns")


def is_named(speaker: Speaker) -> bool:
    """Whether it was resolved to a name, or a capitalised word is none of an office or a person."""
    common = words("function_words_en", "office_nouns", "person_nouns")
    return speaker.resolved is not None or any(
        word[0].isupper()
        and word.casefold() not in common
        and word.casefold().removesuffix("s") not in common
        for word in re.findall(r"\w+", speaker.text)
    )


def is_person(speaker: Speaker) -> bool:
    """Whether the speaker is known by what looks like a person's full name; a pronoun may stand for "a
    spokesman of the bank" or "The Harbour Authority", too."""
    name = (speaker.resolved or "").split()
    is_name = len(name) > 1 and name[0][0].isupper() and name[0].casefold() not in words("function_words_en")
    return is_name and not any(office_kind(word) == _BODY for word in name)


def is_unnamed_source(speaker: Speaker) -> bool:
    """Whether it is anybody of a kind ("a senior official", "aides"), not one known already."""
    first = speaker.text.split()[0].casefold()
    if speaker.resolved is not None or first in _DEFINITE or not is_known(speaker):
        return False
    persons = (w for w in content_words(speaker.text) if office_kind(w.removesuffix("s")) == _PERSON)
    return first in _ANY or (not is_named(speaker) and any(persons))
