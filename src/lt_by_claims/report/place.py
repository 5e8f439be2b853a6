"""Where a problem is shown to who reviews a change: on the line of the claim in its reviewed file, if it has one."""

from __future__ import annotations

from lt_by_claims.problem import Problem


def place(problem: Problem) -> tuple[str, int]:
    """The file and the line; a file as a whole is told on its first line."""
    return problem.review or (problem.path, problem.line or 1)


def said(problem: Problem) -> str:
    """The message, with the place where it was found if it is shown on another."""
    where = f"{problem.where}: " if problem.review or problem.row else ""
    who = f"{problem.who}: " if problem.who else ""
    return f"{where}{who}{problem.message}"
