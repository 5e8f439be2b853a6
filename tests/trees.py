"""Parses written by hand, so that questions of grammar are tested without the English model.

A tree is words as `text/TAG/relation>head`, the head counted from 0; `text=lemma/…` where the lemma matters.
"""

from __future__ import annotations

import re

from spacy.lang.en import English
from spacy.tokens import Doc as Parsed

from lt_by_claims.clause import CLOSES, Clause
from lt_by_claims.document import Paragraph
from lt_by_claims.parse import Doc

WORD = re.compile(r"(?P<text>.+?)(?:=(?P<lemma>[^/]+))?/(?P<tag>[^/]+)/(?P<dep>\w+)>(?P<head>[0-9]+)")
VOCABULARY = English().vocab
"""Knows what a small letter, a number and a mark look like; no model."""

POS = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WP": "PRON",
    "WDT": "PRON",
    "WP$": "PRON",
    "WRB": "SCONJ",
    "MD": "AUX",
    "DT": "DET",
    "JJ": "ADJ",
    "RB": "ADV",
    "CC": "CCONJ",
    "CD": "NUM",
    "TO": "PART",
    "IN": "ADP",
    "POS": "PART",
    "EX": "PRON",
}
"""Part of speech of each tag; other tags are verbs where they begin with V, and marks else."""


def tree(words: str) -> Doc:
    """The parse that is written down so."""
    parts = [match for word in words.split() if (match := WORD.fullmatch(word))]
    assert len(parts) == len(words.split()), words
    texts = [part["text"] for part in parts]
    tags = [part["tag"] for part in parts]
    deps = [part["dep"] for part in parts]
    verbs = {"VERB": "AUX"}
    pos = [POS.get(tag, "VERB" if tag.startswith("V") else "PUNCT") for tag in tags]
    parsed = Parsed(
        VOCABULARY,
        words=texts,
        spaces=[after not in CLOSES and text != "(" for text, after in zip(texts, [*texts[1:], "."], strict=True)],
        tags=tags,
        pos=[verbs.get(p, p) if dep in {"aux", "auxpass"} else p for p, dep in zip(pos, deps, strict=True)],
        lemmas=[part["lemma"] or part["text"].lower() for part in parts],
        deps=deps,
        heads=[int(part["head"]) for part in parts],
    )
    return Doc(parsed)


def clause_from(words: str) -> Clause:
    """The clause of a parse that is written down so, in a paragraph of its own."""
    doc = tree(words)
    text = doc.text
    return Clause.of_sentence(doc[:], Paragraph(1, "", text, range(len(text)), ((0, len(text)),)))
