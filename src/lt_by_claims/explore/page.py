"""The page itself: the template with style, scripts and data written into it, so that it needs nothing else."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from lt_by_claims.errors import ClaimsError
from lt_by_claims.explore.contents import Contents

if TYPE_CHECKING:
    from jinja2 import Environment

SCRIPTS = ("data", "elements", "near", "cite", "filters", "claims", "text", "chart", "numbers", "page")
"""The scripts in order: each may use what stands before it, and `page` sets all going."""

POLICY = (
    "default-src 'none'",
    "script-src {script}",
    "style-src {style}",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
)
"""Nothing is fetched, only this script runs and only this style is applied, and no text ever becomes markup."""

ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""JSON says these so that none of its texts can end the element that it stands in."""


def html(contents: Contents) -> str:
    """The whole page as HTML."""
    from markupsafe import Markup

    environment = templates()
    style, script = part("page.css"), "\n".join(part(f"scripts/{name}.js") for name in SCRIPTS)
    return environment.from_string(part("page.html")).render(
        page=contents,
        policy="; ".join(POLICY).format(script=source(script), style=source(style)),
        style=Markup(style),
        script=Markup(script),
        data=Markup(escaped(contents.data)),
    )


def templates() -> Environment:
    """The templates' language; whatever is put in is escaped."""
    try:
        from jinja2 import Environment, StrictUndefined
    except ImportError as error:
        raise ClaimsError('the page needs Jinja2: pip install "lt-by-claims[explore]"') from error
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def part(name: str) -> str:
    """A file of the page."""
    return (files(__package__) / name).read_text(encoding="utf-8")


def source(content: str) -> str:
    """What a Content-Security-Policy calls an inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def escaped(data: Any) -> str:
    """Data as JSON that can stand in a page."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str).translate(ESCAPES)
