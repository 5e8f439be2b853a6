"""What the verb of a clause says of a noun in it, in the clause's words: "registered in Norway", "sold by the firm"."""

from __future__ import annotations

from collections.abc import Iterator

from lt_by_claims.clause import Word
from lt_by_claims.grammar import NOMINAL, SUBJECT, VERBAL, auxiliaries, child
from lt_by_claims.inflection import participle
from lt_by_claims.measure.lexicon import words
from lt_by_claims.measure.says import Says, has_value, joined
from lt_by_claims.parse import Token

HAVING = words("phrases", "having")
PRONOUNS = words("phrases", "pronouns")
WHERE_TO = frozenset({"from", "to", "into", "onto", "out"})
"""Prepositions of what a verb does with its object: "moved from Riga to Minsk"."""


def role(says: Says, noun: Token | None = None) -> str:
    """What the verb says of the noun, or of the value itself: as its subject or as its object."""
    noun = noun or says.top
    while noun.dep_ == "conj" and noun.head.pos_ in NOMINAL:
        noun = noun.head
    verb = noun.head
    if verb not in says.clause.tokens or verb.pos_ not in VERBAL:
        return ""
    if noun.dep_ in SUBJECT:
        return predicate(says, verb)
    return done(says, verb) if noun.dep_ == "dobj" else ""


def predicate(says: Says, verb: Token) -> str:
    """What is said of a subject: "registered in Belarus", "considering a move", "that report a loss", "to come"."""
    after = [word for word in says.clause.words if word.token is not None and word.token.i > verb.i]
    after = after[: next((k for k, word in enumerate(after) if word.text == ","), len(after))]
    if child(verb, "attr") is not None or any(has_value(word) for word in after):
        return ""
    if child(verb, "auxpass") is not None or (verb.tag_ == "VBG" and auxiliaries(verb)):
        return says.text([Word(verb.text, verb), *after])
    if verb.lemma_ == "be":
        return joined("to" if after and after[0].text == "to" else "", says.text(after))
    own = {*auxiliaries(verb), verb}
    return joined("that", says.text(word for word in says.clause.words if word.token in own or word in after))


def done(says: Says, verb: Token) -> str:
    """What is said of an object: "transported by the railway", "the firm will sell", "to be moved to Riga"."""
    subject = says.subject(verb)
    named = subject.lower() not in {"", *PRONOUNS}
    if verb.lemma_ in HAVING:
        return f"of {subject}" if named else ""
    tags = {token.tag_ for token in says.auxiliaries(verb)}
    lasts = verb.tag_ == "VBG" and tags
    is_said_plainly = tags.isdisjoint({"MD", "TO"}) and not lasts and child(verb, "neg", "prt") is None
    if named and not is_said_plainly and "TO" not in tags:
        return joined(subject, says.verbs(verb))
    rest = says.text(word for part in where_to(says, verb) for word in part)
    passive = joined("" if is_said_plainly else "to be", participle(verb.lemma_), rest)
    return joined(passive, "by", subject) if named else passive


def where_to(says: Says, verb: Token) -> Iterator[tuple[Word, ...]]:
    """Whence and whither the verb takes its object."""
    for token in verb.rights:
        if token.dep_ == "prep" and token.lower_ in WHERE_TO and token.i > says.last.i:
            yield says.clause.within(token.subtree)
