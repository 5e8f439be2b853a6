"""Something that is wrong: where, what, and what to do about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]

IN_A_FILE = re.compile(r"\A((?:data/|pyproject\.toml)[^:\s]*)(?::([0-9]{1,9}))?: (.+)", re.DOTALL)
"""A message about a file of a project, as `data/raw/x.txt:3: …`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What one check found at one place; `str` is its line in the terminal.

    `path` is a file, from the root of its project, or the name of a table in memory; `line` counts in a file of text,
    `row` in a table, both from 1. `who` is whose problem it is in the words of a message, `claim` the id of the claim,
    `column` the column or key. `review` is the line of the claim in its reviewed file, where the problem is one of a
    table that was made from it.
    """

    what: str
    to_do: str = ""
    check: str = ""
    severity: Severity = "error"
    path: str = ""
    line: int | None = None
    row: int | None = None
    who: str = ""
    claim: str = ""
    column: str = ""
    review: tuple[str, int] | None = None

    def __str__(self) -> str:
        severity = "" if self.severity == "error" else self.severity
        return ": ".join(part for part in (self.where, self.who, severity, self.message) if part)

    @property
    def where(self) -> str:
        """The file and the line, or the table and the row."""
        line = "" if self.line is None else f":{self.line}"
        row = "" if self.row is None else f" row {self.row}"
        return f"{self.path}{line}{row}"

    @property
    def message(self) -> str:
        """What is wrong, and what to do."""
        return f"{self.what}: {self.to_do}" if self.to_do else self.what

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Problems are told by file, then by line or row."""
        return self.path, self.line or 0, self.row or 0, self.who, self.what

    @classmethod
    def of(cls, told: str, check: str = "") -> Problem:
        """The problem that a line tells; where it begins with a file of a project, that and its line."""
        found = IN_A_FILE.fullmatch(told)
        if found is None:
            return cls(what=told, check=check)
        path, line, what = found.groups()
        return cls(path=path, line=int(line) if line else None, what=what, check=check)
