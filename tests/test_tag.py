from __future__ import annotations

from collections.abc import Callable

import pytest

from lt_by_claims.clause import Clause
from lt_by_claims.tag import Tags, tag

PUBLISHED = "2020-10-15"
Reader = Callable[[str], Clause]


@pytest.fixture(scope="module")
def tags_of(clause_of: Reader) -> Callable[..., Tags]:
    """The tags of one sentence as it stands."""

    def tagged(text: str, section: str = "", numbers: int = 0) -> Tags:
        return tag(clause_of(text), section=section, published=PUBLISHED, numbers=numbers)

    return tagged


def test_every_field_of_one_claim(tags_of: Callable[..., Tags]) -> None:
    assert tags_of("According to Eurostat, Spanish exports to Morocco will not grow by 2023.") == Tags(
        claim_type="forecast",
        topics=("trade",),
        attribution="Eurostat",
        negated=True,
        modality="asserted",
        actors=("Eurostat", "ES", "MA"),
        time="../2023",
    )


@pytest.mark.parametrize(
    ("text", "numbers", "kind"),
    [
        ("Croatian exports to Serbia rose by 12% in 2019.", 1, "statistic"),
        ("The two states signed a treaty in 2019.", 1, "event"),
        ("Croatia will join the euro area.", 0, "forecast"),
        ("The plant is expected to open in May.", 0, "forecast"),
        ("The new rules enter into force on 8 December.", 0, "forecast"),
        ("Finland wants to deepen cooperation with Sweden.", 0, "intention"),
        ("The Greek parliament called on the government to act.", 0, "intention"),
        ("The ministry announced that it would close the border.", 0, "intention"),
        ("The dispute weakens the coalition.", 0, "assessment"),
        ("The agreement is a success for Norway.", 0, "assessment"),
        ("Slovakia could invite Hungary to the talks.", 0, "assessment"),
        ("Moldova recalled its ambassador.", 0, "event"),
        ("The government has been supporting farmers.", 0, "event"),
        ("Albania borders Greece.", 0, "state"),
        ("The party is conservative.", 0, "state"),
    ],
)
def test_claim_type(tags_of: Callable[..., Tags], text: str, numbers: int, kind: str) -> None:
    assert tags_of(text, numbers=numbers).claim_type == kind
