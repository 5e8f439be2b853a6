"""Small questions about a word, asked of parses that are written by hand: no model is loaded."""

from __future__ import annotations

import pytest

from lt_by_claims import grammar
from lt_by_claims.parse import Doc, Token
from trees import clause_from, tree

RELATIVE = tree(
    "Old/JJ/amod>1 mines/NNS/nsubj>9 in/IN/prep>1 Peru/NNP/pobj>2 ,/,/punct>1 which/WDT/nsubj>6 "
    "employ/VBP/relcl>1 miners/NNS/dobj>6 ,/,/punct>1 close/VBP/ROOT>9 ././punct>9"
)
PASSIVE = tree(
    "The/DT/det>1 bill/NN/nsubjpass>4 had/VBD/aux>4 been/VBN/auxpass>4 drafted/VBN/ROOT>4 and/CC/cc>4 "
    "wanted/VBN/conj>4 to/TO/aux>8 please/VB/xcomp>6 ././punct>4"
)
BRACKET = tree(
    "Banks/NNS/nsubj>4 (/-LRB-/punct>0 lenders/NNS/appos>0 )/-RRB-/punct>0 fell/VBD/ROOT>4 —/:/punct>4 "
    "then/RB/advmod>4 ././punct>4"
)
OPENING = tree(
    "In/IN/prep>4 May/NNP/pobj>0 ,/,/punct>4 rents/NNS/nsubj>4 fell/VBD/ROOT>4 :/:/punct>4 in/IN/prep>10 "
    "June/NNP/pobj>6 ,/,/punct>10 they/PRP/nsubj>10 rose/VBD/parataxis>4 ././punct>4"
)
OWNED = tree("growth/NN/ROOT>0 of/IN/prep>0 exports/NNS/pobj>1 of/IN/prep>2 coal/NN/pobj>3")


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


def texts(tokens: object) -> list[str]:
    return [token.text for token in tokens]  # type: ignore[attr-defined]


def test_children_in_a_relation() -> None:
    verb = word(PASSIVE, "drafted")
    assert texts(grammar.children(verb, "aux", "auxpass")) == ["had", "been"] == texts(grammar.auxiliaries(verb))
    assert grammar.child(verb, "dobj") is None
    assert grammar.child(verb, "auxpass", "aux").text == "had"  # type: ignore[union-attr]


def test_what_stands_around_a_phrase() -> None:
    assert grammar.before(word(RELATIVE, "employ")).text == ","  # type: ignore[union-attr]
    assert grammar.after(word(RELATIVE, "employ")).text == ","  # type: ignore[union-attr]
    assert grammar.before(word(RELATIVE, "Old")) is None
    assert grammar.after(word(RELATIVE, "close")) is None


@pytest.mark.parametrize(
    ("doc", "text", "marked", "bracketed", "opens"),
    [
        (RELATIVE, "employ", True, False, False),
        (RELATIVE, "in", False, False, False),
        (RELATIVE, "Old", False, False, False),
        (BRACKET, "lenders", False, True, False),
        (BRACKET, "then", True, False, False),
        (OPENING, "In", False, False, True),
        (OPENING, "in", False, False, True),
        (OPENING, "rents", True, False, False),
    ],
)
def test_how_a_phrase_is_set_off(doc: Doc, text: str, marked: bool, bracketed: bool, opens: bool) -> None:
    token = word(doc, text)
    asked = (grammar.after_mark(token), grammar.in_brackets(token), grammar.opens_sentence(token))
    assert asked == (marked, bracketed, opens)


@pytest.mark.parametrize(
    ("doc", "noun", "phrase"),
    [
        (RELATIVE, "mines", ["Old", "mines", "in", "Peru"]),
        (RELATIVE, "miners", ["miners"]),
        (PASSIVE, "bill", ["The", "bill"]),
        (BRACKET, "Banks", ["Banks"]),
        (OWNED, "exports", ["exports", "of", "coal"]),
    ],
)
def test_a_noun_phrase_is_what_narrows_the_noun(doc: Doc, noun: str, phrase: list[str]) -> None:
    assert texts(grammar.noun_phrase(word(doc, noun))) == phrase


@pytest.mark.parametrize(("plural", "noun"), [(None, "growth"), (True, "exports"), (False, "coal")])
def test_the_noun_above_through_prepositions(plural: bool | None, noun: str) -> None:
    assert grammar.topmost(word(OWNED, "coal"), plural=plural).text == noun


@pytest.mark.parametrize(
    ("words", "plural"),
    [
        ("banks/NNS/ROOT>0", True),
        ("bank/NN/ROOT>0", False),
        ("they/PRP/ROOT>0", True),
        ("it/PRP/ROOT>0", False),
        ("Mali/NNP/ROOT>0 and/CC/cc>0 Chad/NNP/conj>0", True),
        ("Mali/NNP/ROOT>0 or/CC/cc>0 Chad/NNP/conj>0", False),
        ("Alps/NNPS/ROOT>0", True),
        ("people/NNS/ROOT>0", True),
    ],
)
def test_whether_a_noun_takes_a_plural_verb(words: str, plural: bool) -> None:
    assert grammar.is_plural(tree(words)[0]) is plural


def test_two_numbered_names_take_a_plural_verb() -> None:
    assert grammar.is_plural(tree("four/CD/nummod>1 States/NNP/ROOT>1")[1])


def test_the_subject_of_a_verb_is_its_own_or_that_of_the_verb_before() -> None:
    for verb in ("drafted", "wanted", "please"):
        assert grammar.subject_of(word(PASSIVE, verb)).text == "bill"  # type: ignore[union-attr]
    assert grammar.subject_of(word(RELATIVE, "employ")).text == "which"  # type: ignore[union-attr]
    assert grammar.subject_of(word(tree("close/VB/ROOT>0 it/PRP/dobj>0"), "close")) is None


def test_the_subject_of_a_clause_leaves_out_comments_and_may_be_brought_along() -> None:
    clause = clause_from(
        "Mali/NNP/nsubj>6 ,/,/punct>0 which/WDT/nsubj>3 exports/VBZ/relcl>0 gold/NN/dobj>3 ,/,/punct>0 "
        "grew/VBD/ROOT>6 ././punct>6"
    )
    doc = clause.root.doc
    assert [word.text for word in grammar.subject(clause)] == ["Mali"]
    assert grammar.subject_head(clause) == doc[0]
    alone = clause.make(doc[3], doc[3], doc[4], subject=[doc[0]])
    assert [word.text for word in grammar.subject(alone)] == ["Mali"]
    assert grammar.subject_head(clause.make(doc[3], doc[3], doc[4])) is None


@pytest.mark.parametrize(
    ("words", "at", "finite", "clause", "infinitive", "tense"),
    [
        ("it/PRP/nsubj>1 grew/VBD/ROOT>1", 1, True, True, False, "past"),
        ("it/PRP/nsubj>1 grows/VBZ/ROOT>1", 1, True, True, False, "present"),
        ("it/PRP/nsubj>2 will/MD/aux>2 grow/VB/ROOT>2", 2, True, True, False, "present"),
        ("it/PRP/nsubj>2 would=would/MD/aux>2 grow/VB/ROOT>2", 2, True, True, False, "present"),
        ("it/PRP/nsubj>2 was/VBD/auxpass>2 sold/VBN/ROOT>2", 2, True, True, False, "past"),
        ("to/TO/aux>1 grow/VB/ROOT>1", 1, False, False, True, "present"),
        ("growing/VBG/ROOT>0", 0, False, False, False, "present"),
        ("it/PRP/nsubj>1 sold/VBN/ROOT>1", 1, False, False, False, "present"),
        ("sold/VBD/ROOT>0", 0, True, False, False, "past"),
    ],
)
def test_the_form_of_a_verb(words: str, at: int, finite: bool, clause: bool, infinitive: bool, tense: str) -> None:
    verb = tree(words)[at]
    assert grammar.is_finite(verb) is finite
    assert grammar.is_clause(verb) is clause
    assert grammar.is_infinitive(verb) is infinitive
    assert grammar.tense(verb) == tense


def test_a_participle_has_the_tense_of_the_verb_above() -> None:
    doc = tree("it/PRP/nsubj>1 fell/VBD/ROOT>1 ,/,/punct>1 closing/VBG/advcl>1 mines/NNS/dobj>3")
    assert grammar.tense(word(doc, "closing")) == "past"
    assert grammar.governor(word(doc, "mines")) == word(doc, "closing")
    assert grammar.governor(word(doc, "fell")) is None


def test_what_hangs_on_some_words_keeps_their_order() -> None:
    roots = [word(RELATIVE, "Peru"), word(RELATIVE, "miners")]
    assert texts(grammar.subtrees(roots)) == ["Peru", "miners"]
