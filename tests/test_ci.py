"""What other people's CI runs: the commands of the action and of the hook, on a real git history."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT
from lt_by_claims.build import build
from releases import commit, git, project, released, versioned
from small_project import REVIEW

__all__ = ["project", "released"]

GROWN = REVIEW.replace("Trade has grown in 2020.", "Trade grew in 2020.")


def read(name: str) -> Any:
    return yaml.load((ROOT / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def step(name: str) -> Any:
    """A step of the action."""
    return next(step for step in read("action.yml")["runs"]["steps"] if step.get("name") == name)


def run(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command as the shell of GitHub runs it, with the command line of this environment first on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def proposed(folder: Path, version: str) -> None:
    """A branch with a re-worded claim; a version that is too low cannot be built, so its tables are the old ones."""
    git(folder, "checkout", "-q", "-b", "proposal")
    versioned(folder, version, GROWN)
    if version != "0.1.0":
        build(folder)
    commit(folder, "A better wording")


def changes(folder: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """The step of the action that tells the changes."""
    summary = tmp_path / "summary.md"
    return run(step("Changes")["run"], folder, PROJECT=".", AGAINST="main", GITHUB_STEP_SUMMARY=str(summary))


def test_a_good_proposal_passes_and_its_changes_are_told(released: Path, tmp_path: Path) -> None:
    proposed(released, "0.1.1")
    checked = run(step("Validate")["run"], released, PROJECT=".", FAIL_ON="error")
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")
    told = changes(released, tmp_path)
    assert told.returncode == 0, told.stderr
    assert "| 1 | claim re-worded | patch |" in told.stdout
    assert (tmp_path / "summary.md").read_text(encoding="utf-8") == told.stdout


def test_a_bad_proposal_fails_with_what_to_do(released: Path) -> None:
    proposed(released, "0.1.0")
    checked = run(step("Validate")["run"], released, PROJECT=".", FAIL_ON="error")
    assert checked.returncode == 1
    (told,) = [line for line in checked.stdout.splitlines() if "title=version" in line]
    assert told.startswith("::error file=pyproject.toml,line=5,title=version::dataset is ")
    assert told.endswith('set dataset = "0.1.1" in [tool.lt_by_claims]')


def test_a_hostile_name_is_no_command(released: Path, tmp_path: Path) -> None:
    summary = str(tmp_path / "summary.md")
    hostile = f"main; touch {tmp_path / 'done'}"
    told = run(step("Changes")["run"], released, PROJECT=".", AGAINST=hostile, GITHUB_STEP_SUMMARY=summary)
    assert told.returncode == 2
    assert not (tmp_path / "done").exists()
    commands = [step["run"] for step in read("action.yml")["runs"]["steps"] if "run" in step]
    assert not any("${{" in command for command in commands)


def test_the_action_says_what_its_steps_ask_for() -> None:
    action = read("action.yml")
    assert action["runs"]["using"] == "composite"
    assert all(step.get("shell") == "bash" for step in action["runs"]["steps"] if "run" in step)
    asked = str(action["runs"]["steps"])
    assert [name for name in action["inputs"] if f"inputs.{name}" not in asked] == []


@pytest.mark.parametrize(("place", "extra"), [(str(ROOT), ""), (str(ROOT), "[draft]")])
def test_the_action_installs_what_it_lies_in(place: str, extra: str) -> None:
    command = f"{step('Install')['run']} --dry-run --no-deps --no-build-isolation"
    installed = run(command, ROOT, PLACE=place, EXTRA=extra, PIP_NO_INDEX="1")
    assert installed.returncode == 0, installed.stderr


def test_the_workflow_runs_the_action_with_all_tags() -> None:
    workflow = read(".github/workflows/validate.yml")
    checkout, action = workflow["jobs"]["data"]["steps"]
    assert checkout["with"]["fetch-depth"] == "0"
    assert action["uses"] == "./"
    assert workflow["permissions"] == {"contents": "read"}


def test_the_hook_finds_what_is_wrong(released: Path) -> None:
    (hook,) = read(".pre-commit-hooks.yaml")
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert run(hook["entry"], released).returncode == 0
    (released / "data/reviewed/trade.yaml").write_text(GROWN.replace("[trade]", "[fish]"), encoding="utf-8")
    refused = run(hook["entry"], released)
    assert refused.returncode == 1
    assert refused.stderr.startswith("data/reviewed/trade.yaml:10: claim 1a2b3c4d: topics 'fish' is none of")
