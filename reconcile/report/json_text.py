"""JSON as the forms of the report are written in it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from reconcile.report.safe_text import escaped_in_json


def json_text(fields: Mapping[str, object]) -> str:
    """``fields`` indented, ending in a line break.

    Invisible characters are escaped, so that the document is safe on a terminal and parses to the exact
    text. Raises ValueError for a figure that JSON has no word for (NaN, infinity).
    """
    return escaped_in_json(json.dumps(fields, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"
