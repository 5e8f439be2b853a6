"""Values in running text: every rule at work, every span exact, no text that breaks it."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lt_by_claims.codes import currencies
from lt_by_claims.draft import collector_at_rest
from lt_by_claims.measure import BORROWING, RULES, find
from lt_by_claims.measure.borrowing import Lone, lone_at
from lt_by_claims.measure.finding import decimal
from lt_by_claims.measure.lexicon import rows
from lt_by_claims.measure.reading import MeasureRule
from lt_by_claims.measure.tokens import beginning, scan
from lt_by_claims.measure.value import Value
from lt_by_claims.rule import Rule

EXAMPLES = [
    pytest.param(rule, *example, id=f"{rule.name}: {example[0]}") for rule in RULES for example in rule.examples.items()
]
ALONE = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.leaves_alone]
LENT = [
    pytest.param(rule, *example, id=f"{rule.name}: {example[0]}")
    for rule in BORROWING
    for example in rule.examples.items()
]
KEPT = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in BORROWING for text in rule.leaves_alone]
TABLE = yaml.safe_load((Path(__file__).parent / "examples" / "values.yaml").read_text("utf-8"))
PHRASINGS = [
    pytest.param(value, text, id=f"{value or 'none'}: {text}") for value, texts in TABLE.items() for text in texts
]
RAW = Path(__file__).parents[1] / "data" / "raw" / "pism-2020-lithuania-belarus.txt"

HOSTILE = yaml.safe_load((Path(__file__).parent / "examples" / "hostile.yaml").read_text("utf-8"))
TEXTS = st.one_of(st.text(), *(st.lists(st.sampled_from(HOSTILE["pieces"])).map(space.join) for space in (" ", "")))

CUT = re.compile(r"[^\W\d_½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]{2}|[0-9]{2}")
"""What stands around an edge that cuts a word or a number."""

ONES = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = [
    *ONES,
    "ten",
    "eleven",
    "twelve",
    *(f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")),
]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ["", " thousand", " million", " billion", " trillion", " quadrillion"]

WAYS: tuple[Callable[[Decimal], str], ...] = (
    lambda number: f"€{number:,}",
    lambda number: f"{number:,} firms",
    lambda number: f"{number} firms",
    lambda number: f"{number:,} firms".replace(",", "\u202f"),
    lambda number: f"{number.scaleb(-6):f} million firms",
    lambda number: f"${number.scaleb(-9):f}bn",
)
"""Habits of writing a number with three decimals."""

WITH_COMMA: tuple[Callable[[Decimal], str], ...] = (
    lambda number: f"{number:,} firms".translate(str.maketrans(",.", ".,")),
    lambda number: f"{number:,} firms".translate(str.maketrans(",.", " ,")),
)
"""The same with a decimal comma, which figures below a thousand do not show: 12,345."""


def in_words(number: int, link: str) -> str:
    """The number as it is spelled, with "and" after hundreds or without."""
    if number == 0:
        return "zero"
    groups = [number // 1000**power % 1000 for power in range(len(SCALES))]
    parts = [under_thousand(group, link) + scale for group, scale in zip(groups, SCALES, strict=True) if group]
    return " ".join(reversed(parts))


def under_thousand(number: int, link: str) -> str:
    hundreds, rest = divmod(number, 100)
    said = f"{TEENS[hundreds]} hundred" if hundreds else ""
    tail = TEENS[rest] if rest < 20 else "-".join(filter(None, (TENS[rest // 10], TEENS[rest % 10])))
    return said + (link if said and tail else "") + (tail or "")


def written(text: str) -> list[str]:
    return [str(value) for value in find(text)]


def applies(rule: MeasureRule, text: str) -> bool:
    start = beginning(tokens := scan(text))
    return any(rule(start + at) for at in range(len(tokens)))


@pytest.mark.parametrize(("rule", "text", "values"), EXAMPLES)
def test_a_rule_reads_its_example(rule: MeasureRule, text: str, values: list[str]) -> None:
    assert applies(rule, text)
    assert written(text) == values


@pytest.mark.parametrize(("rule", "text"), ALONE)
def test_a_rule_leaves_alone(rule: MeasureRule, text: str) -> None:
    assert not applies(rule, text)


def lones(text: str) -> list[Lone]:
    """The numbers without a unit, as they are found before any is borrowed."""
    with patch("lt_by_claims.measure.finding.with_borrowed_units", lambda _, values: values):
        values = find(text)
    found: list[Value] = []
    for place, value in enumerate(find(text)):
        found.append(value)
        assert (value.start, value.end) == (values[place].start, values[place].end)
    return [
        lone_at(text, values, found[:place], place)
        for place, value in enumerate(values)
        if value.kind == "count" and not value.unit
    ]


@pytest.mark.parametrize(("rule", "text", "values"), LENT)
def test_a_rule_borrows_the_unit_of_its_example(rule: Rule[Lone, Value], text: str, values: list[str]) -> None:
    assert any(rule(lone) for lone in lones(text))
    assert written(text) == values


@pytest.mark.parametrize(("rule", "text"), KEPT)
def test_a_rule_borrows_nothing(rule: Rule[Lone, Value], text: str) -> None:
    assert not any(rule(lone) for lone in lones(text))


def test_a_borrowed_unit_scales_the_number() -> None:
    far, near = find("It is 380 km by road, compared with 290 by rail.")
    assert (near.kind, near.unit, near.low, near.factor) == ("measure", far.unit, 290_000, far.factor)


def test_every_rule_is_shown_and_bounded() -> None:
    assert [
        rule.name for rule in (*RULES, *BORROWING) if not (rule.examples and rule.leaves_alone and rule.about)
    ] == []


@pytest.mark.parametrize(("value", "text"), PHRASINGS)
def test_a_value_in_its_phrasings(value: str, text: str) -> None:
    assert written(text) == ([] if value == "none" else value.split("; "))


def test_a_change_shares_its_unit() -> None:
    assert written("It grew from 20 to 30 %.") == ["20 %", "30 %"]


def test_every_value_of_the_first_text() -> None:
    found = [(value.text, str(value)) for value in find(RAW.read_text("utf-8"))]
    assert found == [
        ("first", "rank 1"),
        ("about 30–40%", "~ 30..40 %"),
        ("seventh", "rank 7"),
        ("€1.1465 billion", "1146500000 EUR"),
        ("€160 million", "160000000 EUR"),
        ("€822 million", "822000000 EUR"),
        ("€133 million", "133000000 EUR"),
        ("14th", "rank 14"),
        ("less than €800 million", "< 800000000 EUR"),
        ("€300 million", "300000000 EUR"),
        ("575", "575 companies"),
        ("250", "250 companies"),
        ("around 60", "~ 60 companies"),
        ("around 2,000", "~ 2000 employees"),
    ]


def test_a_bound_leaves_one_end_unsaid() -> None:
    (value,) = find("It is less than €800 million.")
    assert (value.low, value.high, value.comparator) == (None, Decimal(800_000_000), "<")


def test_numbers_are_exact() -> None:
    assert [value.low for value in find("16.4 million tonnes, 0.1 km and €0.3 bn")] == [
        Decimal(16_400_000),
        Decimal(100),
        Decimal(300_000_000),
    ]


def test_the_noun_counted_and_what_narrows_it() -> None:
    (value,) = find("575 Lithuanian companies stayed.")
    assert (value.text, value.unit, value.noun) == ("575", "companies", "Lithuanian companies")


def test_every_currency_and_unit_of_the_tables_is_read() -> None:
    in_use = [one for one in currencies().values() if one.in_use]
    coded = {one.code: find(f"5 {one.code}, {one.code} 5") for one in in_use}
    assert [code for code, values in coded.items() if [value.unit for value in values][:1] != [code]] == []
    named = [(name, one.code) for one in in_use for name in (one.singular, one.plural)]
    assert [name for name, code in named if [value.unit for value in find(f"5 {name}")] != [code]] == []
    measured = [row for row in rows("units") if row["kind"] != "duration"]
    signs = [(sign, row["code"]) for row in measured for sign in row["signs"].split("|") if sign]
    assert [sign for sign, code in signs if [value.unit for value in find(f"It is 5 {sign}")] != [code]] == []


def test_no_parser_is_needed() -> None:
    code = "import sys; sys.modules['spacy'] = None; from lt_by_claims.measure import find; print(find('5 km')[0])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "5000 m\n"


@given(TEXTS)
def test_any_text_gives_exact_spans_in_order(text: str) -> None:
    values = find(text)
    assert all(text[value.start : value.end] == value.text != "" for value in values)
    assert all(one.end <= other.start for one, other in pairwise(values))
    assert all(value.low is None or value.high is None or value.low <= value.high for value in values)


@given(st.integers(0, 10**24))
def test_a_number_reads_back_with_its_separators(number: int) -> None:
    texts = [f"{number:,} firms", f"{number:_} firms".replace("_", "\u00a0"), f"€{number:,}"]
    assert [find(text)[0].low for text in texts] == [Decimal(number)] * 3


@given(st.integers(0, 10**18 - 1), st.booleans())
def test_a_number_reads_back_from_words(number: int, is_british: bool) -> None:
    spelled = in_words(number, " and " if is_british else " ")
    assert [value.low for value in find(f"{spelled} firms")] == [Decimal(number)]
    assert [value.low for value in find(f"{spelled.capitalize()} euros")] == [Decimal(number)]


@given(st.decimals(0, 10**12, places=3, allow_nan=False), st.sampled_from(WAYS))
def test_a_decimal_reads_back_in_every_habit(number: Decimal, way: Callable[[Decimal], str]) -> None:
    assert [value.low for value in find(way(number))] == [number]


@given(st.decimals(1000, 10**12, places=3, allow_nan=False), st.sampled_from(WITH_COMMA))
def test_a_decimal_comma_is_one_where_the_thousands_show_it(number: Decimal, way: Callable[[Decimal], str]) -> None:
    assert [value.low for value in find(way(number))] == [number]


@given(st.integers(1, 9), st.integers(1, 9), st.integers(2, 9))
def test_a_mixed_number_reads_back(whole: int, above: int, below: int) -> None:
    value = Fraction(above, below)
    if above < below and below not in {7, 9}:
        (read,) = find(f"{whole} {above}/{below} km")
        assert read.low == decimal(1000 * (whole + value))


@given(TEXTS)
def test_no_span_cuts_a_word_or_a_number(text: str) -> None:
    edges = [edge for value in find(text, beyond=True) for edge in (value.start, value.end)]
    assert [
        text[max(edge - 2, 0) : edge + 2] for edge in edges if CUT.fullmatch(text[max(edge - 1, 0) : edge + 1])
    ] == []


def test_what_goes_beyond_the_guidelines_is_there_for_the_asking() -> None:
    text = "One of the ports took 5-year-old ships, a second visit, and thousands of euros for three weeks."
    assert find(text) == []
    assert [(value.text, value.kind, str(value)) for value in find(text, beyond=True)] == [
        ("One", "one", "1"),
        ("5-year-old", "duration", "5 a"),
        ("second", "ordinal", "ordinal 2"),
        ("thousands of euros", "magnitude", "1000..10000 EUR"),
        ("three weeks", "duration", "3 wk"),
    ]


def test_an_amount_says_what_it_is_for_each_of() -> None:
    texts = ["€5 a year", "$60 per barrel", "€40/MWh", "3 beds per 1,000", "€5 a year ago", "€2 per square metre", "€5"]
    each = ["year", "barrel", "MWh", None, None, "square metre", None]
    assert [find(text)[0].per for text in texts] == each


def test_a_value_knows_its_unit_as_written() -> None:
    values = find("380 km, 50 cents, 2.4 GHz and 30 people")
    assert [str(value.factor) for value in values] == ["1000", "0.01", "1000000000", "1"]


@pytest.mark.parametrize("piece", HOSTILE["endless"])
def test_time_grows_as_the_text_does(piece: str) -> None:
    spent = []
    for size in (2_000, 16_000):
        begun = time.process_time()
        with collector_at_rest():  # it walks through all that other tests have left
            find(piece * (size // len(piece)))
            spent.append(time.process_time() - begun)
    assert spent[1] < 20 * spent[0] + 0.2
