"""What a reviewer sends: a decision with its remarks, read from a form or from JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from reconcile.report.safe_text import unwritable, visible
from reconcile.review.refusal import RefusalError
from reconcile.schema import LONGEST_NOTE, Decision, Discrepancy

LONGEST_PREFERRED = 500
"""Code points of a form that a reviewer writes; one that a source has may be longer."""

_MOST_FIELDS = 20
_LAST_REVISION = 2**31
OWN_WORDS = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """``revision`` and ``run`` are those of the finding which the reviewer saw; None for a run that a
    program does not tell."""

    decision: Decision
    preferred: str | None
    note: str
    revision: int
    run: str | None


def form_fields(body: bytes) -> Mapping[str, str]:
    """The fields of a form as a browser sends it, the last of a name; raises RefusalError."""
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise RefusalError(HTTPStatus.BAD_REQUEST, "The form could not be read.") from error
    return {name: value.replace("\r\n", "\n") for name, value in pairs}


def json_fields(body: bytes) -> Mapping[str, Any]:
    """The members of a JSON object; raises RefusalError."""
    try:
        fields = json.loads(body)
    # The depth of a hostile document is limited by the interpreter.
    except (ValueError, RecursionError) as error:
        raise RefusalError(HTTPStatus.BAD_REQUEST, "The body is no JSON.") from error
    if not isinstance(fields, dict):
        raise RefusalError(HTTPStatus.UNPROCESSABLE_ENTITY, "The body is no JSON object.")
    return fields


def from_form(fields: Mapping[str, str], discrepancy: Discrepancy) -> Submission:
    """A filled form; its radio button names a preferred form by its place among the choices."""
    return Submission(
        decision=decision_of(fields.get("decision")),
        preferred=_chosen(fields, discrepancy),
        note=_text(fields.get("note", ""), "note", LONGEST_NOTE),
        revision=revision_of(fields.get("revision")),
        run=run_of(fields.get("run")),
    )


def from_json(fields: Mapping[str, Any]) -> Submission:
    """``{"decision", "revision", "run"?, "preferred"?, "note"?}``; other members are refused."""
    if fields.keys() - {"decision", "revision", "run", "preferred", "note"}:
        raise _invalid("There are members that a judgement does not have.")
    preferred = fields.get("preferred")
    return Submission(
        decision=decision_of(fields.get("decision")),
        preferred=None
        if preferred is None
        else _text(preferred, "preferred form", LONGEST_PREFERRED) or None,
        note=_text(fields.get("note", ""), "note", LONGEST_NOTE),
        revision=revision_of(fields.get("revision")),
        run=run_of(fields.get("run")),
    )


def run_of(value: object) -> str | None:
    """The run that was looked at, None where it is not told; raises RefusalError."""
    if value is not None and not isinstance(value, str):
        raise _invalid("The run that was looked at is no text.")
    return value


def choices(discrepancy: Discrepancy) -> dict[str, tuple[str, ...]]:
    """The words to choose from, each with the letters of the sources that use them."""
    users: dict[str, tuple[str, ...]] = {}
    for value in discrepancy.values:
        users[value.text] = tuple(dict.fromkeys((*users.get(value.text, ()), value.source)))
    return users


def revision_of(value: object) -> int:
    """A revision as a number or in digits; raises RefusalError."""
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    if not (text.isascii() and text.isdigit() and len(text) < 11 and int(text) < _LAST_REVISION):
        raise _invalid("The revision of the finding that was looked at is missing or no number.")
    return int(text)


def decision_of(value: object) -> Decision:
    """A decision by its name; raises RefusalError."""
    if not isinstance(value, str) or value not in Decision.__members__.values():
        raise _invalid(f"The decision is one of {', '.join(Decision)}.")
    return Decision(value)


def _chosen(fields: Mapping[str, str], discrepancy: Discrepancy) -> str | None:
    choice = fields.get("preferred", "")
    if choice == OWN_WORDS:
        return _text(fields.get("own", ""), "preferred form", LONGEST_PREFERRED) or None
    words = dict(enumerate(choices(discrepancy)))
    if not choice:
        return None
    if not (choice.isascii() and choice.isdigit() and len(choice) < 4 and int(choice) in words):
        raise _invalid("The preferred form is none of the choices.")
    return words[int(choice)]


def _text(value: object, name: str, longest: int) -> str:
    """``value`` without white space at its ends; characters that nobody would see are refused."""
    if not isinstance(value, str):
        raise _invalid(f"The {name} is no text.")
    text = value.replace("\r\n", "\n").strip()
    if len(text) > longest:
        raise _invalid(f"The {name} is longer than {longest:,} characters.")
    if unwanted := next(unwritable(text), ""):
        raise _invalid(f"The {name} holds the invisible character {visible(unwanted)}; type it anew.")
    return text


def _invalid(sentence: str) -> RefusalError:
    return RefusalError(HTTPStatus.UNPROCESSABLE_ENTITY, sentence)
