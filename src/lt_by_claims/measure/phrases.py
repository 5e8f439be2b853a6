"""What a value measures, in a few words of its clause: Latvian exports to Belarus · share of X in Y · X among Y."""

from __future__ import annotations

from collections.abc import Sequence

from lt_by_claims.clause import Clause
from lt_by_claims.grammar import NOMINAL, SUBJECT, VERBAL, child
from lt_by_claims.measure.lexicon import words
from lt_by_claims.measure.says import FALL, Says, joined
from lt_by_claims.measure.value import Value
from lt_by_claims.parse import Token

LEVEL = words("phrases", "value")
SHARE = words("phrases", "share")

PRONOUNS = frozenset({"it", "they", "this", "that", "these", "those", "he", "she", "which", "who"})
"""They name nothing."""

LONGEST = 16
"""So many words at most."""


def measured_by(clause: Clause, tokens: Sequence[Token], value: Value) -> str | None:
    """What the value in these tokens measures; None where the clause does not show it."""
    says = Says(clause, tokens)
    phrase = shortened(BY_KIND.get(value.kind, amount)(says))
    return phrase if phrase and phrase.lower() not in PRONOUNS else None


def order(says: Says) -> str:
    """Belarus among countries of origin in Lithuanian imports."""
    among = says.after("among", "amongst")
    if among is not None:
        return joined(says.subject(says.verb), "among", says.noun(child(among, "pobj")))
    noun = says.top if says.top.pos_ in NOMINAL else says.top.head
    if noun.pos_ in NOMINAL and noun.i > says.last.i:
        return joined(says.subject(says.verb), "among", says.noun(noun, plural=True))
    return says.subject(says.verb)


def share(says: Says) -> str:
    """Share of transit in Latvia's GDP; growth of containers; unemployment to the average."""
    if says.top.pos_ in VERBAL and says.top == says.verb:
        return joined("fall in" if says.top.lemma_ in FALL else "growth of", says.changed())
    if whole := says.whole() or says.inside():
        return joined("share of", whole, says.role()) if says.top.dep_ in SUBJECT else says.part_of(whole)
    if says.top.dep_ in SUBJECT:
        return joined("share", says.role())
    if change := says.compared() or says.change():
        return joined(change, says.changed())
    if says.top.head.dep_ in {"attr", "dobj"} and says.top.head.i > says.last.i:
        return joined(says.located(), "to", says.noun(says.top.head))
    return says.located()


def things(says: Says) -> str:
    """Lithuanian companies registered in Belarus."""
    noun = says.top.head
    if noun.pos_ in NOMINAL and noun.i > says.top.i:
        return joined(says.noun(noun), says.role(noun))
    whole = says.whole()
    return joined(whole, says.role()) if whole or says.top.dep_ in SUBJECT else says.located()


def amount(says: Says) -> str:
    """Latvian exports to Belarus; freight that Latvian Railways transported; support package for the region."""
    if whole := says.whole():
        return says.part_of(whole) if says.verb.lemma_ in SHARE else joined(whole, says.role())
    if holder := says.holder():
        named = says.noun(holder)
        return named if " " in named else joined(named, says.role(holder))
    if says.top.dep_ in SUBJECT:
        return says.role()
    if says.top.dep_ == "dobj" and says.verb.lemma_ not in LEVEL:
        return joined(says.subject(says.verb), says.verbs(says.verb))
    return joined(says.change(), says.changed()) if says.change() else says.located()


def shortened(phrase: str) -> str:
    """The phrase, not too many words of it."""
    return " ".join(phrase.split()[:LONGEST])


BY_KIND = {"rank": order, "percent": share, "ratio": share, "count": things}
"""How a phrase is made for a kind of value; `amount` for the rest."""
