"""Letters that ``re.IGNORECASE`` takes for ASCII ones, though ``str.lower`` does not make them so."""

from __future__ import annotations

_LOOKALIKES = str.maketrans({"ı": "i", "İ": "I", "ſ": "s"})


def with_plain_letters(text: str) -> str:
    """``text``, as long as before, in which every word that a pattern of a table finds is in that table.

    A case-blind pattern finds "mınutes" (a Turkish dotless i) where the table has "minutes".
    """
    return text if text.isascii() else text.translate(_LOOKALIKES)
