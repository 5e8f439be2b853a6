"""Forms of verbs and nouns: right where English is irregular, and words again where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lt_by_claims.inflection import doubles, finite, irregular_pasts, past, with_s

LEMMAS = st.from_regex(r"[a-z]{2,12}", fullmatch=True)


@pytest.mark.parametrize(
    ("lemma", "third", "before"),
    [
        ("be", "is", "was"),
        ("have", "has", "had"),
        ("do", "does", "did"),
        ("go", "goes", "went"),
        ("walk", "walks", "walked"),
        ("close", "closes", "closed"),
        ("agree", "agrees", "agreed"),
        ("carry", "carries", "carried"),
        ("delay", "delays", "delayed"),
        ("pass", "passes", "passed"),
        ("reach", "reaches", "reached"),
        ("tax", "taxes", "taxed"),
        ("stop", "stops", "stopped"),
        ("ban", "bans", "banned"),
        ("rain", "rains", "rained"),
        ("draw", "draws", "drew"),
        ("cut", "cuts", "cut"),
        ("rise", "rises", "rose"),
        ("fall", "falls", "fell"),
        ("buy", "buys", "bought"),
        ("lead", "leads", "led"),
        ("seek", "seeks", "sought"),
        ("withdraw", "withdraws", "withdrew"),
        ("become", "becomes", "became"),
        ("lie", "lies", "lay"),
        ("open", "opens", "opened"),
        ("visit", "visits", "visited"),
    ],
)
def test_third_person_and_past(lemma: str, third: str, before: str) -> None:
    assert finite(lemma, "present", plural=False) == third
    assert finite(lemma, "past", plural=False) == before


@pytest.mark.parametrize(("lemma", "many"), [("be", "are"), ("have", "have"), ("do", "do"), ("carry", "carry")])
def test_plural_present(lemma: str, many: str) -> None:
    assert finite(lemma, "present", plural=True) == many


def test_only_be_tells_one_from_many_in_the_past() -> None:
    assert (finite("be", "past", plural=False), finite("be", "past", plural=True)) == ("was", "were")
    assert finite("go", "past", plural=True) == "went"


@pytest.mark.parametrize(("lemma", "double"), [("stop", True), ("plan", True), ("show", False), ("tax", False)])
def test_the_last_consonant_doubles_after_one_short_vowel(lemma: str, double: bool) -> None:
    assert doubles(lemma) is double


@pytest.mark.parametrize("lemma", ["admit", "refer", "occur", "control", "equip", "commit", "transfer"])
def test_the_last_consonant_doubles_in_a_stressed_syllable(lemma: str) -> None:
    assert finite(lemma, "past", plural=False) == f"{lemma}{lemma[-1]}ed"


@given(LEMMAS, st.sampled_from(["present", "past"]), st.booleans())
def test_every_form_is_one_word_that_begins_like_the_verb(lemma: str, tense: str, plural: bool) -> None:
    form = finite(lemma, tense, plural=plural)
    assert form.isalpha()
    if lemma not in {"be", "do", "go", "have"} | set(irregular_pasts()):
        assert form.startswith(lemma[:-1])
        assert form == lemma or form.endswith(("s", "ed"))


@given(LEMMAS)
def test_endings_are_added_once(lemma: str) -> None:
    assert with_s(lemma).endswith("s")
    assert len(past(lemma)) - len(lemma) in {1, 2, 3}


def test_the_table_of_irregular_verbs_has_words_only() -> None:
    assert len(irregular_pasts()) > 100
    assert all(base.replace("-", "").isalpha() and form.isalpha() for base, form in irregular_pasts().items())
