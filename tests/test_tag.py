from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lt_by_claims.clause import Clause
from lt_by_claims.tag import Tags, lexicon, tag
from lt_by_claims.tag.claim_type import KINDS
from lt_by_claims.tag.lexicon import frames, words
from lt_by_claims.tag.topics import terms

PUBLISHED = "2020-10-15"
Reader = Callable[[str], Clause]


@pytest.fixture(scope="module")
def tags_of(clause_of: Reader) -> Callable[..., Tags]:
    """The tags of one sentence as it stands."""

    def tagged(text: str, section: str = "", numbers: int = 0) -> Tags:
        return tag(clause_of(text), section=section, published=PUBLISHED, numbers=numbers)

    return tagged


def test_every_field_of_one_claim(tags_of: Callable[..., Tags]) -> None:
    assert tags_of("According to Eurostat, Spanish exports to Morocco will not grow by 2030.") == Tags(
        claim_type="forecast",
        topics=("trade",),
        attribution="Eurostat",
        negated=True,
        modality="asserted",
        actors=("Eurostat", "ES", "MA"),
        time="../2030",
    )


@pytest.mark.parametrize(
    ("text", "numbers", "kind"),
    [
        ("Croatian exports to Serbia rose by 12% in 2019.", 1, "statistic"),
        ("The two states signed a treaty in 2019.", 1, "event"),
        ("Croatia will join the euro area.", 0, "forecast"),
        ("The plant is expected to open in May.", 0, "forecast"),
        ("The new rules enter into force on 10 December.", 0, "forecast"),
        ("Finland wants to deepen cooperation with Sweden.", 0, "intention"),
        ("The Greek parliament called on the government to act.", 0, "intention"),
        ("The ministry announced that it would close the border.", 0, "intention"),
        ("The dispute weakens the coalition.", 0, "assessment"),
        ("The agreement is a success for Norway.", 0, "assessment"),
        ("Slovakia could offer Hungary a loan.", 0, "assessment"),
        ("Moldova recalled its ambassador.", 0, "event"),
        ("The government has been supporting farmers.", 0, "event"),
        ("Albania borders Greece.", 0, "state"),
        ("The party is conservative.", 0, "state"),
    ],
)
def test_claim_type(tags_of: Callable[..., Tags], text: str, numbers: int, kind: str) -> None:
    assert tags_of(text, numbers=numbers).claim_type == kind


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Slovakia may receive a longer transition period.", "hedged"),
        ("The talks will probably fail.", "hedged"),
        ("The use of force is considered unlikely.", "hedged"),
        ("The army appears ready.", "hedged"),
        ("The minister is believed to resign soon.", "hedged"),
        ("An embargo would ruin the economy.", "conditional"),
        ("If gas runs out, the plants will close.", "conditional"),
        ("The ministry said that it would close the border.", "asserted"),
        ("Norway will send two ships in May.", "asserted"),
        ("The state could not pay its debts.", "asserted"),
    ],
)
def test_modality(tags_of: Callable[..., Tags], text: str, modality: str) -> None:
    assert tags_of(text).modality == modality


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Norway is not a member of the EU.", True),
        ("The government didn't resign.", True),
        ("The seats are not fairly shared.", True),
        ("The army no longer holds the town.", True),
        ("No party won a majority.", True),
        ("The plan has no supporters.", True),
        ("Greece neither confirmed nor denied the reports.", True),
        ("Travel was not only popular but also cheap.", False),
        ("No more than 20 ships have left.", False),
        ("The court decided not to hear the case.", False),
        ("Iceland, which is not a member of the EU, joined the sanctions.", False),
    ],
)
def test_negated(tags_of: Callable[..., Tags], text: str, negated: bool) -> None:
    assert tags_of(text).negated is negated


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the Ministry of Finance, the deficit will grow.", "Ministry of Finance"),
        ("According to data from the Bank of Finland, wages fell.", "Bank of Finland"),
        ("The Energy Regulatory Office (URE) estimates that prices will fall.", "Energy Regulatory Office"),
        ("According to the ministry, experts believe that the plan will fail.", "ministry; experts"),
        ("Ankara perceives the treaty as a threat.", "Ankara"),
        ("The reform is seen by the Spanish government as a success.", "Spanish government"),
        ("In the view of the Bulgarian government, the delay is unjustified.", "Bulgarian government"),
        ("In Croatia's opinion, the border is fixed.", "Croatia"),
        ("Sweden criticised the delay.", "Sweden"),
        ("The data show that trade has grown.", None),
        ("The parliament called on the government to resign.", None),
        ("The government is seen as weak.", None),
        ("Finland joined NATO.", None),
    ],
)
def test_attribution(tags_of: Callable[..., Tags], text: str, source: str | None) -> None:
    assert tags_of(text).attribution == source


@pytest.mark.parametrize(
    ("text", "section", "topic"),
    [
        ("Thousands protested against the rigged elections.", "", "democratisation"),
        ("The Council imposed restrictive measures on six judges.", "", "sanctions"),
        ("The European Commission opened accession talks.", "", "eu-policy"),
        ("Greece recalled its ambassador.", "", "bilateral-relations"),
        ("The Baltic States agreed on a regional initiative.", "", "regional-cooperation"),
        ("Moldova fears Russian influence and pro-Russian propaganda.", "", "russia"),
        ("NATO troops took part in the military exercises.", "", "security"),
        ("The nuclear power plant supplies electricity.", "", "energy"),
        ("Exports through the port fell.", "", "trade"),
        ("The firms relocated their staff and capital.", "", "business"),
        ("The country gave visas and shelter to refugees.", "", "aid"),
        ("After the elections, Hungary stopped importing goods.", "", "trade"),
        ("The situation has changed.", "Energy", "energy"),
        ("Norway met Iceland.", "", "bilateral-relations"),
        ("The situation has changed.", "", "bilateral-relations"),
    ],
)
def test_topic(tags_of: Callable[..., Tags], text: str, section: str, topic: str) -> None:
    assert tags_of(text, section=section).topics[0] == topic


def test_a_statement_can_have_two_topics(tags_of: Callable[..., Tags]) -> None:
    topics = tags_of("The EU extended sanctions against the army.").topics
    assert topics[0] == "sanctions"
    assert "security" in topics
    assert len(set(topics)) == len(topics)


def test_topics_kinds_and_modalities_are_those_of_the_tables() -> None:
    from lt_by_claims.tables import CLAIM_TYPES, MODALITIES, TOPICS

    assert {topic for found in terms().values() for _, topic, _ in found} == set(TOPICS)
    assert {kind for kind, _ in KINDS} | {"statistic", "state"} == set(CLAIM_TYPES)
    assert {"asserted", "hedged", "conditional"} == set(MODALITIES)


def test_no_frame_is_given_for_a_verb_that_its_list_lacks() -> None:
    for verbs, framed in [("intention", "intends_with"), ("assessment", "judges_with")]:
        assert set(frames(framed)) <= words(verbs), framed


def test_tagging_imports_no_pandera() -> None:
    code = "import sys, lt_by_claims.tag; sys.exit('pandera' in sys.modules or 'pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_word_list_is_used_and_says_no_word_twice() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in Path(lexicon.__file__).parent.glob("*.py"))
    assert [name for name in lexicon.TABLE if f'"{name}"' not in code] == []
    assert {name: twice for name, text in lexicon.TABLE.items() if (twice := repeated(text.split()))} == {}


def repeated(entries: list[str]) -> set[str]:
    """The entries that stand in a list more than once."""
    return {entry for entry in entries if entries.count(entry) > 1}
