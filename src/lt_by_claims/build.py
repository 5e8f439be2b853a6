"""One project from its raw texts to its published tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from lt_by_claims import claim, project
from lt_by_claims.claim import Rows
from lt_by_claims.columns import columns
from lt_by_claims.coverage import Coverage, Gap, coverage
from lt_by_claims.diff import Difference, Side
from lt_by_claims.diff.finding import before
from lt_by_claims.diff.saying import brief
from lt_by_claims.errors import ClaimsError, VersionError
from lt_by_claims.problem import Problem
from lt_by_claims.publish import publish
from lt_by_claims.settings import Settings, settings
from lt_by_claims.update import difference, refused
from lt_by_claims.validate import validate

Watch = Callable[[Sequence[Path]], Iterable[Path]]
"""What hands on the texts one by one, and may show how far the work is."""


@dataclass(frozen=True, slots=True)
class Made:
    """The rows of a project, how much of each text its claims take up, and what was published before."""

    rows: Rows
    coverage: Mapping[str, Coverage]
    settings: Settings
    before: Side | None

    @property
    def difference(self) -> Difference | None:
        """What is other than in what was published before; None at first."""
        return difference(self.before, self.rows, self.settings)


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
    difference: Difference | None

    def __str__(self) -> str:
        told = self.difference
        changes = brief(told, told.old) if told else "the first build: nothing to compare it with"
        return f"{self.folder}: {self.summary}\n\n{changes}"


def build(folder: Path, watch: Watch = iter) -> Built:
    """Publish the tables of a project; where anything is wrong, say all of it and publish nothing."""
    made = make(folder, watch)
    tables = validate(made.rows)
    told = made.difference
    if problems := list(refused(told, made.settings)):
        raise VersionError(problems)
    target = folder / project.PROCESSED
    publish(tables, target, version=made.settings.written, model=parsed_by(made.rows))
    return Built(target, Summary.of(made), told)


def parsed_by(rows: Rows) -> str | None:
    """Name and version of the model that drafts were made with; None where every text is reviewed."""
    if all(row["reviewed"] for row in rows["documents"]):
        return None
    from lt_by_claims.split.parser import model_name  # who has only reviewed texts needs no parser

    return model_name()


def make(folder: Path, watch: Watch = iter) -> Made:
    """The rows of all texts of a project; all that is wrong with any of them is said at once."""
    made, errors = gathered(folder, watch)
    if errors:
        raise together(errors)
    return made


def gathered(folder: Path, watch: Watch = iter) -> tuple[Made, list[ClaimsError]]:
    """The rows of all texts that are sound, and what is wrong with the others."""
    try:
        return read_all(folder, watch)
    except OSError as error:
        what = f"cannot be read: {error.strerror or error}"
        found = Problem(path=str(error.filename or folder), what=what, to_do="is it still there, and yours to read?")
        raise ClaimsError([found]) from error


def read_all(folder: Path, watch: Watch) -> tuple[Made, list[ClaimsError]]:
    """The same, if the files can be read."""
    said, old = settings(folder), before(folder)
    since = retired_since(old)
    texts = project.texts(folder)
    parts: dict[str, Rows] = {}
    covered: dict[str, Coverage] = {}
    errors: list[ClaimsError] = []
    if strange := list(project.strays(folder, texts)):
        errors.append(ClaimsError(strange))
    for path in watch(texts):
        try:
            document, review, reviewed = project.claims_of(path, folder)
            part = parts[document.document_id] = claim.rows(document, review.claims, reviewed=reviewed)
            part["retired"] = claim.retired_rows(document.document_id, review.retired, since, said.written)
            covered[document.document_id] = coverage(document, part)
        except ClaimsError as error:
            errors.append(error)
    for path in project.reviews_without_text(folder, texts):
        try:
            retired = claim.retired_rows(path.stem, project.retired_of(path), since, said.written)
            parts.setdefault(path.stem, claim.joined([]))["retired"] += retired
        except ClaimsError as error:
            errors.append(error)
    return Made(claim.joined(parts.values()), covered, said, old), errors


def retired_since(old: Side | None) -> dict[str, str]:
    """The version in which each claim was retired, of those that were already when the last release came out."""
    if old is None or (old.version and not old.version.released):
        return {}
    return {row["claim_id"]: row["retired_in"] for row in old.rows["retired"]}


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
