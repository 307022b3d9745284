"""How templates are filled, those of the page and of the desk alike: nothing that a source wrote acts."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reconcile.report.safe_text import one_line


def template_environment(package: str, *, keep_trailing_newline: bool = False) -> Environment:
    """The templates of ``package``, in its folder templates/. Everything is escaped, and no name that a
    template misspells passes for an empty one."""
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=keep_trailing_newline,
    )


def _shown(value: object) -> object:
    """Strings on one line with nothing invisible in them; markup was made safe where it was made."""
    return one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value
