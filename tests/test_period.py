"""EDTF dates and the days that they span."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from lt_by_claims.period import day, days, parsed_days, plain_days


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-10?", date(2020, 10, 1), date(2020, 10, 31)),
        ("2020-02-29", date(2020, 2, 29), date(2020, 2, 29)),
        ("2020-22", date(2020, 6, 1), date(2020, 8, 31)),
        ("2010/2020", date(2010, 1, 1), date(2020, 12, 31)),
        ("2020-08/..", date(2020, 8, 1), None),
        ("../2020-10", None, date(2020, 10, 31)),
    ],
)
def test_a_date_spans_its_days(edtf: str, first: date | None, last: date | None) -> None:
    assert days(edtf) == (first, last)


GARBLED = [
    "",
    "2020/",
    "/2020",
    "/",
    "2020//2021",
    "2020-13/2021",
    "2020/foo",
    "autumn",
    "Y-17E7",
    "2020 ",
    "2020 /2021",
]


@pytest.mark.parametrize("text", [*GARBLED, "2020/\n", "2021-02-29", "2020/2019", "2020-10/2020-09"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no EDTF date|ends before it begins"):
        days(text)


@pytest.mark.parametrize("text", ["../x", "..x", "..-2020", "../../..", "2010/2020"])
def test_nothing_is_printed(capfd: pytest.CaptureFixture[str], text: str) -> None:
    days.cache_clear()
    with suppress(ValueError):
        days(text)
    assert capfd.readouterr() == ("", "")


@given(st.text(st.sampled_from("0123456789-/.?~%XYTZ[]{}, u"), max_size=14))
def test_any_text_is_a_span_of_days_or_refused(text: str) -> None:
    try:
        first, last = days(text)
    except ValueError:
        return
    assert first is None or last is None or first <= last


DATES = st.dates(date(1, 1, 1), date(9998, 12, 31)).flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
)
SPANS = st.one_of(DATES, st.tuples(st.one_of(DATES, st.just("..")), st.one_of(DATES, st.just(".."))).map("/".join))


@settings(deadline=None, max_examples=60)
@given(SPANS)
def test_plain_dates_span_what_the_parser_says(text: str) -> None:
    plain = plain_days(text)
    if plain is not None:
        parsed = parse_edtf(text)
        assert plain == (day(parsed.lower_strict()), day(parsed.upper_strict()))


@pytest.mark.parametrize("text", ["2020-10?", "2020~", "2020-08-09%", "2019?/2020", "../2020-10~"])
def test_a_date_that_is_not_sure_spans_what_the_parser_says(text: str) -> None:
    assert plain_days(text) == parsed_days(text)
