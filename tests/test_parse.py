"""A parse as plain values says what spaCy says, also after something is hung elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc as Parsed

from lt_by_claims.parse import Doc
from trees import VOCABULARY, tree

TREE = tree(
    "Old/JJ/amod>1 mines/NNS/nsubj>5 and/CC/cc>1 ports/NNS/conj>1 soon/RB/advmod>5 close/VBP/ROOT>5 ././punct>5"
)


@st.composite
def any_parse(draw: st.DrawFn) -> Parsed:
    """A parse of any shape: each word hangs on another, and one is the root."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for place, word in enumerate(order):
        heads[word] = order[draw(st.integers(0, place - 1))] if place else word
    deps = draw(st.lists(st.sampled_from(["conj", "dobj", "punct"]), min_size=size, max_size=size))
    return Parsed(VOCABULARY, words=[f"w{place}" for place in range(size)], heads=heads, deps=deps)


@settings(deadline=None)
@given(any_parse())
def test_what_hangs_on_a_word_is_as_in_spacy(parsed: Parsed) -> None:
    for token, other in zip(Doc(parsed), parsed, strict=True):
        assert token.head.i == other.head.i
        for kin in ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts"):
            assert [t.i for t in getattr(token, kin)] == [t.i for t in getattr(other, kin)], kin
        places = [t.i for t in token.subtree]
        assert (token.left_edge.i, token.right_edge.i) == (min(places), max(places))


@settings(deadline=None)
@given(any_parse(), st.data())
def test_a_word_hung_elsewhere_leaves_where_it_was(parsed: Parsed, data: st.DataObject) -> None:
    doc = Doc(parsed)
    moved = data.draw(st.sampled_from(list(doc)))
    places = [token for token in doc if token not in moved.subtree] or [moved]
    moved.head = data.draw(st.sampled_from(places))
    assert all([t for t in doc if t.head is token and t is not token] == list(token.children) for token in doc)
    assert {t for token in doc if token.head is token for t in token.subtree} == set(doc)


def test_words_between_two_places_of_the_text() -> None:
    at = TREE.text.index("mines")
    assert TREE.between(at, at + 5).text == "mines"
    assert TREE.between(at + 2, at + 7).text == "mines and"
    assert TREE.between(at - 1, at + 1).text == "mines"


def test_a_span_has_its_text_its_root_and_its_words() -> None:
    assert TREE[:].root.text == "close"
    assert TREE[0:2].root.text == "mines"
    assert (TREE[0:2].text, len(TREE[0:2]), TREE[0:2][-1].text) == ("Old mines", 2, "mines")
    assert TREE[3:1].text == ""


@pytest.mark.parametrize("steps", [-1, 7])
def test_no_word_stands_outside(steps: int) -> None:
    with pytest.raises(IndexError):
        TREE[0].nbor(steps)
