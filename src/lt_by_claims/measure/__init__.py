"""Text to quantities: `find` sees every numeric value in running text, `measure` says what those of a clause measure.

`finding` reads tokens by rules in order: `times` and `names` (what holds a number and is no quantity), `ratios`,
`ranks`, `bounds` (ranges and comparators), `kinds` (money, percent, measures, counts). `borrowing` gives a number
without a unit that of a number beside it. Both need no parser. `measuring` adds from the parse the thing counted, from
`phrases` and `says` what is measured, from `periods` the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lt_by_claims.measure.borrowing import BORROWING
from lt_by_claims.measure.finding import RULES, find
from lt_by_claims.measure.value import Value

if TYPE_CHECKING:
    from lt_by_claims.claim import Quantity
    from lt_by_claims.clause import Clause
    from lt_by_claims.document import Document

__all__ = ["BORROWING", "RULES", "Value", "find", "measure", "stated_in"]


def stated_in(clause: Clause, values: Sequence[Value]) -> list[Value]:
    """Those values of a paragraph's text whose words are all in the clause."""
    from lt_by_claims.measure import measuring  # only here is spaCy needed

    return measuring.stated_in(clause, values)


def measure(clause: Clause, values: Sequence[Value], document: Document, time: str | None) -> tuple[Quantity, ...]:
    """The quantities that a clause states: those of `values` whose words are all in the clause.

    `time` is the EDTF time of the clause, which a value has where the text gives it no other.
    """
    from lt_by_claims.measure.measuring import quantities

    return quantities(clause, values, document, time)
