"""The time that a text takes grows as the text does, whatever it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from time import process_time

import pytest

from lt_by_claims.calendar import moments
from lt_by_claims.draft import collector_at_rest
from lt_by_claims.errors import ClaimsError
from lt_by_claims.measure import find
from lt_by_claims.read import read_text
from patterns import hostile, patterns

LENGTH = 6_000
PIECES = (
    " ", "a", "A", "1", "1,", "-", "a ", "A. ", "(", "[", "“", "\n", "| ", "* ", ".", "a'", "&", "1 000 ", "/", "_",
    "](", "[a](", "> ", "# ", "1. ", "[^1]: ", "`", "<a", "in 2019 ", "between ", "\n- a\n", " \n", "A\n", "and ;",
)  # fmt: skip
SHORT, QUICK = 800, 0.0001
"""A text of so many characters is long enough: what is slow with longer ones takes more than so many seconds for it."""

READERS: dict[str, Callable[[str], object]] = {
    "read": lambda text: read_text(f"Trade fell in May.\n\n{text} b."),
    "measure": find,
    "times": lambda text: moments.__wrapped__(text, "2020-10-15"),  # not what it remembers
}


def seconds(reader: Callable[[str], object], text: str) -> float:
    """The processor time of one reading, whether it is refused or not."""
    with collector_at_rest():  # it walks through all that other tests have left
        began = process_time()
        with suppress(ClaimsError):
            reader(text)
        return process_time() - began


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("name", READERS)
def test_a_text_doubled_twice_takes_no_nine_times_the_time(name: str, piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    once, four = (min(seconds(READERS[name], part) for _ in range(3)) for part in (text, text * 4))
    assert four < max(9 * once, 0.1)  # 4 times where it grows as the text does, 16 times where as its square


def test_every_pattern_takes_time_as_its_text_is_long() -> None:
    found = patterns()
    assert {"read.blocks.CLOSING_HASHES", "read.links.TOKEN", "calendar.relative.AGO"} <= set(found)
    assert any(name.startswith("tag.times:") for name in found)  # it is written within a function
    assert [name for name, pattern in found.items() if is_slow(pattern)] == []


@pytest.mark.parametrize("slow", [r"\s+$", r"(a|b)*c", r"(?:a+)+b", r"x*y*z", r"\W*[a-z]", r"(?s)<!--.*-->"])
def test_a_pattern_that_takes_longer_is_seen(slow: str) -> None:
    assert is_slow(re.compile(slow))


def is_slow(pattern: re.Pattern[str]) -> bool:
    """Is there a text of which four times as much takes far more than four times as long?"""
    return any(takes_long(pattern, piece) and doubles_badly(pattern, piece) for piece in hostile(pattern))


def takes_long(pattern: re.Pattern[str], piece: str) -> bool:
    """Is it worth a closer look? Few texts are."""
    return asked(pattern, piece, 20) > 0.01 or asked(pattern, piece, SHORT) > QUICK


def doubles_badly(pattern: re.Pattern[str], piece: str) -> bool:
    """Is it so again and again? A machine that is busy with other things is so once."""
    return asked(pattern, piece, 20) > 0.01 or all(
        asked(pattern, piece, 4 * length) > 8 * min(asked(pattern, piece, length) for _ in range(3))
        for length in (SHORT, SHORT, 2 * SHORT)
    )


def asked(pattern: re.Pattern[str], piece: str, length: int) -> float:
    """The time of all matches in a text of pieces; of one of the whole, too, where the pattern asks for the start."""
    text = (piece * length)[:length] + "\0"
    began = process_time()
    for _ in pattern.finditer(text):
        pass
    if pattern.pattern.startswith("\\A"):
        pattern.fullmatch(text)
    return process_time() - began
