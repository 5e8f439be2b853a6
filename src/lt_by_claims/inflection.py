"""The finite forms of English verbs and the plurals of nouns."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from lt_by_claims.words import word_list

VOWELS = frozenset("aeiou")
BE = {("present", False): "is", ("present", True): "are", ("past", False): "was", ("past", True): "were"}
BE_FORMS = frozenset(BE.values())
THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes"}


@cache
def irregular_verbs() -> tuple[dict[str, str], ...]:
    """The irregular verbs: `base`, `past` and `participle`."""
    table = files("lt_by_claims.words").joinpath("irregular_verbs.csv").read_text("utf-8")
    return tuple(csv.DictReader(table.splitlines()))


@cache
def irregular_pasts() -> dict[str, str]:
    """Simple past of the irregular verbs, by base form."""
    return {row["base"]: row["past"] for row in irregular_verbs()}


@cache
def irregular_participles() -> dict[str, str]:
    """Past participle of the irregular verbs, by base form."""
    return {row["base"]: row["participle"] for row in irregular_verbs()}


def participle(lemma: str) -> str:
    """The past participle of a verb: handled, sold."""
    return irregular_participles().get(lemma) or past(lemma)


def finite(lemma: str, tense: str, *, plural: bool) -> str:
    """The third-person form of a verb in a tense, `present` or `past`."""
    if lemma == "be":
        return BE[tense, plural]
    if tense == "past":
        return irregular_pasts().get(lemma) or past(lemma)
    return lemma if plural else THIRD.get(lemma) or with_s(lemma)


def past(lemma: str) -> str:
    """The simple past of a regular verb."""
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    return lemma + lemma[-1] + "ed" if doubles(lemma) else lemma + "ed"


def doubles(lemma: str) -> bool:
    """Does the last consonant double before an ending, as in "stop" (one syllable) and "admit" (stressed last)?"""
    if lemma in word_list("doubling_verbs"):
        return True
    stem, last = lemma[:-1], lemma[-1:]
    vowels = [letter in VOWELS for letter in stem]
    return last.isalpha() and last not in VOWELS | set("wxy") and sum(vowels) == 1 and vowels[-1]


def with_s(word: str) -> str:
    """The word with the ending -s, as verbs have it in the third person and nouns in the plural."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def owned(name: str) -> str:
    """A name in the possessive."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"
