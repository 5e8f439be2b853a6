"""What a shell may put for a word that is begun: texts, claims, rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path

from lt_by_claims.dataset import load
from lt_by_claims.errors import ClaimsError
from lt_by_claims.explain import first_line, rules
from lt_by_claims.project import published, review_file, texts_or_none

Choice = tuple[str, str]
"""A word, and what it means."""

MOST = 100
"""So many words are offered; nobody reads more."""


def offered(what: str, project: Path, begun: str) -> list[Choice]:
    """The words of a kind that begin so; none where the project is not to be read, for that is told by the command."""
    try:
        fitting = (choice for choice in KINDS[what](project, begun) if choice[0].startswith(begun))
        return list(islice(fitting, MOST))
    except (ClaimsError, OSError, ValueError):
        return []


def texts(project: Path, _: str) -> Iterable[Choice]:
    """The texts of a project."""
    return ((path.stem, "") for path in texts_or_none(project))


def reviewed(project: Path, _: str) -> Iterable[Choice]:
    """Those that have a review."""
    return ((path.stem, "") for path in texts_or_none(project) if review_file(project, path.stem).is_file())


def claims(project: Path, begun: str) -> Iterable[Choice]:
    """The claims of a project or of the dataset: by their 8 digits, or by all of their id where a slash is begun."""
    found = load(engine="arrow", folder=published(project), columns=["claim_id", "claim"]).to_pylist()
    whole = "/" in begun
    return ((row["claim_id"] if whole else row["claim_id"].rpartition("/")[2], row["claim"]) for row in found)


def names(_: Path, __: str) -> Iterable[Choice]:
    """The rules of language, each as one word."""
    return ((name.replace(" ", "-"), first_line(rule)) for name, rule in rules().items())


KINDS: Mapping[str, Callable[[Path, str], Iterable[Choice]]] = {
    "text": texts,
    "reviewed": reviewed,
    "claim": claims,
    "rule": names,
}
