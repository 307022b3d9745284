"""Bytes to text: the encoding is found, the characters are kept as they are."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from reconcile.errors import SourceError
from reconcile.lexicons import rows

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # UTF-32's mark begins with that of UTF-16, so it is tried first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "iso8859_15", "koi8_r", "koi8_u", "cp866", "cp874"),
    *("mac_roman", "mac_cyrillic", "cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
"""Legacy encodings of the WHATWG Encoding Standard that texts are met in, by Python's names."""
_WESTERN = "cp1252"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.1
_WESTERN_TEXT = re.compile(r"[\x00-\x7f‘’‚“”„–—…•€£§©®°·´«»½¼¾¿¡ À-ÖØ-öø-ÿŒœŠšŽžŸ]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text and the encoding that it was in, by Python's name."""

    text: str
    encoding: str


def decode(data: bytes, name: str) -> Decoded:
    """The text of ``data``: by its byte order mark, else UTF-8, else UTF-16, else as detected.

    The byte order mark is no part of the text: offsets count from the character after it.
    Newlines and everything else stay as they are. Raises SourceError for what is not text.
    """
    _refuse_known_formats(data, name)
    decoded = _by_mark(data, name) or _by_utf8(data) or _by_utf16(data) or _by_detection(data, name)
    if len(_CONTROL.findall(decoded.text)) > _MAX_CONTROL_SHARE * len(decoded.text):
        raise SourceError(name, "it is a binary file, not a text")
    return decoded


def _refuse_known_formats(data: bytes, name: str) -> None:
    for signature, what in rows("file_signatures"):
        if data.startswith(bytes.fromhex(signature)):
            raise SourceError(name, f"it is {what}, not a plain text")


def _by_mark(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode("utf-8" if encoding == "utf-8-sig" else encoding)
            except UnicodeDecodeError as error:
                raise SourceError(name, _damage(error, len(mark))) from error
            return Decoded(text=text, encoding=encoding)
    return None


def _by_utf8(data: bytes) -> Decoded | None:
    if b"\0" in data:
        return None
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return None


def _by_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: Latin letters leave every other byte zero, and only those."""
    for odd, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = data[odd::2].count(0), data[1 - odd :: 2].count(0)
        if others == 0 and zeros > len(data) / 4:
            try:
                return Decoded(text=data.decode(encoding), encoding=encoding)
            except UnicodeDecodeError:
                return None
    return None


def _by_detection(data: bytes, name: str) -> Decoded:
    if b"\0" in data:
        raise SourceError(name, "it is a binary file, not a text")
    _refuse_damaged_utf8(data, name)
    for encoding in _candidates(data):
        try:
            return Decoded(text=data.decode(encoding), encoding=encoding)
        except UnicodeDecodeError:
            continue
    raise SourceError(name, "its encoding cannot be told; save it as UTF-8")


def _refuse_damaged_utf8(data: bytes, name: str) -> None:
    """UTF-8 with a few wrong bytes is refused: any legacy encoding would read it as garbage."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        lenient = data.decode("utf-8", "surrogateescape")
        wrong = sum("\udc80" <= char <= "\udcff" for char in lenient)
        right = sum(char > "\x7f" for char in lenient) - wrong
        if right >= wrong:
            raise SourceError(name, _damage(error, 0)) from error


def _candidates(data: bytes) -> list[str]:
    """Encodings worth trying, likeliest first.

    charset-normalizer knows a language by its letters; a text that is ASCII but for a few marks
    gives it too little. Then Windows-1252, the web's fallback, is taken if it reads sensibly.
    """
    matches = from_bytes(data, cp_isolation=list(_LEGACY))
    recognised = any(match.coherence > 0 for match in matches)
    found = [
        _WESTERN if _WESTERN in match.could_be_from_charset else match.encoding
        for match in sorted(matches, key=lambda match: (match.chaos, -match.coherence))
    ]
    return found if recognised or not _reads_as_western(data) else [_WESTERN, *found]


def _reads_as_western(data: bytes) -> bool:
    text = data.decode(_WESTERN, "replace")
    letters = sum(char.isascii() and char.isalpha() for char in text)
    return _WESTERN_TEXT.fullmatch(text) is not None and letters > len(text) / 2


def _damage(error: UnicodeDecodeError, offset: int) -> str:
    encoding = error.encoding.upper()
    return f"it is damaged: byte {error.start + offset} is not valid {encoding}"
