"""Policy texts made by a seeded generator, with the claims and numbers that each is known to hold.

    python benchmarks/texts.py 1000 texts.jsonl                  # 1,000 texts of some 350 words
    python benchmarks/texts.py 1000 texts.jsonl --known known.jsonl

Text number i of a seed is the same whatever the number of texts, so a larger corpus begins with the smaller one.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

STATES = (
    "Norway", "Portugal", "Kenya", "Chile", "Jordan", "Vietnam", "Estonia", "Morocco", "Uruguay", "Ireland",
    "Ghana", "Austria", "Malaysia", "Slovenia", "Peru", "Tunisia", "Finland", "Senegal", "Croatia", "Nepal",
)  # fmt: skip
BODIES = (
    "the finance ministry", "the audit office", "the central bank", "the housing agency", "the port authority",
    "the competition council", "the health ministry", "the statistics office", "the regional assembly",
    "the energy regulator", "the labour inspectorate", "the water board",
)  # fmt: skip
GOODS = (
    "timber", "steel", "machinery", "fertiliser", "fruit", "textiles", "fish", "electronics", "cement", "medicines",
    "furniture", "dairy products", "copper", "wine", "paper", "natural gas", "grain", "vehicles",
)  # fmt: skip
THINGS = (
    "homes", "schools", "buses", "clinics", "wind turbines", "permits", "bridges", "inspectors", "jobs", "loans",
    "complaints", "licences", "libraries", "ferries", "heat pumps", "nurses", "teachers", "kilometres of track",
)  # fmt: skip
PLANS = (
    "the transport plan", "the water law", "the pension reform", "the school programme", "the climate strategy",
    "the rent cap", "the customs code", "the fisheries treaty", "the digital tax", "the border agreement",
)  # fmt: skip
PEOPLE = ("Anna Berg", "Tomas Silva", "Grace Otieno", "Elena Rossi", "David Quinn", "Maria Costa", "Peter Novak")
CAUSES = (
    "demand was weak", "the harbour was closed", "wages had risen", "the subsidy ended", "a drought cut the harvest",
    "interest rates rose", "two plants stood still", "the currency lost value",
)  # fmt: skip
HEADINGS = (
    "Background",
    "Trade",
    "Public Finances",
    "Housing",
    "Outlook",
    "The Debate in Parliament",
    "Implementation",
)
CURRENCIES = (("€", "EUR"), ("$", "USD"), ("£", "GBP"))


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a sentence states."""

    kind: str
    value: float
    comparator: str = "="
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the claims and the numbers that it holds."""

    text: str
    claims: tuple[str, ...]
    numbers: tuple[Number, ...] = ()


class Writer:
    """What writes sentences about a state, from one source of chance."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.state, self.partner = chance.sample(STATES, 2)

    def one(self, words: tuple[str, ...]) -> str:
        """One of some words."""
        return self.chance.choice(words)

    def two(self, words: tuple[str, ...]) -> list[str]:
        """Two different ones of some words."""
        return self.chance.sample(words, 2)

    def year(self) -> int:
        """A year."""
        return self.chance.randint(2008, 2022)

    def percent(self) -> Number:
        """A share."""
        return Number("percent", self.chance.choice((3, 4.5, 7, 8.2, 11, 12.5, 16, 21, 27, 34)), "=", "%")

    def count(self, thing: str) -> Number:
        """A number of things."""
        return Number("count", self.chance.choice((12, 40, 85, 130, 260, 900, 1200, 4500, 17000)), "=", thing)

    def money(self) -> tuple[str, Number]:
        """An amount, as it is written and as it is."""
        sign, code = self.chance.choice(CURRENCIES)
        amount = self.chance.choice((1.2, 3.4, 15, 27.5, 60, 120, 340, 815))
        scale, factor = self.chance.choice((("million", 10**6), ("billion", 10**9)))
        return f"{sign}{amount:g} {scale}", Number("money", round(amount * factor, 2), "=", code)

    def trade(self) -> Sentence:
        """A change with both its size and its end."""
        year, goods, share, (amount, money) = self.year(), self.one(GOODS), self.percent(), self.money()
        head = f"In {year}, {self.state}'s exports of {goods}"
        return Sentence(
            f"{head} fell by {share.value:g}%, to {amount}.",
            (f"{head} fell by {share.value:g}%.", f"{head} fell to {amount}."),
            (share, money),
        )

    def two_goods(self) -> Sentence:
        """Two changes side by side."""
        (one, other), share, second = self.two(GOODS), self.percent(), self.percent()
        return Sentence(
            f"Exports of {one} grew by {share.value:g}%, while imports of {other} fell by {second.value:g}%.",
            (f"Exports of {one} grew by {share.value:g}%.", f"Imports of {other} fell by {second.value:g}%."),
            (share, second),
        )

    def spending(self) -> Sentence:
        """An amount with a bound."""
        body, plan, (amount, money), year = self.one(BODIES), self.one(PLANS), self.money(), self.year()
        text = f"{body.capitalize()} spent more than {amount} on {plan} in {year}."
        return Sentence(text, (text,), (Number(money.kind, money.value, ">", money.unit),))

    def building(self) -> Sentence:
        """A number of things, and a second verb."""
        body, thing, year = self.one(BODIES), self.one(THINGS), self.year()
        count = self.count(thing)
        return Sentence(
            f"{body.capitalize()} paid for {count.value:,.0f} {thing} in {year} and published the list.",
            (
                f"{body.capitalize()} paid for {count.value:,.0f} {thing} in {year}.",
                f"{body.capitalize()} published the list.",
            ),
            (count,),
        )

    def reason(self) -> Sentence:
        """A fact and its reason."""
        goods, cause = self.one(GOODS), self.one(CAUSES)
        return Sentence(
            f"Prices of {goods} rose sharply, because {cause}.",
            (f"Prices of {goods} rose sharply.", f"{cause[0].upper()}{cause[1:]}."),
        )

    def concession(self) -> Sentence:
        """A concession before the main clause."""
        plan, body = self.one(PLANS), self.one(BODIES)
        return Sentence(
            f"Although {body} had warned of the cost, parliament adopted {plan} without changes.",
            (f"{body.capitalize()} had warned of the cost.", f"Parliament adopted {plan} without changes."),
        )

    def said(self) -> Sentence:
        """What someone says."""
        person, plan, share = self.one(PEOPLE), self.one(PLANS), self.percent()
        text = f"{person} said that {plan} would lower emissions by about {share.value:g}%."
        return Sentence(text, (text,), (Number("percent", share.value, "~", "%"),))

    def apposition(self) -> Sentence:
        """A name with what it is."""
        person, body, plan = self.one(PEOPLE), self.one(BODIES), self.one(PLANS)
        return Sentence(
            f"{person}, the head of {body}, rejected {plan}.",
            (f"{person} rejected {plan}.", f"{person} is the head of {body}."),
        )

    def rank(self) -> Sentence:
        """A place in an order."""
        place = self.chance.choice(((2, "second"), (3, "third"), (5, "fifth"), (7, "seventh"), (14, "14th")))
        goods, year = self.one(GOODS), self.year()
        text = f"In {year}, {self.partner} was the {place[1]} largest buyer of {self.state}'s {goods}."
        return Sentence(text, (text,), (Number("rank", place[0]),))

    def relative(self) -> Sentence:
        """A relative clause that states something more."""
        plan, body, year = self.one(PLANS), self.one(BODIES), self.year()
        return Sentence(
            f"{plan.capitalize()}, which {body} drafted in {year}, has not entered into force.",
            (f"{plan.capitalize()} has not entered into force.", f"{body.capitalize()} drafted {plan} in {year}."),
        )

    def condition(self) -> Sentence:
        """A condition, which is not split."""
        goods, body = self.one(GOODS), self.one(BODIES)
        text = f"If prices of {goods} fall further, {body} may lower its forecast."
        return Sentence(text, (text,))

    def pronoun(self) -> Sentence:
        """Two sentences, the second of which stands only with the first."""
        body, thing = self.one(BODIES), self.one(THINGS)
        count = self.count(thing)
        return Sentence(
            f"{body.capitalize()} reported delays. It had promised {count.value:,.0f} {thing} for the north.",
            (
                f"{body.capitalize()} reported delays.",
                f"{body.capitalize()} had promised {count.value:,.0f} {thing} for the north.",
            ),
            (count,),
        )

    def plain(self) -> Sentence:
        """A statement without numbers, of some length."""
        body, plan = self.one(BODIES), self.one(PLANS)
        text = f"Both governments regard {plan} as a condition for closer work between {body} and {self.partner}."
        return Sentence(text, (text,))

    def paragraph(self) -> list[Sentence]:
        """Some sentences."""
        kinds = (
            self.trade, self.two_goods, self.spending, self.building, self.reason, self.concession, self.said,
            self.apposition, self.rank, self.relative, self.condition, self.pronoun, self.plain,
        )  # fmt: skip
        return [self.chance.choice(kinds)() for _ in range(self.chance.randint(3, 6))]


def made(number: int, seed: int = 0, paragraphs: tuple[int, int] = (4, 8)) -> tuple[dict[str, Any], list[Sentence]]:
    """A text with what is known of it, as a record of JSON Lines; and its sentences."""
    chance = Random(f"{seed}/{number}")
    writer = Writer(chance)
    written = [writer.paragraph() for _ in range(chance.randint(*paragraphs))]
    title = f"{writer.state} and {writer.partner}: Report No. {number}"
    parts = [title]
    for position, sentences in enumerate(written):
        if position % 3 == 0:
            parts.append(chance.choice(HEADINGS))
        parts.append(" ".join(sentence.text for sentence in sentences))
    record = {
        "document_id": f"report-{seed}-{number:06}",
        "title": title,
        "published": f"{chance.randint(2012, 2023)}-{chance.randint(1, 12):02}",
        "publisher": "Institute of Examples",
        "language": "en",
        "text": "\n\n".join(parts) + "\n",
    }
    return record, [sentence for sentences in written for sentence in sentences]


def texts(number: int, seed: int = 0, paragraphs: tuple[int, int] = (4, 8)) -> Iterator[dict[str, Any]]:
    """The records of so many texts."""
    return (made(at, seed, paragraphs)[0] for at in range(number))


def known(number: int, seed: int = 0) -> Iterator[dict[str, Any]]:
    """What so many texts are known to hold: claims and numbers, by document."""
    for at in range(number):
        record, sentences = made(at, seed)
        numbers = [vars_of(value) for sentence in sentences for value in sentence.numbers]
        claims = [claim for sentence in sentences for claim in sentence.claims]
        yield {"document_id": record["document_id"], "claims": claims, "numbers": numbers}


def vars_of(number: Number) -> dict[str, Any]:
    """A number as a record."""
    return {"kind": number.kind, "value": number.value, "comparator": number.comparator, "unit": number.unit}


def write(path: Path, records: Iterator[dict[str, Any]]) -> None:
    """Records as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for record in records:
            file.write(f"{json.dumps(record, ensure_ascii=False)}\n")


def real() -> list[Path]:
    """The texts of the project and of its tests, by path."""
    here = Path(__file__).parents[1]
    folders = here / "data" / "raw", here / "tests" / "texts"
    return sorted(path for folder in folders for path in folder.iterdir() if path.suffix in {".txt", ".md"})


def main() -> None:
    """Write a corpus, and what is known of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, help="how many texts")
    parser.add_argument("file", type=Path, help="where to write them, as JSON Lines")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--known", type=Path, help="where to write the claims and numbers that they hold")
    given = parser.parse_args()
    write(given.file, texts(given.number, given.seed))
    if given.known:
        write(given.known, known(given.number, given.seed))


if __name__ == "__main__":
    main()
