"""The thing that a number counts, as far as the words after it show it; the parse knows it better."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lt_by_claims.inflection import with_s
from lt_by_claims.measure.amounts import is_plural
from lt_by_claims.measure.lexicon import words
from lt_by_claims.measure.tokens import Place

ENDS = words("counts", "ends")
AFTER_ONE = words("counts", "after_one")
BEFORE_ONE = words("counts", "before_one")
HYPHENATED = words("counts", "hyphenated")
OF_WHICH = frozenset({"the", "these", "those", "its", "their", "his", "her", "our"})
"""After "of", before the things of which so many are meant: 35 of its ports."""

MORE = frozenset({"more", "other", "additional", "further", "fewer"})
"""Between a number and its noun: eight more ports."""

FURTHEST = 6
"""So many words after a number its noun is looked for."""


@dataclass(frozen=True, slots=True)
class Noun:
    """The noun counted, and `phrase`, it with the words that narrow it, as they stand in `length` tokens."""

    text: str
    phrase: str
    length: int


def noun_after(here: Place) -> Noun | None:
    """The noun counted: companies, Lithuanian companies."""
    if k := here.suspended():
        later = hyphen_noun(here + k)
        return replace(later, length=1) if later else None
    if here.hyphen(0):
        return hyphen_noun(here)
    if here[0].lower == "of" and here[1].lower in OF_WHICH and (whole := noun_after(here + 2)):
        return replace(whole, length=whole.length + 2)
    first = 1 if here[0].lower in MORE and here[1].sort == "word" else 0
    k = first
    while k < FURTHEST and is_of_phrase(here, k):
        if is_plural(here[k].lower) and not is_name_of_sort(here, k):
            return Noun(here[k].text, phrase(here + first, k + 1 - first), k + 1)
        k += 1
    return None


def hyphen_noun(here: Place) -> Noun | None:
    """The noun counted before a hyphen, in the plural: members of a 27-member bloc."""
    word = here[1].text
    return Noun(with_s(word), word, 2) if word in HYPHENATED and word != "strong" else None


def is_name_of_sort(here: Place, k: int) -> bool:
    """Is it a name in s before the noun counted: Abrams tanks?"""
    return here[k].is_capitalised and is_plural(here[k + 1].lower) and not here[k + 1].is_capitalised


def is_of_phrase(here: Place, k: int) -> bool:
    """Can the k-th word belong to the noun phrase that begins here?"""
    token = here[k]
    if token.text == "-":
        return here.hyphen(k)
    if token.sort == "figure":
        return k > 0 and here.joined(k)
    return token.sort == "word" and (token.lower not in ENDS or token.text in {"IT", "US"})


def phrase(here: Place, length: int) -> str:
    """Some tokens as they are spaced in the text."""
    return "".join(("" if here.joined(k) or k == 0 else " ") + here[k].text for k in range(length))


def one_counts(here: Place) -> bool:
    """Does "one" count here, and stand for no noun: one company, but not one of them, the one, a new one?"""
    after = here[1]
    if here.is_all(1):
        return True
    if after.sort != "word" or after.lower in ENDS or after.lower in AFTER_ONE or here.joined(1):
        return False
    return not (here[-1].lower in BEFORE_ONE or here[-1].lower.endswith(("'s", "’s")) or determined(here))


def determined(here: Place) -> bool:
    """Does an article stand before, with nothing but adjectives between?"""
    for k in range(-1, -5, -1):
        if here[k].lower in {"a", "an", "the", "this", "that", "every", "no"}:
            return True
        if here[k].lower in ENDS or (here[k].sort != "word" and not here.hyphen(k)):
            return False
    return False


def hyphen_counts(here: Place, length: int) -> bool:
    """Does a number word before a hyphen count: five-party, but not two-sided?"""
    return here[0].sort == "figure" or here[length + 1].lower in HYPHENATED
