"""What a value measures, in a few words of its clause: Latvian exports to Belarus · share of X in Y · X among Y."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lt_by_claims.clause import Clause
from lt_by_claims.grammar import NOMINAL, SUBJECT, VERBAL, child
from lt_by_claims.measure.lexicon import words
from lt_by_claims.measure.roles import role
from lt_by_claims.measure.says import FALL, Says, joined, tokens_of
from lt_by_claims.measure.value import Value
from lt_by_claims.parse import Token

LEVEL = words("phrases", "value")
SHARE = words("phrases", "share")
PRONOUNS = words("phrases", "pronouns")
STANDS_FOR_ONE = re.compile(
    rf"(?:^|(?<= in )|(?<= of ))(?:(?:{'|'.join(PRONOUNS)})$|(?:fewer|less|more|lower|higher)\b.*)"
    rf"|\b(?:{'|'.join(words('phrases', 'pointing'))}) (?:{'|'.join(words('phrases', 'figure'))})\b",
    re.IGNORECASE,
)
"""Words that stand for what was measured before: "it was 45 tonnes", "a fifth of the latter figure"."""

LONGEST = 16
"""So many words at most."""

FARTHEST = 3
"""So many values back that which a value leaves unsaid may have been named."""


def measured_by(clause: Clause, tokens: Sequence[Token], value: Value, values: Sequence[Value] = ()) -> str | None:
    """What the value in these tokens measures; None where neither the clause nor the `values` before it show it."""
    says = Says(clause, tokens)
    phrase = BY_KIND.get(value.kind, amount)(says)
    phrase = shortened(completed(phrase, says, value, [one for one in values if one.end <= value.start]))
    return phrase if phrase and phrase.lower() not in PRONOUNS else None


def completed(phrase: str, says: Says, value: Value, earlier: Sequence[Value]) -> str:
    """The phrase with what it leaves to the values before: "it", "the latter figure", the third, 5 tonnes."""
    phrase = f"{phrase} it" if phrase in {"fall in", "growth of"} else phrase
    things = [one for one in earlier if one.kind in {"money", "measure", "count"}]
    if found := STANDS_FOR_ONE.search(phrase):
        same = [one for one in earlier if one.kind == value.kind and one.unit == value.unit]
        named = next(measured_before(says.clause, things if found.start() else same or things), None)
        return f"{phrase[: found.start()]}{named}{phrase[found.end() :]}" if named else phrase
    if value.kind == "rank" and phrase and " among " not in phrase:
        ranks = measured_before(says.clause, [one for one in earlier if one.kind == "rank"])
        among = next((named.partition(" among ")[2] for named in ranks if " among " in named), "")
        return joined(phrase, "among", among) if among else phrase
    if (whole := says.partitive()) and says.verb.lemma_ in SHARE:
        named = next(measured_before(says.clause, things), "")
        return joined(phrase, named.removeprefix(whole)) if named.startswith(whole) else phrase
    if value.kind == "measure" and says.top.dep_ in SUBJECT and not says.whole():
        same = [one for one in earlier if one.unit == value.unit]
        wholes = (Says(clause, tokens).whole() for clause, tokens in told(says.clause, same))
        return joined(next(filter(None, wholes), ""), phrase)
    return phrase


def measured_before(clause: Clause, earlier: Sequence[Value]) -> Iterator[str]:
    """What the values before measure, the nearest first; each leans on fewer values than the one that leans on it."""
    earlier = earlier[-FARTHEST:]
    for k, (sentence, tokens) in enumerate(told(clause, earlier)):
        value = earlier[-1 - k]
        if named := measured_by(sentence, tokens, value, earlier[: -1 - k]):
            yield named


def told(clause: Clause, earlier: Sequence[Value]) -> Iterator[tuple[Clause, Sequence[Token]]]:
    """The sentences in which the last of some values stand, each with the tokens of the value, the nearest first."""
    for value in earlier[: -FARTHEST - 1 : -1]:
        tokens = tokens_of(clause, value)
        yield Clause.of_sentence(tokens[0].sent, clause.paragraph), tokens


def order(says: Says) -> str:
    """Belarus among countries of origin in Lithuanian imports; Vilnius among those to sign."""
    among = says.after("among", "amongst")
    if among is not None:
        return joined(says.subject(says.verb), "among", says.noun(child(among, "pobj")))
    if those := says.infinitive():
        return joined(says.subject(says.verb), "among those", those)
    noun = says.top if says.top.pos_ in NOMINAL else says.top.head
    if noun.pos_ in NOMINAL and noun.i > says.last.i:
        return joined(says.subject(says.verb), "among", says.noun(noun, plural=True))
    return says.subject(says.verb)


def share(says: Says) -> str:
    """Share of transit in Latvia's GDP; growth of containers; unemployment to the average."""
    if says.top.pos_ in VERBAL and says.top == says.verb:
        return joined("fall in" if says.top.lemma_ in FALL else "growth of", says.changed())
    if whole := says.whole() or says.inside():
        as_role = says.top.dep_ in SUBJECT or (says.top.dep_ == "dobj" and says.verb.lemma_ not in SHARE)
        return joined("share of", whole, role(says)) if as_role else says.part_of(whole)
    if says.top.dep_ in SUBJECT:
        return joined("share", role(says))
    if change := says.compared() or says.change():
        return joined(change, says.changed())
    if says.top.head.dep_ in {"attr", "dobj"} and says.top.head.i > says.last.i:
        return joined(says.located(), "to", says.noun(says.top.head))
    return says.located()


def things(says: Says) -> str:
    """Lithuanian companies registered in Belarus."""
    noun = says.top.head
    if noun.pos_ in NOMINAL and noun.i > says.top.i:
        return joined(says.noun(noun), role(says, noun))
    whole = says.whole()
    return joined(whole, role(says)) if whole or says.top.dep_ in SUBJECT else says.located()


def amount(says: Says) -> str:
    """Latvian exports to Belarus; freight transported by Latvian Railways; support package for the region."""
    if whole := says.whole():
        return says.part_of(whole) if says.verb.lemma_ in SHARE else joined(whole, role(says))
    doing = joined(says.subject(says.verb), says.verbs(says.verb))
    if whole := says.sum_in():
        return joined(whole, role(says) or doing)
    if holder := says.holder():
        named = says.noun(holder)
        return named if " " in named else joined(named, role(says, holder))
    if says.top.dep_ in SUBJECT:
        return joined("part of", says.partitive(), role(says)) if says.partitive() else role(says)
    if says.top.dep_ == "dobj" and says.verb.lemma_ not in LEVEL:
        return role(says) or doing
    if longer := says.comparative():
        return joined(says.located(), longer)
    return joined(says.change(), says.changed()) if says.change() else says.located()


def shortened(phrase: str) -> str:
    """The phrase, not too many words of it."""
    return " ".join(phrase.split()[:LONGEST])


BY_KIND = {"rank": order, "percent": share, "ratio": share, "count": things}
"""How a phrase is made for a kind of value; `amount` for the rest."""
