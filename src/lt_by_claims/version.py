"""Versions of the dataset and the steps between them, as Semantic Versioning has them (https://semver.org)."""

from __future__ import annotations

import re
from typing import NamedTuple

STEPS = ("patch", "minor", "major")
"""The steps, the smallest first: corrected; added; lost."""

FORM = re.compile(r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})(?:-([0-9A-Za-z.-]{1,40}))?")


class Version(NamedTuple):
    """A version such as 1.2.0; one such as 1.2.0-dev is on its way there, and not released."""

    major: int
    minor: int
    patch: int
    released: bool = True
    label: str = ""

    @classmethod
    def of(cls, written: str) -> Version:
        """The version that is written; ValueError where it is none."""
        found = FORM.fullmatch(written)
        if found is None:
            raise ValueError(f"{written!r} is no version: write three numbers, as 1.2.0 (or 1.2.0-dev until it is out)")
        major, minor, patch, label = found.groups()
        return cls(int(major), int(minor), int(patch), label is None, label or "")

    @property
    def numbers(self) -> tuple[int, int, int]:
        """The three numbers."""
        return self.major, self.minor, self.patch

    def after(self, step: str | None) -> Version:
        """The lowest version that makes a step from here; this one where there is none."""
        match step:
            case "major":
                return Version(self.major + 1, 0, 0)
            case "minor":
                return Version(self.major, self.minor + 1, 0)
            case "patch":
                return Version(self.major, self.minor, self.patch + 1)
            case _:
                return self

    def __str__(self) -> str:
        return ".".join(map(str, self.numbers)) + (f"-{self.label}" if self.label else "")


def largest(steps: set[str]) -> str | None:
    """The largest of some steps, None where there is none."""
    return max(steps, key=STEPS.index, default=None)
