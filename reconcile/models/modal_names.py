"""Names that the parser takes for modal verbs: "May said", "Will told them"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

ACTING_NAME = ("PROPN", "NNP", "nsubj", "PERSON")
"""Part of speech, tag, dependency and entity label of such a name."""

_MODAL_NAMES = frozenset({"May", "Will"})
_FINITE = frozenset({"VBD", "VBZ", "MD"})


def is_modal_name(words: Sequence[Any], index: int) -> bool:
    """Whether the spaCy token at ``index`` is a name read as a modal.

    English has no modal before a finite verb (Huddleston and Pullum, 2002, ch. 3, 2.4): what stands there is
    its subject. A form that may as well be the plain one ("put", "hit") does not tell.
    """
    token = words[index]
    if token.text not in _MODAL_NAMES or (token.tag_ != "MD" and token.dep_ != "aux"):
        return False
    after = next((t for t in words[index + 1 :] if t.tag_ != "RB"), None)
    if after is None or after.tag_ not in _FINITE or after.lower_ == after.lemma_.lower():
        return False
    return not any(t.dep_ == "nsubj" and t.i != token.i for t in after.children if t.i < token.i)
