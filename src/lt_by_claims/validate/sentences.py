"""Where the sentences of a raw text end, as far as marks and capitals tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

SENTENCE_END = re.compile(r"""(?<=[a-z0-9)%"”’][a-z0-9)%"”’\]])[.!?]["'”’)\]]*\s+(?=["“‘(\[€$£]?[A-Z0-9])""")
"""Between two sentences; an initial or a title of two letters ends none."""


def sentences_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch, widened to the ends of the sentences that it touches."""
    ends = sentence_ends(text)
    before, after = bisect_left(ends, start + 1), bisect_left(ends, end)
    return ends[before - 1] if before else 0, ends[after] if after < len(ends) else len(text)


@lru_cache(maxsize=16)
def sentence_ends(text: str) -> list[int]:
    """Where sentences end, as far as marks and capitals tell."""
    return [match.end() for match in SENTENCE_END.finditer(text)]
