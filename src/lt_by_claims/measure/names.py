"""Numbers that name a thing or a place in the text: Article 5, F-16, Nord Stream 2, footnote and list marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lt_by_claims.measure.counts import noun_after
from lt_by_claims.measure.figures import figure, figure_at, stroke_at
from lt_by_claims.measure.lexicon import words
from lt_by_claims.measure.numbers import number_at
from lt_by_claims.measure.numerals import LETTERS, MONEY_LETTERS, SCALES, SMALL, TENS
from lt_by_claims.measure.ordinals import ordinal_at
from lt_by_claims.measure.reading import Reading
from lt_by_claims.measure.tokens import Place
from lt_by_claims.measure.units import unit_after, unit_before
from lt_by_claims.rule import rule

BEFORE = words("names", "before")
ALSO_WORDS = words("names", "also_words")
CAPITAL = words("names", "capital")
NEVER = words("names", "never")
PREFIXES = words("names", "prefixes")
CLOSING = frozenset({".", ",", ";", ":", "!", "?", ")", "”", '"', "’", "»"})
DASHES = frozenset({"-", "‑", "–"})


def measured(here: Place) -> bool:
    """Does a unit, a scale or a noun in the plural follow the figure here?"""
    return bool(unit_after(here + 1) or here[1].lower in SCALES or here[1].text in LETTERS or noun_after(here + 1))


@rule(
    examples={
        "Article 5 and Nos. 3 and 4 apply.": [],
        "See pp. 12–15, Chapter 3, paragraph 2 and Resolution 2231/2015.": [],
    },
    leaves_alone=["There were no 5 members.", "The articles name 5 states."],
)
def numbered_part(here: Place) -> Iterable[Reading]:
    """A word such as "Article" or "page" before a number makes it a name; further numbers may follow."""
    k = -2 if here[-1].text == "." and here.joined(-1) else -1
    word = here[k].lower
    is_part = here[0].sort == "figure" and word in BEFORE and (k == -2 or not here.joined())
    if not is_part or (word in ALSO_WORDS and measured(here)):
        return
    length = 1
    while length < 40 and here[length].text in {"–", "-", "/", ",", "and", "to", "or", "."}:
        if here[length + 1].sort != "figure" or measured(here + (length + 1)):
            break
        if here[length].text == "." and not here.joined(length + 1):
            break
        length += 2
    yield Reading(length, "name")


@rule(
    examples={
        "F-16 and MiG-29 jets, the G7, A4, P5+1 and COVID-19 are names.": [],
        "The 5G network and 3D print.": [],
    },
    leaves_alone=[
        "EUR60 was paid.",
        "It is minus-60 there, and sub-60 here.",
        "It cost 85m euros and weighed 5kg.",
        "It stood at 30–40.",
    ],
)
def code(here: Place) -> Iterable[Reading]:
    """A figure written together with letters that are no unit: F-16, G7, 5G."""
    if here[0].sort != "figure":
        return
    at = -1 if here[-1].text in DASHES and here.joined() else 0
    letters = here[at - 1]
    if at and letters.lower in PREFIXES:
        return
    if here.joined(at) and letters.sort == "word" and not (here.joined(at - 1) and here[at - 2].sort == "figure"):
        if letters.lower not in SCALES and not unit_before(here + (at - 1)):
            yield Reading(1 + tail(here, 1), "name")
    elif here.joined(1) and here[1].sort == "word" and not says_something(here):
        yield Reading(1 + tail(here, 1), "name")


def says_something(here: Place) -> bool:
    """Are the letters written together with a figure a unit, a scale, a power or the ending of an ordinal?"""
    letters = here[1].text
    if (number := figure_at(here)) and number.length > 1:
        return True
    known = letters.lower() in {"st", "nd", "rd", "th", "s", "fold", "odd"} | SCALES.keys()
    return known or letters in LETTERS or letters in MONEY_LETTERS or unit_after(here + 1) is not None


def tail(here: Place, k: int) -> int:
    """How many further tokens are written together with a code."""
    first = k
    while here.joined(k) and k < 20 and (here[k].sort in {"word", "figure"} or here.hyphen(k) or is_plus(here, k)):
        k += 1
    return k - first


@rule(
    examples={
        "Nord Stream 2 and the Big 12 schools are names.": [],
        "Horizon 2020, Industry 4.0, Sputnik 5 and the Group of 20 too.": [],
        "The eRail 3 units came.": [],
    },
    leaves_alone=["In Vilnius 12 companies closed.", "In 12 towns it was heard.", "Lithuania 12% and Latvia 5%."],
)
def name_before_number(here: Place) -> Iterable[Reading]:
    """A capital word inside a sentence before a small bare figure, with nothing counted after it."""
    if here[0].sort == "figure" and here[-1].lower == "of" and here[-2].text == "Group":
        yield Reading(1, "name")
    before, is_bare = here[-1], here[0].text.removesuffix(".0").isdecimal() and len(here[0].text) <= 4
    if is_bare and before.text[:1].islower() and not before.text.islower() and not unit_before(here + -1):
        yield Reading(1, "name")  # a brand, such as the eLight 3
    if not is_bare or ordinal_at(here) or before.sort != "word" or not before.is_capitalised:
        return
    is_word = before.lower in NEVER or before.lower.endswith("ly") or unit_before(here + -1) is not None
    if before.lower in CAPITAL or not (is_word or measured(here)):
        yield Reading(1, "name")


@rule(
    examples={"The Three Seas Initiative grew.": [], "The Big Three and the Group of Seven met.": []},
    leaves_alone=["Two states left.", "The two states met."],
)
def name_of_number_words(here: Place) -> Iterable[Reading]:
    """A number word with a capital inside a sentence: the Three Seas Initiative."""
    token = here[0]
    if (token.lower in SMALL or token.lower in TENS) and token.is_capitalised and not here.begins_sentence():
        number = number_at(here)
        if here[-1].sort == "word" and not (here[-1].is_capitalised and here[-2].text == "."):
            yield Reading(number.length if number else 1, "name")


@rule(
    examples={
        "They left.12 Then 250 came.": ["250"],
        "It is so.”3": [],
        "So they say [14], and (2) they know.[^2]": [],
    },
    leaves_alone=["They left. 12 stayed.", "The companies (575) stayed."],
)
def mark_in_text(here: Place) -> Iterable[Reading]:
    """The mark of a footnote or of an item in a list."""
    if here[0].sort != "figure" or not here[0].text.isdecimal():
        return
    before, after = here[-1].text, here[1].text
    raised = before in CLOSING and here.joined() and here.joined(-1) and here[-2].sort in {"word", "mark"}
    in_brackets = (before == "[" and after == "]") or (before == "(" and after == ")" and len(here[0].text) < 3)
    if raised or in_brackets or before == "^":
        yield Reading(1, "name")


@rule(
    examples={"3.1 Trade and transit": [], "1. Introduction": [], "2) Exports fell by 12%.": ["12 %"],
              "Section headings like 1.2.3 are no numbers.": []},
    leaves_alone=["3.1 million tonnes went.", "12 companies left."],
)  # fmt: skip
def heading_number(here: Place) -> Iterable[Reading]:
    """The number of a heading or an item at the beginning of the text, and any number of three parts."""
    text = here[0].text
    if here[0].sort != "figure":
        return
    if figure(text) is None:
        yield Reading(1, "name")
    elif here[-1].sort == "nothing" and len(text) < 6:
        if here[1].text in {".", ")"} and here.joined(1) and here[2].sort == "word":
            yield Reading(2, "name")
        elif re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,2}", text) and here[1].is_capitalised and not measured(here):
            yield Reading(1, "name")


@rule(
    examples={
        "Call +370 5 264 8123 or 978-83-66453 now.": [],
        "It works 24/7 since 9/11.": [],
        "They won by 4–3 in the 16+1 format.": [],
        "Ring 08457 90 90 90.": [],
    },
    leaves_alone=["It grew by +5 points.", "It is 0.05 or 0,5.", "Between 20 and 30 came.", "A 1/3 share is theirs."],
)
def string_of_figures(here: Place) -> Iterable[Reading]:
    """A telephone number, a code in groups, a score, a format, a stroke between figures that are no fraction."""
    if is_telephone(here):
        yield Reading(run(here), "name")
    if here[0].sort != "figure":
        return
    if here[0].text.startswith("0") and here[0].text.isdecimal() and len(here[0].text) > 2:
        yield Reading(figures(here), "name")
    if grouped(here, 1) and grouped(here, 3):
        yield Reading(run(here), "name")
    elif (here[1].text == "/" and grouped(here, 1) and not stroke_at(here)) or is_score(here) or is_plus(here, 1):
        yield Reading(3, "name")


def is_telephone(here: Place) -> bool:
    """Does a plus begin several groups of figures: +48 22 556 80 00, (+48) 22 556 80 00?"""
    k = 3 if here[2].text == ")" else 2
    return here[0].text == "+" and here[1].sort == here[k].sort == here[k + 1].sort == "figure"


def figures(here: Place) -> int:
    """How many figures stand here one after the other."""
    k = 1
    while k < 8 and here[k].sort == "figure":
        k += 1
    return k


def is_plus(here: Place, k: int) -> bool:
    """Is the k-th token a plus between two figures written together: 16+1?"""
    joined = here[k].text == "+" and here.joined(k) and here.joined(k + 1)
    return joined and here[k - 1].sort == here[k + 1].sort == "figure"


def is_score(here: Place) -> bool:
    """Are they two small numbers that a dash joins and that are no range: 4–3, 89-89?"""
    one, other = here[0].text, here[2].text
    if here[1].text not in DASHES or not (here.joined(1) and here.joined(2)) or here[2].sort != "figure":
        return False
    return len(one) < 4 and len(other) < 4 and one.isdecimal() and other.isdecimal() and int(one) >= int(other)


def grouped(here: Place, k: int) -> bool:
    """Do a hyphen or a stroke and a figure follow, all written together?"""
    return here[k].text in {"-", "/"} and here.joined(k) and here.joined(k + 1) and here[k + 1].sort == "figure"


def run(here: Place) -> int:
    """How many tokens the figures and hyphens from here on make."""
    k = 1
    while k < 20 and (here[k].sort == "figure" or here[k].text in {"-", "/", ")"}):
        k += 1
    return k


NAMES = (
    heading_number,
    numbered_part,
    string_of_figures,
    code,
    mark_in_text,
    name_before_number,
    name_of_number_words,
)
"""In order; the first that applies counts."""
