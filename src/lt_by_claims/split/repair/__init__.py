"""Habits of the parser that general rules can mend before anything is split."""

from __future__ import annotations

from lt_by_claims.parse import Doc
from lt_by_claims.split.repair.joined_verbs import (
    finite_verb_joined_to_another_form,
    first_of_two_verbs,
    list_of_infinitives,
    participle_taken_for_the_main_verb,
    second_finite_form,
    second_verb_before_its_object,
    verb_after_a_closed_relative,
    verb_joined_to_a_noun,
)
from lt_by_claims.split.repair.mending import Repair
from lt_by_claims.split.repair.nouns import (
    both_ends_of_a_change,
    figure_after_and,
    list_taken_for_an_apposition,
    subject_after_and,
    subject_joined_to_an_object,
)
from lt_by_claims.split.repair.side_clauses import (
    apposition_with_an_article,
    demand_joined_to_what_is_said,
    finite_form,
    participle_after_a_comma,
    participle_taken_for_a_past,
    relative_after_a_preposition,
    relative_as_adverbial,
    second_that_clause,
    subject_of_an_auxiliary,
    subject_taken_for_a_compound,
)

REPAIRS: tuple[Repair, ...] = (
    subject_taken_for_a_compound,
    both_ends_of_a_change,
    participle_taken_for_the_main_verb,
    finite_verb_joined_to_another_form,
    subject_joined_to_an_object,
    second_finite_form,
    second_that_clause,
    demand_joined_to_what_is_said,
    subject_after_and,
    verb_after_a_closed_relative,
    verb_joined_to_a_noun,
    relative_as_adverbial,
    figure_after_and,
    list_of_infinitives,
    finite_form,
    subject_of_an_auxiliary,
    participle_taken_for_a_past,
    participle_after_a_comma,
    second_verb_before_its_object,
    first_of_two_verbs,
    relative_after_a_preposition,
    apposition_with_an_article,
    list_taken_for_an_apposition,
)
"""In the order in which they are tried."""


def repaired(doc: Doc) -> Doc:
    """The parse with its known mistakes mended, in place."""
    for rule in REPAIRS:
        relations = rule.relations
        for token in [token for token in doc.tokens if token.dep_ in relations]:
            rule.mend(token)
    return doc
