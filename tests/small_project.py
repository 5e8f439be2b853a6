"""A project of two short texts for the tests of the commands: one reviewed, one drafted by a stand-in."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from lt_by_claims.claim import Claim
from lt_by_claims.document import Document

TOML = """title = "Trade and Power"
authors = ["A. Writer"]
published = "2020-10"
language = "en"
url_status = "missing"
"""

TRADE = """Trade has grown this year. Norway exported goods worth around €60 million in 2019.

Estonia sells power to Latvia. <script>alert("x & y")</script> is no power.
"""

POWER = """Lithuania stopped buying power from Belarus. It buys power from Sweden.
"""

REVIEW = """document: trade
guidelines: 2

claims:

- id: 1a2b3c4d
  claim: Trade has grown in 2020.
  quote: Trade has grown this year
  claim_type: state
  topics: [trade]

- id: 1a2b0000
  claim: Norway exported goods worth around €60 million in 2019.
  quote: Norway exported goods worth around €60 million in 2019
  claim_type: statistic
  topics: [trade, business]
  actors: [NO]
  time: 2019
  quantities:
  - text: around €60 million
    kind: money
    low: 60000000
    high: 60000000
    comparator: "~"
    unit: EUR
    measure: Norwegian exports
    period: 2019

- id: 5e6f7a8b
  claim: <script>alert("x & y")</script> is no power.
  quote: <script>alert("x & y")</script> is no power
  claim_type: assessment
  topics: [energy]
  negated: true
"""


def stand_in(document: Document) -> list[Claim]:
    """Each sentence of a text as a claim: what a machine might draft."""
    spans = [p.raw(start, end) for p in document.paragraphs for start, end in p.sentences]
    return [
        Claim(" ".join(document.text[start:end].split()), start, end, "state", ("energy",), made_by=("stand-in",))
        for start, end in spans
    ]


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the project."""
    monkeypatch.setattr("lt_by_claims.project.drafted", stand_in)
    for name, text in (("trade", TRADE), ("power", POWER)):
        write(tmp_path, f"data/raw/{name}.txt", text)
        write(tmp_path, f"data/raw/{name}.toml", TOML)
    write(tmp_path, "data/reviewed/trade.yaml", REVIEW)
    return tmp_path


def write(folder: Path, name: str, content: str | bytes) -> None:
    """A file of the project."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def contents(folder: Path) -> dict[str, str]:
    """All that is published, file by file, as hashes."""
    found = (path for path in (folder / "data/processed").rglob("*") if path.is_file())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in found}
