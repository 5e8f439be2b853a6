"""What an amount is for each of: a year, per head, per barrel, /MWh."""

from __future__ import annotations

from lt_by_claims.measure.lexicon import words
from lt_by_claims.measure.tokens import Place
from lt_by_claims.measure.units import unit_after

ARTICLES = frozenset({"a", "an", "each", "every"})
NOT_EACH = frozenset({"ago", "earlier", "later", "before", "after", "old", "on", "from", "since"})
"""After "a year" and the like: it is a time, and says nothing of the amount."""

EACH = words("counts", "each")
"""Nouns after "a" that an amount is for: a head, a share."""


def per_after(here: Place) -> str | None:
    """What the amount that ends here is for each of, as it stands: year, head, MWh, square metre."""
    link = here[0].lower
    is_stroke = link == "/" and here.joined() and here.joined(1)
    if link != "per" and link not in ARTICLES and not is_stroke:
        return None
    unit = unit_after(here + 1)
    if unit and link in ARTICLES and here[1 + unit[0]].lower in NOT_EACH:
        return None
    if unit and unit[1].kind in {"duration", "measure"}:
        return " ".join(here[k].text for k in range(1, 1 + unit[0]))
    is_noun = here[1].sort == "word" and (link == "per" or (not is_stroke and here[1].lower in EACH))
    return here[1].text if is_noun else None
