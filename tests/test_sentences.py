from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lt_by_claims.read.sentences import sentences

CASES = [
    # abbreviations, and ends that look like them
    "Prices in the U.S. rose. | U.S. troops left the U.S. | The base was closed.",
    "Dr. Lee met Mr. Poe of Alder Ltd. in St. Petersburg. | They talked.",
    "It was noted by J. K. Marsh and Robert C. O'Hara. | Both left.",
    "See Art. 5, No. 7 and p. 12. | The answer is no. | Nobody asked.",
    "In Sept. 2020 exports fell, and in Dec. they rose. | 300 firms closed.",
    "Wheat, rye, etc. were sold. | Oats, etc. | Smith et al. (2019) disagree.",
    "Goods, e.g. timber, i.e. softwood, cost approx. 5 mn. | The state paid.",
    "It closed at 5 p.m. | Later it burnt, cf. Fig. 3.",
    "On 5. May 2020 it opened. | It closed in 2021. | May was cold.",
    "He lives in Washington, D.C. | The city is big. | The D.C. office is small.",
    # figures and addresses
    "It fell by 3.5% to 1.2 million. | In 2019 it was 2.0.",
    "Write to office@example.org or www.example.org. | It works.",
    # stops of other kinds
    "Did it work? | Yes! | What?! | Nobody knows.",
    "Exports rose … and fell. | They stopped… | Nobody knows why...",
    "Trade fell; exports rose: nobody knew why. | The firm Yahoo! paid.",
    "First . . . last. | Then nothing.",
    # quotes and brackets
    "“It failed.” | The minister left. | (It was late.) | Nobody cared.",
    "The plan (approved in May. Revised in June) failed. | It was bad.",
    'He said "It failed. We left" and sat down. | "Will it work?" he asked.',
    "“It failed,” he said. | “We left.” | Then it rained.",
    "It did [sic]. | They left (see p. 5). | £3 million was lost.",
    # capitals of other scripts, and small ones that begin a sentence
    "Żubr is a bison. | Łódź is a town. | iPhone sales fell. | eBay paid.",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_they_do(case: str) -> None:
    expected = case.split(" | ")
    text = " ".join(expected)
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_a_space_that_was_lost_is_no_obstacle() -> None:
    text = "They saw the protests.The government fell."
    assert [text[start:end] for start, end in sentences(text)] == ["They saw the protests.", "The government fell."]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" .?!…()[]“”\"'AaB1"))))
def test_sentences_are_disjoint_in_order_and_leave_nothing_out(text: str) -> None:
    spans = sentences(text)
    places = [place for start, end in spans for place in range(start, end)]
    assert places == sorted(set(places))
    assert all(text[place].isspace() for place in set(range(len(text))) - set(places))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
