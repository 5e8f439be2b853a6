"""Problems as SARIF 2.1.0, which code hosts and editors show on the lines of files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from lt_by_claims import __version__
from lt_by_claims.problem import Problem
from lt_by_claims.report.place import place, said

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(problems: Sequence[Problem]) -> str:
    """The log of one run."""
    rules = sorted({rule(problem) for problem in problems})
    driver = {
        "name": "lt-by-claims",
        "version": __version__,
        "rules": [{"id": name, "shortDescription": {"text": name.replace("-", " ")}} for name in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [result(problem, rules) for problem in problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def rule(problem: Problem) -> str:
    """The name of the check, as an id."""
    return "-".join((problem.check or "problem").replace("_", " ").split())


def result(problem: Problem, rules: Sequence[str]) -> dict[str, Any]:
    """One problem; the claim is its logical location."""
    path, line = place(problem)
    physical = {"artifactLocation": {"uri": quote(path or ".")}, "region": {"startLine": line}}
    location: dict[str, Any] = {"physicalLocation": physical}
    if problem.claim or problem.who:
        location["logicalLocations"] = [{"name": problem.claim or problem.who, "kind": "object"}]
    return {
        "ruleId": rule(problem),
        "ruleIndex": rules.index(rule(problem)),
        "level": problem.severity,
        "message": {"text": said(problem)},
        "locations": [location],
    }
