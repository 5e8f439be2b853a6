from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lt_by_claims
from lt_by_claims.calendar import BOUNDING, JOINING, PUBLISHED, READING, TOLD, Dated, Moment, expressions, moments
from lt_by_claims.period import days
from lt_by_claims.rule import Rule
from lt_by_claims.tag.times import RELATIONS, RULES, is_ahead, resolve, times

FROM_OTHERS = [*TOLD, *JOINING]
"""Rules that need the moments that others have seen; their examples show all moments of the text."""


def cases(rules: Any) -> list[Any]:
    """Every example of some rules, and every sentence that they leave alone."""
    made = [(rule, text, list(found)) for rule in rules for text, found in rule.examples.items()]
    alone = [(rule, text, []) for rule in rules for text in rule.leaves_alone]
    return [pytest.param(*case, id=f"{case[0].name}: {case[1]}") for case in made + alone]


def dated(text: str) -> Dated:
    """The text with the moments in it."""
    return Dated.of(text, PUBLISHED, moments(text, PUBLISHED))


@pytest.mark.parametrize(("rule", "text", "expected"), cases(rule for rule in READING if rule not in FROM_OTHERS))
def test_moments_are_read_as_their_rule_shows(rule: Rule[Dated, Moment], text: str, expected: list[str]) -> None:
    assert [str(moment) for moment in rule(Dated.of(text, PUBLISHED))] == expected


@pytest.mark.parametrize(("rule", "text", "expected"), cases(FROM_OTHERS))
def test_moments_are_read_from_others_as_their_rule_shows(
    rule: Rule[Dated, Moment], text: str, expected: list[str]
) -> None:
    assert rule(dated(text)) == [] if not expected else [str(found) for found in moments(text, PUBLISHED)] == expected


@pytest.mark.parametrize(("rule", "text", "expected"), cases(BOUNDING))
def test_moments_are_opened_as_their_rule_shows(rule: Rule[Dated, Moment], text: str, expected: list[str]) -> None:
    assert [moment.edtf for moment in rule(dated(text))] == expected


@pytest.mark.parametrize(("rule", "text", "expected"), cases(RELATIONS))
def test_times_are_bounded_as_their_rule_shows(rule: Rule[Dated, str], text: str, expected: list[str]) -> None:
    assert rule(dated(text))[:1] == expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_examples_and_counter_examples(rule: Rule[Any, Any]) -> None:
    assert rule.about
    assert rule.examples
    assert rule.leaves_alone


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("The port closed in the first half of this year.", "2020-01/2020-06"),
        ("It will open by the end of next year.", "../2021"),
        ("Since last year's vote, talks have stalled.", "2019/.."),
        ("In 2019 and before, it sold less than in 2015.", "../2019"),
        ("Exports fell from 12 tonnes in 2018 to 9 tonnes in 2019.", "2018/2019"),
        ("It was adopted after the summit in Rome on 3 July 2019.", "2019-07-03/.."),
        ("So far, no case has been reported.", "../2020-10"),
        ("Currently, it has nine members.", "2020-10"),
        ("In mid-2019, the law was changed.", "2019"),
        ("The office was opened on 31 February 2020.", "2020-02"),
        ("It fell from May 2020 to March 2020.", "2020-05/.."),
        ("The country has 2000 troops.", None),
        ("It may march in.", None),
        ("", None),
    ],
)
def test_when_a_statement_holds(text: str, time: str | None) -> None:
    assert times(text, PUBLISHED) == time


@pytest.mark.parametrize(
    ("published", "time"),
    [("2020", "2020"), ("2020-10?", "2020-10"), ("2020-10-15", "2020-10"), (None, None), ("?", None)],
)
def test_publication_is_known_to_the_day_the_month_the_year_or_not_at_all(
    published: str | None, time: str | None
) -> None:
    assert times("Currently, it has nine members.", published) == time


def test_dates_of_the_calendar_need_no_publication() -> None:
    assert times("In August 2019, it fell.", None) == "2019-08"


@pytest.mark.parametrize(
    ("text", "rewritten"),
    [
        ("In August this year, it voted.", "In August 2020, it voted."),
        ("Last year, trade fell.", "In 2019, trade fell."),
        ("Last year's vote failed.", "The 2019 vote failed."),
        ("Trade has fallen since last year.", "Trade has fallen since 2019."),
        ("Trade fell earlier this year.", "Trade fell earlier in 2020."),
        ("This year's budget grew.", "The 2020 budget grew."),
        ("It voted last month.", "It voted in September 2020."),
        ("A decade ago, it left.", "In 2010, it left."),
        ("Currently, it is closed.", "As of October 2020, it is closed."),
        ("None has left so far.", "None has left as of October 2020."),
        ("The September visit ended.", "The September 2020 visit ended."),
        ("On 17 September, it voted.", "On 17 September 2020, it voted."),
        ("It has grown in the last decade.", "It has grown in the last decade."),
        ("It fell in August 2019.", "It fell in August 2019."),
    ],
)
def test_relative_dates_become_absolute_once(text: str, rewritten: str) -> None:
    assert apply(text) == rewritten
    assert apply(rewritten) == rewritten


def apply(text: str) -> str:
    """The text with its relative dates replaced, from the last to the first."""
    for start, end, words in reversed(resolve(text, PUBLISHED)):
        text = text[:start] + words + text[end:]
    return text


WORDS = [
    "in",
    "from",
    "to",
    "since",
    "until",
    "31",
    "30",
    "2020",
    "1999",
    "February",
    "May",
    "last",
    "year",
    "so far",
    "–",
    "ago",
    "two",
    "-13",
    "next",
    "Q3",
    "late",
    "the",
    "first half of",
    "this",
    "summer",
    ",",
    "2020-99-99",
]


@given(
    st.lists(st.sampled_from(WORDS)).map(" ".join), st.sampled_from([None, "2020", "2020-10?", "2020-02-29", "../2020"])
)
def test_whatever_is_found_is_valid_and_in_order(text: str, published: str | None) -> None:
    time = times(text, published)
    assert time is None or days(time) != (None, None)
    ends = [0] + [place for start, end, _ in resolve(text, published) for place in (start, end)]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        ("It fell on 3 May 2019 or before 2018.", None, [("3 May 2019", "2019-05-03"), ("before 2018", "../2017")]),
        ("Talks resume next Monday.", "2021-10-14", [("next Monday", "2021-10-18")]),
        ("Talks resume next Monday.", "2021-10", []),
        ("Talks resume next Monday.", None, []),
        ("It ended yesterday.", "2020-03-01", [("yesterday", "2020-02-29")]),
        ("It ended two weeks ago.", "2020-03-01", [("two weeks ago", "2020-02-16~")]),
        ("Between now and 2030, it will close.", "2021-10", [("Between now and 2030", "2021-10/2030")]),
        ("It is closed today.", "2021-10-14", [("today", "2021-10-14")]),
        ("It is closed today.", "2021-10", [("today", "2021-10")]),
        ("MAY 2019 AND APRIL 2020", None, [("MAY 2019", "2019-05"), ("APRIL 2020", "2020-04")]),
    ],
)
def test_the_table_of_times(text: str, published: str | None, found: list[tuple[str, str]]) -> None:
    table = lt_by_claims.times(text, published=published)
    assert list(zip(table["text"], table["edtf"], strict=True)) == found
    assert [text[start:end] for start, end in zip(table["start"], table["end"], strict=True)] == list(table["text"])


PIECES = [*WORDS, "Monday", "week", "a year earlier", "the same period", "between", "and", "12/31/2019", "’", "before"]


@given(
    st.lists(st.sampled_from(PIECES)).map(" ".join), st.sampled_from([None, "2020", "2020-10?", "2020-02-29", "0001"])
)
def test_every_moment_is_edtf_and_none_lies_in_another(text: str, published: str | None) -> None:
    for found in (moments(text, published), expressions(text, published)):
        assert all(days(moment.edtf) != (None, None) for moment in found)
        places = [place for moment in found for place in (moment.start, moment.end)]
        assert places == sorted(places)


@pytest.mark.parametrize("piece", [*PIECES, "19th and ", "'", "1/", "12 May 2020, ", "from 2020 to ", "the end of "])
def test_reading_takes_time_as_the_text_grows(piece: str) -> None:
    def taken(many: int) -> float:
        text, times = f"{piece} " * many, []
        for k in range(3):
            start = process_time()
            expressions(text + "." * k, PUBLISHED)
            times.append(process_time() - start)
        return min(times)

    assert taken(2000) < 8 * taken(500) + 0.05


@given(st.text())
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(text[m.start : m.end].strip() for m in moments(text, PUBLISHED))


@pytest.mark.parametrize(
    ("time", "ahead"),
    [
        ("2021", True),
        ("2020-12-08", True),
        ("2020-11/..", True),
        ("2020", False),
        ("2020-10", False),
        ("../2021", False),
        (None, False),
    ],
)
def test_a_time_lies_ahead_where_it_begins_after_the_publication(time: str | None, ahead: bool) -> None:
    assert is_ahead(time, PUBLISHED) is ahead
