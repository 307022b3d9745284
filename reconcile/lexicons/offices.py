"""Nouns for offices, those who hold them and bodies, and their short forms."""

from __future__ import annotations

from reconcile.lexicons import mapping


def office_in_full(word: str) -> str:
    """The office that a short form before a name stands for ("sens."), else the word; in lower case."""
    return mapping("office_short_forms").get(word.rstrip("."), word)


def office_kind(word: str) -> str:
    """ "person" or "body" for a noun that can speak, "" for another."""
    return mapping("office_nouns").get(word.lower(), "")
