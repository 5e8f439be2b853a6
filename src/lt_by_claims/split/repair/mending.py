"""What a repair is: a rule from a parse to what it has mended there.

A repair looks at one word and changes what hangs on what, in place. Its examples are sentences that the parser gets
wrong, with the words that are mended, as `word/relation>head`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from lt_by_claims.grammar import child
from lt_by_claims.rule import Rule

Repair = Rule[Doc, str]


def repair(
    *, examples: Mapping[str, Sequence[str]], leaves_alone: Sequence[str]
) -> Callable[[Callable[[Token], None]], Repair]:
    """Turn a function on a word into a rule on a parse, which says what it has mended."""

    def turn(mend: Callable[[Token], None]) -> Repair:
        def mended(doc: Doc) -> Iterator[str]:
            before = state(doc)
            for token in doc:
                mend(token)
            for token, was, is_now in zip(doc, before, state(doc), strict=True):
                if was != is_now:
                    yield f"{token.text}/{token.dep_}>{token.head.text}"

        return Rule(mend.__name__.replace("_", " "), mend.__doc__ or "", mended, examples, leaves_alone)

    return turn


def state(doc: Doc) -> list[tuple[int, int, int]]:
    """The relation, head and tag of every word."""
    return [(token.dep, token.head.i, token.tag) for token in doc]


def is_aided(verb: Token) -> bool:
    """Has the verb an auxiliary?"""
    return child(verb, "aux", "auxpass") is not None
