"""What a pronoun stands for: the mention that agrees and stands out."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from operator import attrgetter

from lt_by_claims.grammar import FINITE, SUBJECT, child, children, governor, subject_of
from lt_by_claims.parse import Token
from lt_by_claims.standalone.mentions import POINTING, Mention
from lt_by_claims.words import word_list

IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "themselves"})
PERSON = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
PRONOUNS = IT | THEY | PERSON
ACTING = frozenset({"state", "body", "place"})
POSSESSIVE = frozenset({"its", "their", "his", "her"})

MARGIN = {False: 1, True: 2}
"""How far a mention must stand out above the next, for a pronoun that is no object and for one that is."""

WINDOW = 2
"""Sentences, its own included, in which a pronoun finds its name."""

TOPIC_WINDOW = 4
"""Sentences back to the state or body that the text is about."""

LONGEST = 9
"""Words of the longest noun phrase that is put for a pronoun."""


def of_pronoun(token: Token, sentence: int, mentions: Sequence[Mention]) -> Mention | None:
    """What a pronoun stands for: the mention that agrees and stands out, or nothing where two come equally near."""
    if is_blamed(token):
        return blamed(token, mentions)
    if is_bound_to_open(token) or is_told_by_some(token) or is_of_own_clause(token):
        return None
    scored: dict[str, tuple[float, Mention]] = {}
    for mention in mentions[bisect(mentions, sentence - WINDOW, key=attrgetter("sentence")) :]:
        if mention.token.pos_ != "ADJ" and agrees(token, mention) and not same_clause(token, mention):
            points = salience(token, mention, sentence)
            if mention.name not in scored or points >= scored[mention.name][0]:
                scored[mention.name] = (points, mention)
    best = sorted(scored.values(), key=lambda pair: pair[0], reverse=True)
    if token.lower_ in PERSON and (not best or is_in_passing(best[0][1])):
        return of_one_person(sentence, mentions)
    first = first_subject(token)
    if not best and is_agent(token):
        return topic(sentence, mentions) if first is None else None
    if not best or len(best[0][1].name.split()) > LONGEST:
        return None
    ahead = best[0][0] - best[1][0] if len(best) > 1 else MARGIN[is_object(token)]
    enough = best[0][0] >= MARGIN[is_object(token)] or not is_object(token)
    clear = (
        enough
        and not has_rival(token, best[0][1], [m for _, m in best[1:]])
        and ahead >= MARGIN[is_object(token)]
        and not points_back(best[0][1])
    )
    clear = clear and (first is None or first == best[0][1].token)
    return thing_or_actor(token, sentence, best[0][1], [m for _, m in scored.values()]) if clear else None


def is_in_passing(mention: Mention) -> bool:
    """Is the mention part of another phrase ("a film by Tom Reed"), so that the text may be about somebody else?"""
    by = mention.token.head
    acts = mention.subject or mention.owner or (by.dep_ == "agent" and child(by.head, "auxpass") is not None)
    explains = mention.token.dep_ == "appos" and mention.token.head.dep_ in SUBJECT
    return not acts and not explains and mention.token.dep_ in {"pobj", "conj", "appos"}


def of_one_person(sentence: int, mentions: Sequence[Mention]) -> Mention | None:
    """The one person whom the last sentences name and let act, or the one office that acts here or right before."""
    near = [m for m in mentions if sentence - m.sentence <= TOPIC_WINDOW and not m.plural]
    offices = [m for m in near if m.kind == "office" and sentence - m.sentence < WINDOW and not is_held(m)]
    found = [m for m in near if m.kind == "person"] + [m for m in offices if m.subject or len(offices) > 1]
    one = len({m.name for m in found}) == 1 and any(m.token.dep_ != "dobj" and not is_in_passing(m) for m in found)
    return found[-1] if one and len(found[-1].name.split()) <= LONGEST else None


def is_held(office: Mention) -> bool:
    """Is it said who holds the office ("the minister, Ana Ruiz")?"""
    token = office.token
    return any(t.ent_type_ == "PERSON" for t in (*children(token, "appos"), token.head) if t != token)


def has_rival(token: Token, best: Mention, others: Sequence[Mention]) -> bool:
    """Has the sentence before two plural subjects that "they" may stand for, or two persons who do with each other?"""
    alike = (m for m in others if m.subject and m.sentence == best.sentence and m.token.doc is best.token.doc)
    if token.lower_ in PERSON and best.subject:
        return any(m.token.head == best.token.head and m.token.dep_ in {"dobj", "dative"} for m in others)
    return token.lower_ == "they" and best.subject and token.sent is not best.token.sent and any(alike)


def is_acting(mention: Mention) -> bool:
    """Is it a state, a body or a place, or a name that the parser takes for nothing?"""
    return mention.kind in ACTING or mention.token.pos_ == "PROPN"


def points_back(mention: Mention) -> bool:
    """Does the mention itself point to something said before ("this measure", "their plan"), and so names nothing?"""
    return mention.name.split()[0].lower() in POINTING | POSSESSIVE


def thing_or_actor(token: Token, sentence: int, best: Mention, near: Sequence[Mention]) -> Mention | None:
    """Whom or what "it" stands for after "the firm built a plant": by its verb, or nothing where that fits both."""
    if token.lower_ != "it" or token.dep_ not in SUBJECT or is_agent(token) or not is_acting(best):
        return best
    verb = governor(best.token)
    objects = [m for m in near if m.token.dep_ == "dobj" and m.token.head == verb and m.kind == "thing"]
    if best.sentence == sentence or len(objects) != 1 or points_back(objects[0]):
        return None if token.dep_ == "nsubjpass" and best.sentence < sentence else best
    if not best.subject or token.dep_ == "nsubjpass" or token.head.lemma_ in word_list("thing_verbs"):
        return objects[0]
    new = any(t.lower_ in {"a", "an"} for t in objects[0].token.lefts)
    acts = token.head.lemma_ not in {"be", "have", "need"} and child(token.head, "dobj") is not None
    return best if acts or not (new or child(token.head, "acomp")) else None


def is_blamed(token: Token) -> bool:
    """Is it the subject of a reason to praise or blame, which may be that of the praised as well?"""
    verb = token.head
    return token.dep_ in SUBJECT and verb.dep_ == "advcl" and verb.head.lemma_ in word_list("blaming")


def blamed(token: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The state or body that a thing praises or blames ("the report criticises Serbia because it …")."""
    verb = token.head.head
    subject = next((m for m in mentions if m.subject and m.token.head == verb), None)
    found = next((m for m in mentions if m.token.head == verb and m.token.dep_ == "dobj"), None)
    by_thing = subject is not None and subject.kind == "thing" and subject.token.pos_ != "PROPN"
    return found if by_thing and found is not None and is_acting(found) and not found.plural else None


def is_bound_to_open(token: Token) -> bool:
    """Is it "its" beside an "it" that is the subject of a reason to blame? Both stand for the same."""
    verb = governor(token) if token.lower_ in POSSESSIVE else None
    subject = subject_of(verb) if verb is not None else None
    return subject is not None and subject.lower_ in PRONOUNS and is_blamed(subject)


def is_of_own_clause(token: Token) -> bool:
    """Does a possessive stand for the subject of its own clause: "their own", "61 lost their data", one not seen?"""
    verb = governor(token) if token.lower_ in POSSESSIVE else None
    if verb is None:
        return is_of_opening_whole(token)
    subject = subject_of(verb)
    if subject is None:
        return verb.tag_ in FINITE and verb.dep_ == "conj"  # the parser has missed the subject
    is_own = token.i + 1 < len(token.doc) and token.nbor().lower_ == "own"
    return token not in subject.subtree and (is_own or subject.pos_ in {"NUM", "DET"})


def is_of_opening_whole(token: Token) -> bool:
    """Is it "them" after a number, in a sentence that opens with the whole ("Of the 30 towns, 12 …, and 5 of them")?"""
    after_number = token.lower_ == "them" and token.dep_ == "pobj" and token.head.head.pos_ == "NUM"
    return after_number and token.sent[0].lower_ == "of"


def first_subject(token: Token) -> Token | None:
    """The one thing that is the subject of the clause before "it" ("Although the audit found nothing, it …")."""
    if token.lower_ != "it" or token.dep_ not in SUBJECT:
        return None
    before = (t for t in token.head.lefts if t.dep_ == "advcl" and t.i < token.i)
    subject = next(filter(None, (child(clause, *SUBJECT) for clause in before)), None)
    return subject if subject is not None and subject.tag_ in {"NN", "NNP"} else None


def owner_near(token: Token) -> Token | None:
    """The name that a possessive beside it stands for: "Ghana and its ports", "Unlike its neighbour, Ghana …"."""
    noun, verb = token.head, governor(token)
    first = noun.head if noun.dep_ == "conj" and child(noun.head, "cc") is not None else None
    subject = child(verb, *SUBJECT) if verb is not None else None
    opens = subject is not None and subject.i > token.i and token not in subject.subtree and not subject.conjuncts
    near = first if first is not None else subject if opens else None
    if near is None or near.pos_ != "PROPN" or token.lower_ == "their":
        return None
    return near if (near.ent_type_ == "PERSON") == (token.lower_ in PERSON) else None


def is_told_by_some(token: Token) -> bool:
    """Is it the subject of what a number or some of many say ("of 30, 12 said that they …")?"""
    verb = token.head
    teller = child(verb.head, *SUBJECT) if verb.dep_ == "ccomp" and token.dep_ in SUBJECT else None
    return teller is not None and teller.pos_ in {"NUM", "ADJ", "DET", "PRON"} and token.lower_ in THEY


def is_object(token: Token) -> bool:
    """Is the pronoun an object: of a verb, or of a preposition?"""
    return token.lower_ not in POSSESSIVE and token.dep_ not in SUBJECT


def is_pleonastic(token: Token) -> bool:
    """Is it the "it" of "it is likely that" and "it was said that", or of "it comes after", for all that was said?"""
    if token.lower_ != "it" or token.dep_ not in SUBJECT:
        return False
    if token.head.lemma_ == "come" and any(
        t.lower_ in {"after", "as", "amid", "days", "weeks"} for t in token.head.subtree
    ):
        return True
    later = (t for t in token.head.rights if t.dep_ in {"ccomp", "advcl", "relcl"})
    points_on = token.head.lemma_ == "be" or token.dep_ == "nsubjpass"
    if points_on and any(t.lower_ == "that" for verb in later for t in children(verb, "mark")):
        return True
    complements = children(token.head, "acomp", "attr")
    near = (t for word in (token.head, *complements) for t in word.children if t.i > token.head.i)
    return bool(complements) and any(t.dep_ in {"ccomp", "xcomp", "advcl", "csubj"} for t in near)


def agrees(token: Token, mention: Mention) -> bool:
    """Can the pronoun stand for the mention?"""
    if token.lower_ in PERSON:
        return mention.kind == "person" and not any(t.lower_ in PERSON for t in children(mention.token, "poss"))
    if token.lower_ in THEY:
        return mention.plural or mention.kind == "people"
    if mention.plural or mention.kind in {"person", "office"} or is_member(mention.token):
        return False
    if is_amount(token) or (is_object(token) and token.dep_ == "dobj"):
        return mention.kind == "thing"
    return not is_agent(token) or (mention.kind != "thing" and is_fit_agent(token, mention))


def is_member(noun: Token) -> bool:
    """Is it a later one of several nouns joined by "and"?"""
    return noun.dep_ == "conj" and any(t.lower_ == "and" for t in children(noun.head, "cc"))


def is_agent(token: Token) -> bool:
    """Does the verb of the subject say what only a person, a state or a body does, or what is done only to one?"""
    if token.dep_ == "nsubjpass":
        return token.head.lemma_ in word_list("done_to_actors")
    if token.dep_ != "nsubj":
        return False
    return token.head.lemma_ in word_list("agentive_verbs") or is_role(token.head)


def is_role(verb: Token) -> bool:
    """Does the verb say that its subject is a partner, a member, an ally: something that only an actor is?"""
    attributes = children(verb, "attr")
    nouns = [*attributes, *(t for a in attributes if a.lower_ == "one" for t in a.subtree if t.dep_ == "pobj")]
    return any(t.lemma_ in word_list("roles") or t.lemma_ in word_list("bodies") for t in nouns)


def is_fit_agent(token: Token, mention: Mention) -> bool:
    """Stands the mention high enough to act in the next main clause: no subject of a subordinate clause does."""
    if token.head.dep_ != "ROOT" or is_role(token.head):
        return True
    return not mention.subject or mention.token.head.dep_ in {"ROOT", "conj", "ccomp"}


def is_amount(token: Token) -> bool:
    """Is the word said to be a figure ("it was €5 million")?"""
    attribute = next(iter(children(token.head, "attr")), None)
    return (
        token.dep_ in SUBJECT
        and attribute is not None
        and any(t.like_num for t in attribute.subtree if t.i <= attribute.i)
    )


def topic(sentence: int, mentions: Sequence[Mention]) -> Mention | None:
    """The state or body that the text has been about: the subject of the last main clause that has one."""
    for mention in reversed(mentions):
        if sentence - mention.sentence > TOPIC_WINDOW:
            return None
        acts = mention.kind in {"state", "body"} and not mention.plural
        if acts and mention.subject and mention.token.head.dep_ == "ROOT":
            return mention
    return None


def same_clause(token: Token, mention: Mention) -> bool:
    """Is the mention the subject of the verb that the pronoun is an object of? Then it would be called "itself"."""
    if token.lower_ in POSSESSIVE or token.dep_ in SUBJECT:
        return False
    return mention.subject and governor(mention.token) == governor(token)


def is_bound(token: Token, mention: Mention) -> bool:
    """Is the mention the subject of the verb that the possessive stands with ("Russia will raise its output")?"""
    verb = governor(token)
    return token.lower_ in POSSESSIVE and verb is not None and subject_of(verb) == mention.token


def is_parallel(token: Token, mention: Mention) -> bool:
    """Are both subjects, of the main clause and of one that depends on it ("Although Latvia gains, it …")?"""
    verb = mention.token.head
    return token.dep_ in SUBJECT and mention.subject and verb.head == token.head and verb.dep_ == "advcl"


def salience(token: Token, mention: Mention, sentence: int) -> float:
    """How much a mention stands out: subjects and owners first, names before things, the nearest first."""
    points = 3.0 * (is_amount(token) and mention.sentence == sentence)
    points += 4.0 * mention.subject + 3.0 * mention.owner - 3.0 * (sentence - mention.sentence)
    points += 1.5 * (mention.kind in {"state", "body", "person"})
    points += 5.0 * (is_object(token) and mention.token.dep_ == "dobj")
    points += 5.0 * is_bound(token, mention) + 2.0 * is_parallel(token, mention)
    if mention.subject and mention.token.head.dep_ in {"ROOT", "conj"}:
        points += 1
    if mention.token.pos_ == "ADJ":
        points -= 2
    if mention.sentence == sentence and mention.token.i > token.i:
        points -= 20
    return points
