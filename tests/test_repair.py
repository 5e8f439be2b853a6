"""Habits of the parser and how they are mended, on parses written by hand as the parser writes them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc as Parsed

from lt_by_claims.parse import Doc
from lt_by_claims.split.repair import REPAIRS, repaired
from trees import VOCABULARY, tree

MENDED = [
    pytest.param("The/DT/det>1 rules/NNS/nsubj>2 take/VB/ROOT>2 effect/NN/dobj>2", "take/VBP/ROOT>take", id="tense"),
    pytest.param(
        "Mali/NNP/ROOT>0 ,/,/punct>0 whose/WP$/poss>3 ports/NNS/nsubjpass>4 are/VBP/auxpass>5 shut/VBN/relcl>0",
        "ports/NNS/nsubjpass>shut",
        id="subject of an auxiliary",
    ),
    pytest.param(
        "Trade/NN/nsubjpass>2 was/VBD/auxpass>2 hit/VBN/ROOT>2 by/IN/agent>2 strikes/NNS/pobj>3 ,/,/punct>2 "
        "called/VBD/conj>2 in/IN/prep>6 May/NNP/pobj>7",
        "called/VBN/acl>strikes",
        id="participle after a comma",
    ),
    pytest.param(
        "Oman/NNP/nsubj>1 drafted/VBD/ROOT>1 ,/,/punct>1 and/CC/cc>1 later/RB/advmod>5 repealed/VBD/amod>7 ,/,/punct>7 "
        "quotas/NNS/conj>1",
        "repealed/VBD/conj>drafted quotas/NNS/dobj>repealed",
        id="second verb before its object",
    ),
    pytest.param(
        "Oman/NNP/nsubj>1 left/VBD/advcl>7 talks/NNS/dobj>1 and/CC/cc>1 ,/,/punct>1 in/IN/prep>7 May/NNP/pobj>5 "
        "returned/VBD/ROOT>7",
        "left/VBD/ROOT>left returned/VBD/conj>left",
        id="first of two verbs",
    ),
    pytest.param(
        "Oman/NNP/nsubj>1 sold/VBD/ROOT>1 ships/NNS/dobj>1 ,/,/punct>1 of/IN/prep>8 which/WDT/pobj>4 two/CD/nsubj>8 "
        "later/RB/advmod>8 sank/VBD/advcl>1",
        "sank/VBD/relcl>ships",
        id="relative after a preposition",
    ),
    pytest.param(
        "It/PRP/nsubj>1 joined/VBD/ROOT>1 the/DT/det>3 League/NNP/dobj>1 ,/,/punct>1 a/DT/det>6 club/NN/dobj>1 "
        "of/IN/prep>6 ports/NNS/pobj>7",
        "club/NN/appos>League",
        id="apposition with an article",
    ),
    pytest.param(
        "It/PRP/nsubj>1 makes/VBZ/ROOT>1 steel/NN/dobj>1 and/CC/cc>2 sells/VBZ/conj>2 it/PRP/dobj>4",
        "sells/VBZ/conj>makes and/CC/cc>makes",
        id="verb joined to a noun",
    ),
    pytest.param(
        "Ports/NNS/nsubj>1 shut/VBD/ROOT>1 ,/,/punct>1 which/WDT/nsubj>4 hurt/VBD/advcl>1 trade/NN/dobj>4",
        "hurt/VBD/relcl>shut",
        id="relative as adverbial",
    ),
    pytest.param(
        "Tolls/NNS/nsubj>1 rose/VBD/ROOT>1 and/CC/cc>1 fares/NNS/dobj>1 fell/VBD/conj>1",
        "fares/NNS/nsubj>fell",
        id="subject after and",
    ),
]

SOUND = [
    pytest.param("The/DT/det>1 rules/NNS/nsubj>3 may/MD/aux>3 change/VB/ROOT>3", id="an auxiliary has a bare verb"),
    pytest.param(
        "It/PRP/nsubj>1 fell/VBD/ROOT>1 ,/,/punct>1 rose/VBD/conj>1 and/CC/cc>3 fell/VBD/conj>3", id="a list of verbs"
    ),
    pytest.param(
        "It/PRP/nsubj>1 left/VBD/ROOT>1 talks/NNS/dobj>1 and/CC/cc>1 sold/VBD/conj>1 used/VBN/amod>6 ships/NNS/dobj>4",
        id="an adjective before an object",
    ),
    pytest.param(
        "As/IN/mark>2 it/PRP/nsubj>2 fell/VBD/advcl>4 we/PRP/nsubj>4 left/VBD/ROOT>4", id="a clause with a conjunction"
    ),
    pytest.param(
        "It/PRP/nsubj>1 bought/VBD/ROOT>1 ships/NNS/dobj>1 ,/,/punct>1 ports/NNS/conj>2 and/CC/cc>4 land/NN/conj>4",
        id="a list of objects",
    ),
    pytest.param(
        "It/PRP/nsubj>1 makes/VBZ/ROOT>1 steel/NN/dobj>1 and/CC/cc>2 glass/NN/conj>2", id="two objects of a verb"
    ),
    pytest.param(
        "It/PRP/nsubj>1 knows/VBZ/ROOT>1 which/WDT/nsubj>3 fell/VBD/ccomp>1", id="an indirect question is no relative"
    ),
    pytest.param(
        "It/PRP/nsubj>1 sold/VBD/ROOT>1 land/NN/dobj>1 and/CC/cc>1 left/VBD/conj>1", id="an object before and"
    ),
]


def described(doc: Doc, word: str) -> str:
    token = next(t for t in doc if t.text == word)
    return f"{token.text}/{token.tag_}/{token.dep_}>{token.head.text}"


@pytest.mark.parametrize(("words", "mended"), MENDED)
def test_mends(words: str, mended: str) -> None:
    doc = repaired(tree(words))
    assert [described(doc, word.split("/")[0]) for word in mended.split()] == mended.split()


@pytest.mark.parametrize("words", SOUND)
def test_leaves_a_sound_parse_alone(words: str) -> None:
    before = [(t.head.i, t.dep_, t.tag_) for t in tree(words)]
    assert [(t.head.i, t.dep_, t.tag_) for t in repaired(tree(words))] == before


@pytest.mark.parametrize("words", [case.values[0] for case in (*MENDED, *SOUND)])
def test_a_second_round_mends_nothing_more(words: str) -> None:
    doc = repaired(tree(str(words)))
    once = [(t.head.i, t.dep_, t.tag_) for t in doc]
    assert [(t.head.i, t.dep_, t.tag_) for t in repaired(doc)] == once


def test_every_repair_says_what_it_mends() -> None:
    assert all(":" in repair.about for repair in REPAIRS)
    assert len({repair.name for repair in REPAIRS}) == len(REPAIRS)


WORD = st.tuples(
    st.sampled_from(["It", "bank", "which", "and", ",", "sold", "sells", "to", "a", "of", "that", "(", "5%"]),
    st.sampled_from(["NN", "NNP", "WDT", "CC", ",", "VBD", "VBN", "VBZ", "VB", "TO", "DT", "IN", "CD"]),
    st.sampled_from(
        ["nsubj", "conj", "cc", "punct", "advcl", "ccomp", "amod", "dobj", "aux", "xcomp", "appos", "mark"]
    ),
)


@st.composite
def any_tree(draw: st.DrawFn) -> Doc:
    """A parse of any shape: each word hangs on another, and one is the root."""
    words = draw(st.lists(WORD, min_size=1, max_size=14))
    order = draw(st.permutations(range(len(words))))
    heads = [0] * len(words)
    for place, word in enumerate(order):
        heads[word] = order[draw(st.integers(0, place - 1))] if place else word
    texts, tags, deps = (list(column) for column in zip(*words, strict=True))
    deps[order[0]] = "ROOT"
    pos = ["VERB" if tag.startswith("V") else "NOUN" if tag.startswith("N") else "ADP" for tag in tags]
    return Doc(Parsed(VOCABULARY, words=texts, tags=tags, pos=pos, deps=deps, heads=heads, lemmas=texts))


@settings(max_examples=500, deadline=None)
@given(any_tree())
def test_a_tree_stays_a_tree(doc: Doc) -> None:
    mended = repaired(doc)
    for token in mended:
        seen = {token}
        while token.head != token:
            token = token.head
            assert token not in seen
            seen.add(token)
