"""The values of a clause as quantities of its claim: with the thing counted, what is measured, and the time."""

from __future__ import annotations

from collections.abc import Sequence

from lt_by_claims.claim import Quantity
from lt_by_claims.clause import Clause
from lt_by_claims.document import Document
from lt_by_claims.inflection import with_s
from lt_by_claims.measure.amounts import is_plural
from lt_by_claims.measure.periods import period
from lt_by_claims.measure.phrases import measured_by
from lt_by_claims.measure.says import tokens_of
from lt_by_claims.measure.value import Value
from lt_by_claims.parse import Token

NARROWING = frozenset({"compound", "nmod"})
"""How the words before a noun hang on it that make one name with it: freight companies, IT companies."""


def quantities(clause: Clause, values: Sequence[Value], document: Document, time: str | None) -> tuple[Quantity, ...]:
    """The values whose words are all in the clause, as quantities; `time` where the text gives a value no other."""
    return tuple([quantity(clause, value, values, document, time) for value in stated_in(clause, values)])


def stated_in(clause: Clause, values: Sequence[Value]) -> list[Value]:
    """The values whose words are all in the clause."""
    inside = clause.inside
    return [value for value in values if (tokens := tokens_of(clause, value)) and inside.issuperset(tokens)]


def quantity(clause: Clause, value: Value, values: Sequence[Value], document: Document, time: str | None) -> Quantity:
    """The value with what the clause says of it, and its place in the raw text."""
    tokens = tokens_of(clause, value)
    start, end = clause.paragraph.raw(value.start, value.end)
    return Quantity(
        text=document.text[start:end],
        start=start,
        end=end,
        kind=value.kind,
        low=value.low,
        high=value.high,
        comparator=value.comparator,
        unit=counted(tokens, value) if value.kind == "count" else value.unit,
        measure=measured_by(clause, tokens, value, values),
        period=period(clause, value, time, document.published),
    )


def counted(tokens: Sequence[Token], value: Value) -> str | None:
    """The thing counted, in the plural: the noun of the number with the nouns that make one name with it."""
    noun = noun_counted(tokens)
    if noun is None:
        return value.unit
    first = min([noun.i, *(part.left_edge.i for part in noun.lefts if part.dep_ in NARROWING)])
    first = max(first, tokens[-1].i + 1) if noun.i > tokens[-1].i else first
    name = noun.doc[first : noun.i + 1].text
    return name if is_plural(noun.lower_) or noun.tag_ in {"NNS", "NNPS"} else with_s(name)


def noun_counted(tokens: Sequence[Token]) -> Token | None:
    """The noun that a number counts: the one it stands before, or the one after "of", or that of "the number of"."""
    inside = set(tokens)
    top = next((token for token in tokens if token.head not in inside), tokens[-1])
    if top.dep_ in {"nummod", "quantmod", "amod", "compound", "advmod", "det"} and top.head.i > tokens[-1].i:
        head = top.head
        return head if head.pos_ in {"NOUN", "PROPN"} else None
    for part in top.rights:
        if part.lower_ == "of":
            return next((token for token in part.children if token.dep_ == "pobj"), None)
    return number_of(top)


def number_of(top: Token) -> Token | None:
    """The noun of "the number of firms", where that is the subject of the verb that the value hangs on."""
    verb = next((token for token in top.ancestors if token.pos_ in {"VERB", "AUX"}), None)
    subject = next((token for token in verb.children if token.dep_ in {"nsubj", "nsubjpass"}), None) if verb else None
    if subject is None or subject.lower_ not in {"number", "total", "count"}:
        return None
    of = next((token for token in subject.children if token.lower_ == "of"), None)
    return next((token for token in of.children if token.dep_ == "pobj"), None) if of else None
