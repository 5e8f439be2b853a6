"""Small questions about a word in a dependency parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lt_by_claims.clause import MARKS, Clause, Word
from lt_by_claims.parse import Token

SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
COMMENT = ("relcl", "appos", "punct", "acl", "conj", "cc", "parataxis")
VERBAL = ("VERB", "AUX")
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
NOMINAL = ("NOUN", "PROPN", "PRON")
SETS_OFF = MARKS - {"(", ")", ";"}


def child(token: Token, *relations: str) -> Token | None:
    """The first child in one of these relations, if there is one."""
    for t in token.children:
        if t.dep_ in relations:
            return t
    return None


def children(token: Token, *relations: str) -> list[Token]:
    """The children in one of these relations, in order."""
    return [t for t in token.children if t.dep_ in relations]


def before(token: Token) -> Token | None:
    """The token just before what hangs on this one."""
    start = token.left_edge.i
    return token.doc.tokens[start - 1] if start > 0 else None


def after(token: Token) -> Token | None:
    """The token just after what hangs on this one."""
    end, tokens = token.right_edge.i, token.doc.tokens
    return tokens[end + 1] if end + 1 < len(tokens) else None


def after_mark(token: Token) -> bool:
    """Does what hangs on the token begin right after a comma or a dash?"""
    mark = before(token)
    return mark is not None and mark.text in SETS_OFF


def in_brackets(token: Token) -> bool:
    """Does what hangs on the token begin right after a bracket?"""
    mark = before(token)
    return mark is not None and mark.text in {"(", "["}


def opens_sentence(token: Token) -> bool:
    """Does what hangs on the token begin a sentence, or what follows a colon, with a comma after it?"""
    previous, mark = before(token), after(token)
    begins = token.left_edge.is_sent_start is True or (previous is not None and previous.text in {":", ";"})
    return begins and mark is not None and mark.text == ","


def noun_phrase(noun: Token) -> list[Token]:
    """The noun with what narrows it, without what only comments on it."""
    comments = {t for c in noun.children if is_comment(noun, c) for t in c.subtree}
    return [t for t in noun.subtree if t not in comments]


def coordination(noun: Token) -> list[Token]:
    """All the nouns that one is coordinated with, each with what narrows it, and the words that join them."""
    members = sorted([noun, *noun.conjuncts], key=lambda t: t.i)
    phrases = {t for member in members for t in noun_phrase(member)}
    gaps = noun.doc[members[0].i + 1 : members[-1].i]
    return sorted({*phrases, *(t for t in gaps if t.dep_ == "cc" or t.text == ",")}, key=lambda t: t.i)


def is_comment(noun: Token, modifier: Token) -> bool:
    """Does the modifier comment on the noun instead of narrowing it?"""
    if modifier.i > noun.i and in_brackets(modifier):
        return True
    if modifier.dep_ in {"acl", "relcl"} or (modifier.dep_ == "appos" and modifier.pos_ in {"PROPN", "NUM"}):
        return after_mark(modifier)
    return modifier.dep_ in COMMENT or (modifier.dep_ == "prep" and modifier.i > noun.i and after_mark(modifier))


def topmost(noun: Token, *, plural: bool | None = None) -> Token:
    """The highest noun that this one belongs to through prepositions, up to the first of the number asked for."""
    while plural is None or is_plural(noun) != plural:
        above = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else noun
        if above.pos_ not in {"NOUN", "PROPN"} or above == noun:
            break
        noun = above
    return noun


def is_plural(noun: Token) -> bool:
    """Does the noun phrase take a plural verb?"""
    if any(t.lower_ == "and" for t in children(noun, "cc")) and noun.conjuncts:
        return True
    if any(t.dep_ == "nummod" and t.lower_ not in {"one", "1"} for t in noun.children):
        return noun.pos_ == "PROPN" or noun.tag_ == "NNS"
    return noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in {"they", "these", "those", "we", "you", "people"}


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, or that of the verb that it is coordinated with or complements."""
    seen = verb
    for _ in range(10):
        if found := child(seen, *SUBJECT):
            return found
        if seen.dep_ not in {"conj", "xcomp", "advcl"} or seen.head.pos_ not in VERBAL:
            return None
        seen = seen.head
    return None


def subject(clause: Clause) -> tuple[Word, ...]:
    """The words of a clause's subject, whether its root has one or it was brought along; marks around it left out."""
    token = subject_of(clause.root)
    if token is not None and token in clause.tokens:
        return clause.within(noun_phrase(token))
    return clause.subject


def subject_head(clause: Clause) -> Token | None:
    """The noun that the subject hangs on."""
    words = subject(clause)
    tokens = [word.token for word in words if word.token is not None]
    inside = set(tokens)
    return next((t for t in tokens if t.head not in inside or t.head == t), None)


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, in order."""
    return children(verb, "aux", "auxpass")


def has_subject(verb: Token) -> bool:
    """Has the verb a subject of its own?"""
    return child(verb, *SUBJECT) is not None


def is_finite(verb: Token) -> bool:
    """Is the verb, or an auxiliary of it, in a finite form?"""
    return verb.tag_ in FINITE or any(t.tag_ in FINITE for t in auxiliaries(verb))


def is_clause(verb: Token) -> bool:
    """Is it a verb with a subject and a finite form?"""
    return verb.pos_ in VERBAL and has_subject(verb) and is_finite(verb)


def is_infinitive(verb: Token) -> bool:
    """Is it a verb with "to"?"""
    return any(t.tag_ == "TO" for t in auxiliaries(verb))


def tense(verb: Token) -> str:
    """The time that a clause speaks of, `past` or `present`."""
    for t in (*auxiliaries(verb), verb):
        if t.tag_ in FINITE:
            return "past" if t.tag_ == "VBD" and t.lemma_ != "would" else "present"
    return tense(verb.head) if verb.head != verb and verb.head.pos_ in VERBAL else "present"


def governor(token: Token) -> Token | None:
    """The nearest verb above a token."""
    return next((t for t in token.ancestors if t.pos_ in VERBAL), None)


def subtrees(tokens: Iterable[Token]) -> Iterator[Token]:
    """All that hangs on these tokens."""
    for token in tokens:
        yield from token.subtree
