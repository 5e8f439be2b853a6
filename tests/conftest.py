"""What the tests share: the project's root, a plain document, and the English parser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lt_by_claims.clause import Clause
from lt_by_claims.document import Paragraph
from lt_by_claims.parse import Doc

ROOT = Path(__file__).parents[1]


def plain_paragraph(text: str) -> Paragraph:
    """A paragraph of one sentence that is read as it stands."""
    return Paragraph(1, "", text, range(len(text)), ((0, len(text)),))


@pytest.fixture(scope="session")
def parse_of() -> Callable[[str], Doc]:
    """One sentence as the parser sees it, before any repair."""
    from lt_by_claims.split.parser import english, with_sentences

    return lambda text: Doc(english()(with_sentences(plain_paragraph(text))))


@pytest.fixture(scope="session")
def clause_of() -> Callable[[str], Clause]:
    """One sentence as the clause that it is before anything is split."""
    from lt_by_claims.split.parser import parse

    def read(text: str) -> Clause:
        paragraph, doc = next(parse([plain_paragraph(text)]))
        return Clause.of_sentence(doc[:], paragraph)

    return read
