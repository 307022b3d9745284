"""Verbs and the moods in which a statement tells them: done, not done, possible, planned, denied."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reconcile.lexicons import rows
from reconcile.training.relation_classifier.examples import Relation
from reconcile.training.relation_classifier.minimal_pairs.frames import VerbTag


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of a verb, and the verbs that say the same, exclude it or leave it open."""

    base: str
    past: str
    participle: str
    gerund: str
    flags: str
    others: dict[Relation, tuple[str, ...]]

    @property
    def has_passive(self) -> bool:
        return "x" not in self.flags


@dataclass(frozen=True, slots=True)
class Mood:
    """How a mood words a verb, which verbs have it, and whether a time may stand beside it."""

    flag: str
    timed: bool
    active: str
    passive: str

    def suits(self, verb: Verb, tag: VerbTag) -> bool:
        """Whether the verb can be told in this mood where ``tag`` stands."""
        possible = bool(self.passive) and verb.has_passive if tag.passive else True
        return possible and (not self.flag or self.flag in verb.flags)


@cache
def verbs() -> dict[str, Verb]:
    """All verbs by their keys."""
    return {
        key: _verb(forms, links)
        for key, *forms, same, opposite, open_ in rows("verbs", __package__)
        for links in [(same, opposite, open_)]
    }


def _verb(forms: list[str], links: tuple[str, str, str]) -> Verb:
    base, past, participle, gerund, flags = forms
    relations = (Relation.ENTAILMENT, Relation.CONTRADICTION, Relation.NEUTRAL)
    others = {
        relation: tuple(keys.split("|")) if keys != "-" else ()
        for relation, keys in zip(relations, links, strict=True)
    }
    return Verb(base, past, participle, gerund, flags.replace("-", ""), others)


@cache
def moods() -> dict[str, Mood]:
    """All moods by their names."""
    return {
        name: Mood(flag.replace("-", ""), timed == "timed", active, "" if passive == "-" else passive)
        for name, flag, timed, active, passive in rows("moods", __package__)
    }


@cache
def mood_pairs(kind: str, relation: Relation) -> tuple[tuple[str, str], ...]:
    """The pairs of moods (premise, hypothesis) of an edit kind that give ``relation``."""
    found = rows("mood_relations", __package__)
    return tuple((p, h) for of, p, h, result in found if of == kind and result == relation)


_NUMBER = {
    True: {"was": "were", "is": "are", "has": "have", "s": ""},
    False: {"was": "was", "is": "is", "has": "has", "s": "s"},
}


def verb_phrase(key: str, mood: str, tag: VerbTag) -> str:
    """The verb in a mood, agreeing with the subject at ``tag``."""
    verb, how = verbs()[key], moods()[mood]
    pattern = how.passive if tag.passive else how.active
    forms = {"base": verb.base, "past": verb.past, "participle": verb.participle, "gerund": verb.gerund}
    return pattern.format(**forms, **_NUMBER[tag.plural])
