"""How far several annotators agree who read the same texts: claims F1, Cohen's κ and Krippendorff's α."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import nan
from pathlib import Path
from typing import TypeVar

from lt_by_claims import project
from lt_by_claims.claim import Claim
from lt_by_claims.columns import columns
from lt_by_claims.errors import UsageError
from lt_by_claims.evaluate import CODED, FIELDS, Evaluation, evaluate, jaccard, mean, shown
from lt_by_claims.read import read
from lt_by_claims.review import review

Readings = Mapping[str, Sequence[Claim]]
"""The claims that each annotator sees in one document, by name."""

SETTLED = "settled"

Rows = list[tuple[str, ...]]

Value = TypeVar("Value", bound=Hashable)


def differ(one: Hashable, other: Hashable) -> float:
    """Codes are the same or not."""
    return float(one != other)


def apart(one: frozenset[str], other: frozenset[str]) -> float:
    """Sets differ by what they have not in common."""
    return 1 - jaccard(set(one), set(other))


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of annotators over documents that several of them read, and of each with the settled file."""

    documents: tuple[str, ...]
    pairs: Mapping[tuple[str, str], Evaluation]
    settled: Mapping[str, Evaluation]
    units: tuple[tuple[Claim, ...], ...]
    """The claims that several annotators see alike, one claim of each."""

    def alpha(self, field: str) -> float:
        """Krippendorff's α in a field: of all annotators together, and beyond chance."""
        if field in FIELDS:
            return alpha([[FIELDS[field](claim) for claim in unit] for unit in self.units], differ)
        sets = [[frozenset(getattr(claim, field)) for claim in unit] for unit in self.units]
        return alpha(sets, apart)

    def kappa(self, field: str) -> float:
        """Cohen's κ in a field, the mean of all pairs of annotators."""
        return mean(one.kappa(field) for one in self.pairs.values()) if field in CODED else nan

    @property
    def f1(self) -> float:
        """F1 of the claims, the mean of all pairs of annotators."""
        return mean(one.claims().f1 for one in self.pairs.values())

    def tables(self) -> tuple[Rows, Rows]:
        """Pairs of annotators with what they have in common; and fields with κ and α."""
        named = {f"{one}, {other}": pair for (one, other), pair in self.pairs.items()}
        named |= {f"{one}, {SETTLED}": pair for one, pair in self.settled.items()}
        pairs: Rows = [("annotators", "claims", "claims", "both", "claims F1", "numbers F1")]
        for name, pair in named.items():
            score = pair.claims()
            counts = (str(number) for number in (score.drafted, score.reviewed, score.hits))
            pairs.append((name, *counts, shown(score.f1), shown(pair.numbers.f1)))
        fields: Rows = [("field", "κ", "α")]
        fields += [(name, shown(self.kappa(name)), shown(self.alpha(name))) for name in (*FIELDS, "topics", "actors")]
        return pairs, fields

    def __str__(self) -> str:
        pairs, fields = self.tables()
        told = f"{len(self.documents)} read by several: {', '.join(self.documents)}"
        units = f"α over {len(self.units)} claims that several have"
        return "\n\n".join((told, columns(pairs, right=range(1, 6)), units, columns(fields, right=(1, 2))))

    def markdown(self) -> str:
        """The same as tables of a page."""
        return "\n\n".join(map(as_markdown, self.tables()))


def as_markdown(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a table of Markdown, the first as its head."""
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, f"| --- {'| ---: ' * (len(rows[0]) - 1)}|", *body])


def agreement(folder: Path, names: Sequence[str] = ()) -> Agreement:
    """The agreement over these documents, by default all that several annotators read.

    An annotator's claims stand in data/reviewed/<document>.<annotator>.yaml. UsageError where there are no two of one
    document.
    """
    texts = [project.text(folder, name) for name in names] or project.texts(folder)
    pairs: dict[tuple[str, str], list[Evaluation]] = {}
    settled: dict[str, list[Evaluation]] = {}
    units: list[tuple[Claim, ...]] = []
    documents: list[str] = []
    for text in texts:
        readings, truth = of_document(folder, text)
        for name, claims in readings.items() if truth else ():
            settled.setdefault(name, []).append(evaluate(claims, truth))
        if len(readings) > 1:
            compared = {pair: evaluate(*(readings[name] for name in pair)) for pair in combinations(readings, 2)}
            for pair, found in compared.items():
                pairs.setdefault(pair, []).append(found)
            units += alike(readings, compared.values())
            documents.append(text.stem)
    if not documents:
        what = "no document has two annotators: write their claims as <document>.<annotator>.yaml"
        raise UsageError(f"{folder / project.REVIEWED}: {what}")
    return Agreement(tuple(documents), together(pairs), together(settled), tuple(units))


Key = TypeVar("Key", bound=Hashable)


def together(found: Mapping[Key, Sequence[Evaluation]]) -> dict[Key, Evaluation]:
    """The evaluations of several documents as one."""
    return {key: Evaluation.together(some) for key, some in found.items()}


def of_document(folder: Path, text: Path) -> tuple[Readings, Sequence[Claim]]:
    """What each annotator sees in a document, and what was settled, if anything was."""
    files = project.annotators(folder, text.stem)
    if not files:
        return {}, ()
    document, file = read(text, folder), project.review_file(folder, text.stem)
    readings = {name: review(path, document) for name, path in files.items()}
    return readings, review(file, document) if file.is_file() else ()


def alike(readings: Readings, compared: Iterable[Evaluation]) -> Iterator[tuple[Claim, ...]]:
    """Claims of several annotators that are taken for one, the most alike first; of each annotator one at most."""
    whose = {id(claim): name for name, claims in readings.items() for claim in claims}
    group = {id(claim): [claim] for claims in readings.values() for claim in claims}
    likest = sorted((pair for one in compared for pair in one.counted), key=lambda pair: -pair.likeness)
    for pair in likest:
        one, other = group[id(pair.draft)], group[id(pair.review)]
        if not {whose[id(claim)] for claim in one} & {whose[id(claim)] for claim in other}:
            one += other
            group |= {id(claim): one for claim in other}
    several = {id(some): tuple(some) for some in group.values() if len(some) > 1}
    yield from sorted(several.values(), key=lambda some: min(claim.start for claim in some))


def alpha(units: Iterable[Sequence[Value]], distance: Callable[[Value, Value], float]) -> float:
    """Krippendorff's α: 1 less the distance within units against that among all values; nan where there are none."""
    pairable = [unit for unit in units if len(unit) > 1]
    values = Counter(value for unit in pairable for value in unit)
    number = values.total()
    if not number:
        return nan
    within = sum(sum(distance(*pair) for pair in combinations(unit, 2)) * 2 / (len(unit) - 1) for unit in pairable)
    among = sum(values[one] * values[other] * distance(one, other) for one in values for other in values)
    return 1.0 if among == 0 else 1 - within * (number - 1) / among
