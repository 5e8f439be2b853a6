"""Problems as lines of text, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from lt_by_claims.problem import Problem


def text(problems: Sequence[Problem]) -> str:
    """One line a problem."""
    return "".join(f"{' '.join(str(problem).splitlines())}\n" for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with the fields of `Problem`, and the counts."""
    counts = {kind: sum(problem.severity == kind for problem in problems) for kind in ("error", "warning")}
    told = [{**asdict(problem), "text": str(problem)} for problem in problems]
    return json.dumps({"errors": counts["error"], "warnings": counts["warning"], "problems": told}, indent=2) + "\n"
