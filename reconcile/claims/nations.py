"""One key for the words of one nation, so that "French" and "France's" narrow an office alike."""

from __future__ import annotations

from functools import cache

from reconcile.lexicons import rows


def nation_key(word: str) -> str:
    """The code of the country that a single word names or whose people it names; else the word itself."""
    folded = word.lower()
    return _codes().get(folded.replace(".", ""), folded)


@cache
def _codes() -> dict[str, str]:
    named = {
        name.lower().replace(".", ""): f"nation:{row[0]}"
        for row in rows("territories")
        if row[1] == "country"
        for name in (row[2], *(row[3].split("|") if len(row) > 3 else ()))
        if name.isascii() and " " not in name
    }
    peoples = {
        form.lower(): f"nation:{row[1]}"
        for row in rows("demonyms")
        if len(row) > 1 and row[1]
        for form in row[0].split("|")
        if " " not in form
    }
    return named | peoples
