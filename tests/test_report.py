"""The forms in which problems are told."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from lt_by_claims.problem import Problem
from lt_by_claims.report import FORMATS

ON_A_LINE = Problem(
    path="data/reviewed/x.yaml", line=31, who="claim 1a2b3c4d", claim="x/1a2b3c4d", check="number",
    what="says 5%, not\n6", to_do="correct it",
)  # fmt: skip
IN_A_TABLE = Problem(
    path="data/processed/claims.parquet", row=7, who="x/1a2b3c4d", claim="x/1a2b3c4d", check="code", column="topic",
    what="topic is 'a,b:c'", severity="warning", review=("data/reviewed/x.yaml", 31),
)  # fmt: skip
HOSTILE = Problem(path="data/raw/ä b%.txt", check="raw file", what="]]> <b> & \x00 \x1b \ud800 ::error::")
ALL = (HOSTILE, IN_A_TABLE, ON_A_LINE)


def test_text_is_one_line_a_problem() -> None:
    assert FORMATS["text"](ALL).splitlines()[1:] == [
        "data/processed/claims.parquet row 7: x/1a2b3c4d: warning: topic is 'a,b:c'",
        "data/reviewed/x.yaml:31: claim 1a2b3c4d: says 5%, not 6: correct it",
    ]


def test_github_shows_problems_on_the_line_of_the_claim() -> None:
    lines = FORMATS["github"](ALL).splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("::error file=data/raw/ä b%25.txt,line=1,title=raw file::")
    assert lines[1] == (
        "::warning file=data/reviewed/x.yaml,line=31,title=code of claim x/1a2b3c4d::"
        "data/processed/claims.parquet row 7: x/1a2b3c4d: topic is 'a,b:c'"
    )
    assert lines[2].endswith("::claim 1a2b3c4d: says 5%25, not%0A6: correct it")


def test_json_has_the_fields_and_counts() -> None:
    told = json.loads(FORMATS["json"](ALL))
    assert (told["errors"], told["warnings"]) == (2, 1)
    assert told["problems"][1]["review"] == ["data/reviewed/x.yaml", 31]
    assert told["problems"][2]["line"] == 31


def test_junit_is_sound_and_counts_what_failed() -> None:
    root = ElementTree.fromstring(FORMATS["junit"](ALL))
    assert [suite.attrib["name"] for suite in root] == [problem.path for problem in ALL]
    assert [suite.attrib["failures"] for suite in root] == ["1", "0", "1"]
    assert [case[0].tag for case in root.iter("testcase")] == ["failure", "skipped", "failure"]
    assert [case.attrib["tests"] for case in ElementTree.fromstring(FORMATS["junit"](()))] == ["1"]


def test_sarif_has_what_its_schema_requires_and_the_region_of_the_claim() -> None:
    log = json.loads(FORMATS["sarif"](ALL[1:]))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "lt-by-claims"
    assert [rule["id"] for rule in driver["rules"]] == ["code", "number"]
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning")
        assert result["message"]["text"]
        physical = result["locations"][0]["physicalLocation"]
        assert physical == {"artifactLocation": {"uri": "data/reviewed/x.yaml"}, "region": {"startLine": 31}}


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_can_say_that_nothing_is_wrong_and_anything_that_is(form: str) -> None:
    assert isinstance(FORMATS[form](()), str)
    assert "x/1a2b3c4d" in FORMATS[form](ALL)
