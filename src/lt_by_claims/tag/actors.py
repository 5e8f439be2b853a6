"""Who takes part in a statement: states by their code, the EU, NATO, and others by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lt_by_claims.clause import Clause, Word
from lt_by_claims.parse import Doc, Token
from lt_by_claims.tag.bodies import Body, bodies, cut, lengths
from lt_by_claims.tag.lexicon import words

GOING, CITIES = words("going"), words("cities")
CITY_THINGS, STATE_THINGS = words("city_things"), words("state_things")
ROLES, NO_BODIES = words("roles"), words("no_bodies")
OWNER = re.compile(r"[’']s?$")
BARE_OWNER = frozenset({"'s", "’s", "s", "’", "'"})
ARTICLES = frozenset({"the", "a", "an"})
COMMON = frozenset({"Union", "Alliance", "Commission"})
"""A body only as "the Union", and not in "Customs Union"."""

TOWARDS = frozenset({"by", "with", "between", "against", "on", "towards", "toward"})
UNNAMED = frozenset({"", "WORK_OF_ART", "PRODUCT"})
NAMED = frozenset({"ORG", "PERSON"})
LENGTH_OF_CODE = 2
"""A name so short would be read as the code of a state: EC, AI, HR."""


class Piece(NamedTuple):
    """A word as it is written, or what is written as a word in it."""

    text: str
    word: Word

    @property
    def label(self) -> str:
        """What the parser takes the name to be that it belongs to: ORG, PERSON, GPE …; empty where it is none."""
        token = self.word.token
        return token.ent_type_ if token is not None and token.ent_type_ and self.word.is_source else ""

    @property
    def is_capital(self) -> bool:
        """Does it begin with a capital?"""
        return self.text[0].isupper()

    @property
    def is_body(self) -> bool:
        """Is it by itself the name of a known body?"""
        return (bare(self.text),) in bodies()


@lru_cache(maxsize=8)
def persons(doc: Doc) -> dict[str, str]:
    """The full name by the last name of each person that a paragraph names in full."""
    full = (OWNER.sub("", entity.text) for entity in doc.ents if entity.label_ == "PERSON")
    return {name.split()[-1]: name for name in full if " " in name}


def actors(clause: Clause) -> tuple[str, ...]:
    """Who takes part, in order of appearance."""
    return tuple(dict.fromkeys(found([Piece(text, word) for word in clause.words for text in cut(word.text)])))


def found(pieces: list[Piece]) -> Iterator[str]:
    """Each actor where it is named; the longer of two names that begin at one word."""
    done = 0
    for at, piece in enumerate(pieces):
        if at < done or not (piece.is_capital or piece.label in NAMED):
            continue
        end, body = known(pieces, at)
        end_of_name = name_end(pieces, at)
        if end_of_name > end:
            yield from full_name(pieces[at:end_of_name])
        elif body is not None and is_actor(pieces, at, end, body):
            yield body.actor
        done = max(end, end_of_name)


def bare(text: str) -> str:
    """A word without the mark of an owner, where more than that is left."""
    return text if text.isalpha() else OWNER.sub("", text) or text


def known(pieces: list[Piece], at: int) -> tuple[int, Body | None]:
    """Where the longest name of a known body ends that begins here, and the body."""
    if pieces[at].is_capital:
        for length in lengths().get(bare(pieces[at].text), ()):
            name = tuple([bare(piece.text) for piece in pieces[at : at + length]])
            body = bodies().get(name)
            if body is not None:
                return at + len(name), body
    return at, None


def is_actor(pieces: list[Piece], at: int, end: int, body: Body) -> bool:
    """Does the known name act here: no capital as a place, no "Customs Union"?"""
    if pieces[at].text in COMMON:
        the = at > 0 and pieces[at - 1].text.lower() == "the"
        return the and not (end < len(pieces) and pieces[end].is_capital)
    return not body.is_seat or acts(pieces[at].word.token)


def acts(seat: Token | None) -> bool:
    """Does the city stand for a government: as subject, owner or partner, and not as a place?"""
    if seat is None:
        return True
    if seat.dep_ == "conj" and seat.head.ent_type_ == seat.ent_type_:
        return acts(seat.head)
    above = seat.head.lemma_.lower()
    if seat.dep_ == "poss":
        return above not in CITY_THINGS
    if seat.dep_ == "pobj":
        return above in TOWARDS or (above in {"of", "in"} and seat.head.head.lemma_ in STATE_THINGS)
    if seat.dep_ == "dobj":
        return above not in GOING and seat.head.pos_ == "VERB"
    return seat.dep_ in {"nsubj", "nsubjpass"} and not any(t.lemma_ in CITIES for t in seat.head.children)


def name_end(pieces: list[Piece], at: int) -> int:
    """Where the name of a body or person ends that begins here, `at` where none does."""
    if pieces[at].label in NAMED and begins(pieces, at):
        end = label_end(pieces, at)
    elif at > 0 or not pieces[at].word.is_source:
        end = capitals_end(pieces, at)
    else:
        return at
    return at if end > at and is_title(pieces, at, end) else end


def begins(pieces: list[Piece], at: int) -> bool:
    """Does the labelled name begin here, and not earlier?"""
    return at == 0 or pieces[at - 1].label != pieces[at].label or starts_anew(pieces[at])


def label_end(pieces: list[Piece], at: int) -> int:
    """Where the labelled name ends: "of Latvia" belongs to it, the mark of the owner and an acronym after it do not."""
    end = at + 1
    while end < len(pieces) and pieces[end].label == pieces[at].label and not starts_anew(pieces[end]):
        end += 1
    if pieces[at].label == "ORG" and end + 1 < len(pieces) and pieces[end].text == "of" and pieces[end + 1].is_capital:
        end += 2
    while end > at + 1 and pieces[end - 1].text in BARE_OWNER:
        end -= 1
    return end


def starts_anew(piece: Piece) -> bool:
    """Does another name begin at once?"""
    token = piece.word.token
    return token is not None and token.ent_iob_ == "B" and piece.word.is_source


def capitals_end(pieces: list[Piece], at: int) -> int:
    """Where a run of two or more capitalised words ends that the parser takes for nothing, `at` where none begins."""
    end = at
    while end < len(pieces) and goes_on(pieces[end], pieces[at]):
        end += 1
    return end if end - at > 1 and not all(piece.is_body for piece in pieces[at:end]) else at


def goes_on(piece: Piece, first: Piece) -> bool:
    """Can the word be part of a name? A state can only where the whole name was supplied: "Finnish Railways"."""
    if piece.label not in UNNAMED or not piece.is_capital or len(piece.text) == 1 or piece.text.lower() in ROLES:
        return False
    return not piece.is_body if first.word.is_source else piece.word.token is first.word.token


def is_title(pieces: list[Piece], at: int, end: int) -> bool:
    """Is it no body of its own: an office ("Minister of Foreign Affairs"), an exercise, an acronym in brackets?"""
    before = [piece.text.lower() for piece in pieces[max(at - 2, 0) : at]]
    after = pieces[end].text.lower() if end < len(pieces) else ""
    last = pieces[end - 1].text.lower()
    if before[-1:] == ["("] and after == ")":
        return True
    if after.startswith("-"):
        return True
    office = before[-1:] in (["of"], ["for"]) and before[0] in ROLES
    return office or after in ROLES or after in NO_BODIES or last in NO_BODIES


def full_name(pieces: list[Piece]) -> Iterator[str]:
    """The name as it is written, without its article and the mark of its owner."""
    parts = [piece.text for piece in pieces]
    parts = parts[1:] if parts[0].lower() in ARTICLES else parts
    body = bodies().get(tuple(parts))
    name = OWNER.sub("", " ".join(parts))
    if body is not None:
        yield body.actor
    elif len(name) > LENGTH_OF_CODE and any(part[0].isupper() for part in parts):
        token = pieces[0].word.token
        yield persons(token.doc).get(name, name) if token is not None else name
