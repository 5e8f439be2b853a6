"""A numeric value of running text, and its notation."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Value:
    """A numeric value: `text` stands from `start` to `end`; `low` and `high` are its ends in base units.

    `unit` is an ISO 4217 code, `%`, `pp`, a UCUM code, or for a count the thing counted as far as the words show it;
    `noun` is that thing with the words that narrow it. The unit as it is written is `factor` base units: 1000 in
    "380 km", 0.01 in "50 cents". `per` is what it is for each of, as it stands: "year" in "€5 a year". `str(value)` is
    one notation for all: `~ 30..40 %`, `< 800000000 EUR`, `rank 14`, `ratio 0.25`, `~ 60 companies`.
    """

    text: str
    start: int
    end: int
    kind: str
    low: Decimal | None
    high: Decimal | None
    comparator: str = "="
    unit: str | None = None
    noun: str | None = None
    factor: Decimal = Decimal(1)
    per: str | None = None

    def __str__(self) -> str:
        sign = "" if self.comparator == "=" else self.comparator
        named = self.kind if self.kind in {"rank", "ratio", "ordinal"} else ""
        return " ".join(part for part in (named, sign, self.ends, self.unit or "") if part)

    @property
    def ends(self) -> str:
        """The number, or the two ends of the range."""
        ends = dict.fromkeys(plain(end) for end in (self.low, self.high) if end is not None)
        return "..".join(ends)


def plain(number: Decimal) -> str:
    """The number in figures, no more than six of them after the point."""
    figures = format(number, "f")
    whole, point, rest = figures.partition(".")
    return f"{whole}{point}{rest[:6]}".rstrip("0").rstrip(".") if point else figures
