"""Words that say the same, so that one in place of the other is no difference."""

from __future__ import annotations

from functools import lru_cache

from reconcile.lexicons import alternatives, words

_ENDINGS = ("", "s", "es", "ed", "d", "ing")


@lru_cache(maxsize=8192)
def are_exchanged(left: str, right: str) -> bool:
    """Whether newspapers use the two terms (folded) for one another freely, in whatever inflection."""
    if {left, right} <= words("address_words"):
        return True
    sets = alternatives("plain_synonyms")
    return any(one in sets[theirs] for one in _bases(left) for theirs in _bases(right))


def _bases(term: str) -> list[str]:
    """The forms of the lexicon that the term may be an inflection of ("parties" of "party")."""
    first, _, rest = term.partition(" ")
    found = []
    for ending in _ENDINGS:
        if first.endswith(ending):
            stem = first.removesuffix(ending)
            doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
            found += [stem, doubled, f"{stem}e", f"{stem.removesuffix('i')}y"]
    forms = (f"{form} {rest}".strip() for form in found)
    return [form for form in forms if form in alternatives("plain_synonyms")]
