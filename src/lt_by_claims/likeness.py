"""How alike two sentences are, by the words that they share."""

from __future__ import annotations

import re
from collections import Counter

TOKEN = re.compile(r"\d[\d.,]*\d|\w+|[%€$£]")
POSSESSIVE = re.compile("['’]s")
SAY_NOTHING = frozenset({"the", "a", "an"})


def tokens(text: str) -> Counter[str]:
    """The words and numbers of a sentence; articles and possessive endings say nothing."""
    return Counter(word for word in TOKEN.findall(POSSESSIVE.sub("", text.casefold())) if word not in SAY_NOTHING)


def token_f1(one: Counter[str], other: Counter[str]) -> float:
    """The share of their words that two sentences have in common, from 0 to 1."""
    return 2 * (one & other).total() / (one.total() + other.total()) if one and other else 0.0
