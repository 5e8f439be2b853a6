"""Whatever the text, its draft fits the tables: a project without reviews can always be built."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ROOT
from lt_by_claims.claim import rows
from lt_by_claims.draft import draft, drafted_rows
from lt_by_claims.errors import DocumentError
from lt_by_claims.read import read_text
from lt_by_claims.review import write
from lt_by_claims.split import CONSTRUCTIONS
from lt_by_claims.split.finer import FINER
from lt_by_claims.validate import Tables, validate

TEXTS = sorted((ROOT / "tests" / "texts").iterdir())
PUBLISHED = (None, "2020", "2021-03", "2021-03-15", "2021-03?")

NAMES = "Chile Peru Latvia's EC II XIV PR minister bank ports ships Union"
GRAMMAR = "the a of in on by to from with and or but nor not who which whose because although if it its they that he"
VERBS = "said says will may was were has been exported fell rose grew having leading led sells is are"
NUMBERS = (
    "12 €5 5% million 3.1 1,000 1.000,50 10–20 $1bn–2bn -5 −5 1e9 007 5'000 half third first 14th ½ twofold 12:30 XDR"
)
BOUNDS = "only some about almost less than more between at least up two-thirds respectively including"
TIMES = "2019 May October 17 in (in 2010) last year next month this March so far ago 17.09.2020 2020/ ../.."
MARKS = (
    "— – - , ; : . ? ! ( ) [ ] { } “ ” \" ' ’ * ** _ # > | \\ / [^1] 1. a) [x](#) [y](http://e.org/a_(b)) ](http:// €$£"
)
STRANGE = "🙂 👩‍👩‍👧 \u202e \u200f \u200b \ufeff \u00a0 \u2028 é 中文 العربية"
WORDS = " ".join((NAMES, GRAMMAR, VERBS, NUMBERS, BOUNDS, TIMES, MARKS, STRANGE)).split(" ")
JOINTS = (*[" "] * 12, "", "\t", "\r\n", "\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n# ", "\n| ")


SENTENCES = [text for rule in (*CONSTRUCTIONS, *FINER) for text in (*rule.examples, *rule.leaves_alone)]
"""What the constructions look for, which ends too early in a text that is broken."""


def broken(first: str, then: str, seed: int) -> str:
    """The beginning of a sentence and the end of another."""
    chance = random.Random(seed)
    joint = chance.choice([" ", ", ", "; ", " and ", " (", "—", ""])
    return first[: chance.randrange(1, len(first))] + joint + then[chance.randrange(len(then)) :]


def junk(words: int, seed: int) -> str:
    """A text of so many words in no order."""
    chosen = random.Random(seed)
    return "".join(chosen.choice(WORDS) + chosen.choice(JOINTS) for _ in range(words))


def tables(text: str, published: str | None = None) -> Tables:
    """The tables of a text as the machine reads it."""
    return validate(drafted_rows(read_text(text, published=published)))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
@pytest.mark.parametrize("published", PUBLISHED)
def test_a_text_as_people_write_it(path: Path, published: str | None) -> None:
    made = tables(path.read_text(encoding="utf-8"), published)
    assert len(made["claims"]) > 10
    assert len(made["quantities"]) > 2


HOSTILE = {
    "lone brackets": "Peru [sold ( two { ships. ) It ] left } (in 2019.\n\n)[(]",
    "links cut short": "Peru [sold](http:// two ships. [Chile](#) [bought] (them](x). ![a](b \n\n[c]: d",
    "emoji": "🙂 Peru sold 👩‍👩‍👧 12 ships 🚢🚢. 🙂🙂🙂\n\n🇱🇹 grew by 5% 📈",
    "marks that turn the text": "\u202ePeru sold 12 ships\u202c in \u200f2019\u200e. \u2067It\u2069 grew by \u202e%5.",
    "a table of numbers": "\n".join("\t".join(f"{row * column},{row}" for column in range(1, 9)) for row in range(40)),
    "a table of bars": "| year | tonnes |\n|---|---|\n" + "\n".join(f"| {y} | {y}.5 |" for y in range(1990, 2021)),
    "figures alone": "12 13 14 2019 2020 5% €5 1,000.5 10–20 −3 ½ ¾ 1e9 12:30 17.09.2020",
    "no verb": "A bank of Peru and two ships. Ports, harbours; quays. The 12 of May 2019.",
    "one word": "Peru",
    "a mark": ".",
    "one long line": "Peru, which sold 12 ships, and " * 300,
    "all capitals": "PERU SOLD 12 SHIPS TO EC AND II IN 2019, BUT CHILE, WHICH IT PAID €5 MILLION, DID NOT.",
    "counts of nothing": "Only 12 have already done so. Of these, 5 left. 17 did. At least three will.",
    "another script": "Перу продало 12 судов в 2019 году. 秘鲁在2019年卖了12艘船。بيرو باعت ١٢ سفينة.",
    "control letters": "Peru sold\x9b31m 12 ships\x0c in\x0b 2019\x85 and left.",
    "joined letters": "Pe\u0301ru so\u0308ld 12\u0336 ships.\u0301 I\u0307t" + "\u0301" * 50,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text(text: str) -> None:
    made = tables(text, "2021-03")
    assert made["documents"]["text"].to_list() == [text]


def test_three_thousand_words_of_junk() -> None:
    assert len(tables(junk(3000, seed=1), "2021-03")["claims"]) > 100


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.builds(junk, st.integers(1, 60), st.integers()), st.text(min_size=1)), st.sampled_from(PUBLISHED))
def test_any_text(text: str, published: str | None) -> None:
    try:
        document = read_text(text, published=published)
    except DocumentError:  # it says in words what is no text
        return
    claims = draft(document)
    assert len(validate(rows(document, claims, reviewed=False))["claims"]) == len(claims)
    assert write(document, claims).count("\n- id: ") == len(claims)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SENTENCES), st.one_of(st.just(" "), st.sampled_from(SENTENCES)), st.integers())
def test_a_broken_sentence_breaks_no_construction(first: str, then: str, seed: int) -> None:
    try:
        document = read_text(broken(first, then, seed))
    except DocumentError:  # too little of it is left
        return
    assert all(claim.start < claim.end for claim in draft(document))
    assert all(claim.start < claim.end for claim in draft(document, grain="fact"))
