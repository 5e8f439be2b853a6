"""The commands as a person types them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lt_by_claims import __version__
from lt_by_claims.cli import app, watched
from small_project import REVIEW, contents, small, write

__all__ = ["small"]

COMMANDS = ("build", "validate", "draft", "show", "explore", "evaluate", "explain")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def typed(*words: object, **surroundings: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "lt_by_claims", *map(str, words)]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **surroundings})


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version").stdout == f"lt-by-claims {__version__}\n"


def test_help_names_every_command_and_each_has_an_example() -> None:
    told = run("--help").stdout
    for command in COMMANDS:
        assert command in told
        assert f"Example: lt-by-claims {command}" in run(command, "--help").stdout


def test_without_a_word_help_is_shown() -> None:
    assert "Usage: " in run().output


def test_build_then_validate_then_show(small: Path) -> None:
    built = run("build", "--project", small)
    assert (built.exit_code, built.stderr) == (0, "")
    assert "2 texts (1 reviewed), 5 claims, 1 number" in built.stdout
    checked = run("validate", "--project", small)
    assert (checked.exit_code, checked.stdout.strip() in built.stdout) == (0, True)
    shown = run("show", "1a2b3c4d", "--project", small)
    assert shown.stdout.splitlines()[:2] == ["trade/1a2b3c4d", "Trade has grown in 2020."]


def test_what_belongs_to_no_claim_is_listed_with_its_line(small: Path) -> None:
    write(small, "data/reviewed/trade.yaml", REVIEW[: REVIEW.index("- id: 1a2b0000")])
    assert "  trade           1 of 3   0 of 1" in run("build", "--project", small).stdout
    told = run("validate", "--gaps", "--project", small).stdout.splitlines()
    begin = "belongs to no claim:"
    assert (
        told[-3]
        == f"data/raw/trade.txt:1: the sentence {begin} 'Norway exported goods worth around €60 million in 2019.'"
    )
    assert told[-2] == f"data/raw/trade.txt:1: the number {begin} 'around €60 million'"
    assert told[-1].startswith(f"data/raw/trade.txt:3: the sentence {begin} 'Estonia sells power to Latvia.")


def test_the_project_is_the_folder_that_one_stands_in(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small)
    write(small, "data/reviewed/trade.yaml", REVIEW.replace("[trade]", "[fish]"))
    refused = run("build")
    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert refused.stderr.startswith("data/reviewed/trade.yaml:10: claim 1a2b3c4d: topics 'fish' is none of ")
    assert len(refused.stderr.splitlines()) == 1


def test_problems_go_to_stderr_one_a_line(small: Path) -> None:
    write(small, "data/raw/power.txt", b"")
    write(small, "data/reviewed/trade.yaml", REVIEW.replace("[trade]", "[fish]").replace("time: 2019", "time: then"))
    for command, lines in (("build", 3), ("validate", 4)):  # and nothing is published
        refused = run(command, "--project", small)
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert len(refused.stderr.splitlines()) == lines
    assert not contents(small)


@pytest.mark.parametrize(
    "words",
    [
        ("build", "--project", "no-such-folder"),
        ("build", "--fast"),
        ("rebuild",),
        ("show",),
        ("explain", "no such rule"),
        ("evaluate", "a.yaml"),
        ("evaluate", "a.yaml", "b.yaml"),
        ("draft", "no-such-text"),
    ],
)
def test_wrong_use_exits_with_2_and_a_word(words: tuple[str, ...]) -> None:
    refused = run(*words)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.strip()


@pytest.mark.parametrize("command", [("build",), ("show", "1a2b3c4d"), ("explore",)])
def test_a_folder_that_is_no_project_is_wrong_use(tmp_path: Path, command: tuple[str, ...]) -> None:
    refused = run(*command, "--project", tmp_path)
    assert refused.exit_code == 2
    assert (
        refused.stderr
        == f"{tmp_path}: no project, for it has no folder data/raw: go to one, or name it with --project\n"
    )


def test_before_a_build_there_is_nothing_to_show(small: Path) -> None:
    refused = run("show", "1a2b3c4d", "--project", small)
    assert refused.exit_code == 1
    assert "run lt-by-claims build" in refused.stderr


def test_a_draft_is_saved_once_and_never_over_a_review(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    to_stdout = run("draft", "power", "--project", small)
    assert to_stdout.stdout.startswith("document: power\nguidelines: 2\n\nclaims:\n\n- id: ")
    saved = run("draft", "power", "--save", "--project", small)
    file = small / "data/reviewed/power.yaml"
    assert saved.stdout == f"{file}\n"
    assert file.read_text(encoding="utf-8") == to_stdout.stdout
    monkeypatch.setattr("lt_by_claims.project.drafted", lambda document: pytest.fail("drafted in vain"))
    again = run("draft", "power", "--save", "--project", small)
    assert again.exit_code == 2
    assert "is there already" in again.stderr
    assert run("build", "--project", small).stdout.splitlines()[0].endswith("2 texts (2 reviewed), 5 claims, 1 number")


def test_any_text_can_be_drafted(small: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    text = tmp_path_factory.mktemp("elsewhere") / "My Résumé (2).md"
    text.write_text("# Rents\n\nRents rose last year.\n", encoding="utf-8")
    told = run("draft", text, "--project", small)
    assert (told.exit_code, told.stdout.splitlines()[0]) == (0, "document: my-resume-2")
    assert "in 2020" not in told.stdout
    refused = run("draft", text, "--save", "--project", small)
    assert (refused.exit_code, "put it into data/raw first" in refused.stderr) == (2, True)
    assert run("draft", text, "--output", text, "--project", small).exit_code == 2


def test_a_draft_reckons_from_the_date_that_is_given(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dates: list[str | None] = []
    monkeypatch.setattr("lt_by_claims.project.drafted", lambda document: dates.append(document.published) or [])
    for words in ((), ("--published", "2021-10")):
        assert run("draft", "power", *words, "--project", small).exit_code == 0
    assert dates == ["2020-10", "2021-10"]
    refused = run("draft", "power", "--published", "soon", "--project", small)
    assert (refused.exit_code, refused.stderr.startswith("--published: 'soon' is no EDTF date")) == (2, True)


def test_a_draft_goes_where_it_is_told_to(small: Path) -> None:
    file = small / "elsewhere" / "mine.yaml"
    assert run("draft", "power", "--output", file, "--project", small).exit_code == 0
    assert run("draft", "power", "--output", "-", "--project", small).stdout == file.read_text(encoding="utf-8")
    assert run("draft", "power", "--output", file, "--project", small).exit_code == 2


def test_a_text_that_is_not_there_is_answered_with_those_that_are(small: Path, tmp_path: Path) -> None:
    assert run("draft", "powr", "--project", small).stderr.endswith("nor a .txt or .md file; there are: power\n")
    (tmp_path / "empty").mkdir()
    assert run("draft", "powr", "--project", tmp_path / "empty").stderr.endswith("nor a .txt or .md file\n")


def test_drafts_are_measured_against_reviews(small: Path) -> None:
    told = run("evaluate", "--misses", "--project", small)
    assert told.exit_code == 0
    assert told.stdout.splitlines()[0].split() == ["draft", "review", "both", "precision", "recall", "F1"]
    assert "only in review" in told.stdout
    assert run("evaluate", "trade", "--project", small).stdout in told.stdout
    unreviewed = run("evaluate", "power", "--project", small)
    assert (unreviewed.exit_code, "power has no review" in unreviewed.stderr) == (2, True)


def test_two_reviewed_files_are_compared(small: Path) -> None:
    write(small, "second.yaml", REVIEW.replace("claim_type: state", "claim_type: event"))
    told = run("evaluate", small / "data/reviewed/trade.yaml", small / "second.yaml", "--project", small)
    assert told.stdout.splitlines()[0].split()[:2] == ["trade", "second"]
    assert ["claim", "type", "0.667"] in [line.split()[:3] for line in told.stdout.splitlines()]
    write(small, "second.yaml", REVIEW.replace("document: trade", "document: power"))
    refused = run("evaluate", small / "data/reviewed/trade.yaml", small / "second.yaml", "--project", small)
    assert (refused.exit_code, "compare two of one document" in refused.stderr) == (1, True)


def test_a_pipe_gets_no_progress_bar(capfd: pytest.CaptureFixture[str]) -> None:
    paths = [Path(str(number)) for number in range(10)]
    assert list(watched(paths)) == paths
    assert capfd.readouterr() == ("", "")


def test_a_closed_pipe_ends_quietly(small: Path) -> None:
    for name in ("power.txt", "power.toml"):
        (small / "data/raw" / name).unlink()
    command = f"{sys.executable} -m lt_by_claims validate --project {small} | head -c 0"
    run("build", "--project", small)
    ended = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert ended.stderr == b""


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_output_is_utf_8_in_every_locale(small: Path, locale: str) -> None:
    (small / "data/raw/power.txt").unlink()
    run("build", "--project", small)
    for more in ({}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}):
        told = typed("show", "1a2b0000", "--project", small, LC_ALL=locale, **more)
        assert "around €60 million" in told.stdout.decode("utf-8")
        assert told.stderr == b""


WITHOUT_SPACY = """
import sys
sys.modules["spacy"] = None
from lt_by_claims.cli import app
app()
"""


@pytest.mark.parametrize("words", [("draft", "power"), ("evaluate",), ("build",)])
def test_without_spacy_one_is_told_how_to_get_it(small: Path, words: tuple[str, ...]) -> None:
    told = subprocess.run([sys.executable, "-c", WITHOUT_SPACY, *words], capture_output=True, text=True, cwd=small)
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == 'no English model is installed: pip install "lt-by-claims[draft]"\n'


def test_rules_are_explained_without_spacy(small: Path) -> None:
    words = [sys.executable, "-c", WITHOUT_SPACY, "explain", "joined", "clauses"]
    told = subprocess.run(words, capture_output=True, text=True, cwd=small)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("joined clauses\n")


LIGHT = """
import sys
from typer.testing import CliRunner
from lt_by_claims.cli import app
assert CliRunner().invoke(app, ["--help"]).exit_code == 0
print([name for name in ("pandas", "pandera", "pyarrow", "spacy", "yaml") if name in sys.modules])
"""


def test_help_loads_nothing_heavy() -> None:
    told = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"


def test_an_interrupt_ends_quietly(monkeypatch: pytest.MonkeyPatch, small: Path) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lt_by_claims.build.build", interrupted)
    ended = run("build", "--project", small)
    assert ended.exit_code == 130
    assert "Traceback" not in ended.output
