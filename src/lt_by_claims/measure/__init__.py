"""Text to quantities: `find` sees every numeric value in running text, `measure` says what those of a clause measure.

`finding` reads tokens by rules in order: `times` and `names` (what holds a number and is no quantity), `ratios`,
`ranks`, `bounds` (ranges and comparators), `kinds` (money, percent, measures, counts). `measuring` adds from the parse
the thing counted, from `phrases` what is measured, from `periods` the time.
"""

from lt_by_claims.measure.finding import RULES, find
from lt_by_claims.measure.measuring import measure
from lt_by_claims.measure.value import Value

__all__ = ["RULES", "Value", "find", "measure"]
