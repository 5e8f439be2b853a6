"""How much of each text must belong to some claim: `coverage` in the table `[tool.lt_by_claims]` of pyproject.toml.

`coverage = { sentences = 0.9, numbers = 1.0 }` asks nine in ten sentences and all numbers of every document to belong
to a claim. A project that says nothing asks nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lt_by_claims.build import Made
from lt_by_claims.coverage import Coverage
from lt_by_claims.problem import Problem
from lt_by_claims.project import RAW
from lt_by_claims.settings import FILE

PARTS = ("sentences", "numbers")


def too_little(made: Made) -> Iterator[Problem]:
    """Documents of which too few sentences or numbers belong to a claim, and thresholds that are none."""
    for key, least in made.settings.coverage.items():
        if key not in PARTS or isinstance(least, bool) or not isinstance(least, int | float) or not 0 <= least <= 1:
            what = f"coverage of [tool.lt_by_claims] has {key} = {least!r}"
            to_do = f"give {' and '.join(PARTS)}, each from 0 to 1"
            yield Problem(path=FILE.as_posix(), check="coverage", what=what, to_do=to_do)
            continue
        paths = {row["document_id"]: row["raw_path"] for row in made.rows["documents"]}
        for document, covered in made.coverage.items():
            yield from lacking(paths.get(document) or f"{RAW.as_posix()}/{document}", covered, key, least)


def lacking(path: str, covered: Coverage, key: str, least: float) -> Iterator[Problem]:
    """That one document has too few of one part in its claims; the first that lacks is its line."""
    whole = getattr(covered, key)
    gaps = [gap for gap in covered.gaps if f"{gap.what}s" == key]
    there = whole - Counter(gap.what for gap in gaps).total()
    if gaps and there < least * whole:
        first = f"the first that does not is {gaps[0].text[:60]!r}"
        what = f"{there} of {whole} {key} belong to a claim, and {least:.0%} should; {first}"
        line = gaps[0].line.rpartition(":")[2]
        to_do = "write claims for them: validate --gaps lists all"
        yield Problem(path=path, line=int(line), check="coverage", what=what, to_do=to_do)
