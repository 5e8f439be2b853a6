"""The long tail: sentences of many constructions, and exactly the claims that each gives on its own.

`tests/examples/<family>.yaml` lists blocks of `claims` with the ways to say them (`said`), or sentences that stay
`whole`. What the machine does not give yet stands under `known_gap` with the reason; once it does, the test says so,
and the sentence moves up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from lt_by_claims.clause import Clause

EXAMPLES = Path(__file__).parent / "examples"
FAMILIES = (
    "joined",
    "shared",
    "collective",
    "concession",
    "cause",
    "conditions",
    "purpose",
    "relative",
    "apposition",
    "participial",
    "attribution",
    "negation",
    "lists",
    "figures",
    "dashes",
)


def blocks(family: str) -> list[dict[str, Any]]:
    """The blocks of one family of constructions."""
    read: list[dict[str, Any]] = yaml.safe_load((EXAMPLES / f"{family}.yaml").read_text("utf-8"))
    return read


def cases() -> Iterator[Any]:
    """Each sentence with its claims; a known gap must fail."""
    for family in FAMILIES:
        for block in blocks(family):
            gaps = block.get("known_gap", {})
            for text in (*block.get("whole", ()), *block.get("said", ()), *gaps):
                marks = [pytest.mark.xfail(reason=gaps[text], strict=True)] if text in gaps else []
                yield pytest.param(text, block.get("claims", [text]), marks=marks, id=f"{family}: {text}")


@pytest.mark.parametrize(("text", "claims"), list(cases()))
def test_gives_its_claims(text: str, claims: list[str], clause_of: Callable[[str], Clause]) -> None:
    from lt_by_claims.split import statements
    from lt_by_claims.standalone import standalone

    whole = clause_of(text)
    given = standalone(statements(whole.root.doc[:], whole.paragraph))
    assert sorted(clause.text for clause in given) == sorted(claims)


def test_a_gap_says_why_and_no_sentence_comes_twice() -> None:
    everything = [block for family in FAMILIES for block in blocks(family)]
    texts = [text for block in everything for key in ("whole", "said", "known_gap") for text in block.get(key, ())]
    assert len(texts) > 300
    assert len(texts) == len(set(texts))
    assert all(reason.strip() for block in everything for reason in block.get("known_gap", {}).values())
