"""Write src/lt_by_claims/codes/currencies.csv from the CLDR data that Babel carries.

    pip install Babel && python scripts/currencies.py

One row for each currency, by its ISO 4217 code or else CLDR's: code, English name in the singular and in the plural,
sign, and the last year of its use, empty for the currencies of today. What CLDR does not know (`zlotys`, `roubles`,
`US$`, which dollar a bare `$` is) is in measure/currencies.toml.
"""

from __future__ import annotations

import csv
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol

TABLE = Path(__file__).parents[1] / "src/lt_by_claims/codes/currencies.csv"
NO_CURRENCY = {"XXX", "XTS", "XAU", "XAG", "XPT", "XPD", "XBA", "XBB", "XBC", "XBD"}
"""What ISO 4217 gives a code but nobody pays in: none, tests, metals, units of bond markets."""


Row = tuple[str, str, str, str, str]


def rows() -> list[Row]:
    """A row for each currency, in the order of the codes."""
    english = Locale("en")
    return [row(code) for code in sorted(english.currencies) if code not in NO_CURRENCY]


def until(code: str) -> str:
    """The year in which the last country gave it up; empty where one still pays with it."""
    uses = [
        use for country in get_global("territory_currencies").values() for use in country if use[0] == code and use[3]
    ]
    ends = [end for _, _, end, _ in uses]
    return "" if None in ends else str(max((end[0] for end in ends), default="unknown"))


def row(code: str) -> Row:
    """Code, singular, plural, sign, last year; names without the years that tell currencies of one name apart."""
    one, many = (get_currency_name(code, count=count, locale="en").split(" (")[0] for count in (1, 2))
    sign = get_currency_symbol(code, locale="en").replace("\u202f", " ")
    return code, one, many, "" if sign == code else sign, until(code)


if __name__ == "__main__":
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "singular", "plural", "sign", "until"))
        writer.writerows(rows())
