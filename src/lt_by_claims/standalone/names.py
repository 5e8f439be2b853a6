"""Full names: of a person called by the last name, of a body called by its acronym."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lt_by_claims.parse import Span, Token
from lt_by_claims.standalone.mentions import Mention, entity_of

PLACES = frozenset({"GPE", "LOC", "NORP", "FAC"})
"""What the parser takes a name to be that is no person's."""

TITLES = frozenset({"ms", "mr", "mrs", "miss", "ms.", "mr.", "mrs."})
"""Left out where the full name is put."""

KNOWN = frozenset({"EU", "NATO", "UN", "US", "USA", "UK", "GDP", "AI", "IT", "CEO"})
"""Acronyms that need no full name."""

SMALL = frozenset({"of", "for", "the", "and", "in", "on", "to", "de", "&"})
"""Words of a name that its acronym may pass over."""


def of_last_name(token: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The one person with this last name whom the text has named in full."""
    entity = entity_of(token)
    if token.dep_ == "compound" or any(t != token and t.lower_ not in TITLES for t in entity or ()):
        return None
    full = {m.name: m for m in mentions if m.kind == "person" and m.name.split()[-1:] == [token.text]}
    named = [m for name, m in full.items() if " " in name and name.split()[0].lower() not in TITLES]
    return named[0] if len(named) == 1 else None


def of_acronym(token: Token, spelled: dict[str, str]) -> str | None:
    """The name that an acronym was given in brackets for, with "the" where the acronym has it."""
    before = token.nbor(-1).text if token.i else ""
    full = spelled.get(token.text) if before != "(" else None
    return f"the {full}" if full and any(t.lower_ == "the" for t in token.lefts) else full


def spelled_out(sentence: Span) -> Iterator[tuple[str, str]]:
    """The acronyms that stand in brackets after the name whose first letters they are."""
    for token in sentence:
        if token.text == "(" and token.i + 2 < len(token.doc) and token.nbor(2).text == ")":
            acronym = token.nbor(1).text
            name = initialled(acronym, token) if acronym.isupper() and acronym not in KNOWN else None
            if name is not None:
                yield acronym, name.text


def initialled(acronym: str, bracket: Token) -> Span | None:
    """The capitalised words right before a bracket whose first letters spell the acronym."""
    letters, start = acronym, bracket.i
    while letters and start > 0:
        word = bracket.doc[start - 1]
        taken = next((n for n in range(1, len(letters) + 1) if abbreviates(letters[-n:], word.text)), 0)
        if not taken and word.lower_ not in SMALL:
            return None
        letters, start = letters[: len(letters) - taken], start - 1
    return None if letters else Span(bracket.doc, start, bracket.i)


def abbreviates(letters: str, word: str) -> bool:
    """Are these letters the first of the word, and further ones of it in order ("EA" of Eurasian)?"""
    rest = iter(word[1:].upper())
    return word[0] == letters[0] and all(letter in rest for letter in letters[1:])
