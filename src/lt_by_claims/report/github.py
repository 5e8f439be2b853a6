"""Problems as workflow commands of GitHub Actions, which shows them beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lt_by_claims.problem import Problem
from lt_by_claims.report.place import place, said

IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTY = {**IN_MESSAGE, ":": "%3A", ",": "%2C"}


def github(problems: Sequence[Problem]) -> str:
    """One command a problem."""
    return "".join(f"{command(problem)}\n" for problem in problems)


def command(problem: Problem) -> str:
    """One problem."""
    path, line = place(problem)
    title = f"{problem.check or 'problem'}{f' of claim {problem.claim}' if problem.claim else ''}"
    at = f"file={escaped(path, IN_PROPERTY)},line={line}," if path else ""
    return f"::{problem.severity} {at}title={escaped(title, IN_PROPERTY)}::{escaped(said(problem), IN_MESSAGE)}"


def escaped(text: str, escapes: Mapping[str, str]) -> str:
    """A text as commands write it."""
    return "".join(escapes.get(character, character) for character in text)
