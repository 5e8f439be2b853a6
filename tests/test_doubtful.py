"""What may hang on the wrong word is a doubt; sound statements have none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lt_by_claims.clause import Clause
from lt_by_claims.split import statements

DOUBTS = [
    ("Catches of cod: 320,000 tonnes in all.", "states this without a finite verb"),
    ("Fails to meet the target of the plan.", "who or what is it that “Fails”?"),
    ("Rents, " + "in Chad and in Mali, " * 8 + "rose in the north and in the south of the country in May.", "long: "),
    ("The charges include obstruction of justice and falsifying records.", "are “obstruction” and"),
    ("She is one of the pioneers of trade who aims at peace.", "is “aims” said of “pioneers”?"),
]

SOUND = [
    "Latvia raised its taxes.",
    "The port, which is old, was closed in May.",
    "Riga, the capital, has a port and an airport.",
    "Exports rose by 3% in the north and 5% in the south.",
    "In 2020, the ministry closed ports and the bank cut its rate.",
]


@pytest.mark.parametrize(("text", "doubt"), DOUBTS)
def test_what_may_be_wrong_is_a_doubt(text: str, doubt: str, clause_of: Callable[[str], Clause]) -> None:
    whole = clause_of(text)
    found = [d for clause in statements(whole.root.doc[:], whole.paragraph) for d in clause.doubts]
    assert any(d.startswith(doubt) for d in found), found


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_has_none(text: str, clause_of: Callable[[str], Clause]) -> None:
    whole = clause_of(text)
    assert [clause.doubts for clause in statements(whole.root.doc[:], whole.paragraph) if clause.doubts] == []
