"""Write the pages that the code says better than a person would, and the figures of the README.

    python scripts/write_docs.py

`docs/constructions.md`, `docs/finer-grain.md`, `docs/repairs.md`, `docs/numbers.md` and `docs/times.md` come from the
rules of language and their examples, `docs/data-dictionary.md` from the tables, `docs/reference/commands.md` from the
command line, `CITATION.cff` from the published dataset. The figures of the README are those of `lt-by-claims evaluate`.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lt_by_claims.measure import BORROWING
from lt_by_claims.measure import RULES as NUMBERS
from lt_by_claims.metadata import data_dictionary
from lt_by_claims.readings import evaluated
from lt_by_claims.rule import Rule
from lt_by_claims.split import CONSTRUCTIONS
from lt_by_claims.split.finer import FINER
from lt_by_claims.split.repair import REPAIRS
from lt_by_claims.tag.times import RULES as TIMES

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"

WRITTEN = "*Written from the rules by `scripts/write_docs.py`; edit them there.*"

ON_CONSTRUCTIONS = """The rules of syntax by which `lt_by_claims.split` takes a sentence apart, in the order in which
they are tried. The first that applies is applied, and its parts are taken apart in turn; each claim of a draft names
the rules that made it, in the column `made_by`. An arrow leads from a sentence to what **this one rule** makes of it;
other rules may go on from there, and pronouns are replaced later."""

ON_FINER = """The rules by which `lt_by_claims.claims(text, grain="fact")` takes claims further apart, into single
facts, one detail each, on what the [constructions](constructions.md) have left. What they leave out can be left out: a
statement that is denied, bounded ("only", "few"), reserved ("would", "may") or about what is generally so keeps all of
its details. An arrow leads from a sentence to what **this one rule** makes of it."""

ON_REPAIRS = """Habits of the parser that `lt_by_claims.split` mends before anything is split, in the order in which
they are tried. An arrow leads from a sentence that the parser gets wrong to the words that the repair mends, as
`word/relation>head`."""

ON_NUMBERS = """The rules by which `lt_by_claims.measure` reads the numbers of running text, in the order in which they
are tried; at each place the first that applies counts. An arrow leads from a text to all values that are found in
it, with comparator, ends and unit. Dates, and names that hold a number, are read first, so that they become no
values. The last rules find for a number without a unit the one that it shares with a number beside it."""

ON_TIMES = """The rules by which `lt_by_claims.calendar` reads the times in a text, and `lt_by_claims.tag` finds when a
statement holds, as [EDTF](https://www.loc.gov/standards/datetime/): first those that see moments, by the calendar,
reckoned from the day of publication (in the examples 15 October 2020, a Thursday) or from a time told before; then
those that make one moment of two, or open one end; last those that say how a moment bounds a statement's time. Where a
moment needs the publication, the words that need none stand before its EDTF. `lt_by_claims.times(text, published=…)`
gives the moments of any text."""

FIGURES = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)
"""Where the README has them."""

MARKUP = re.compile(r"([\\`*_\[\]<>~|$])")


def pages() -> dict[Path, str]:
    """The text of every page that is written from code, by its path."""
    docs = ROOT / "docs"
    return {
        docs / "constructions.md": page("Constructions", ON_CONSTRUCTIONS, CONSTRUCTIONS),
        docs / "finer-grain.md": page("The finer grain", ON_FINER, FINER),
        docs / "repairs.md": page("Repairs", ON_REPAIRS, REPAIRS),
        docs / "numbers.md": page("Numbers", ON_NUMBERS, (*NUMBERS, *BORROWING)),
        docs / "times.md": page("Times", ON_TIMES, TIMES),
        docs / "data-dictionary.md": data_dictionary(),
        docs / "reference" / "commands.md": commands(),
        ROOT / "CITATION.cff": (ROOT / "data" / "processed" / "CITATION.cff").read_text(encoding="utf-8"),
    }


SHELL = """`lt-by-claims --install-completion` lets your shell (bash, zsh, fish, PowerShell) complete commands and
options, the texts of a project, the names of rules, and the ids of claims, of which zsh and fish tell what they say."""


def commands() -> str:
    """The page of the commands, as Typer writes it."""
    ask = [sys.executable, "-m", "typer", "lt_by_claims.cli", "utils", "docs", "--name", "lt-by-claims"]
    told = subprocess.run([*ask, "--title", "Commands"], capture_output=True, text=True, check=True).stdout
    return f"{told.rstrip()}\n\n## In a shell\n\n{SHELL}\n"


def page(title: str, about: str, rules: Iterable[Rule[Any, Any]]) -> str:
    """A page of rules."""
    return "\n".join([f"# {title}", "", WRITTEN, "", about, *(line for rule in rules for line in section(rule))]) + "\n"


def section(rule: Rule[Any, Any]) -> Iterator[str]:
    """A rule: what it does, what it makes of its examples, and what it leaves alone."""
    yield from ("", f"## {rule.name}", "", plain(rule.about), "")
    for given, made in rule.examples.items():
        yield f"- {plain(given)}"
        yield from (f"  - → {plain(one)}" for one in made or ["nothing"])
    if rule.leaves_alone:
        yield from ("", "It leaves alone:", "")
        yield from (f"- {plain(text)}" for text in rule.leaves_alone)


def plain(text: str) -> str:
    """A text on one line, in which nothing is taken for Markdown."""
    return MARKUP.sub(r"\\\1", " ".join(text.split()))


def with_figures(readme: str, figures: str) -> str:
    """The README with how good the drafts are, as measured."""
    return FIGURES.sub(lambda _: f"```text\n{figures}\n```\n", readme)


def measured() -> str:
    """How good the drafts of the reviewed texts are."""
    return str(evaluated(ROOT, []))


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")
    README.write_text(with_figures(README.read_text(encoding="utf-8"), measured()), encoding="utf-8", newline="\n")
