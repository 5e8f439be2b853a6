"""The time that a statement has from the words around it."""

from __future__ import annotations

import pytest

from lt_by_claims import claims, quantities


def time_of(text: str, words: str, published: str | None = "2021-10") -> str | None:
    """The time of the one claim of a text that has these words."""
    drafted = claims(text, published=published)
    (time,) = drafted[drafted["claim"].str.contains(words, regex=False)]["time"]
    return time if isinstance(time, str) else None


@pytest.mark.parametrize(
    ("text", "words", "time"),
    [
        ("In May 2019, the minister visited Oslo and signed a treaty.", "signed", "2019-05"),
        ("In 2019 the bank closed five branches, while it opens ten now.", "opens", None),
        ("The mill fired 80 workers in 2019. In the same year it bought a ship.", "ship", "2019"),
        ("In 2019 wages rose by 5%. Norway was the third export partner.", "third", "2019"),
        ("In 2019 wages rose by 5%. Norway is the third export partner.", "third", None),
        ("In 2019 wages rose by 5%. Norway recalled its ambassador.", "recalled", None),
        ("Since 2019 wages have risen. Norway was the third export partner.", "third", None),
        ("Wages rose by 5% in 2019. Norway was the third export partner.", "third", None),
    ],
)
def test_a_time_that_frames_a_statement(text: str, words: str, time: str | None) -> None:
    assert time_of(text, words) == time


def test_a_figure_has_the_time_of_the_verb_that_its_own_is_joined_to() -> None:
    text = "Exports grew by 13% in the first half of 2021, while coal fell by 47%."
    assert list(quantities(text, published="2021-10")["period"]) == ["2021-01/2021-06"] * 2


def test_a_time_told_before_is_written_out() -> None:
    drafted = claims("The mill fired 80 workers in 2019. A year later, it bought a ship.", published="2021-10")
    assert list(drafted["claim"])[-1].startswith("In 2020, ")
