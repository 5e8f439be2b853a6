"""The unit of a number that stands without one, borrowed from a number beside it: €5 million, up from 4 million."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lt_by_claims.measure.value import Value
from lt_by_claims.rule import Rule, rule

LENT = frozenset({"money", "count", "measure"})
"""Kinds of values whose unit holds for a number beside them; a percentage stands beside amounts of other things."""

FARTHEST = 120
"""Characters between the two numbers."""

NEIGHBOURS = 4
"""So many numbers back the lender is looked for."""

SENTENCE_END = re.compile(r"[.!?;:]\s|\n\s*\n")

SET_AGAINST = re.compile(
    r"\b(?:from|compared (?:to|with)|than|against|versus|vs\.?|including|of (?:which|whom|these|those|them)),?\s+"
    r"(?:only |just |some )?\Z",
    re.IGNORECASE,
)
"""What leads from a number to another of the same things."""

FROM = re.compile(r"\bfrom\s+\Z", re.IGNORECASE)
TO = re.compile(r"\bto\s+\Z")

AND = re.compile(r"(?:\band|\bor|\bbut|,)\s+\Z", re.IGNORECASE)
WHO = re.compile(r"\A\s+(?:who|whose|that|which|of (?:them|these|those|whom|which))\b", re.IGNORECASE)

NO_NOUN_AFTER = re.compile(
    r"\s*(?:\Z|[.,;:)\]](?!\w)|[–—-]\s|(?:in|at|on|by|for|during|as|last|this|before|after|earlier|over|under|from|to"
    r"|and|or|but|who|whose|which|that|were|was|are|is|had|have|has|(?:a|the (?:same|previous))"
    r" (?:year|month|week|decade))\b)",
    re.IGNORECASE,
)
"""What may follow a number that stands for a thing named elsewhere."""

OPENS_WITH_OF = re.compile(r"(?:\A|[.!?]\s++|\n[^\S\n]*+)Of (?:the |its |these |those |their |all |all the )?\Z")
LONGEST_OPENING = 20

OF_A_WHOLE = re.compile(r"\A\s+of (?:the|its|his|her|their|our|these|those|all|a total of|all the)\s+")
OR_ANOTHER = re.compile(r"\A(?:\s+(?:and|or|to)|,)\s+")


@dataclass(frozen=True, slots=True)
class Lone:
    """A number without a unit, and the numbers with one beside it in its sentence."""

    text: str
    value: Value
    before: Value | None
    after: Value | None

    @property
    def lead(self) -> str:
        """The words between the number before and this one."""
        return self.text[self.before.end : self.value.start] if self.before else ""

    @property
    def rest(self) -> str:
        """What follows this number."""
        return self.text[self.value.end : self.value.end + FARTHEST]

    @property
    def on(self) -> str:
        """The words between this number and the next."""
        return self.text[self.value.end : self.after.start] if self.after else ""


@rule(
    examples={
        "Aid was €5 million, up from 4 million in 2019.": ["5000000 EUR", "4000000 EUR"],
        "It moved 44.9 million tonnes, compared with 50.1 million a year before.": ["44900000 t", "50100000 t"],
        "The agency has 1,530 inspectors, of whom 300 in the capital.": ["1530 inspectors", "300 inspectors"],
    },
    leaves_alone=[
        "It gave €5 million to 4 regions.",
        "Aid was €5 million. The index stood at 120, up from 110 in May.",
        "It rose by 60%, from 110 in May.",
    ],
)
def number_set_against_another(lone: Lone) -> Iterable[Value]:
    """A number that the one before it is compared with, or that is a part of it, counts the same things."""
    if lone.before and SET_AGAINST.search(lone.lead) and NO_NOUN_AFTER.match(lone.rest):
        yield lone.before


@rule(
    examples={"It fell from 3,000 jobs in 2010 to 2,500.": ["3000 jobs", "2500 jobs"]},
    leaves_alone=["It gave 3,000 homes to 12 in need.", "It rose from 3,000 jobs to 12 firms."],
)
def other_end_of_a_change(lone: Lone) -> Iterable[Value]:
    """A number with "to" before it, after one with "from", counts the same things."""
    if lone.before and FROM.search(lone.text, max(0, lone.before.start - LONGEST_OPENING), lone.before.start):
        yield from [lone.before] if TO.search(lone.lead) and NO_NOUN_AFTER.match(lone.rest) else []


@rule(
    examples={
        "It counts 68,400 nurses who work in towns and 95,800 who do not.": ["68400 nurses", "95800 nurses"],
        "Two ports closed, and three of them reopened.": ["2 ports", "3 ports"],
    },
    leaves_alone=["It counts 68,400 nurses and 95,800 beds.", "It lost 12 ships, and 3 more in May."],
)
def number_of_the_same(lone: Lone) -> Iterable[Value]:
    """A number with "who" or "of them" after it, and no noun, counts the things of the number before it."""
    if lone.before and lone.before.kind == "count" and AND.search(lone.lead) and WHO.match(lone.rest):
        yield lone.before


@rule(
    examples={
        "Of the 61 members, 14 have left.": ["61 members", "14 members"],
        "Of its €80 million, 30 million is spent.": ["80000000 EUR", "30000000 EUR"],
    },
    leaves_alone=["Of the 61 members, 14 firms are private.", "The 61 members met; 14 have left."],
)
def part_of_an_opening_whole(lone: Lone) -> Iterable[Value]:
    """A number after a whole that opens the sentence with "of" counts parts of that whole."""
    if lone.before and opens_with_of(lone.text, lone.before.start) and NO_NOUN_AFTER.match(lone.rest):
        yield lone.before


@rule(
    examples={
        "It has raised 280 million of the 1.5 billion zlotys.": ["280000000 PLN", "1500000000 PLN"],
        "In all, 12 of the 60 firms left.": ["12 firms", "60 firms"],
        "It fell from 3,000 to 2,500 jobs.": ["3000 jobs", "2500 jobs"],
    },
    leaves_alone=["In 12 of all cases, the 60 firms lost.", "It spent 280 million on the 60 firms."],
)
def number_before_its_noun(lone: Lone) -> Iterable[Value]:
    """A number that stands with "of the", "and" or "to" before another counts the same things."""
    if lone.after and (OF_A_WHOLE.fullmatch(lone.on) or OR_ANOTHER.fullmatch(lone.on)):
        yield lone.after


BORROWING: tuple[Rule[Lone, Value], ...] = (
    part_of_an_opening_whole,
    number_set_against_another,
    other_end_of_a_change,
    number_of_the_same,
    number_before_its_noun,
)
"""In order: the first that applies names the lender."""


def with_borrowed_units(text: str, values: Sequence[Value]) -> list[Value]:
    """The values of a text, those without a unit with that of another where the words say that it is the same."""
    made: list[Value] = []
    for place, value in enumerate(values):
        made.append(value if value.kind != "count" or value.unit else borrowed(lone_at(text, values, made, place)))
    return made


def borrowed(lone: Lone) -> Value:
    """The value with the unit of the first lender that a rule sees, or as it is."""
    lender = next((lender for each in BORROWING for lender in each.function(lone)), None)
    if lender is None:
        return lone.value
    low, high = (None if end is None else end * lender.factor for end in (lone.value.low, lone.value.high))
    named = replace(lone.value, kind=lender.kind, unit=lender.unit, noun=lender.noun)
    return replace(named, low=low, high=high, factor=lender.factor)


def lone_at(text: str, values: Sequence[Value], made: Sequence[Value], place: int) -> Lone:
    """The number at a place among the values, with its neighbours; what comes before it has its unit already."""
    value = values[place]
    before = next((one for one in reversed(made[-NEIGHBOURS:]) if one.kind in LENT and one.unit), None)
    after = values[place + 1] if place + 1 < len(values) else None
    after = after if after and after.kind in LENT and after.unit else None
    return Lone(
        text,
        value,
        before if before and is_near(text, before.end, value.start) else None,
        after if after and is_near(text, value.end, after.start) else None,
    )


def opens_with_of(text: str, start: int) -> bool:
    """Does the number that starts here open its sentence with "of"?"""
    return OPENS_WITH_OF.search(text, max(0, start - LONGEST_OPENING), start) is not None


def is_near(text: str, end: int, start: int) -> bool:
    """Are two places of the text in one sentence, and not far from each other?"""
    return start - end <= FARTHEST and not SENTENCE_END.search(text, end, start)
