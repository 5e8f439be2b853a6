"""Policy texts as a table of atomic, source-linked claims, with every number in them as data."""

from __future__ import annotations

TYPE_CHECKING = False  # as in `typing`, whose import would cost more than all else here

if TYPE_CHECKING:
    from typing import Any

    from lt_by_claims.about import info
    from lt_by_claims.calendar.table import times
    from lt_by_claims.citation import cite
    from lt_by_claims.dataset import assert_version, load
    from lt_by_claims.draft import claims
    from lt_by_claims.errors import (
        ClaimsError,
        DocumentError,
        ModelError,
        NotBuiltError,
        PublishError,
        ReviewError,
        TableError,
        UsageError,
        VersionError,
    )
    from lt_by_claims.quantify import quantities
    from lt_by_claims.shown import show

__version__ = "0.1.0"

__all__ = [
    "ClaimsError",
    "DocumentError",
    "ModelError",
    "NotBuiltError",
    "PublishError",
    "ReviewError",
    "TableError",
    "UsageError",
    "VersionError",
    "__version__",
    "assert_version",
    "cite",
    "claims",
    "info",
    "load",
    "quantities",
    "show",
    "times",
]

HOMES = {
    "assert_version": "dataset",
    "cite": "citation",
    "claims": "draft",
    "info": "about",
    "load": "dataset",
    "quantities": "quantify",
    "show": "shown",
    "times": "calendar.table",
}
"""The module of each name that a user needs; all others are errors. Each is imported when it is first asked for."""


def __getattr__(name: str) -> Any:
    """What a user asks the package for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{HOMES.get(name, 'errors')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The names that a user needs."""
    return __all__
