"""One project from its raw texts to its published tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from lt_by_claims import claim, project
from lt_by_claims.changes import Changes, changes, published_before
from lt_by_claims.claim import Rows
from lt_by_claims.columns import columns
from lt_by_claims.coverage import Coverage, Gap, coverage
from lt_by_claims.errors import ClaimsError
from lt_by_claims.publish import publish
from lt_by_claims.validate import validate

Watch = Callable[[Sequence[Path]], Iterable[Path]]
"""What hands on the texts one by one, and may show how far the work is."""


@dataclass(frozen=True, slots=True)
class Made:
    """The rows of a project, and how much of each text its claims take up."""

    rows: Rows
    coverage: Mapping[str, Coverage]


@dataclass(frozen=True, slots=True)
class Summary:
    """How many texts, claims and numbers there are, and of what sort; and how much of each text they take up."""

    texts: int
    reviewed: int
    topics: Mapping[str, int]
    claim_types: Mapping[str, int]
    kinds: Mapping[str, int]
    coverage: Mapping[str, Coverage]

    @classmethod
    def of(cls, made: Made) -> Summary:
        """The summary of what was made."""
        rows = made.rows
        return cls(
            texts=len(rows["documents"]),
            reviewed=sum(row["reviewed"] for row in rows["documents"]),
            topics=Counter(row["topic"] for row in rows["claims"]),
            claim_types=Counter(row["claim_type"] for row in rows["claims"]),
            kinds=Counter(row["kind"] for row in rows["quantities"]),
            coverage=made.coverage,
        )

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return sum(self.topics.values())

    @property
    def numbers(self) -> int:
        """How many numeric values there are."""
        return sum(self.kinds.values())

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The sentences and numbers that belong to no claim."""
        return tuple(gap for covered in self.coverage.values() for gap in covered.gaps)

    def __str__(self) -> str:
        head = f"{counted(self.texts, 'text')} ({self.reviewed} reviewed)"
        told = f"{head}, {counted(self.claims, 'claim')}, {counted(self.numbers, 'number')}"
        parts = [ranked("topic", self.topics), ranked("type", self.claim_types), ranked("number", self.kinds)]
        rows = [[cell for pair in row for cell in pair] for row in zip_longest(*parts, fillvalue=("", ""))]
        covered = [(f"  {name}", *told.shares.values()) for name, told in self.coverage.items()]
        shares = columns([("in some claim", "sentences", "numbers"), *covered], right=(1, 2))
        return f"{told}\n\n{columns(rows, right=(1, 3, 5))}\n\n{shares}"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build published, and what is new in it."""

    folder: Path
    summary: Summary
    changes: Changes

    def __str__(self) -> str:
        return f"{self.folder}: {self.summary}\n\n{self.changes}"


def build(folder: Path, watch: Watch = iter) -> Built:
    """Publish the tables of a project; where anything is wrong, say all of it and publish nothing."""
    made = make(folder, watch)
    tables = validate(made.rows)
    target = folder / project.PROCESSED
    before = published_before(target)
    publish(tables, target)
    return Built(target, Summary.of(made), changes(before, made.rows))


def make(folder: Path, watch: Watch = iter) -> Made:
    """The rows of all texts of a project; all that is wrong with any of them is said at once."""
    made, errors = gathered(folder, watch)
    if errors:
        raise together(errors)
    return made


def gathered(folder: Path, watch: Watch = iter) -> tuple[Made, list[ClaimsError]]:
    """The rows of all texts that are sound, and what is wrong with the others."""
    texts = project.texts(folder)
    parts: dict[str, Rows] = {}
    covered: dict[str, Coverage] = {}
    errors: list[ClaimsError] = []
    if strange := list(project.strays(folder, texts)):
        errors.append(ClaimsError(strange))
    for path in watch(texts):
        try:
            document, claims, reviewed = project.claims_of(path, folder)
            part = parts[document.document_id] = claim.rows(document, claims, reviewed=reviewed)
            covered[document.document_id] = coverage(document, part)
        except ClaimsError as error:
            errors.append(error)
    return Made(claim.joined(parts.values()), covered), errors


def together(errors: Sequence[ClaimsError]) -> ClaimsError:
    """All errors as one, of their common sort; what several have in common is said once."""
    sorts = {type(error) for error in errors}
    sort = sorts.pop() if len(sorts) == 1 else ClaimsError
    return sort(list(dict.fromkeys(problem for error in errors for problem in error.found)))


def ranked(name: str, counts: Mapping[str, int]) -> list[tuple[str, str]]:
    """Names and their counts, the most frequent first, under a heading."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(name, ""), *((f"  {code}", str(count)) for code, count in ordered)]


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
