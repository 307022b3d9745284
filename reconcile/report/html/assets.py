"""The style sheet and the script that the page carries, and the policy that allows no others."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from markupsafe import Markup

STYLES = ("tokens", "page", "filters", "findings", "statements", "texts", "timeline", "narrow", "print")
SCRIPTS = ("filters", "links", "panels", "start")
"""Files of css/ and js/ in the order in which they are joined."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """Style sheet and script to be written into the page, and its Content-Security-Policy."""

    style: Markup
    script: Markup
    policy: str


@cache
def assets() -> Assets:
    """The package's own files; neither holds a word of a source."""
    style = _joined("css", STYLES)
    script = _joined("js", SCRIPTS)
    return Assets(style=Markup(style), script=Markup(script), policy=_policy(style, script))


def hash_source(content: str) -> str:
    """The name by which a Content-Security-Policy allows one style or script (CSP Level 3, hash-source)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _joined(folder: str, names: tuple[str, ...]) -> str:
    room = files(__package__).joinpath(folder)
    return "\n".join(room.joinpath(f"{name}.{folder}").read_text(encoding="utf-8") for name in names)


def _policy(style: str, script: str) -> str:
    """Nothing is loaded, sent or embedded; no style or script runs but those two (CSP Level 3)."""
    return (
        f"default-src 'none'; style-src '{hash_source(style)}'; script-src '{hash_source(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
