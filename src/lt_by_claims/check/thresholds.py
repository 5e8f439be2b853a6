"""How much of each text must belong to some claim, as the project asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lt_by_claims.build import Made
from lt_by_claims.problem import Problem


def too_little(folder: Path, made: Made) -> Iterator[Problem]:
    """Documents of which too few sentences or numbers belong to a claim."""
    return iter(())
