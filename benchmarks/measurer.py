"""The reader of numbers and dates as a command: JSON lines {"id", "text", "ref"} in, {"id", "quantities"} out.

    python benchmarks/measurer.py < items.jsonl > quantities.jsonl

The measuring sets name units as written, and in English: so a number is given in the unit of the text ("380 km"
is 380 kilometres, not 380000 m), under the names of unit_names.csv. They also count durations, ages and ordinals, which
our tables leave out, and hold the two ends of a change ("from 5 to 7") for one range.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from lt_by_claims.calendar import expressions
from lt_by_claims.codes import currencies
from lt_by_claims.measure import Value, find
from lt_by_claims.measure.lexicon import words

PREFIXES = {1e3: "kilo", 1e6: "mega", 1e9: "giga", 1e12: "tera", 1e15: "peta", 1e2: "hecto", 1: "",
            1e-1: "deci", 1e-2: "centi", 1e-3: "milli", 1e-6: "micro", 1e-9: "nano"}  # fmt: skip
CENTS = {"GBP": "pence", "CNY": "fen"}
KINDS = {"rank": "ordinal", "ratio": "fraction", "count": "number", "measure": "count", "duration": "count",
         "magnitude": "number", "one": "number"}  # fmt: skip

CHANGE_FROM = re.compile(r"\bfrom\s+\Z")
CHANGE_TO = re.compile(r"[\w\s]{0,25}?\bto ")
WHOLE = re.compile(r"\s+(?:of\s+)?(?:(?:the|its|his|her|their|our|my|these|those)\s+)?((?:[^\W\d][\w'’-]*\s*){1,4})")
NOUN = re.compile(r"[\s-]*([^\W\d_][\w'’-]*)")
COMPARED = "higher lower larger smaller better faster longer cheaper bigger last next ago later earlier of"
ENDS = words("counts", "ends") | {*COMPARED.split()}
"""What is no part of a noun that is counted."""

Quantity = dict[str, Any]


def names() -> dict[tuple[str, float], str]:
    """What a UCUM code times a factor is called."""
    with Path(__file__).with_name("unit_names.csv").open(encoding="utf-8", newline="") as file:
        return {(row["code"], float(row["factor"])): row["name"] for row in csv.DictReader(file)}


NAMES = names()
FACTORS = dict.fromkeys([1.0, *PREFIXES, *(factor for _, factor in NAMES)])
ONE_UNIT = frozenset({"metre", "kilometre", "centimetre", "millimetre"})
"""Units that the sets know in both spellings."""


def unit_name(code: str, factor: float) -> str | None:
    """The name of a simple unit, in both spellings where the sets hold them for two units."""
    name = NAMES.get((code, factor))
    if name is None and (code, 1.0) in NAMES and factor in PREFIXES:
        name = PREFIXES[factor] + NAMES[code, 1.0]
    return f"{name} / {name[:-2]}er" if name and name.endswith("metre") and name not in ONE_UNIT else name


def measured_in(value: Value) -> str | None:
    """The name of a unit of measure, one over another included."""
    factor = float(value.factor)
    if found := unit_name(value.unit or "", factor):
        return found
    over, _, under = (value.unit or "").partition("/")
    for one, other in product(FACTORS, FACTORS) if under else ():
        if abs(one / other - factor) < 1e-9 * factor and (a := unit_name(over, one)) and (b := unit_name(under, other)):
            return f"{a} per {b}"
    return value.unit


def unit(value: Value, text: str) -> str | None:
    """What a value is counted in, and what it is for each of, as the sets say it."""
    name = counted_in(value, text)
    return f"{name} per {value.per}" if value.per and name and " per " not in name else name


def counted_in(value: Value, text: str) -> str | None:
    """What a value is counted in."""
    match value.kind:
        case "money":
            return CENTS.get(value.unit or "", "cent") if value.factor < 1 else currency(value)
        case "percent":
            return "%" if value.unit == "%" else "basis point" if value.factor < 1 else "percentage point"
        case "measure" | "duration":
            return measured_in(value)
        case "count":
            return value.noun or value.unit or words_after(text, value.end)
        case "magnitude" | "one" | "ratio":
            return value.unit or whole_after(text, value.end)
        case _:
            return None


def currency(value: Value) -> str:
    """The name of a currency."""
    return currencies()[value.unit or ""].singular.lower()


def words_after(text: str, end: int, most: int = 3) -> str | None:
    """The words right after a number, up to the first that belongs to no noun."""
    found: list[str] = []
    while len(found) < most and (word := NOUN.match(text, end)) and word[1].lower() not in ENDS:
        found.append(word[1])
        end = word.end()
    return " ".join(found) or None


def whole_after(text: str, end: int) -> str | None:
    """What a share or an indefinite number is of: "a third of the jobs"."""
    found = WHOLE.match(text, end)
    return re.sub("['’]s", "", found[1]).strip() if found else None


def quantity(value: Value, text: str) -> Quantity:
    """A value as the sets write it."""
    factor = 1 if value.kind == "money" and value.factor > 1 else value.factor
    low, high = (None if end is None else float(end / factor) for end in (value.low, value.high))
    kind = "money" if value.kind == "magnitude" and value.unit else KINDS.get(value.kind, value.kind)
    said = {"unit": unit(value, text), "kind": kind}
    return {"start": value.start, "end": value.end, "low": low, "high": high, **said}


def with_ranges(quantities: Iterable[Quantity], text: str) -> Iterator[Quantity]:
    """The quantities, the two ends of a change as one range."""
    before: Quantity | None = None
    for one in quantities:
        if before and is_change(before, one, text):
            before = {**one, "start": before["start"], "low": before["low"], "kind": "range"}
            continue
        if before:
            yield before
        before = one
    if before:
        yield before


def is_change(one: Quantity, other: Quantity, text: str) -> bool:
    """Are two numbers the ends of "from … to …"?"""
    exact = all(q["low"] is not None and q["low"] == q["high"] for q in (one, other))
    joined = CHANGE_FROM.search(text[: one["start"]]) and CHANGE_TO.fullmatch(text, one["end"], other["start"])
    return exact and bool(joined) and (one["unit"] == other["unit"] or one["kind"] == "number")


def dates(text: str, published: str | None) -> Iterator[Quantity]:
    """The times that a text names, as the sets write them."""
    for moment in expressions(text, published):
        yield {"start": moment.start, "end": moment.end, "low": None, "high": None, "unit": None, "kind": "date",
               "date": moment.edtf}  # fmt: skip


if __name__ == "__main__":
    for item in map(json.loads, sys.stdin):
        values = (quantity(value, item["text"]) for value in find(item["text"], beyond=True))
        found = [*with_ranges(values, item["text"]), *dates(item["text"], item.get("ref"))]
        print(json.dumps({"id": item["id"], "quantities": found}, ensure_ascii=False))
