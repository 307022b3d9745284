"""Numbers that label or date something: "Route 66", "F-16", "10 Downing Street", "3 May", "10:30"."""

from __future__ import annotations

import re
from functools import cache

from reconcile.facets.quantity.figure import Figure
from reconcile.lexicons import rows

_WORD_BEFORE = re.compile(r"(?P<word>[\w.&’'-]*[\w.’'])[\s-]+$|(?P<sign>[#№§])\s?$")
_GLUED_BEFORE = re.compile(r"(?:[^\W\d_]-|[\w:/@#=_&?]|\d[.,-])$")
_GLUED_AFTER = re.compile(r"[:/]\d|-\d+-|-[A-Z]|\.\d|@|_|\.\w+\.|:\w")
_CLOCK_AFTER = re.compile(
    r"\s*(?:a\.?m\b|p\.?m\b|o[’']clock|hours?\s+GMT|GMT|[ECMP][SD]T\b|noon\b)", re.IGNORECASE
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"\s+(?:of\s+)?{_MONTH}(?![a-z])", re.IGNORECASE)
_PLURAL_AFTER = re.compile(r"[’']?s\b")
_PHONE = re.compile(r"\d{3}[-–]\d{4}")
_PHONE_NUMBER = re.compile(
    r"\+\d{1,3}(?:[ .-]?\(?\d{1,5}\)?){2,5}|\(\d{3,5}\)\s?\d{3,4}[ .-]\d{3,4}"
    r"|(?<!\d)(?:1[ .-])?\d{3}[.-]\d{3}[.-]\d{4}(?!\d)"
    r"|(?<![\d,.-])(?:0\d{2,4} \d{3,4}(?: \d{3,4})?|\d{3}-0\d{3})(?![\d-])"
)
_GROUP_BEFORE = re.compile(r"\bGroup of $")
_NOTE_AFTER = re.compile(r"\(\w\)")
_ACT_BEFORE = re.compile(r"\b(?:[HS]\.\s?(?:R(?:es)?\.|J\.)?(?:\s?Res\.)?|HR|A\.?B\.?|S\.?B\.?)\s?$")
_NAME_AFTER = re.compile(
    r"(?:\s+[A-Z\d][\w.’'-]*){0,3}\s+(?P<word>[A-Z][A-Za-z]+\.?)(?:\s+\d+)?(?!\w|\s+[A-Z])"
)
_EMERGENCY = "911"
_MAGNITUDE = "magnitude"
"""The unit whose name stands before its figure, with a hyphen at times ("a magnitude-6.4 quake")."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BOUND_BEFORE = re.compile(
    r"\b(?:(?:more|fewer|less)\s+than|at\s+least|above|below|nearly|almost|as\s+many\s+as)\s+$", re.IGNORECASE
)
_YEARS = re.compile(rf"{_YEAR.pattern}\D{{1,5}}(?:{_YEAR.pattern}|\d\d)")
_COUNTED_AFTER = re.compile(r"\s+(?:[a-z-]+\s+){0,2}?(?:people|men|women|children|[a-z]{2,}s)\b")
_LIST_AFTER = re.compile(r"[.)]\s+\S")
_ADDRESS = re.compile(r"\S*(?:://|www\.)\S*|\S+@\S+")


def is_label(text: str, figure: Figure) -> bool:
    """Whether the figure, whose span is still the bare number with its unit, is no quantity."""
    start, end = figure.start, figure.end
    glued = _is_glued(text, start, end) and figure.unit != _MAGNITUDE
    if glued or _is_in_address(text, start) or _is_in_phone_number(text, start):
        return True
    if figure.unit is not None or figure.counted is not None:
        return False
    return any(
        (
            _is_named(text, start, end),
            _CLOCK_AFTER.match(text, end),
            _is_day(text, start, end),
            _begins_name(text, end),
            _YEARS.fullmatch(text, start, end),
            text[start:end] == _EMERGENCY,
            _PLURAL_AFTER.match(text, end),
            _is_year(text, start, end),
            _is_list_mark(text, start, end),
            _is_designated(text, start, end),
        )
    )


def _is_glued(text: str, start: int, end: int) -> bool:
    before = _GLUED_BEFORE.search(text, max(0, start - 2), start)
    return bool(before or _GLUED_AFTER.match(text, end))


def _is_in_phone_number(text: str, start: int) -> bool:
    return any(match.start() <= start < match.end() for match in _PHONE_NUMBER.finditer(text))


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether it is in the name of a bill, a section or a group ("H.R. 22", "401(k)", "Group of 20")."""
    before = max(0, start - 12)
    named = _ACT_BEFORE.search(text, before, start) or _GROUP_BEFORE.search(text, before, start)
    return bool(named or _NOTE_AFTER.match(text, end) or _PHONE.fullmatch(text, start, end))


def _is_in_address(text: str, start: int) -> bool:
    """Whether ``start`` lies in a web or mail address."""
    if "://" not in text and "www." not in text and "@" not in text:
        return False
    return any(match.start() <= start < match.end() for match in _ADDRESS.finditer(text))


def _is_day(text: str, start: int, end: int) -> bool:
    """Whether the number is a day or year beside the name of a month."""
    if not text[start].isdigit():
        return False
    before = _MONTH_BEFORE.search(text, max(0, start - 24), start)
    after = _MONTH_AFTER.match(text, end)
    return bool(before and before.group()[:1].isupper()) or bool(
        after and after.group().strip()[:1].isupper()
    )


def _begins_name(text: str, end: int) -> bool:
    """Whether the capitalised words behind it make a name with it ("10 Downing Street", "737 Max")."""
    match = _NAME_AFTER.match(text, end)
    return match is not None and match["word"].lower().rstrip(".") in _designators("after")


def _is_year(text: str, start: int, end: int) -> bool:
    """A bare number from 1500 to 2099, unless it is round and counts a plural noun or is a bound."""
    if not _YEAR.fullmatch(text, start, end):
        return False
    if not text[start:end].endswith("00"):
        return True
    bounded = _BOUND_BEFORE.search(text, max(0, start - 16), start)
    return not (bounded or _COUNTED_AFTER.match(text, end))


def _is_list_mark(text: str, start: int, end: int) -> bool:
    """ "1. Open the door": a number at the start of a sentence before a full stop or bracket."""
    return bool(_LIST_AFTER.match(text, end)) and not text[:start].strip("( ")


def _is_designated(text: str, start: int, end: int) -> bool:
    """Whether a word before the number makes it a label ("Section 4", "No. 10", "Boeing 737")."""
    match = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if match is None:
        return False
    if match["sign"]:
        return True
    word = match["word"]
    if word.lower() not in _designators("before") or not (
        text[start].isdigit() or word[0].isupper() or word == "number"
    ):
        return False
    return word[0].isupper() or word == "number" or not _COUNTED_AFTER.match(text, end)


@cache
def _designators(place: str) -> frozenset[str]:
    return frozenset(word for word, where in rows("quantity_designators") if where == place)
