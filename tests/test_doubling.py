"""The time that a text takes grows as the text does, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import process_time

import pytest

from lt_by_claims.calendar import moments
from lt_by_claims.errors import ClaimsError
from lt_by_claims.measure import find
from lt_by_claims.read import read_text

LENGTH = 6_000
PIECES = (
    " ", "a", "A", "1", "1,", "-", "a ", "A. ", "(", "[", "“", "\n", "| ", "* ", ".", "a'", "&", "1 000 ", "/", "_",
    "](", "[a](", "> ", "# ", "1. ", "[^1]: ", "`", "<a", "in 2019 ", "between ", "\n- a\n", " \n", "A\n", "and ;",
)  # fmt: skip

READERS: dict[str, Callable[[str], object]] = {
    "read": lambda text: read_text(f"Trade fell in May.\n\n{text} b."),
    "measure": find,
    "times": lambda text: moments.__wrapped__(text, "2020-10-15"),  # not what it remembers
}


def seconds(reader: Callable[[str], object], text: str) -> float:
    """The processor time of one reading, whether it is refused or not."""
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
