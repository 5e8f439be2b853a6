"""Problems in the forms that people and programs read: each is a function of the problems alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from lt_by_claims.errors import UsageError
from lt_by_claims.problem import Problem
from lt_by_claims.report.github import github
from lt_by_claims.report.junit import junit
from lt_by_claims.report.plain import as_json, text
from lt_by_claims.report.sarif import sarif

__all__ = ["FORMATS", "chosen"]

Meant = TypeVar("Meant")

FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": text,
    "json": as_json,
    "github": github,
    "junit": junit,
    "sarif": sarif,
}
"""The forms by name."""


def chosen(option: str, name: str, known: Mapping[str, Meant]) -> Meant:
    """What an option asks for by name; UsageError where there is no such."""
    if name not in known:
        raise UsageError(f"{option} {name}: there are {', '.join(known)}")
    return known[name]
