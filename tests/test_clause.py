"""A clause: words taken out, put in, written down, and found again in the raw text. No model is loaded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lt_by_claims.clause import Clause, Word, as_sentence, trimmed, words_of, written
from lt_by_claims.document import Paragraph
from lt_by_claims.parse import Token
from trees import clause_from, tree

RELATIVE = (
    "Chile/NNP/nsubj>6 ,/,/punct>0 which/WDT/nsubj>3 mines/VBZ/relcl>0 copper/NN/dobj>3 ,/,/punct>0 "
    "grows/VBZ/ROOT>6 ././punct>6"
)
FRONTED = (
    "In/IN/prep>4 May/NNP/pobj>0 ,/,/punct>4 banks/NNS/nsubj>4 closed/VBD/ROOT>4 ,/,/punct>4 "
    "as/IN/mark>8 miners/NNS/nsubj>8 struck/VBD/advcl>4 ././punct>4"
)
COORDINATED = (
    "The/DT/det>1 town/NN/nsubj>2 built/VBD/ROOT>2 roads/NNS/dobj>2 and/CC/cc>2 sold/VBD/conj>2 land/NN/dobj>5 "
    "././punct>2"
)
NAMED = (
    "The/DT/det>1 Fund/NNP/nsubj>9 (/-LRB-/punct>1 PIF/NNP/appos>1 )/-RRB-/punct>1 ,/,/punct>1 a/DT/det>7 "
    "bank/NN/appos>1 ,/,/punct>1 lost/VBD/ROOT>9 ././punct>9"
)


def token(clause: Clause, text: str) -> Token:
    return next(t for t in clause.tokens if t.text == text)


@pytest.mark.parametrize(
    ("words", "gone", "left"),
    [
        (RELATIVE, "mines", "Chile grows."),
        (FRONTED, "struck", "In May, banks closed."),
        (FRONTED, "In", "Banks closed, as miners struck."),
        (COORDINATED, "sold", "The town built roads."),
        (COORDINATED, "land", "The town built roads and sold."),
        (NAMED, "bank", "The Fund (PIF) lost."),
        (NAMED, "PIF", "The Fund, a bank, lost."),
    ],
)
def test_cut_takes_the_marks_and_the_joiner_along(words: str, gone: str, left: str) -> None:
    clause = clause_from(words)
    assert clause.cut(token(clause, gone)).text == left


def test_a_clause_is_frozen_and_a_cut_leaves_the_whole_untouched() -> None:
    clause = clause_from(RELATIVE)
    before = clause.text
    clause.cut(token(clause, "mines"))
    assert clause.text == before == "Chile, which mines copper, grows."


def test_a_mark_stays_after_what_opens_the_sentence() -> None:
    clause = clause_from("In/IN/prep>5 May/NNP/pobj>0 2020/CD/nummod>1 ,/,/punct>5 banks/NNS/nsubj>5 closed/VBD/ROOT>5")
    assert clause.cut(token(clause, "2020")).text == "In May, banks closed."


def test_find_looks_inside_the_clause_only() -> None:
    clause = clause_from(COORDINATED)
    sold = token(clause, "sold")
    assert [t.text for t in clause.find("conj", "dobj")] == ["roads", "sold", "land"]
    assert [t.text for t in clause.cut(sold).find("conj", "dobj")] == ["roads"]
    assert list(replace(clause, root=sold).find("conj")) == []


def test_make_brings_the_subject_and_only_what_the_clause_has() -> None:
    clause = clause_from(COORDINATED)
    doc = clause.root.doc
    made = clause.without({doc[6]}).make(doc[5], [doc[5], doc[6]], subject=[doc[0], doc[1]])
    assert made.text == "The town sold."
    assert [word.text for word in made.subject] == ["The", "town"]
    assert made.root == doc[5]


def test_swap_puts_words_in_the_place_of_a_token_and_keeps_its_source() -> None:
    clause = clause_from(COORDINATED)
    built = clause.root
    assert clause.swap(built, Word("was", built), "building").text == "The town was building roads and sold land."
    assert clause.swap(built, Word("builds", built)).span == clause.span


def test_words_of_takes_every_kind_of_piece_and_no_space() -> None:
    doc = tree("roads/NNS/ROOT>0")
    words = words_of("new", doc[0], Word("and"), [doc[0], Word("rails")], "")
    assert [word.text for word in words] == ["new", "roads", "and", "roads", "rails"]
    assert [word.is_source for word in words] == [False, True, False, True, False]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["and", "it", "fell", ",", "."], "it fell"),
        (["it", ",", ",", "fell"], "it, fell"),
        (["—", "it", "fell", "—"], "it fell"),
        ([",", "it", "fell", ")"], "it fell"),
        (["it", "(", "a", ")", "fell"], "it (a) fell"),
        (["it", "fell", "(", "twice", ")"], "it fell (twice)"),
        ([",", ".", "and"], ""),
        ([], ""),
    ],
)
def test_stray_marks_go(words: list[str], kept: str) -> None:
    assert written(trimmed(Word(word) for word in words)) == kept


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["Mali", "'s", "army"], "Mali's army"),
        (["€", "5", "million"], "€5 million"),
        (["5", "%", ",", "it", "is"], "5%, it is"),
        (["“", "poor", "”"], "“poor”"),
        (["did", "n’t"], "didn’t"),
    ],
)
def test_words_are_spaced_as_english_is(words: list[str], text: str) -> None:
    assert written(Word(word) for word in words) == text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("it fell", "It fell."), ("it fell,", "It fell."), ("did it?", "Did it?"), ("EU acts.", "EU acts."), ("", ".")],
)
def test_a_sentence_has_a_capital_and_one_stop(text: str, sentence: str) -> None:
    assert as_sentence(text) == sentence


def test_a_capital_from_the_beginning_of_the_sentence_is_lowered_but_no_name() -> None:
    doc = tree("Banks/NNS/nsubj>1 fell/VBD/ROOT>1 in/IN/prep>1 Lima/NNP/pobj>2")
    paragraph = Paragraph(1, "", doc.text, range(len(doc.text)), ((0, len(doc.text)),))
    moved = Clause(doc[1], words_of("In", doc[3], ",", doc[0], doc[1]), paragraph)
    assert moved.text == "In Lima, banks fell."


def test_the_span_is_the_smallest_stretch_of_the_raw_text() -> None:
    doc = tree("It/PRP/nsubj>1 fell/VBD/ROOT>1 ,/,/punct>1 then/RB/advmod>1 rose/VBD/conj>1 ././punct>1")
    raw = "**It\nfell**, then rose."
    view = doc.text
    offsets = [2, 3, 4, 5, 6, 7, 8, *range(11, 24)][: len(view)]
    clause = Clause.of_sentence(doc[:], Paragraph(1, "", view, offsets, ((0, len(view)),)))
    start, end = clause.cut(doc[4]).span
    assert raw[start:end] == "It\nfell**, then"
    start, end = clause.without({doc[3], doc[4], doc[5]}).span
    assert raw[start:end] == "It\nfell"
