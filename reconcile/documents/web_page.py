"""Whether a text is the source of a web page: its markup is no part of what it says."""

from __future__ import annotations

import re

_SUFFIXES = (".html", ".htm", ".xhtml")
_PAGE = re.compile(
    r"\ufeff?\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^<>]{0,1000}-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
"""How a page begins: a declaration and a comment may stand before its first tag."""

_TAG = re.compile(r"</[a-z][a-z0-9]{0,20}>", re.IGNORECASE)


def is_web_page(text: str, name: str) -> bool:
    """Whether a text begins as a page does, or has markup and the name of a page."""
    return _PAGE.match(text) is not None or (
        name.lower().endswith(_SUFFIXES) and _TAG.search(text) is not None
    )
