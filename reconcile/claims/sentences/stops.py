"""Whether one full stop before a capital or a figure ends a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable

from reconcile.claims.sentences.abbreviations import Stop, stop_after
from reconcile.claims.sentences.candidates import Candidate
from reconcile.lexicons import words

_ROMAN = re.compile(r"[IVXLC]+")
_PRONOUN_I = re.compile(r"I(?:[’'](?:m|d|ve|ll))?")
_ZONE_AHEAD = re.compile(r"(?:\s+[A-Z]\w+)?\s+(?:[Tt]ime|[A-Z]*T)\b")
_PHRASE_WITH_THE = re.compile(r"\b[a-z]+ the\Z")
_PREDICATE = re.compile(
    r"\s+(?:is|are|was|were|has|had|have|will|would|can|could|should|must|do|does|did|also|says?|said|[a-z]+ed)\b"
)
_ZONE_WORDS = frozenset({"eastern", "central", "pacific", "mountain", "greenwich", "local"})


def stop_ends(candidate: Candidate) -> bool | None:
    """Whether the stop of ``candidate`` ends a sentence; None where the abbreviation leaves it open."""
    kind = _kind(candidate)
    if kind in _RULES:
        return _RULES[kind](candidate)
    return True if is_starter(candidate) else None


def _kind(candidate: Candidate) -> Stop:
    """In a line of capitals "GOV. REYES" is looked up as "Gov"."""
    in_capitals = candidate.before.isupper() and candidate.word.isupper() and len(candidate.word) > 2
    return stop_after(candidate.before.capitalize() if in_capitals else candidate.before)


def is_starter(candidate: Candidate) -> bool:
    """Whether the next word is one that opens sentences and stands in no name; "IT" and "A." are others."""
    is_acronym = candidate.word.isupper() and (len(candidate.word) > 1 or candidate.after.startswith("."))
    is_listed = candidate.word.lower().replace("’", "'") in words("sentence_starters")
    return is_pronoun_i(candidate) or (is_listed and not is_acronym)


def is_pronoun_i(candidate: Candidate) -> bool:
    """Whether the next word is "I" and no initial."""
    return _PRONOUN_I.fullmatch(candidate.word) is not None and not candidate.after.startswith(".")


def _name_or_link_ends(candidate: Candidate) -> bool | None:
    return None if candidate.closers else False


def _number_ends(candidate: Candidate) -> bool:
    """ "No. 5" and "Vol. II" against "He said no. I left"."""
    is_figure = candidate.word[0].isdigit() or _ROMAN.fullmatch(candidate.word) is not None
    return candidate.closers != "" or not is_figure or is_pronoun_i(candidate)


def _date_ends(candidate: Candidate) -> bool | None:
    if candidate.word[0].isdigit() or _is_date_word(candidate.word):
        return False
    return True if is_starter(candidate) else None


def _clock_ends(candidate: Candidate) -> bool | None:
    """ "5 p.m. Thursday" and "7 p.m. Eastern time" against "at 6 p.m. Workers ran"."""
    if candidate.word[0].isdigit():
        return None
    return not (_is_date_word(candidate.word) or _is_zone(candidate))


def _initial_ends(candidate: Candidate) -> bool | None:
    """ "John F. Kennedy", "you and I. Did", "Plan B. They", "vitamin D. Studies"."""
    last = candidate.previous.rpartition(" ")[2]
    if is_starter(candidate) or (candidate.before == "I" and last.islower()):
        return True
    if candidate.before.islower() or last[:1].islower() or candidate.word[0].isdigit():
        return None
    return False


def _country_ends(candidate: Candidate) -> bool | None:
    """ "the U.S. Senate" and "U.N. Ambassador" against "in the U.S. Analysts said"."""
    after_phrase = bool(_PHRASE_WITH_THE.search(candidate.previous) and _PREDICATE.match(candidate.after))
    is_plural = candidate.word.endswith("s") and not _is_body(candidate.word)
    if is_starter(candidate) or (after_phrase and is_plural):
        return True
    if _is_body(candidate.word) or _is_office(candidate.word):
        return False
    return True if after_phrase else None


def _state_ends(candidate: Candidate) -> bool | None:
    """ "Columbia, S.C. Voters": were the sentence to go on, a comma would follow."""
    if is_starter(candidate):
        return True
    if not candidate.previous.endswith(",") or candidate.word[0].isdigit() or "(" in candidate.openers:
        return None
    return None if candidate.word.lower() in words("titles") else True


def _is_body(word: str) -> bool:
    return not _singulars(word).isdisjoint(words("name_heads"))


def _is_office(word: str) -> bool:
    forms = _singulars(word)
    return not (forms.isdisjoint(words("titles")) and forms.isdisjoint(words("office_nouns")))


def _singulars(word: str) -> frozenset[str]:
    """The word, without an ending "s", and up to its hyphen: "Secretary-General"."""
    small = word.lower()
    return frozenset({small, small.removesuffix("s"), small.partition("-")[0]})


def _is_date_word(word: str) -> bool:
    small = word.lower()
    return small in words("month_names") or small in words("time_weekdays")


def _is_zone(candidate: Candidate) -> bool:
    small = candidate.word.lower()
    is_known = small in words("time_zones") or (candidate.word.isupper() and small.endswith("t"))
    return is_known or small in _ZONE_WORDS or _ZONE_AHEAD.match(candidate.after) is not None


_RULES: dict[Stop, Callable[[Candidate], bool | None]] = {
    Stop.FINAL: lambda _: True,
    Stop.INITIAL: _initial_ends,
    Stop.NAME: _name_or_link_ends,
    Stop.LINK: _name_or_link_ends,
    Stop.NUMBER: _number_ends,
    Stop.DATE: _date_ends,
    Stop.CLOCK: _clock_ends,
    Stop.COUNTRY: _country_ends,
    Stop.STATE: _state_ends,
}
