"""Names for pronouns and short names over a whole text, discourse markers gone; a wrong name is worse than none."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lt_by_claims.read import read_text
from lt_by_claims.split import split
from lt_by_claims.standalone import standalone

NAMED = [
    ("Banco de Chile lost money. Its chairman left.", "Banco de Chile's chairman left."),
    ("Chile passed a law. It raised its taxes.", "Chile raised its taxes."),
    (
        "The European Commission published a plan. It criticised the costs.",
        "The European Commission criticised the costs.",
    ),
    ("Ana Ruiz met the mayor. She criticised the plan.", "Ana Ruiz criticised the plan."),
    ("Farmers blocked the road. They demand subsidies.", "Farmers demand subsidies."),
    ("Ghana exports cocoa. Its farmers are poor.", "Ghana's farmers are poor."),
    ("The doctors opposed the cuts. Their wages fell.", "The doctors' wages fell."),
    ("The two countries signed a pact. They share a river.", "The countries share a river."),
    ("Norway exports gas. The country has large reserves.", "Norway has large reserves."),
    ("Norway exports gas. This state has large reserves.", "Norway has large reserves."),
    ("Norway sells gas to Germany. That country has no reserves.", "Germany has no reserves."),
    ("The EU adopted a budget. The Union spends a third on farms.", "The EU spends a third on farms."),
    ("NATO met in Rome. The Alliance discussed drones.", "NATO discussed drones."),
    ("The Syrian regime lost the north. The regime holds the capital.", "The Syrian regime holds the capital."),
    ("The court upheld the carbon tax. The tax is high.", "The carbon tax is high."),
    ("Kenya's parliament met. The parliament adopted a budget.", "Kenya's parliament adopted a budget."),
    ("A new port was opened in Lima. It is owned by a bank.", "The new port is owned by a bank."),
    ("Mali and Chad left the pact. They set tariffs.", "Mali and Chad set tariffs."),
    ("The European Union met. The Union set tariffs.", "The European Union set tariffs."),
    ("Chile passed a law.\n\nIt raised its taxes.", "Chile raised its taxes."),
    (
        "Finland's Ministry of Defence ordered jets. The ministry expects them in May.",
        "Finland's Ministry of Defence expects jets in May.",
    ),
    ("The World Bank lent Fiji money. The bank has four conditions.", "The World Bank has four conditions."),
    ("Lufthansa cancelled its flights. The airline cited the strike.", "Lufthansa cited the strike."),
    ("Ana Ruiz resigned. Ms Ruiz had lost a vote.", "Ana Ruiz had lost a vote."),
    ("Prime Minister Ana Ruiz resigned. Ruiz had lost a vote.", "Ana Ruiz had lost a vote."),
    (
        "The Eurasian Economic Union (EAEU) was founded in 2015. The EAEU has five members.",
        "The Eurasian Economic Union has five members.",
    ),
    (
        "The Latin American Energy Organization (OLADE) met. Costs rose, according to OLADE.",
        "Costs rose, according to OLADE.",
    ),
    ("Peru and Chile signed a pact. The former will build a dam.", "Peru will build a dam."),
    ("Peru and Chile signed a pact. The latter will build a dam.", "Chile will build a dam."),
    ("Peru and Chile signed a pact. The former will sell ships, the latter planes.", "Chile will sell planes."),
    (
        "The fund paid €3 million in 2019 and €5 million in 2020. The latter figure includes grants.",
        "The €5 million includes grants.",
    ),
    ("Tom Reed and his aide Eva Lund left.", "Tom Reed's aide Eva Lund left."),
    ("A plan was made. Unlike its neighbour Togo, Ghana has a port.", "Unlike its neighbour Togo, Ghana has a port."),
    ("Peru bought a ferry. It was delivered in May.", "The ferry was delivered in May."),
    ("Ana Ruiz brought the bill to parliament. It was rejected.", "The bill was rejected."),
    ("Peru bought a ferry. It was criticised for this.", "Peru was criticised for this."),
    ("Peru and Chile signed a treaty. It entered into force in May.", "The treaty entered into force in May."),
    ("Zambia and Malawi share a lake. Its level is falling.", "The lake's level is falling."),
    ("The report criticises Serbia because it has not reformed its courts.", "Serbia has not reformed its courts."),
    ("Patients came to clinics. Most of them could be cured.", "Most of the patients could be cured."),
    ("The government of Fiji set quotas. The government will raise them.", "The government of Fiji will raise quotas."),
    ("Norway lies in the north. The government has set quotas.", "Norway's government has set quotas."),
    ("Lima has recalled its envoy. The country also closed the border.", "Peru closed the border."),
    ("The agency checked 61 clinics. Of 61, 14 have left.", "Of the 61 clinics, 14 have left."),
    ("The agency checked 61 clinics. So far 14 have closed.", "So far 14 of the 61 clinics have closed."),
    ("The minister signed the decree. She had asked for time.", "The minister had asked for time."),
    ("Ana Ruiz founded a school. Pupils pay no fees. It is full. She also owns a farm.", "Ana Ruiz owns a farm."),
    ("The minister promised a hospital for Fiji. It will have 300 beds.", "The hospital for Fiji will have 300 beds."),
]

LEFT = [
    (
        "Schools need money. Of the 214 towns, 61 have no network of their own.",
        "Of the 214 towns, 61 have no network of their own.",
    ),
    ("Schools need money. Of the 30 towns, 12 lost data, and 5 of them closed.", "Of the 30 towns, 5 of them closed."),
    (
        "Norway will pay. Although the audit found no breach, it criticised Oslo for its costs.",
        "It criticised Oslo for its costs.",
    ),
    ("The council closed the port. It comes after a year of losses.", "It comes after a year of losses."),
    ("It is likely that prices will rise.", "It is likely that prices will rise."),
    ("It is not clear who will pay.", "It is not clear who will pay."),
    ("It rained for a week. The dam held.", "It rained for a week."),
    ("If it rains, the fair will move.", "If it rains, the fair will move."),
    ("Its costs are rising.", "Its costs are rising."),
    ("They say that rents are rising.", "They say that rents are rising."),
    ("The region is poor.", "The region is poor."),
    ("The country is poor.", "The country is poor."),
    ("Norway borders Sweden. Trade between Norway and Sweden grew. The country is rich.", "The country is rich."),
    ("The minister of Peru met the envoy of Chile. He asked for help.", "He asked for help."),
    ("The fund closed. The minister said “it is a scandal”.", "The minister said “it is a scandal”."),
    ("Norway and Sweden share a border. The government has set quotas.", "The government has set quotas."),
    ("Talks were held in Lima. The country is poor.", "The country is poor."),
    ("The agency checked 61 clinics in 3 towns. By June, 14 had left.", "By June, 14 had left."),
    (
        "Chad paid €3 million, Mali €5 million and Fiji €9 million. The latter figure is new.",
        "The latter figure is new.",
    ),
    ("Ana Ruiz met Eva Lund. She criticised the plan.", "She criticised the plan."),
    ("Peru criticised Chile because it had broken its word.", "It had broken its word."),
    ("Ana Ruiz founded a school. The minister opened it. She praised the pupils.", "She praised the pupils."),
    ("Leo Costa wrote a play. The theatre rejected a film by Tom Reed. He was upset.", "He was upset."),
    ("The fleet grew in their waters. They won the race.", "They won the race."),
    ("Chile raised its taxes.", "Chile raised its taxes."),
    ("A tax was proposed. This year was dry.", "This year was dry."),
    ("Norway sold ships to Fiji. The country resold them.", "The country resold ships."),
    ("Unions asked for 8% and employers offered 3%. They agreed on 5%.", "They agreed on 5%."),
    ("Peru, Chile and Fiji signed a pact. The latter will build a dam.", "The latter will build a dam."),
    ("Ana Ruiz met Eva Ruiz. Ruiz left.", "Ruiz left."),
    ("The Bank of Fiji lent money. The Bank of Mali sold gold. The bank is rich.", "The bank is rich."),
    ("Peru proposed a ban. It needs a majority.", "It needs a majority."),
    ("The bank cut its rate. This measure was bold. It had failed before.", "It had failed before."),
    ("Chile passed a law. Rents rose. Wages fell. Banks closed. Its members objected.", "Its members objected."),
]

MARKERS = [
    ("However, Chile raised taxes.", "Chile raised taxes."),
    ("Moreover, the bank, in turn, cut its rate.", "The bank cut its rate."),
    ("At the same time, wages fell.", "Wages fell."),
    ("The bank, however, cut its rate.", "The bank cut its rate."),
    ("The bank also cut its rate.", "The bank cut its rate."),
    ("Rents therefore rose.", "Rents rose."),
    ("But only half of the rents rose.", "Only half of the rents rose."),
    ("In addition, rents rose.", "Rents rose."),
    ("Wages fell, too.", "Wages fell."),
    ("Wages, too, fell.", "Wages fell."),
    ("Wages fell as well.", "Wages fell."),
    ("Wages fell as well", "Wages fell."),
    ("Rents, on the other hand, rose.", "Rents rose."),
]

KEPT = [
    "The port is still closed.",
    "Prices may rise again.",
    "The bank chose bonds instead.",
    "However high the price, people pay.",
    "The overall deficit grew.",
    "The law is too strict.",
    "In addition to rents, wages rose.",
    "Wages fell as well as rents.",
    "It is none too clear.",
    "In contrast to Peru, Chile grew.",
    "As a result of the strike, rents rose.",
    "Should prices rise again, the board will act.",
]


def texts(text: str) -> list[str]:
    return [clause.text for clause in standalone(split(read_text(text)))]


@pytest.mark.parametrize(("text", "claim"), NAMED)
def test_puts_a_name(text: str, claim: str) -> None:
    assert texts(text)[-1] == claim


@pytest.mark.parametrize(("text", "claim"), LEFT)
def test_leaves_what_has_no_certain_name(text: str, claim: str) -> None:
    assert claim in texts(text)


@pytest.mark.parametrize(("text", "claim"), MARKERS)
def test_drops_discourse_markers(text: str, claim: str) -> None:
    assert texts(text) == [claim]


@pytest.mark.parametrize("text", KEPT)
def test_keeps_words_that_say_something(text: str) -> None:
    assert texts(text) == [text]


DOUBTS = [
    ("The minister of Peru met the envoy of Chile. He asked for help.", ["“he” stands for what?"]),
    ("Peru bought land. This decision was rash.", ["“this decision” stands for what?"]),
    ("The country is poor.", ["“the country” stands for what?"]),
    ("Peru, Chile and Fiji met. The latter left the pact.", ["“the latter” stands for what?"]),
    ("Prices rose. This has hurt farmers.", ["“this” stands for what?"]),
    ("Norway raised its taxes.", []),
    ("Norway exports gas. The country has large reserves.", []),
    ("It is likely that prices will rise.", []),
    ("It was not until 2016 that the road was opened.", []),
    ("It was announced that the road will be opened.", []),
    ("The plan failed this year.", []),
    ("No bridge was built in May, and 12 were closed.", ["“12” stands for what?"]),
    ("Of the bridges, 12 were closed.", []),
    ("Exports to Chad grew. Those to Peru fell.", ["“those” stands for what?"]),
    ("Taxes on fuel are higher than those on cars.", []),
    ("Those who drive pay more.", []),
]


@pytest.mark.parametrize(("text", "doubts"), DOUBTS)
def test_what_is_left_open_is_a_doubt(text: str, doubts: list[str]) -> None:
    assert list(standalone(split(read_text(text)))[-1].doubts) == doubts


def test_a_name_is_said_once_in_a_claim() -> None:
    assert texts("Chile passed a law. It raised its taxes and its tolls.")[1:] == [
        "Chile raised its taxes.",
        "Chile raised its tolls.",
    ]


def test_a_replaced_word_still_knows_its_place() -> None:
    document = read_text("Chile passed a law. It raised taxes.")
    clause = standalone(split(document))[1]
    start, end = clause.span
    assert (clause.text, document.text[start:end]) == ("Chile raised taxes.", "It raised taxes")


def test_a_curly_apostrophe_is_an_apostrophe() -> None:
    assert texts("Kenya’s parliament met. The parliament rose.")[-1] == "Kenya’s parliament rose."


def test_no_clauses_give_none() -> None:
    assert standalone([]) == []


NAMES = st.sampled_from(
    ["Chile", "Peru", "the bank", "the minister", "Ana Ruiz", "two firms", "It", "They", "its", "the EU"]
)
VERBS = st.sampled_from(["passed", "said that it left", "met", "was sold by", "criticised", "lost", ", however, sold"])
SENTENCES = st.lists(st.tuples(NAMES, VERBS, NAMES).map(lambda parts: f"{' '.join(parts)}."), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SENTENCES)
def test_names_change_words_only(sentences: list[str]) -> None:
    document = read_text(" ".join(sentences))
    before = list(split(document))
    after = standalone(before)
    assert [clause.root for clause in after] == [clause.root for clause in before]
    for clause, plain in zip(after, before, strict=True):
        assert set(clause.tokens) <= set(plain.tokens)
        assert clause.text
