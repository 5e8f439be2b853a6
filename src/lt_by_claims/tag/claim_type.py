"""What sort of statement a clause makes: the first of the kinds that fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lt_by_claims.clause import Clause
from lt_by_claims.parse import Token
from lt_by_claims.tag.lexicon import frames, words
from lt_by_claims.tag.predicate import MAY, WILL, Predicate, is_to, takes_as
from lt_by_claims.tag.stance import is_denied

INTENTION, INTENDS_WITH = words("intention"), frames("intends_with")
INTENTION_ADJECTIVES, INTENTION_NOUNS = words("intention_adjectives"), words("intention_nouns")
ASPECTUAL, PROMISES = words("aspectual"), words("promises")
FORECAST, FORECAST_ADJECTIVES, FORESEES = words("forecast"), words("forecast_adjectives"), frames("foresees")
ASSESSMENT, JUDGES_WITH = words("assessment"), frames("judges_with")
JUDGING_SPEECH, JUDGING_PARTICIPLES = words("judging_speech"), words("judging_participles")
JUDGING_NOUNS, JUDGING_ADJECTIVES = words("judging_nouns"), words("judging_adjectives")
PLAIN_ADJECTIVES, CARRIES, COPULAS = words("plain_adjectives"), words("carries"), words("copulas")
STATIVE, HAPPENINGS = words("stative"), words("happenings")
FRACTIONS, FEW, PARTS = words("fractions"), words("few"), words("parts")
KNOWN = frozenset({"the", "these", "those", "both", "all"})
POSSIBLE = frozenset({"could", "should", "must", "may", "might"})


def claim_type(clause: Clause, told: Sequence[Predicate], *, numbers: int, ahead: bool = False) -> str:
    """The kind of the statement; `ahead` says that its time lies after the publication."""
    if numbers and has_figure(clause):
        return "statistic"
    if promises(told):
        return "intention"
    ends = {told[0], told[-1]}
    kind = next((kind for kind, fits in KINDS if any(map(fits, ends))), "state")
    return "forecast" if ahead and kind != "intention" and not told[-1].is_past else kind


def promises(told: Sequence[Predicate]) -> bool:
    """Does someone say what they themselves will do?"""
    if len(told) < 2 or told[-2].lemma not in PROMISES or not told[-1].modals & WILL:
        return False
    speaker, doer = told[-2].first("nsubj"), told[-1].first("nsubj")
    return doer is not None and (doer.pos_ == "PRON" or (speaker is not None and doer.lemma_ == speaker.lemma_))


def has_figure(clause: Clause) -> bool:
    """Is a figure the point, and not only part of a name or of a known thing ("the two states")?"""
    figures = [t for t in clause.tokens if is_figure(t)]
    return not figures or not all(is_known(figure) for figure in figures)


def is_figure(token: Token) -> bool:
    """Is it a number, a fraction or a rank, and no date?"""
    return token.lower_ in FRACTIONS or (token.pos_ == "NUM" and token.ent_type_ not in {"DATE", "TIME"})


def is_known(figure: Token) -> bool:
    """Does the number belong to a thing already known, or is it a handful in words?"""
    if figure.dep_ != "nummod" or figure.lower_ in FRACTIONS:
        return False
    owners = [t for t in figure.head.children if t.dep_ == "poss" or (t.dep_ == "det" and t.lower_ in KNOWN)]
    return bool(owners) or (figure.lower_ in FEW and not any(t.dep_ == "prep" for t in figure.children))


def is_forecast(predicate: Predicate) -> bool:
    """It will, would, may or is to happen, or is likely."""
    if predicate.modals & WILL:
        return True
    if predicate.modals & MAY:
        return predicate.lemma != "be" and predicate.head.pos_ == "VERB"
    if predicate.lemma in FORESEES and meets(predicate, FORESEES):
        return FORESEES[predicate.lemma] != {"out"} or is_denied(predicate)
    return is_to_come(predicate)


def is_to_come(predicate: Predicate) -> bool:
    """It is to, is going to, is expected to or is due to happen."""
    if predicate.lemma == "be" and predicate.complement is None:
        return is_to_do(predicate) and not predicate.is_past
    if predicate.lemma == "go" and predicate.is_progressive:
        return is_to_do(predicate)
    if predicate.lemma in FORECAST and predicate.is_passive and not predicate.is_past:
        return is_to_do(predicate) or bool(predicate.follows & {"for", "in", "on"})
    complement = predicate.complement
    if complement is None or complement.lower_ not in FORECAST_ADJECTIVES:
        return False
    said = {"ccomp"} & (predicate.follows | predicate.of(complement).follows)
    return predicate.lemma not in COPULAS or bool(said) or any(map(is_to, complement.children))


def is_to_do(predicate: Predicate) -> bool:
    """Does a to-infinitive complete it?"""
    return any(map(is_to, predicate.having("xcomp")))


def is_intention(predicate: Predicate) -> bool:
    """It is what someone wants, plans, asks or promises, or was to do."""
    if predicate.modals & POSSIBLE:
        return False
    if predicate.lemma in INTENTION and meets(predicate, INTENDS_WITH):
        return True
    if predicate.lemma in ASPECTUAL:
        return any(is_intention(predicate.of(verb)) for verb in predicate.having("xcomp"))
    if predicate.lemma == "be" and predicate.is_past and predicate.complement is None:
        return is_to_do(predicate)
    return is_aim(predicate)


def is_aim(predicate: Predicate) -> bool:
    """The aim is to …; they are ready to …"""
    complement = predicate.complement
    if complement is None:
        return False
    nouns = {complement.lemma_.lower(), *(noun.lemma_.lower() for noun in predicate.having("nsubj", "nsubjpass"))}
    if nouns & INTENTION_NOUNS:
        return any(map(is_to, (*predicate.head.children, *complement.children)))
    return complement.lower_ in INTENTION_ADJECTIVES


def meets(predicate: Predicate, frame: Mapping[str, frozenset[str]]) -> bool:
    """Does what completes the verb make it count?"""
    wanted = frame.get(predicate.lemma)
    return wanted is None or bool(wanted & predicate.follows)


def is_assessment(predicate: Predicate) -> bool:
    """It judges, explains or characterises."""
    if predicate.lemma in ASSESSMENT and meets(predicate, JUDGES_WITH):
        return True
    if predicate.modals & POSSIBLE or takes_as(predicate) or judges_thing(predicate):
        return True
    if predicate.head.lower_ in JUDGING_PARTICIPLES and predicate.head.tag_ in {"VBN", "JJ"}:
        return True
    if predicate.lemma not in COPULAS and predicate.head.pos_ in {"VERB", "AUX"}:
        return compares(predicate)
    complement = predicate.complement
    return complement is not None and judges(meant(complement))


def judges_thing(predicate: Predicate) -> bool:
    """It utters a judgement of its object, or says that something carries a risk, or has an alternative."""
    if predicate.lemma in JUDGING_SPEECH:
        return bool(predicate.follows & {"dobj", "ccomp", "passive"})
    return predicate.lemma in CARRIES and any(noun.lemma_.lower() in JUDGING_NOUNS for noun in predicate.having("dobj"))


def compares(predicate: Predicate) -> bool:
    """Is it more, or faster, than something?"""
    return any(t.tag_ == "RBR" and any(c.lower_ == "than" for c in t.subtree) for t in predicate.having("advmod"))


def meant(complement: Token) -> Token:
    """The noun that a complement speaks of: "one of the advocates" is of advocates."""
    if complement.lower_ not in PARTS:
        return complement
    return next((noun for of in complement.children if of.lower_ == "of" for noun in of.children), complement)


def judges(complement: Token) -> bool:
    """Does the complement of a copula judge its subject?"""
    if complement.pos_ == "ADJ":
        return complement.lower_ not in PLAIN_ADJECTIVES and complement.ent_type_ != "NORP"
    if complement.pos_ == "NOUN":
        adjectives = {t.lower_ for t in complement.children if t.dep_ == "amod"}
        return complement.lemma_.lower() in JUDGING_NOUNS or bool(adjectives & JUDGING_ADJECTIVES)
    return False


def is_event(predicate: Predicate) -> bool:
    """It was done, or is happening."""
    if predicate.head.pos_ not in {"VERB", "AUX"}:
        return False
    if predicate.is_progressive:
        return True
    if predicate.lemma in STATIVE:
        return predicate.is_past and (is_first_to(predicate) or has_happening(predicate))
    return predicate.is_past or predicate.is_perfect or predicate.head.tag_ == "VBG"


def is_first_to(predicate: Predicate) -> bool:
    """It was the first, or among the first, to do something."""
    complement = predicate.complement
    within = [] if complement is None else list(complement.subtree)
    done = (*within, *predicate.having("advcl", "xcomp"))
    return any(t.lower_ in {"first", "last", "only"} for t in within) and any(map(is_to, done))


def has_happening(predicate: Predicate) -> bool:
    """It had talks, a meeting."""
    return any(noun.lemma_.lower() in HAPPENINGS for noun in predicate.having("dobj"))


KINDS: tuple[tuple[str, Callable[[Predicate], bool]], ...] = (
    ("forecast", is_forecast),
    ("intention", is_intention),
    ("assessment", is_assessment),
    ("event", is_event),
)
"""In the order of the guidelines, after `statistic` and before `state`."""
