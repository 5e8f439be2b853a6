"""What a shell puts for the word that a person has begun."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lt_by_claims.build import build
from lt_by_claims.completion import MOST, offered
from lt_by_claims.explain import explain, rules
from small_project import small, write

__all__ = ["small"]

COMMAND = Path(sys.executable).with_name("lt-by-claims")

BASH = """
eval "$(_LT_BY_CLAIMS_COMPLETE=source_bash lt-by-claims)"
COMP_WORDS=({words}) COMP_CWORD={place}
_lt_by_claims_completion lt-by-claims
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def built(small: Path) -> Path:
    """A small project that is built: two texts, one of them reviewed."""
    build(small)
    return small


def completed(folder: Path, *command: str, **asked: str) -> str:
    """What a process prints that may be the command, or a shell that asks it."""
    path = f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=folder, env={**os.environ, "PATH": path, **asked}
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash is installed")
@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("lt-by-claims sh", {"show"}),
        ("lt-by-claims draft ''", {"power", "trade"}),
        ("lt-by-claims evaluate ''", {"trade"}),
        ("lt-by-claims show 1a2b", {"1a2b3c4d", "1a2b0000"}),
        ("lt-by-claims show trade/5", {"trade/5e6f7a8b"}),
        ("lt-by-claims explain joined-cl", {"joined-clauses"}),
        ("lt-by-claims validate --format j", {"json", "junit"}),
        ("lt-by-claims validate --fail-on w", {"warning"}),
        ("lt-by-claims --show-c", {"--show-completion"}),
    ],
)
def test_bash_completes(built: Path, words: str, there: set[str]) -> None:
    script = BASH.format(words=words, place=len(words.split()) - 1)
    assert set(completed(built, "bash", "-c", script).split()) == there


def test_zsh_and_fish_are_told_the_claim_too(built: Path) -> None:
    asked = {"_TYPER_COMPLETE_ARGS": "lt-by-claims show 5e", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    zsh = completed(built, str(COMMAND), _LT_BY_CLAIMS_COMPLETE="complete_zsh", **asked)
    fish = completed(built, str(COMMAND), _LT_BY_CLAIMS_COMPLETE="complete_fish", **asked)
    assert "5e6f7a8b" in zsh
    assert "is no power." in zsh
    assert fish.startswith("5e6f7a8b\t")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(built: Path, shell: str) -> None:
    script = completed(built, str(COMMAND), _LT_BY_CLAIMS_COMPLETE=f"source_{shell}")
    assert f"_LT_BY_CLAIMS_COMPLETE=complete_{shell}" in script


def test_the_project_that_is_named_is_looked_into(built: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    script = BASH.format(words=f"lt-by-claims draft --project {built} p", place=4)
    assert completed(elsewhere, "bash", "-c", script).split() == ["power"]


def test_every_rule_that_is_offered_can_be_explained() -> None:
    for name, says in offered("rule", Path(), "")[:20]:
        assert says in explain(name)
    assert len(offered("rule", Path(), "")) == min(MOST, len(rules()))


def test_what_cannot_be_read_offers_nothing(built: Path) -> None:
    (built / "data/processed/claims.parquet").write_bytes(b"PAR1")
    assert offered("claim", built, "") == []
    write(built, "data/processed/claims.parquet", "")
    assert offered("claim", built, "") == []
