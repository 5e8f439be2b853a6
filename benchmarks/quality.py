"""Write docs/quality.md: how good the machine is on its own texts, and on measuring sets that other people made.

    python benchmarks/quality.py SETS

SETS is a folder with `bulletin/` (a text, `*.gold.jsonl` and `*.meta.json`), `split/` and `quant/` (each with its
scorer and its sets). Their sentences belong to their authors, so the folder is not part of the project.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from typing import Any

from lt_by_claims.agreement import agreement
from lt_by_claims.claim import Claim, Quantity
from lt_by_claims.document import Document
from lt_by_claims.draft import draft
from lt_by_claims.errors import UsageError
from lt_by_claims.evaluate import FIELDS, Evaluation, evaluate
from lt_by_claims.project import review_file, texts
from lt_by_claims.read import read, read_text
from lt_by_claims.review import review

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "quality.md"
HERE = Path(__file__).parent
PEERS = tomllib.loads((HERE / "peers.toml").read_text(encoding="utf-8"))

SUMMARIES = ("rose", "realsumm", "pyrxsum")
"""Sets of one kind, whose mean is told."""

CLOSE = 0.75
"""Likeness from which a draft says what the settled claim says, but for a word or two."""

GRAINS = {"factlens": "claim", "wikibm": "claim"}
"""The grain that a set wants, where it is not the fact."""

Table = Sequence[Sequence[str]]


def bulletins(folder: Path) -> Iterator[tuple[str, Evaluation]]:
    """The drafts of every text with gold claims, held against them: those of the project, and those of the sets."""
    for path in texts(ROOT):
        document, file = read(path, ROOT), review_file(ROOT, path.stem)
        if file.is_file():
            yield path.stem, evaluate(draft(document), review(file, document))
    for gold in sorted(folder.glob("*.gold.jsonl")):
        text, meta = (gold.with_name(gold.name.replace(".gold.jsonl", end)) for end in (".txt", ".meta.json"))
        published = json.loads(meta.read_text(encoding="utf-8"))["published"]
        document = read_text(text.read_text(encoding="utf-8"), published=published)
        yield text.stem, evaluate(draft(document), [gold_claim(row, document) for row in json_lines(gold)])


def gold_claim(row: Mapping[str, Any], document: Document) -> Claim:
    """A gold claim, found in its text by its quote."""
    start = document.text.index(row["quote"])
    return Claim(
        claim=row["claim"],
        start=start,
        end=start + len(row["quote"]),
        claim_type=row["claim_type"],
        topics=tuple(row["topics"]),
        attribution=row["attribution"],
        negated=row["negated"],
        modality=row["modality"],
        actors=tuple(row["actors"]),
        time=row["time"],
        quantities=tuple(gold_quantity(value, document, start) for value in row["quantities"]),
    )


def gold_quantity(value: Mapping[str, Any], document: Document, after: int) -> Quantity:
    """A gold value, found in the quote or elsewhere in the text."""
    start = max(document.text.find(value["text"], after), document.text.find(value["text"]))
    low, high = (None if value[end] is None else Decimal(str(value[end])) for end in ("low", "high"))
    said = {key: value[key] or None for key in ("unit", "measure", "period")}
    return Quantity(
        value["text"], start, start + len(value["text"]), value["kind"], low, high, value["comparator"], **said
    )


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def on_bulletins(folder: Path) -> Iterator[Table]:
    """How near drafts come to what people settled: the claims and their fields, the numbers, and what is in doubt."""
    found = dict(bulletins(folder))
    heads = ("text", "claims", "F1 ≥ 0.6", "F1 ≥ 0.75", *FIELDS, "actors")
    yield [heads, *((name, *claim_figures(one)) for name, one in found.items())]
    heads = ("text", "numbers", "precision", "recall", "period", "measure")
    yield [heads, *((name, *number_figures(one)) for name, one in found.items())]
    heads = ("text", "drafted", "in doubt", "missed in doubt", "missed elsewhere")
    yield [heads, *((name, *doubt_figures(one)) for name, one in found.items())]


def claim_figures(one: Evaluation) -> Iterator[str]:
    """How many claims are settled, how many are found, and how far the fields agree."""
    yield str(len(one.reviews))
    yield from (f"{one.claims(threshold).f1:.3f}" for threshold in (0.6, 0.75))
    yield from (f"{one.agreement(field):.3f}" for field in FIELDS)
    yield f"{one.actors:.3f}"


def number_figures(one: Evaluation) -> Iterator[str]:
    """How many numbers there are, how many are read right, and how far what is said of them agrees."""
    score = one.numbers
    yield str(score.reviewed)
    yield from (f"{figure:.3f}" for figure in (score.precision, score.recall, one.periods, one.measures))


def doubt_figures(one: Evaluation) -> Iterator[str]:
    """How many claims are drafted, how many are in doubt, and what share of those, and of the others, is missed."""
    matched = {id(pair.draft) for pair in one.pairs if pair.likeness >= CLOSE}
    parts = [[claim for claim in one.drafts if bool(claim.doubts) == doubted] for doubted in (True, False)]
    yield str(len(one.drafts))
    yield str(len(parts[0]))
    yield from (f"{mean(id(claim) not in matched for claim in part):.3f}" if part else "" for part in parts)


def on_splitting(sets: Path) -> Table:
    """How near our statements come to what other people hold for the facts of a sentence."""
    rows = {grain: splitting(sets, grain) for grain in ("claim", "fact")}
    told = {name: rows[GRAINS.get(name, "fact")][name] | {"grain": GRAINS.get(name, "fact")} for name in rows["claim"]}
    together = [told[name] for name in SUMMARIES]
    told[", ".join(SUMMARIES)] = {
        "grain": "fact",
        **{key: mean(row[key] for row in together) for key in ("F1", "F1 ≥ 0.75")},
    }
    heads = (
        "set",
        "grain",
        "F1",
        "F1 ≥ 0.75",
        "claims",
        "gold",
        "faithful",
        "covered",
        "numbers covered",
        "pronoun first",
    )
    lines = [
        [name, *(cell(row.get(head)) for head in heads[1:]), cell(PEERS["splitting"].get(name))]
        for name, row in told.items()
    ]
    return [(*heads, "best other"), *lines]


def splitting(sets: Path, grain: str) -> dict[str, dict[str, float]]:
    """What the scorer of the splitting sets prints of our splitter, set by set."""
    command = f"{sys.executable} {HERE / 'splitter.py'} --grain {grain}"
    printed = run([sys.executable, "-m", "split", command], sets).splitlines()[1:]
    names = (
        "F1",
        "F1 ≥ 0.75",
        "claims",
        "gold",
        "faithful",
        "numbers faithful",
        "covered",
        "numbers covered",
        "pronoun first",
    )
    cells = (line.replace("|", " ").split() for line in printed)
    return {name: dict(zip(names, map(float, figures), strict=True)) for name, *figures in cells}


def on_numbers(sets: Path) -> Table:
    """How well numbers and dates are read in sentences that other people annotated."""
    with TemporaryDirectory() as folder:
        saved = Path(folder) / "scores.json"
        command = f"{sys.executable} {HERE / 'measurer.py'}"
        run([sys.executable, "score.py", f"ours={command}", "--json", str(saved)], sets / "quant")
        scores = json.loads(saved.read_text(encoding="utf-8"))
    heads = ("set", "level", "precision", "recall", "F1", "best other")
    return [heads, *(line for score in scores for line in number_lines(score))]


def number_lines(score: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    """The levels of one set that say what a number is, not just where it stands."""
    for level, figures in score["levels"].items():
        if level != "span":
            peer = PEERS["numbers"].get(score["set"], {}).get(level)
            yield score["set"], level, *(cell(figures[key]) for key in "prf"), cell(peer)


def run(command: Sequence[str], folder: Path) -> str:
    """What a scorer prints."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout


def cell(figure: str | float | None) -> str:
    """A figure as the tables show it."""
    return figure if isinstance(figure, str) else "" if figure is None else f"{figure:.1f}"


def markdown(table: Table) -> str:
    """A table of Markdown, figures to the right."""
    head, *rows = table
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def page(sets: Path) -> str:
    """The page, with every table where its words want it."""
    (claims, numbers, doubts), text = on_bulletins(sets / "bulletin"), (HERE / "quality.md").read_text(encoding="utf-8")
    tables: Iterable[tuple[str, Table]] = (
        ("claims", claims),
        ("values", numbers),
        ("doubts", doubts),
        ("splitting", on_splitting(sets)),
        ("numbers", on_numbers(sets)),
    )
    for name, table in tables:
        text = text.replace(f"<!-- {name} -->", markdown(table))
    return text.replace("<!-- annotators -->", annotators())


def annotators() -> str:
    """How far the annotators of the project's texts agree, where a text has several."""
    try:
        return agreement(ROOT).markdown()
    except UsageError:
        return "No text of this dataset has the files of several annotators yet; `evaluate --annotators` compares them."


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sets", type=Path, metavar="SETS", help="folder with bulletin/, split/ and quant/")
    PAGE.write_text(page(parser.parse_args().sets.resolve()), encoding="utf-8", newline="\n")
