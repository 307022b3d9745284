"""JSON as the desk answers it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.responses import Response


def json_answer(
    fields: Mapping[str, object],
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    media_type: str = "application/json",
) -> Response:
    r"""``fields`` in ASCII: a lone surrogate, which UTF-8 has no bytes for, stands as ``\uD800``."""
    body = json.dumps(fields, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return Response(body, status, headers, media_type)
