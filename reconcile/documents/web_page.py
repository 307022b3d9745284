"""Whether a text is the source of a web page: its markup is no part of what it says."""

from __future__ import annotations

import re

_SUFFIXES = (".html", ".htm", ".xhtml")
_HEAD = 2_000
"""Characters at the start of a page in which it says that it is one."""

_PAGE = re.compile(r"<!doctype\s+html\b|<(?:html|head|body)\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"</[a-z][a-z0-9]{0,20}>", re.IGNORECASE)


def is_web_page(text: str, name: str) -> bool:
    """Whether a text that begins with markup says that it is a page, or one with markup is called so."""
    begins = text.lstrip("\ufeff \t\r\n").startswith("<") and _PAGE.search(text, 0, _HEAD) is not None
    return begins or (name.lower().endswith(_SUFFIXES) and _TAG.search(text) is not None)
