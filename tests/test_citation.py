"""A claim as a citation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from browsing import hostile, publish
from lt_by_claims import UsageError, cite, load
from lt_by_claims.citation import STYLES, issued
from made import made

CLAIM = "fcaa7e04"
SAID = "In 2019, Belarus accounted for less than €800 million of Lithuanian imports."


def row(table: str, **where: str) -> dict[str, Any]:
    ((column, value),) = where.items()
    (found,) = load(table, engine="arrow", filters=[(column, "==", value)]).to_pylist()
    return dict(found)


ROW = row("claims", claim_id=f"pism-2020-lithuania-belarus/{CLAIM}")
DOCUMENT = row("documents", document_id="pism-2020-lithuania-belarus")


def test_a_footnote_names_text_claim_dataset_and_link() -> None:
    release = load(engine="arrow").schema.metadata
    told = f"lt-by-claims {release[b'version'].decode()} ({release[b'content_hash'].decode()[:19]})"
    assert cite(CLAIM) == (
        "Kinga Raś (2020-10?). The End of Lithuania's Cautious Friendship with Belarus. Polish Institute of "
        f"International Affairs (PISM), Bulletin. Claim fcaa7e04: “{SAID}” In: {told}. {ROW['source_link']}"
    )


def test_bibtex_has_the_text_and_the_claim_in_a_note() -> None:
    lines = cite(CLAIM, "bibtex").splitlines()
    assert lines[0] == f"@misc{{{ROW['claim_id']},"
    fields = dict(line.strip().rstrip(",").split(" = ", 1) for line in lines[1:-1])
    assert (fields["author"], fields["year"], fields["month"]) == ("{Kinga Raś}", "{2020}", "{10}")
    assert fields["url"] == f"{{{ROW['source_link']}}}"
    assert fields["note"].startswith(f"{{Claim fcaa7e04: “{SAID}” In: lt-by-claims ")


def test_tex_finds_no_command_in_a_text(tmp_path: Path) -> None:
    folder = publish(hostile(), tmp_path)
    note = next(line for line in cite("00000006", "bibtex", folder).splitlines() if line.startswith("  note"))
    assert r"\{\{ 7 * 7 \}\} \$\{alert(4)\} \textbackslash{}u003c" in note


def test_csl_is_an_item_that_reference_managers_read() -> None:
    (item,) = json.loads(cite(CLAIM, "csl-json"))
    assert item["type"] == "report"
    assert item["author"] == [{"literal": "Kinga Raś"}]
    assert item["issued"] == {"date-parts": [[2020, 10]], "circa": True}
    assert item["URL"] == ROW["source_link"]


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("2021", {"date-parts": [[2021]]}),
        ("2021-03-04", {"date-parts": [[2021, 3, 4]]}),
        ("2021~", {"date-parts": [[2021]], "circa": True}),
        ("2021-21", {"raw": "2021-21"}),
        ("2019/2021", {"raw": "2019/2021"}),
        (None, None),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(published: str | None, date: object) -> None:
    assert issued(published) == date


def test_a_web_annotation_leads_to_the_very_quote() -> None:
    told = json.loads(cite(CLAIM, "web-annotation"))
    assert (told["@context"], told["type"]) == ("http://www.w3.org/ns/anno.jsonld", "Annotation")
    assert told["body"]["value"] == SAID
    page, file = told["target"]
    selector = page["selector"]
    assert page["source"] == DOCUMENT["url"]
    assert selector["prefix"] + selector["exact"] + selector["suffix"] in DOCUMENT["text"]
    assert file["source"] == DOCUMENT["raw_path"]
    assert DOCUMENT["text"][file["selector"]["start"] : file["selector"]["end"]] == selector["exact"] == ROW["quote"]


def test_schema_org_has_the_claim_and_where_it_appears() -> None:
    told = json.loads(cite(CLAIM, "schema.org"))
    assert (told["@type"], told["text"], told["identifier"]) == ("Claim", SAID, ROW["claim_id"])
    assert told["appearance"]["author"] == [{"@type": "Person", "name": "Kinga Raś"}]
    assert told["appearance"]["url"] == DOCUMENT["url"]
    assert told["isPartOf"]["@type"] == "Dataset"


@pytest.mark.parametrize("style", STYLES)
def test_a_text_of_which_little_is_known_is_cited_too(style: str, tmp_path: Path) -> None:
    rows = made()
    rows["documents"][0] |= {"authors": [], "publisher": None, "published": None, "url": None}
    told = cite(rows["claims"][0]["claim_id"], style, publish(rows, tmp_path))
    assert "Trade fell by 12%".replace("%", r"\%" if style == "bibtex" else "%") in told
    assert "None" not in told


def test_a_claim_or_style_that_there_is_not_is_said() -> None:
    with pytest.raises(UsageError, match="no claim has this id"):
        cite("00000000")
    with pytest.raises(
        ValueError, match=r"no style 'apa': there are text, bibtex, csl-json, web-annotation, schema\.org"
    ):
        cite(CLAIM, "apa")
