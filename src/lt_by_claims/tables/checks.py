"""What must hold between the cells of one row. Each function asks for cells by the names of their columns."""

from __future__ import annotations

import hashlib
from datetime import date
from math import isclose

from lt_by_claims.codes import currencies, states
from lt_by_claims.period import days
from lt_by_claims.tables.vocabulary import TOPICS

OPEN_ENDS = {"<": "low", "<=": "low", ">": "high", ">=": "high"}
"""The end that a comparator leaves open."""


def is_edtf(written: str) -> bool:
    """Is it a date of the Extended Date/Time Format?"""
    try:
        days(written)
    except ValueError:
        return False
    return True


def are_days_of(written: str | None, first: date | None, last: date | None) -> bool:
    """Are these the first and the last day of it? A date that is none is told elsewhere."""
    if written is None:
        return first is last is None
    return not is_edtf(written) or days(written) == (first, last)


def published_is_a_date(published: str | None) -> bool:
    """The day of publication is EDTF."""
    return published is None or is_edtf(published)


def address_agrees(url: str | None, url_status: str) -> bool:
    """An address is there unless it is missing."""
    return (url is None) == (url_status == "missing")


def hash_is_the_texts(text: str, sha256: str) -> bool:
    """The hash is the text's."""
    return hashlib.sha256(text.encode()).hexdigest() == sha256


def claim_is_named_for_its_document(claim_id: str, document_id: str) -> bool:
    """The claim's name begins with its document's."""
    return claim_id.rpartition("/")[0] == document_id


def quote_fills_its_span(quote: str, quote_start: int, quote_end: int) -> bool:
    """A quote is as long as its span."""
    return len(quote) == quote_end - quote_start


def main_topic_comes_first(topic: str, topics: list[str]) -> bool:
    """The topic is the first of the topics."""
    return topics[:1] == [topic]


def no_topic_twice(topics: list[str]) -> bool:
    """No topic is named twice."""
    return len(set(topics)) == len(topics)


def topics_are_known(topics: list[str]) -> bool:
    """Every topic is on the list."""
    return set(topics) <= set(TOPICS)


def actors_have_codes(actors: list[str]) -> bool:
    """Two letters are a state's code, or the EU."""
    return all(actor in states() or actor == "EU" for actor in actors if len(actor) == 2)


def time_is_a_date(time: str | None) -> bool:
    """The time is EDTF."""
    return time is None or is_edtf(time)


def time_has_its_days(time: str | None, time_start: date | None, time_end: date | None) -> bool:
    """The days are those of the time."""
    return are_days_of(time, time_start, time_end)


def links_have_targets(link_texts: list[str], link_urls: list[str | None]) -> bool:
    """Each link has a target, if an empty one."""
    return len(link_texts) == len(link_urls)


def review_names_no_construction(reviewed: bool, made_by: list[str]) -> bool:
    """What a reviewer settled is no longer a construction's."""
    return not (reviewed and made_by)


def quantity_is_named_for_its_claim(quantity_id: str, claim_id: str) -> bool:
    """The value's name begins with its claim's."""
    return quantity_id.rpartition("/")[0] == claim_id


def text_fills_its_span(text: str, start: int, end: int) -> bool:
    """A value's text is as long as its span."""
    return len(text) == end - start


def ends_are_in_order(low: float | None, high: float | None) -> bool:
    """A range runs upwards."""
    return low is None or high is None or low <= high


def comparator_agrees_with_the_ends(comparator: str, low: float | None, high: float | None) -> bool:
    """A bound leaves the other end open; all else has two ends."""
    there = {"low": low is not None, "high": high is not None}
    return all(there[end] == (OPEN_ENDS.get(comparator) != end) for end in there)


def value_lies_in_the_middle(low: float | None, high: float | None, value: float) -> bool:
    """The value is the number, the middle of the range, or the one bound. A value without ends is told elsewhere."""
    ends = [end for end in (low, high) if end is not None]
    return not ends or isclose(value, sum(ends) / len(ends), rel_tol=1e-12, abs_tol=1e-12)


def unit_fits_the_kind(kind: str, unit: str | None) -> bool:
    """Each kind of value has units of its own."""
    match kind:
        case "money":
            return unit in currencies()
        case "percent":
            return unit in {"%", "pp"}
        case "rank" | "ratio":
            return unit is None
        case "count":  # a draft does not know what "only 12 have done so" counts
            return unit != ""
        case _:
            return bool(unit)


def period_is_a_date(period: str | None) -> bool:
    """The period is EDTF."""
    return period is None or is_edtf(period)


def period_has_its_days(period: str | None, period_start: date | None, period_end: date | None) -> bool:
    """The days are those of the period."""
    return are_days_of(period, period_start, period_end)
