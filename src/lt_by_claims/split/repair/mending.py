"""What a repair is: a rule from a parse to what it has mended there.

A repair looks at one word and changes what hangs on what, in place. Its examples are sentences that the parser gets
wrong, with the words that are mended, as `word/relation>head`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lt_by_claims.grammar import child
from lt_by_claims.parse import Doc, Token
from lt_by_claims.rule import Rule


@dataclass(frozen=True, slots=True)
class Repair(Rule[Doc, str]):
    """A rule on a parse that says what it mends, word by word, with `mend`, in words of these relations."""

    mend: Callable[[Token], None]
    relations: frozenset[str]


def repair(
    *relations: str, examples: Mapping[str, Sequence[str]], leaves_alone: Sequence[str]
) -> Callable[[Callable[[Token], None]], Repair]:
    """Turn a function on a word in one of these relations into a rule on a parse, which says what it has mended."""

    def turn(mend: Callable[[Token], None]) -> Repair:
        def mended(doc: Doc) -> Iterator[str]:
            before = state(doc)
            for token in doc:
                if token.dep_ in relations:
                    mend(token)
            for token, was, is_now in zip(doc, before, state(doc), strict=True):
                if was != is_now:
                    yield f"{token.text}/{token.dep_}>{token.head.text}"

        name, about = mend.__name__.replace("_", " "), mend.__doc__ or ""
        return Repair(name, about, mended, examples, leaves_alone, mend, frozenset(relations))

    return turn


def state(doc: Doc) -> list[tuple[str, int, str]]:
    """The relation, head and tag of every word."""
    return [(token.dep_, token.head.i, token.tag_) for token in doc]


def is_aided(verb: Token) -> bool:
    """Has the verb an auxiliary?"""
    return child(verb, "aux", "auxpass") is not None
