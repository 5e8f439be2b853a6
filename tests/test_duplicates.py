"""Claims of one document that say the same are told, and claims that differ in a word that tells something are not."""

from __future__ import annotations

from time import process_time

import pytest

from conftest import ROOT
from lt_by_claims.check.published import published
from lt_by_claims.claim import Rows, rows
from lt_by_claims.validate import checked
from lt_by_claims.validate.duplicates import claims_are_said_once
from made import claim, document

QUOTE = "Trade fell by 12% in 2019"


def told(*claims: str, of: str = "lv-2021") -> list[str]:
    """The warnings about claims of one document."""
    made: Rows = rows(document(of), [claim(QUOTE, text) for text in claims], reviewed=True)
    held, _ = checked(made)
    problems = list(claims_are_said_once(held))
    assert all((problem.check, problem.severity) == ("duplicate", "warning") for problem in problems)
    return list(map(str, problems))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lithuania supports sanctions.", "Lithuania supports sanctions."),
        ("Lithuania supports sanctions.", "lithuania supports the sanctions!"),
        ("Lithuania supports sanctions against Belarus.", "Lithuania also supports the sanction against Belarus."),
        ("Trade fell by 12% in 2019.", "In 2019, trade fell by 12%."),
        ("Trade with Latvia fell by 12% in 2019.", "The trade of Latvia fell by 12% in 2019."),
    ],
)
def test_what_says_the_same_is_told(one: str, other: str) -> None:
    (warning,) = told(one, other)
    assert "claims row 2: lv-2021/" in warning
    assert "says the same as lv-2021/" in warning
    assert ("in nearly the same words" in warning) == (one != other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trade fell by 12% in 2019.", "Trade fell by 13% in 2019."),
        ("Trade fell by 12% in 2019.", "Trade did not fall by 12% in 2019."),
        ("Lithuania exports goods to Belarus.", "Belarus exports goods to Lithuania."),
        ("Lithuania exports goods to Belarus.", "Lithuania exports goods from Belarus."),
        ("Lithuania will support the sanctions.", "Lithuania may support the sanctions."),
        (
            "Latvia extended national sanctions against the regime.",
            "Estonia extended national sanctions against the regime.",
        ),
        (
            "The act serves to discredit the attempts of Russia to interfere in the internal affairs of Belarus.",
            "The act serves to invalidate the attempts of Russia to interfere in the internal affairs of Belarus.",
        ),
    ],
)
def test_what_says_something_else_is_not(one: str, other: str) -> None:
    assert told(one, other) == []


def test_another_document_may_say_the_same() -> None:
    parts = [rows(document(name), [claim(QUOTE, "Trade fell.")], reviewed=True) for name in ("lv-2021", "lv-2022")]
    held, _ = checked({table: [*parts[0][table], *parts[1][table]] for table in parts[0]})
    assert list(claims_are_said_once(held)) == []


def test_no_published_claim_is_called_so() -> None:
    held, _ = published(ROOT / "data/processed", "")
    assert len(held["claims"].table) > 100
    assert list(claims_are_said_once(held)) == []


def test_ten_times_the_claims_take_no_thirty_times_the_time() -> None:
    def seconds(number: int) -> float:
        texts = [f"The state {chr(97 + at % 26) * (at // 26 % 40 + 1)} sells good number {at}." for at in range(number)]
        held, _ = checked(rows(document(), [claim(QUOTE, text) for text in texts], reviewed=True))
        began = process_time()
        assert list(claims_are_said_once(held)) == []
        return process_time() - began

    once = min(seconds(300) for _ in range(3))
    assert min(seconds(3000) for _ in range(2)) < max(30 * once, 0.2)
