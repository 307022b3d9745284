"""The letters that name sources in a report: A, B, … Z, AA, AB, …"""

from __future__ import annotations

import re

_LETTERS = re.compile(r"[A-Z]{1,4}")


def letter(number: int) -> str:
    """The letter of source ``number``, counted from 0, as spreadsheet columns are named."""
    letters = ""
    while number >= 0:
        number, place = divmod(number, 26)
        letters = chr(ord("A") + place) + letters
        number -= 1
    return letters


def place(name: str) -> int:
    """The number of the source that ``letter`` calls ``name``, counted from 0."""
    number = 0
    for character in name:
        number = number * 26 + ord(character) - ord("A") + 1
    return number - 1


def is_letter(name: str) -> bool:
    """Whether ``name`` could be the letter of a source."""
    return _LETTERS.fullmatch(name) is not None
