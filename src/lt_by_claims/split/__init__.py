"""Document → clauses: every sentence taken apart until no construction is left in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from lt_by_claims.clause import Clause
from lt_by_claims.document import Document, Paragraph
from lt_by_claims.grammar import FINITE, SUBJECT, VERBAL, is_finite
from lt_by_claims.parse import Doc, Span, Token
from lt_by_claims.rule import Rule, applicable
from lt_by_claims.split.doubtful import doubtful
from lt_by_claims.split.ellipsis import as_another_does, ellipsis, former_and_latter, second_year
from lt_by_claims.split.figures import (
    compared_figure,
    ends_of_a_change,
    figures_of_several_years,
    former_figure,
    is_year,
    respectively,
)
from lt_by_claims.split.finer import FINER
from lt_by_claims.split.lists import coordinated_objects, coordinated_predicates, coordinated_subjects, joined_phrases
from lt_by_claims.split.negation import denied_instead, neither_nor, nor_clause, not_only_clause
from lt_by_claims.split.nouns import age_of_a_person, apposition, judging_word, title
from lt_by_claims.split.parser import has_words, parse, verbs
from lt_by_claims.split.relatives import commenting_relative
from lt_by_claims.split.sentences import (
    between_dashes,
    cleft,
    concession,
    joined_clauses,
    parallel_clauses,
    reason,
    run_on_clauses,
)
from lt_by_claims.split.verbs import (
    accompanying_fact,
    including_an_act,
    participial,
    participle_with_a_number,
    shared_subject,
)

CONSTRUCTIONS: tuple[Rule[Clause, Clause], ...] = (
    parallel_clauses,
    run_on_clauses,
    between_dashes,
    nor_clause,
    not_only_clause,
    joined_clauses,
    neither_nor,
    denied_instead,
    cleft,
    as_another_does,
    former_and_latter,
    concession,
    reason,
    title,
    age_of_a_person,
    compared_figure,
    apposition,
    commenting_relative,
    accompanying_fact,
    including_an_act,
    participial,
    respectively,
    participle_with_a_number,
    former_figure,
    figures_of_several_years,
    ellipsis,
    ends_of_a_change,
    shared_subject,
    joined_phrases,
    coordinated_subjects,
    coordinated_objects,
    coordinated_predicates,
    judging_word,
)
"""In the order in which they are tried: what joins whole clauses, then what is cut out, then what is shared."""

Grain = Literal["claim", "fact"]
"""How finely a text is taken apart: claims by the guidelines, or single facts with one detail each."""

LONGEST = 200
"""Words of the longest sentence that is split; what is longer is no sentence."""

CONTENT = frozenset({"NOUN", "PROPN", "NUM", "VERB"})
"""Parts of speech that no construction may lose; only words that do nothing but join go."""

SUPPLIED = frozenset({"is", "are", "was", "were", "do", "does", "did", "has", "have", "had"})
"""Verbs that constructions supply."""

RELATIVE = frozenset({"WDT", "WP$"})
"""Tags of relative pronouns."""

PAIR = 2

QUOTES = frozenset({'"', "“", "”"})
PAIRED = QUOTES | {"(", ")", "—"}
"""Marks between which a part stands whole or not at all."""

JOINING = frozenset({"prep", "mark", "cc", "case"})
"""Relations in which even a verb ("including") only joins."""

FEW = 5
"""Words up to which a sentence without a verb is a heading or a cry, with or without a full stop."""

MOST = 40
"""Statements that one sentence may come to; beyond, the parse cannot be trusted and it stays whole."""


def split(document: Document, *, grain: Grain = "claim", names: bool = True) -> Iterator[Clause]:
    """The statements of a document, sentence by sentence, in the order of the text.

    Without `names` the parser looks for none, which takes half the time: for who asks no more than what is measured.
    """
    return statements_of(parse(filter(has_words, document.paragraphs), names=names), grain=grain)


def statements_of(parsed: Iterable[tuple[Paragraph, Doc]], *, grain: Grain = "claim") -> Iterator[Clause]:
    """The statements of a document that is parsed already."""
    for paragraph, doc in parsed:
        for sentence in doc.sents:
            yield from statements(sentence, paragraph, grain=grain)


def statements(sentence: Span, paragraph: Paragraph, *, grain: Grain = "claim") -> list[Clause]:
    """The statements of one sentence; none where it has no verb. With the grain "fact", one detail each."""
    if not states(sentence):
        return []
    whole = Clause.of_sentence(sentence, paragraph)
    if len(sentence) > LONGEST:
        return [replace(whole, doubts=(f"left whole: it has more than {LONGEST} words",))]
    body, other_year = second_year(whole)
    atoms = taken_apart(body)
    if len(atoms) > MOST:
        return [replace(whole, doubts=(f"left whole: it would come to more than {MOST} statements",))]
    echoes = [echo for atom in atoms for echo in (other_year.of(atom) if other_year else ())]
    said = [clause for clause in (*atoms, *echoes) if clause.said]
    found = said if grain == "claim" else [fact for clause in said for fact in facts(clause)]
    return unique([in_doubt(clause) for clause in found])


def in_doubt(clause: Clause) -> Clause:
    """The clause with a doubt for each of its words that may hang on the wrong one."""
    found = tuple(doubtful(clause))
    return replace(clause, doubts=(*clause.doubts, *found)) if found else clause


def states(sentence: Span) -> bool:
    """Does a sentence state something: has it a finite verb, or any where it is long and closed, a missed one included?

    A question states nothing.
    """
    asks = sentence[0].tag_ in {"WP", "WRB", "WDT"} and sentence[-1].text != "."
    if asks or sentence[-1].text == "?":
        return False
    found = [token for token in sentence if token.pos_ in VERBAL]
    if any(map(is_finite, found)):
        return True
    said = [token for token in sentence if token.is_alpha]
    closed = sentence[-1].text in {".", "!", "”", '"'} and len(said) >= FEW
    return closed and (bool(found) or any(map(is_missed_verb, sentence)) or any(map(is_counted, sentence)))


def is_counted(token: Token) -> bool:
    """Is it a number that counts or measures: "Catches of cod: 320,000 tonnes in all."?"""
    return token.like_num and token.ent_type_ not in {"DATE", "TIME", "ORDINAL"} and not is_year(token)


def is_missed_verb(token: Token) -> bool:
    """Can what the parser took for a plural be a verb after its subject ("Norway subsidises electric cars")?"""
    after_noun = token.i > 0 and token.nbor(-1).pos_ in {"NOUN", "PROPN"}
    bases = {token.lower_.removesuffix(ending) for ending in ("s", "es")}
    return token.tag_ == "NNS" and after_noun and bool(bases & verbs())


def taken_apart(clause: Clause, depth: int = 0) -> list[Clause]:
    """The clause taken apart until no construction is left in it."""
    if depth > MOST:
        return [clause]
    refused: list[str] = []
    for construction in applicable(CONSTRUCTIONS, clause.features):
        parts = [part.by(construction.name) for part in construction(clause)]
        if not parts:
            continue
        if all(part.words != clause.words for part in parts) and is_sound(clause, parts):
            return [atom for part in parts for atom in taken_apart(part, depth + 1)]
        refused.append(f"not split by “{construction.name}”, whose parts would be no sound statements")
    return [replace(clause, doubts=(*clause.doubts, *refused))] if refused else [clause]


def facts(clause: Clause, done: frozenset[str] = frozenset()) -> list[Clause]:
    """The single facts in a claim; a construction that gives the claim again beside a part of it is then done there."""
    for construction in FINER:
        name = construction.name
        parts = [part.by(name) for part in construction(clause)] if name not in done else []
        if parts and is_sound(clause, parts):
            seen = [done | {name} if part.words == clause.words else done for part in parts]
            return [fact for part, names in zip(parts, seen, strict=True) for fact in facts(part, names)]
    return [clause]


def is_sound(clause: Clause, parts: list[Clause]) -> bool:
    """Do the parts say all that the clause says, and cut no quotation in two?"""
    lost = clause.inside.difference(*[part.inside for part in parts])
    if any(token.pos_ in CONTENT and says_something(token) for token in lost):
        return False
    if not PAIRED.isdisjoint(clause.features) and not all(keeps_pairs(clause, part) for part in parts):
        return False
    return all(is_clause_like(part) for part in parts)


def keeps_pairs(clause: Clause, part: Clause) -> bool:
    """Has the part all of what the clause has between quotation marks, brackets or dashes, or none of it?"""
    bracketed = is_balanced(part) or not is_balanced(clause)
    return bracketed and quotes_whole(clause, part) and crosses_no_dash(clause, part)


def is_clause_like(clause: Clause) -> bool:
    """Has the clause a finite verb, and something before it where the verb was supplied?"""
    first = clause.said[:1]
    headless = bool(first) and first[0].token is None and first[0].text in SUPPLIED
    return has_verb(clause) and not headless and not is_relative(clause) and not is_done_so(clause)


def is_done_so(clause: Clause) -> bool:
    """Does the clause say that something was "done so", without the verb that this stands for?"""
    if clause.root.lemma_ != "do":
        return False
    return any(t.lower_ == "so" and t.head == clause.root and t.i == clause.root.i + 1 for t in clause.root.rights)


def is_relative(clause: Clause) -> bool:
    """Is the subject of the clause, or a part of it, a relative pronoun that still waits for its noun?"""
    if RELATIVE.isdisjoint(clause.features):
        return False
    subjects = [t for t in clause.root.lefts if t.dep_ in SUBJECT]
    waiting = {t for subject in subjects for t in subject.subtree if t.tag_ in RELATIVE and t.lower_ != "that"}
    return bool(waiting) and any(word.is_source and word.token in waiting for word in clause.words)


def has_verb(clause: Clause) -> bool:
    """Has the clause a finite verb, of the source or supplied?"""
    if not FINITE.isdisjoint(clause.features):
        return True
    supplied = [word for word in clause.words if not word.is_source]
    return any(word.text in SUPPLIED or (word.token is not None and word.token.pos_ in VERBAL) for word in supplied)


def crosses_no_dash(clause: Clause, part: Clause) -> bool:
    """Has the part both dashes of a pair, or none?"""
    return dashes(clause) != PAIR or dashes(part) in {0, PAIR}


def dashes(clause: Clause) -> int:
    """How many dashes the clause has."""
    return [word.text for word in clause.words].count("—")


def says_something(token: Token) -> bool:
    """Is the word more than a link between two statements, or a "did" that stands for another verb?"""
    return token.dep_ not in JOINING and token.lemma_ != "do"


def is_balanced(clause: Clause) -> bool:
    """Has every bracket of the clause its other?"""
    texts = [word.text for word in clause.said]
    return texts.count("(") == texts.count(")")


def quotes_whole(clause: Clause, part: Clause) -> bool:
    """Has the part all of what the clause has between quotation marks, or none of it?"""
    marks = [place for place, word in enumerate(clause.words) if word.text in QUOTES]
    if not marks:
        return True
    quoted = {word.token for word in clause.words[marks[0] : marks[-1] + 1]}
    return len(quoted & {word.token for word in part.words}) in {0, len(quoted)}


def unique(clauses: list[Clause]) -> list[Clause]:
    """The clauses, each statement once."""
    return list({clause.text: clause for clause in reversed(clauses)}.values())[::-1]
