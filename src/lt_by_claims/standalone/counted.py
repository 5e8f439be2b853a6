"""What a number without a noun counts: "14 have left", after "the agency checked 61 clinics"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lt_by_claims.grammar import SUBJECT, child, noun_phrase
from lt_by_claims.parse import Span, Token
from lt_by_claims.standalone.mentions import UNNAMED, Mention

COUNTS = frozenset({"", "CARDINAL"})
"""What the parser takes a number to be that counts things."""


def of_number(token: Token, sentence: int, sentences: Iterable[Span]) -> Mention | None:
    """The things that a bare number counts: those counted alike before, or the only ones that were counted."""
    if not is_bare_number(token):
        return None
    counted = [pair for span in sentences for pair in counted_in(span) if pair[0].i < token.i or span is not token.sent]
    if token.dep_ == "pobj":
        same = [noun for number, noun in counted if number.lower_ == token.lower_]
        return counted_thing(token, sentence, f"the {token.text} {same[-1].text}") if same else None
    if len({noun.lower_ for _, noun in counted}) != 1 or any(t.lower_ == "of" for t in token.sent):
        return None
    number, noun = counted[-1]
    return counted_thing(token, sentence, f"{token.text} of the {number.text} {noun.text}")


def is_bare_number(token: Token) -> bool:
    """Is it a number that stands for things, as a subject or after "of"?"""
    plain = token.like_num and token.ent_type_ in COUNTS and not list(token.rights)
    if not plain or child(token, "compound", "quantmod") is not None:
        return False
    part = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.dep_ != "quantmod"
    many = token.dep_ in SUBJECT and token.lower_ not in {"one", "1"} and token.head.tag_ != "VBZ"
    return part or many


def counted_in(sentence: Span) -> Iterator[tuple[Token, Token]]:
    """The numbers of a sentence with the plural nouns that they count."""
    for token in sentence:
        things = token.dep_ == "nummod" and token.like_num and token.head.tag_ == "NNS"
        if things and token.head.ent_type_ not in UNNAMED - {"CARDINAL"} and len(noun_phrase(token.head)) > 1:
            yield token, token.head


def counted_thing(token: Token, sentence: int, name: str) -> Mention:
    """The mention that a number makes of the things that it counts."""
    return Mention(token, "thing", True, sentence, token.dep_ in SUBJECT, False, name)
