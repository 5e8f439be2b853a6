"""The year of a month that has none, by what the text around it looks at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lt_by_claims.calendar.tense import looks_ahead
from lt_by_claims.tag.times import times

BACK = [
    ("The law took effect in October.", "2022-03", "2021-10"),
    ("In October, the law took effect.", "2022-03", "2021-10"),
    ("She took office in December.", "2024-02", "2023-12"),
    ("The road was built in October.", "2022-03", "2021-10"),
    ("The act was adopted by the senate in October.", "2022-03", "2021-10"),
    ("The ban took effect from November.", "2024-02", "2023-11/.."),
    ("The port has been closed since November.", "2024-02", "2023-11/.."),
    ("By December, exports fell.", "2021-03", "../2020-12"),
    ("The cabinet said in December that it would resign.", "2024-02", "2023-12"),
    ("The bridge opened in January.", "2020-12", "2020-01"),
    ("Wages rose in March.", "2022-03", "2022-03"),
    ("Wages rose on 20 March.", "2022-03-10", "2021-03-20"),
    ("Wages rose in June.", "2024", "2024-06"),
    ("The May vote failed.", "2024-02", "2023-05"),
]
AHEAD = [
    ("The tax will apply in October.", "2022-03", "2022-10"),
    ("The tax will apply in January.", "2022-03", "2023-01"),
    ("The road will be built in December.", "2020-10", "2020-12"),
    ("The road will have been closed until March.", "2020-12", "../2021-03"),
    ("Talks are to resume from November.", "2024-02", "2024-11/.."),
    ("Talks that broke down in May will resume.", "2024-02", "2023-05"),
    ("The mine has to close in December.", "2020-10", "2020-12"),
    ("The board decided to close the mine by December.", "2020-10", "../2020-12"),
    ("The vote will be held on 9 August.", "2020-03", "2020-08-09"),
    ("The vote will be held on 9 August.", "2020-08-20", "2021-08-09"),
]
NO_VERB_TELLS = [
    ("The treaty expires in November.", "2020-10", "2020-11"),
    ("The minister said that the mine closes in November.", "2020-10", "2020-11"),
    ("The united parties meet in November.", "2020-10", "2020-11"),
    ("The town needs help in November.", "2020-10", "2020-11"),
    ("The ban applies from November.", "2024-02", "2024-11/.."),
    ("The October attack shows a weakness.", "2022-03", "2021-10"),
    ("The court would not accept the August vote.", "2020-10", "2020-08"),
    ("The January summit will decide.", "2020-10", "2021-01"),
]


@pytest.mark.parametrize(("text", "published", "time"), [*BACK, *AHEAD, *NO_VERB_TELLS])
def test_a_month_without_a_year(text: str, published: str, time: str) -> None:
    assert times(text, published) == time


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("It fell | and will rise.", False),
        ("It will rise | and fell.", True),
        ("| It rose.", False),
        ("It is | so.", None),
    ],
)
def test_the_nearest_verb_tells(text: str, ahead: bool | None) -> None:
    assert looks_ahead(text.replace("| ", ""), text.index("|")) is ahead


@given(st.text(), st.integers(0, 50))
def test_any_text_has_an_answer(text: str, place: int) -> None:
    assert looks_ahead(text, min(place, len(text))) in (True, False, None)
