"""Words that say the same, so that one in place of the other is no difference."""

from __future__ import annotations

from functools import cache, lru_cache

from reconcile.lexicons import rows, words

_ENDINGS = ("", "s", "es", "ed", "d", "ing")


@lru_cache(maxsize=8192)
def are_exchanged(left: str, right: str) -> bool:
    """Whether newspapers use the two terms (folded) for one another freely, in whatever inflection."""
    if {left, right} <= words("address_words"):
        return True
    return any(one in _set_of(theirs) for one in _bases(left) for theirs in _bases(right))


def _bases(term: str) -> list[str]:
    """The forms of the lexicon that the term may be an inflection of ("parties" of "party")."""
    first, _, rest = term.partition(" ")
    found = []
    for ending in _ENDINGS:
        if first.endswith(ending):
            stem = first.removesuffix(ending)
            doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
            found += [stem, doubled, f"{stem}e", f"{stem.removesuffix('i')}y"]
    return [f"{form} {rest}".strip() for form in found if f"{form} {rest}".strip() in _sets()]


def _set_of(form: str) -> frozenset[str]:
    return _sets()[form]


@cache
def _sets() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for (line,) in rows("plain_synonyms"):
        forms = frozenset(line.split("|"))
        for form in forms:
            found[form] = found.get(form, frozenset()) | forms
    return found
