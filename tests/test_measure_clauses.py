"""What the values of a clause measure: the thing counted, the phrase, the time, the place in the raw text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lt_by_claims.claim import Quantity
from lt_by_claims.clause import Clause
from lt_by_claims.document import Document, Paragraph
from lt_by_claims.measure import find, measure
from lt_by_claims.read import read_text
from lt_by_claims.split import split
from lt_by_claims.split.parser import parse
from lt_by_claims.standalone import standalone

Read = Callable[[str], Clause]


def quantities(clause: Clause, time: str | None = None) -> tuple[Quantity, ...]:
    text = clause.paragraph.text
    return measure(clause, find(text), Document("x", text, (clause.paragraph,)), time)


def last_of(text: str) -> Clause:
    """The last sentence of a text of one paragraph."""
    (read,) = read_text(text).paragraphs
    paragraph, doc = next(parse([read]))
    return Clause.of_sentence(list(doc.sents)[-1], paragraph)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Around 60 Belarusian companies are interested.", "companies"),
        ("The 140 freight companies seek partners.", "freight companies"),
        ("79 IT companies left Minsk.", "IT companies"),
        ("Its three main ports handled cargo.", "ports"),
        ("One company stayed.", "companies"),
        ("The number of firms rose to 466.", "firms"),
        ("They will create 2,400 jobs.", "jobs"),
        ("Only 12 of the companies stayed.", "companies"),
        ("Only 12 stayed.", None),
    ],
)
def test_the_thing_counted(clause_of: Read, text: str, unit: str | None) -> None:
    assert [found.unit for found in quantities(clause_of(text))] == [unit]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Finland was seventh among Swedish export partners.", ["Finland among Swedish export partners"]),
        ("Finland was the 14th country of origin.", ["Finland among countries of origin"]),
        ("Finland generates about 30–40% of the turnover at the port.", ["share of Finland in turnover at the port"]),
        ("Swedish exports to Finland were worth €173 million.", ["Swedish exports to Finland"]),
        ("The railway transported less than 22 million tonnes of freight.", ["freight transported by railway"]),
        ("The number of containers grew by 13.4%.", ["growth of containers"]),
        ("The number of containers grew to 236,000.", ["containers"]),
        ("Coal fell by 47%.", ["fall in coal"]),
        ("The list more than tripled.", ["growth of list"]),
        ("The government plans a support package of €48 million for the region.", ["support package for the region"]),
        ("575 Swedish companies are registered in Finland.", ["Swedish companies registered in Finland"]),
        ("250 companies in Sweden report Finnish capital.", ["companies in Sweden that report Finnish capital"]),
        ("The railway dismissed 1,530 employees.", ["employees dismissed by railway"]),
        ("It plans to build three bridges.", ["bridges to be built"]),
        ("The army bought 48 lorries and 12 tanks.", ["lorries bought by army", "tanks bought by army"]),
        ("In Lapland, unemployment stands at 14.2%.", ["unemployment in Lapland"]),
        ("The bank will open 30 branches.", ["branches bank will open"]),
        ("They would move 20 lorries from Turku to Oulu.", ["lorries to be moved from Turku to Oulu"]),
        ("The bank has 300 branches.", ["branches of bank"]),
        ("The ferry is 12 km longer than the road.", ["ferry longer than the road"]),
        ("The port lost 8% of its turnover.", ["share of its turnover lost by port"]),
        ("The bank paid €3 million in fines.", ["fines paid by bank"]),
        ("Of the loan, €3 million is to come from the bank.", ["part of loan to come from the bank"]),
        ("Sweden was the first not to sign.", ["Sweden among those not to sign"]),
        ("One in five is considering a move.", ["share considering a move"]),
    ],
)
def test_what_is_measured(clause_of: Read, text: str, phrases: list[str]) -> None:
    assert [found.measure for found in quantities(clause_of(text))] == phrases


@pytest.mark.parametrize(
    ("text", "time", "periods"),
    [
        ("Exports were worth €5 million (in 2010, €3 million).", "2019", ["2019", "2010"]),
        ("The number of firms rose from 387 in 2019 to 466 in August 2020.", None, ["2019", "2020-08"]),
        ("Exports grew by 5% in the first half of 2021.", None, ["2021-01/2021-06"]),
        ("In 2019, exports grew by 5%.", None, ["2019"]),
        ("Exports grew by 5%.", "2020", ["2020"]),
        ("Exports grew by 5% between 2014 and 2020.", None, ["2014/2020"]),
        ("Exports were 5% higher than in 2014, and rents 3% higher than in 2015.", None, [None, None]),
        ("In 2019, wages were twice the level of 2015.", "2019", ["2015/2019"]),
        ("In 2019, exports were 5% lower than in 2014.", "2019", ["2014/2019"]),
        ("From 2015 to 2020, exports grew from 1.4% to 2.3%.", "2015/2020", ["2015", "2020"]),
        ("In 2022 it had 80 ships at the end of the year, more than in 2019.", None, ["2022"]),
        ("Prices rose by 9% in March 2021, compared with 2% a year earlier.", None, ["2021-03", "2020-03"]),
        ("Exports grew by 5%.", None, [None]),
    ],
)
def test_the_time_that_it_is_for(clause_of: Read, text: str, time: str | None, periods: list[str | None]) -> None:
    assert [found.period for found in quantities(clause_of(text), time)] == periods


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The mill sold 12 tonnes of paper. A year later it was 15 tonnes.", "paper sold by mill"),
        ("The mill sold 12 tonnes of paper. Oslo took a fifth of the latter figure.", "share of paper sold by mill"),
        ("The mill sold 12 tonnes of paper. Of the paper, board made up 3 tonnes.", "board sold by mill"),
        ("Norway was the 16th export partner. Iceland was the third.", "Iceland among export partners"),
        ("The mill sold 12 tonnes of paper. So far, 5 tonnes have been paid.", "paper paid"),
    ],
)
def test_what_a_value_leaves_unsaid_is_what_the_one_before_measures(text: str, phrase: str) -> None:
    (found,) = quantities(last_of(text))
    assert found.measure is not None
    assert phrase in found.measure


def test_less_is_less_than_at_the_time_told_before() -> None:
    (found,) = quantities(last_of("In 2011 the mill sold 12 tonnes. In 2020 it was 35% less."), "2020")
    assert found.period == "2011/2020"


def test_a_row_of_values_that_name_nothing_takes_no_time_to_speak_of() -> None:
    found = quantities(last_of("The mill sold paper. " + "It was 5 tonnes. " * 60))
    assert [(quantity.text, quantity.measure) for quantity in found] == [("5 tonnes", None)]


def test_a_clause_has_the_values_of_its_own_words(clause_of: Read) -> None:
    sentence = clause_of("Finland has 12 firms and Sweden has €60–70 million.")
    half = sentence.without(token for token in sentence.tokens if token.i > 3)
    assert [found.text for found in quantities(half)] == ["12"]
    assert [found.text for found in quantities(sentence)] == ["12", "€60–70 million"]


def test_the_text_is_that_of_the_raw_file(clause_of: Read) -> None:
    read = clause_of("It is worth about 60 million euros.")
    raw = "*It* is worth about\n60  million euros."
    places = [raw.index("It"), raw.index("It") + 1, *range(4, 20), *range(20, 22), *range(23, len(raw))]
    paragraph = Paragraph(1, "", read.paragraph.text, places, read.paragraph.sentences)
    clause = Clause(read.root, read.words, paragraph)
    (found,) = measure(clause, find(paragraph.text), Document("x", raw, (paragraph,)), None)
    assert found.text == "about\n60  million euros" == raw[found.start : found.end]


def test_a_value_reads_the_same_by_itself(clause_of: Read) -> None:
    text = (
        "They were the first to sell nearly twice the 12 firms, a third of 5%, between 8 and 11 km, for less than €3m."
    )
    for value in find(text):
        (alone,) = find(value.text)
        assert (alone.low, alone.high, alone.comparator, alone.kind) == (
            value.low,
            value.high,
            value.comparator,
            value.kind,
        )


@pytest.mark.parametrize("name", ["data/raw/pism-2020-lithuania-belarus.txt", "tests/texts/harbour-notes.txt"])
def test_what_is_measured_asks_for_no_names(name: str) -> None:
    document = read_text(Path(name).read_text("utf-8"), published="2020-10-15")
    clauses = standalone(split(document))
    with_names = [quantities(clause) for clause in clauses]
    for token in {token for clause in clauses for token in clause.root.doc}:
        token.ent_type_, token.ent_iob_ = "", "O"
    assert [quantities(clause) for clause in clauses] == with_names
    assert any(with_names)
