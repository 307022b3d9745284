"""Words after a quotation that name its speaker and belong to its sentence: "Who pays?" Smith asked."""

from __future__ import annotations

import re
from functools import cache

from reconcile.lexicons import words

_IRREGULAR = ("said", "told", "wrote", "thought", "began", "read", "swore", "foretold")
_NAME = r"(?:[A-Z][\w’'.-]*\s+){1,4}"
_ENDS = (
    r"(?!(?:\s+\w+){0,4}\s+that\b)(?=[.,;:!?]|\Z|\s+(?:[a-z]+ly|in|on|at|to|during|of|after|before|when|while|as|with"
    r"|about|from|via|by|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)


def is_speech_tag(following: str) -> bool:
    """Whether ``following`` begins with a name and a verb of speech that stand alone.

    "Smith said." and "Sen. Ana Smith asked on Monday" do; "He left." and "Smith said he left" do not.
    """
    match = _pattern().match(following)
    return match is not None and match[1].lower() not in words("sentence_starters")


@cache
def _pattern() -> re.Pattern[str]:
    verbs = "|".join(
        sorted({*_IRREGULAR, *(form for verb in words("reporting_verbs") for form in _forms(verb))})
    )
    return re.compile(rf"(?=([A-Z][\w’']*)){_NAME}(?:{verbs}){_ENDS}")


def _forms(verb: str) -> tuple[str, str]:
    """The regular forms of the past and of the third person."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied", verb[:-1] + "ies"
    past = verb + "d" if verb.endswith("e") else verb + "ed"
    return past, verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s")
