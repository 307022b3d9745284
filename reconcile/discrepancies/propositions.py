"""Whether two propositions speak of the same act or state of the same things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz

from reconcile.discrepancies.same_person import of_same_person
from reconcile.lexicons import alternatives, rows, words
from reconcile.schema import (
    Certainty,
    Claim,
    FacetKind,
    Interval,
    Phrase,
    Proposition,
    Span,
    TimeFacet,
)

PLAIN = frozenset({Certainty.ASSERTED, Certainty.REPORTED})
"""How certain what is put as fact is, by the source or by somebody whom it names."""

LIGHT_VERBS = frozenset(
    {"be", "have", "make", "see", "show", "get", "do", "take", "hold", "give", "go", "come", "put"}
)
"""Verbs that add nothing to their object: "made no progress" is that there was no progress."""

COMMON_VERBS = frozenset({"", "be", "have", "do", "get", "make", "take"})
"""Predicates too common to say that two claims speak of one act."""

SAME_WORD = 84
"""rapidfuzz ratio from which two heads of noun phrases are spellings or inflections of one word."""

MOST_WORDS = 0.6
"""Share of the content words of the claim with fewer from which what a person does and does not do is held to
be one act."""

SHARED_TERMS = 3
"""Content words from which two claims that have no others are held to be one sentence."""

_HOW_MANY = frozenset({"all", "everybody", "everyone", "no", "nobody", "none"})
"""Words for all and for none, of whom one thing is told or denied."""

_PERSONS = (frozenset({"he", "him"}), frozenset({"she", "her"}), frozenset({"they", "them"}))
"""The forms of pronouns that one act can befall."""

_ORDER = frozenset({"before", "after", "until", "till", "since", "without", "with", "against", "for"})
"""Words that turn round what the others tell."""


def matched(left: Claim, right: Claim) -> Iterator[tuple[Proposition, Proposition, bool]]:
    """Propositions of two claims that are of the same things, and whether their predicates are opposites."""
    if _apart_in_time(left, right):
        return
    one_sentence, shares_words = (
        _are_nearly_one_sentence(left, right),
        shared_terms(left, right) >= MOST_WORDS,
    )
    for ours in left.propositions:
        for theirs in right.propositions:
            opposite = are_opposite(ours.predicate, theirs.predicate) and not _tells_both(
                left, right, ours, theirs
            )
            same_things = (
                _same_arguments(ours, theirs)
                or ((opposite or shares_words) and of_same_person((left, ours), (right, theirs)))
                or (one_sentence and _of_pronouns(ours, theirs))
                or (opposite and _befall_pronouns_in_one_thing((left, ours), (right, theirs)))
            )
            if (opposite or are_same(ours, theirs)) and same_things:
                yield ours, theirs, opposite


def of_one_act(left: Claim, right: Claim) -> Iterator[tuple[Proposition, Proposition]]:
    """Propositions with one telling verb that say nothing different about whom it befalls."""
    for ours in left.propositions:
        for theirs in right.propositions:
            is_telling = ours.predicate not in LIGHT_VERBS and ours.predicate not in words("reporting_verbs")
            same_verb = is_telling and are_one_verb(ours.predicate, theirs.predicate)
            if same_verb and say_the_same_of(ours, theirs):
                yield ours, theirs


def main_propositions(claim: Claim) -> list[Proposition]:
    """What the claim's telling verb states; empty where that verb only tells how another is put."""
    return [one for one in claim.propositions if one.span == claim.parts.predicate]


def shared_terms(left: Claim, right: Claim) -> float:
    """The share of the content words of the claim with fewer that both have."""
    ours, theirs = set(left.terms), set(right.terms)
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def share_noun(left: Proposition, right: Proposition) -> bool:
    """Whether both are said of, or done by, what one noun names, whatever they say of it and narrows it."""
    ours, theirs = ([words[0] for words in (one.core, one.actor) if words] for one in (left, right))
    return any(are_one_noun(one, other) for one in ours for other in theirs)


def befall_one_thing(left: Proposition, right: Proposition) -> bool:
    """Whether both are told of one thing, whoever acts."""
    return bool(left.core and right.core) and _same_thing(left.core, right.core)


def say_the_same_of(left: Proposition, right: Proposition) -> bool:
    """Whether the two say nothing different about whom or what it befalls."""
    if not (left.core and right.core) or _same_thing(left.core, right.core):
        return True
    # "The storm slammed into the coast" has no object, so that who acts is what it is said of.
    (one, other) = (left, right) if not left.actor else (right, left)
    return not one.actor and bool(other.actor) and _same_thing(one.core, other.actor)


def with_particle(claim: Claim, one: Proposition) -> Span:
    """The verb in the claim with the particle that follows it: "turned down"."""
    particle = one.predicate.partition(" ")[2]
    after = claim.text[one.span.end - claim.span.start :]
    follows = particle and re.match(rf"\s+{re.escape(particle)}\b", after, re.IGNORECASE)
    return Span(one.span.start, one.span.end + follows.end()) if follows else one.span


def verb_of(one: Proposition) -> str:
    """The verb of the predicate (lemma) by itself: "call" of "call off"."""
    return one.predicate.partition(" ")[0]


def arguments_of(claim: Claim, one: Proposition) -> list[Phrase]:
    """The phrases of the claim that hang on the verb of the proposition."""
    return [phrase for phrase in claim.phrases if phrase.governor == verb_of(one)]


def are_same(left: Proposition, right: Proposition) -> bool:
    """Whether the predicates are one, synonyms, or both too light to tell anything beside their object."""
    if left.predicate in LIGHT_VERBS and right.predicate in LIGHT_VERBS:
        return bool(left.core and right.core) and (bool(left.actor) == bool(right.actor) or not left.actor)
    return are_one_verb(left.predicate, right.predicate)


def are_one_noun(left: str, right: str) -> bool:
    """Whether two heads of noun phrases are spellings or inflections of one word."""
    return fuzz.ratio(left, right) >= SAME_WORD


def are_one_verb(left: str, right: str) -> bool:
    """Whether the predicates are the same or synonyms."""
    return left == right or right in alternatives("predicate_synonyms").get(left, ())


def are_opposite(left: str, right: str) -> bool:
    """Whether only one of the two predicates can be true of a thing."""
    return (left, right) in _antonyms()


def are_two_manners(left: str, right: str) -> bool:
    """Whether two predicates exclude each other as ways in which one thing came about ("resign", "fire")."""
    return (left, right) in _antonyms("manner")


def _same_arguments(left: Proposition, right: Proposition) -> bool:
    """The same thing befallen and nobody else acting; what a pronoun stands for is not known to be either."""
    cores, actors = (left.core, right.core), (left.actor, right.actor)
    if not all(cores):
        return all(actors) and _same_thing(*actors) and not any(cores)
    return _same_thing(*cores) and (not all(actors) or _same_thing(*actors))


def _tells_both(left: Claim, right: Claim, ours: Proposition, theirs: Proposition) -> bool:
    """Whether one claim itself has both predicates: "she resigned after she had been dismissed"."""
    known = [{one.predicate for one in claim.propositions} for claim in (left, right)]
    return theirs.predicate in known[0] or ours.predicate in known[1]


def _of_pronouns(left: Proposition, right: Proposition) -> bool:
    """Whether both name nothing that they are said of ("he resigned", "none died")."""
    return not any((left.core, left.actor, right.core, right.actor))


def _befall_pronouns_in_one_thing(left: tuple[Claim, Proposition], right: tuple[Claim, Proposition]) -> bool:
    """Whether both befall somebody whom a pronoun of one gender stands for, in the same thing: "he was
    acquitted of bribery", "the court convicted him of bribery"."""
    (ours, our), (theirs, their) = left, right
    if our.core or their.core or (our.actor and their.actor and not _same_thing(our.actor, their.actor)):
        return False
    said = [{*re.findall(r"\w+", claim.text.casefold())} for claim in (ours, theirs)]
    persons = [[forms for forms in _PERSONS if not forms.isdisjoint(found)] for found in said]
    ours_in, theirs_in = (
        {(phrase.preposition, phrase.head) for phrase in arguments_of(*end) if phrase.preposition}
        for end in (left, right)
    )
    return not ours_in.isdisjoint(theirs_in) and persons[0] == persons[1] and len(persons[0]) == 1


def _are_nearly_one_sentence(left: Claim, right: Claim) -> bool:
    """Whether the claims have the same content words, pronouns and words of order, so that the pronouns stand
    for one thing."""
    ours, theirs = set(left.terms) - _HOW_MANY, set(right.terms) - _HOW_MANY
    return ours == theirs and len(ours) >= SHARED_TERMS and _small_words(left) == _small_words(right)


def _small_words(claim: Claim) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", claim.text.casefold())) & (words("pronouns") | _ORDER)


def _same_thing(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether the heads are one word, and what narrows one narrows the other too or not at all."""
    if not are_one_noun(left[0], right[0]):
        return False
    ours, theirs = _narrowing(left), _narrowing(right)
    return ours <= theirs or theirs <= ours


def _narrowing(argument: tuple[str, ...]) -> set[str]:
    return {word for word in argument[1:] if word not in words("function_words_en")}


def _apart_in_time(left: Claim, right: Claim) -> bool:
    """Whether the claims are dated and no date of one, however it is read, fits a date of the other."""
    ours, theirs = _intervals(left), _intervals(right)
    return bool(ours and theirs) and not any(a.overlaps(b) for a in ours for b in theirs)


def _intervals(claim: Claim) -> list[Interval]:
    facets = claim.facets_of(FacetKind.TIME)
    dated = (f for f in facets if isinstance(f, TimeFacet) and f.interval)
    return [reading for f in dated for reading in (f.interval, *f.alternatives) if reading]


@cache
def _antonyms(sort: str = "") -> frozenset[tuple[str, str]]:
    """The pairs of the lexicon both ways round; of one sort only, where it is given."""
    pairs = {(one, other) for one, other, *sorts in rows("predicate_antonyms") if not sort or sort in sorts}
    return frozenset(pairs | {(b, a) for a, b in pairs})
