"""What two coordinated words share, and the clause with one of them alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lt_by_claims.clause import MARKS, Clause, Word
from lt_by_claims.grammar import (
    SUBJECT,
    VERBAL,
    after,
    auxiliaries,
    before,
    child,
    children,
    has_subject,
    opens_sentence,
    subtrees,
)
from lt_by_claims.inflection import BE, finite
from lt_by_claims.parse import Token
from lt_by_claims.words import word_list

PAIR = 2

BETWEEN = MARKS - {"("}
"""Marks that can stand between two coordinated words."""

CORRELATIVE = frozenset({"both", "either", "not only", "only", "also", "as well", "then", "even"})
"""Goes with a coordination, and has nothing to say without it."""


def keep_first(clause: Clause, other: Token) -> Clause:
    """The clause without the later of two coordinated words."""
    first = other.head
    gone = {*correlatives(first, other), *leads_to(first, other)}
    kept = clause.cut(other).without(gone)
    places = [place for place, word in enumerate(kept.words, start=1) if word.token == first]
    if places and (shared := shared_after(first, other)):
        at = places[0]
        words = (*kept.words[:at], *clause.within(shared), *kept.words[at:])
        return replace(kept, words=words)
    return kept


def keep_other(clause: Clause, other: Token) -> Clause:
    """The clause with the later of two coordinated words in the place of the first, and what they share."""
    first = other.head
    gone = {*private(first, other), *between(first, other), *correlatives(first, other), *pair_of_marks(first, other)}
    kept = clause.without(gone)
    if clause.root != first:
        return kept
    kept = replace(kept, root=other)
    return without_borrowed(kept) if has_subject(other) else kept


def without_borrowed(clause: Clause) -> Clause:
    """The clause without the subject that was brought along, now that it has one of its own."""
    brought = {word.token for word in clause.subject}
    words = tuple(word for word in clause.words if word.token is None or word.token not in brought)
    return replace(clause, words=words, subject=())


def private(first: Token, other: Token) -> Iterator[Token]:
    """The first of two coordinated words with all that it does not share with the other."""
    yield first
    led = leads_to(first, other)
    for modifier in first.children:
        if modifier.dep_ in {"conj", "cc"} and modifier.i >= other.left_edge.i - 2:
            continue
        if modifier == other or (modifier.i > other.i and modifier.dep_ != "punct") or modifier in led:
            continue  # what follows both belongs to both, what leads to the other to that alone
        if modifier.dep_ == "conj" or not shares(first, other, modifier):
            yield from marks_around(first, modifier)
            yield from (
                t for t in modifier.subtree if t != other and other not in t.ancestors and t not in first.ancestors
            )


def marks_around(first: Token, modifier: Token) -> list[Token]:
    """The two commas around an adverb before a verb ("The union, however, left …")."""
    if modifier.dep_ not in {"advmod", "prep"} or first.pos_ not in VERBAL or modifier.i > first.i:
        return []
    around = [t for t in (before(modifier), after(modifier)) if t is not None and t.text == ","]
    return around if len(around) == PAIR else []


def leads_to(first: Token, other: Token) -> set[Token]:
    """What stands between the conjunction and the later verb, whatever it hangs on: "and, with Estonia, demanded"."""
    joiner = next((t for t in first.children if t.dep_ == "cc" and first.i < t.i < other.i), None)
    if joiner is None or first.pos_ not in VERBAL:
        return set()
    led = [t for t in first.rights if joiner.i < t.i < other.i and t.dep_ in {"prep", "advmod", "npadvmod", "punct"}]
    return set(subtrees(led))


def pair_of_marks(first: Token, other: Token) -> set[Token]:
    """The comma after a second verb that pairs with the one before it: "introduced, and later extended, sanctions"."""
    added = any(t.lower_ == "as" for t in children(first, "cc"))
    if other.right_edge.i + 1 >= len(first.doc) or not (first.pos_ in VERBAL or added):
        return set()
    following = other.right_edge.nbor(1) if added else other.nbor(1)
    opened = any(t.text == "," for t in first.doc[first.i + 1 : other.i])
    return {following} if opened and following.text == "," else set()


def shares(first: Token, other: Token, modifier: Token) -> bool:
    """Does what stands before the first of two coordinated words go for the other too?"""
    if modifier.i > first.i:
        return False
    return shares_as_verb(first, other, modifier) if first.pos_ in VERBAL else shares_as_noun(other, modifier)


def shares_as_verb(first: Token, other: Token, modifier: Token) -> bool:
    """Two verbs share a subject, what opens the sentence, and auxiliaries that fit the other's form."""
    own = has_subject(other)
    if modifier.dep_ in SUBJECT:
        return not own
    if modifier.dep_ == "neg" and child(other, "neg") is not None:
        return False
    if modifier.dep_ in {"aux", "auxpass", "neg"}:
        return not own and not auxiliaries(other) and (other.tag_ == first.tag_ or is_neither_of(first, modifier))
    if is_whole_of_both(first, other, modifier):
        return True
    if modifier.dep_ in {"mark", "preconj"}:
        return child(other, "mark") is None and (modifier.lower_ != "that" or other.left_edge.lower_ != "that")
    if modifier.dep_ == "advmod" and opens_sentence(modifier):
        return modifier.lower_ in word_list("time_adverbs") and not is_dated(other)
    if modifier.dep_ in {"prep", "npadvmod", "advcl"} and opens_sentence(modifier):
        at_once = is_future(first) == is_future(other)
        return at_once and not is_dated(other) if is_time(modifier) else not opens_like(other, modifier)
    return modifier.dep_ == "punct"


def is_neither_of(first: Token, helper: Token) -> bool:
    """Does the auxiliary stand before "neither", so that it goes for both verbs: "has neither confirmed nor denied"?"""
    return helper.dep_ != "neg" and any(t.lower_ == "neither" for t in first.doc[helper.i + 1 : first.i])


def is_whole_of_both(first: Token, other: Token, modifier: Token) -> bool:
    """Does the first clause open with what the numbers of both are of: "of the 61 clinics, 14 … and nine …"?"""
    subjects = [child(verb, *SUBJECT) for verb in (first, other)]
    counted = all(subject is not None and subject.pos_ == "NUM" for subject in subjects)
    mark = after(modifier)
    return modifier.lower_ == "of" and counted and mark is not None and mark.text == ","


def is_future(verb: Token) -> bool:
    """Does the verb speak of what is to come?"""
    return any(t.lower_ in {"will", "'ll", "’ll"} for t in auxiliaries(verb))


def opens_like(other: Token, modifier: Token) -> bool:
    """Has the other verb something of its own in the place that opens a sentence?"""
    limit = next((t.i for t in other.children if t.dep_ in SUBJECT), other.i)
    return any(t.dep_ == modifier.dep_ and t.i < limit for t in other.children)


def is_time(modifier: Token) -> bool:
    """Does the phrase name a date?"""
    return any(t.ent_type_ == "DATE" for t in modifier.subtree) and len(list(modifier.subtree)) <= 5


def shares_as_noun(other: Token, modifier: Token) -> bool:
    """Two nouns share an article or owner where the other has none, and adjectives where it is bare."""
    own = [t.dep_ for t in other.lefts]
    if modifier.lower_ in {"a", "an"} and other.tag_ in {"NNS", "NNPS"}:
        return False
    if modifier.dep_ in {"det", "poss", "predet"}:
        return not {"det", "poss", "nummod", "amod"} & set(own) and other.pos_ != "PROPN"
    if modifier.dep_ in {"amod", "compound", "nmod"}:
        return not own and other.pos_ == "NOUN" and modifier.head.dep_ != "conj"
    return False


def shared_after(first: Token, other: Token) -> list[Token]:
    """What follows the later word and goes for the first too: the object of both verbs, the "of" of both nouns."""
    relations = ("dobj", "oprd", "ccomp") if first.pos_ in VERBAL else ("prep",)
    if any(
        t.i > first.i and t.dep_ in {*relations, "ccomp", "xcomp", "prep", "acomp", "attr", "prt"}
        for t in first.children
    ):
        return []
    if first.pos_ == "PROPN" or (first.pos_ not in VERBAL and has_determiner(first) != has_determiner(other)):
        return []
    if first.pos_ in VERBAL and (has_subject(other) or other.i - first.i > 4 or not takes_object(first)):
        return []
    last = other if first.pos_ not in VERBAL else last_verb(other)
    shared = [t for t in children(last, *relations) if t.i > last.i and (t.dep_ != "prep" or t.lower_ == "of")]
    return [t for t in subtrees(shared) if t.text not in MARKS or t.i > min(s.i for s in shared)]


def takes_object(verb: Token) -> bool:
    """Can the object of a later verb be that of this one too: does it take one, and does nothing follow but a mark?"""
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    closed = following.dep_ in {"cc", "punct"} or following.pos_ in VERBAL
    return closed and verb.lemma_ not in word_list("intransitive_verbs")


def is_dated(verb: Token) -> bool:
    """Has what hangs on the verb a date, outside brackets?"""
    return any(t.ent_type_ == "DATE" and not is_inside_brackets(t) for t in verb.subtree)


def is_inside_brackets(token: Token) -> bool:
    """Does the word stand between brackets?"""
    earlier = [t.text for t in token.doc[token.sent.start : token.i]]
    return earlier.count("(") > earlier.count(")")


def is_denied_too(other: Token) -> bool:
    """Is the later of two coordinated words joined by "nor"?"""
    joiners = [t for t in children(other.head, "cc") if t.i < other.i]
    return bool(joiners) and joiners[-1].lower_ == "nor"


def has_determiner(noun: Token) -> bool:
    """Has the noun an article, or an owner?"""
    return child(noun, "det", "poss") is not None


def last_verb(verb: Token) -> Token:
    """The last of several verbs with nothing between them: "debated, amended and passed the bill"."""
    later = child(verb, "conj")
    bare = not any(t.i > verb.i and t.dep_ in {"dobj", "prep", "ccomp", "xcomp", "prt"} for t in verb.children)
    return last_verb(later) if bare and later is not None and later.pos_ in VERBAL else verb


def between(first: Token, other: Token) -> set[Token]:
    """The conjunction and the marks between two coordinated words."""
    gap = first.doc[first.i + 1 : other.i]
    joiners = [t for t in gap if t.dep_ == "cc" and t.head in {first, other, *first.conjuncts}]
    inside = set(other.subtree)
    return {*subtrees(joiners), *(t for t in gap if t.text in BETWEEN and t not in inside)}


def correlatives(first: Token, other: Token) -> set[Token]:
    """The words such as "both", "not only … but also" that a coordination brings along."""
    near = [
        *first.children,
        *other.children,
        *(c for t in (first, other) for cc in children(t, "cc") for c in cc.subtree),
    ]
    near = [t for t in near if t.i < other.i or t.head != first]
    right_before = first.doc[max(first.i - 1, 0) : first.i]
    pairs = {t for t in (*first.lefts, *right_before) if t.lower_ == "both" and t.head != first.head} | {
        t
        for t in near
        if (t.dep_ == "preconj" and t.lower_ != "neither")
        or (t.lower_ in CORRELATIVE and t.dep_ in {"advmod", "preconj"} and t.head.dep_ in {"cc", "preconj"})
    }
    return {t for pair in pairs for t in pair.subtree}


def role(noun: Token) -> str:
    """The relation of a noun, or of the first of the list that it stands in."""
    for _ in range(50):
        if noun.dep_ != "conj":
            break
        noun = noun.head
    return noun.dep_


def opening_of(clause: Clause, verb: Token) -> tuple[Word, ...]:
    """What opens a clause and goes for all of it: "according to …", and a date where the verb has none of its own."""
    opening = next((t for t in children(clause.root, "prep") if t.i < clause.root.i and opens_sentence(t)), None)
    if opening is None or opening in verb.subtree:
        return ()
    dated = is_time(opening) and not is_dated(verb)
    if not dated and opening.lower_ != "according":
        return ()
    return clause.within([*opening.subtree, opening.right_edge.nbor(1)])


def agreeing(clause: Clause, verb: Token, *, plural: bool) -> Clause:
    """The clause with its finite verb in the number of a new subject."""
    for token in (*auxiliaries(verb), verb):
        if token.tag_ in {"VBZ", "VBP", "VBD"}:
            return with_form(clause, token, plural=plural)
    return clause


def with_form(clause: Clause, token: Token, *, plural: bool) -> Clause:
    """The clause with one finite form made singular or plural."""
    when = "past" if token.tag_ == "VBD" else "present"
    if when == "past" and token.lower_ not in BE.values():
        return clause
    if (token.tag_ == "VBP" and plural) or (token.tag_ == "VBZ" and not plural):
        return clause
    return clause.swap(token, Word(finite(token.lemma_, when, plural=plural), token))
