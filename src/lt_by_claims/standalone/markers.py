"""Words that only tie a sentence to its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from lt_by_claims.clause import Clause, Word
from lt_by_claims.grammar import VERBAL
from lt_by_claims.words import word_list

LAST = frozenset({"too", "as"})
"""Begin a marker that follows what it ties: "rents fell, too", "rents fell as well"."""

LONGEST = 4
"""Words of the longest marker."""


@cache
def markers() -> frozenset[tuple[str, ...]]:
    """The discourse markers, each as its words."""
    return frozenset(tuple(marker.split()) for marker in word_list("discourse_markers"))


@cache
def first_words() -> frozenset[str]:
    """The words that a marker begins with."""
    return frozenset(marker[0] for marker in markers())


def without_markers(clause: Clause) -> Clause:
    """The clause without the words that only tie it to its neighbours."""
    gone = {place for start, end in found_markers(clause.words) for place in range(start, end)}
    return clause.saying(word for place, word in enumerate(clause.words) if place not in gone) if gone else clause


def found_markers(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where discourse markers stand, with the commas that set them off."""
    texts = [word.text.lower() for word in words]
    if first_words().isdisjoint(texts):
        return
    for start in (place for place, text in enumerate(texts) if text in first_words()):
        for length in range(min(LONGEST, len(texts) - start), 0, -1):
            end = start + length
            if tuple(texts[start:end]) in markers() and is_set_off(words, start, end):
                first = start - 1 if start > 0 and texts[start - 1] == "," else start
                yield first, end + 1 if texts[end : end + 1] == [","] else end
                break


def is_set_off(words: Sequence[Word], start: int, end: int) -> bool:
    """Does a marker stand apart, at the beginning, between commas, or as an adverb of the verb?"""
    if end < len(words) and words[end].text.lower() in {"to", "of", "with", "from", "as"}:
        return False
    token = words[start].token
    if words[start].text.lower() in LAST:
        whole = not any(word.text in {"—", "–"} for word in words[:start])  # not "fares rose—tolls, too"
        return start > 0 and whole and (end == len(words) or words[end].text in {".", ",", ";"})
    if token is None or end - start > 1 or (start == 0 and words[end : end + 1] and words[end].text == ","):
        return True
    adverb = token.dep_ == "advmod" and token.head.pos_ in VERBAL
    return adverb and (start == 0 or token.lower_ not in word_list("opening_markers"))
