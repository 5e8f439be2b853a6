"""The command line: one short function for each verb."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from lt_by_claims import __version__
from lt_by_claims.errors import ClaimsError, UsageError


class Commands(TyperGroup):
    """Commands whose errors are said in words, one a line, on stderr."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; exit with 1 where it finds problems and with 2 where it was used wrongly."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except ClaimsError as error:
            for problem in error.problems:
                typer.echo(problem, err=True)
            raise typer.Exit(2 if isinstance(error, UsageError) else 1) from None


app = typer.Typer(cls=Commands, no_args_is_help=True, rich_markup_mode="rich")

Project = Annotated[
    Path, typer.Option("--project", metavar="DIR", file_okay=False, exists=True, help="Folder that holds data/raw.")
]
HERE = Path()


def begun(what: str) -> Callable[..., list[tuple[str, str]]]:
    """What a shell may put for a word of a kind; looked up when a person presses the key, and not before."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from lt_by_claims.completion import offered

        return offered(what, ctx.params.get("project") or HERE, incomplete)

    return complete


def one_of(*words: str) -> Callable[..., list[str]]:
    """Likewise, for a word that is one of a few."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete)]

    return complete


def choice(option: str, about: str, *words: str) -> Any:
    """An option whose value is one of a few words."""
    return typer.Option(option, metavar="|".join(words), help=about, autocompletion=one_of(*words))


CORES = os.cpu_count() or 1


def say_version(wanted: bool) -> None:
    """Print the version, and that is all."""
    if wanted:
        typer.echo(f"lt-by-claims {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=say_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Policy texts in; a table of atomic, source-linked claims out, with every number in them as data."""


@app.command()
def build(project: Project = HERE) -> None:
    """Make the dataset: raw texts and their reviews in, tables in data/processed out.

    A text without a review is published as the machine's draft. Where anything is wrong, nothing is published.

    Example: lt-by-claims build --project ~/my-texts
    """
    from lt_by_claims.build import build

    typer.echo(build(project, watched))


@app.command()
def validate(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="A project, or any folder of published tables.")
    ] = None,
    gaps: Annotated[
        bool, typer.Option("--gaps", help="List the sentences and numbers that belong to no claim.")
    ] = False,
    form: Annotated[
        str,
        choice("--format", "How problems are told.", "text", "json", "github", "junit", "sarif"),
    ] = "text",
    fail_on: Annotated[
        str,
        choice("--fail-on", "What makes the exit code 1.", "error", "warning"),
    ] = "error",
    project: Project = HERE,
) -> None:
    """Check texts, reviews and published tables, and write nothing.

    Example: lt-by-claims validate --gaps

    Example: lt-by-claims validate --format sarif > problems.sarif
    """
    from lt_by_claims.check import check
    from lt_by_claims.report import FORMATS, chosen

    tell, on = chosen("--format", form, FORMATS), chosen("--fail-on", fail_on, {"error": "error", "warning": "warning"})
    told = check(folder or project, watched)
    typer.echo(tell(told.problems), err=form == "text", nl=False)
    if form == "text" and told.summary and not told.fails(on):
        typer.echo(told.summary)
    if gaps and told.summary:
        typer.echo("".join(f"\n{gap}" for gap in told.summary.gaps), err=form != "text")
    if told.fails(on):
        raise typer.Exit(1)


@app.command()
def draft(
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT", help="A document of the project, or a .txt or .md file.", autocompletion=begun("text")
        ),
    ],
    save: Annotated[
        bool, typer.Option("--save", help="Write data/reviewed/<document>.yaml, if there is none.")
    ] = False,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Write here; - is stdout.")] = "-",
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help='When the text came out, as 2021-10; from it "last year" is told.'),
    ] = None,
    project: Project = HERE,
) -> None:
    """Write the claims that the machine sees in a text, for a person to edit; `# doubt:` marks what to look at first.

    Example: lt-by-claims draft my-report --save

    Example: lt-by-claims draft ~/any-text.md --published 2021-10
    """
    from lt_by_claims import drafting

    file = drafting.review_file(project, text) if save else drafting.output_file(output)
    written = drafting.draft(project, text, published)
    typer.echo(drafting.save(file, written) if file else written, nl=file is not None)
    typer.echo(drafting.doubtful(written), err=True)


@app.command()
def show(
    claim: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM", help="Id of a claim, its 8 digits, or their beginning.", autocompletion=begun("claim")
        ),
    ],
    project: Project = HERE,
) -> None:
    """Show a claim marked in its source, with all that the tables say of it.

    Example: lt-by-claims show 1a2b3c4d
    """
    from lt_by_claims.project import published
    from lt_by_claims.shown import show

    typer.echo(show(claim, published(project)))


@app.command()
def diff(
    old: Annotated[
        str | None,
        typer.Argument(metavar="OLD", help="Folder, file or git revision; by default the last release."),
    ] = None,
    new: Annotated[
        str | None, typer.Argument(metavar="NEW", help="Likewise; by default the tables of the project.")
    ] = None,
    form: Annotated[
        str,
        choice("--format", "How it is told.", "text", "markdown", "json"),
    ] = "text",
    changelog: Annotated[bool, typer.Option("--changelog", help="Write it into CHANGELOG.md too, under Data.")] = False,
    project: Project = HERE,
) -> None:
    """Say what changed in the data, and which step of the version that demands.

    Example: lt-by-claims diff v0.1.0

    Example: lt-by-claims diff main HEAD --format markdown
    """
    from lt_by_claims import comparing

    told = comparing.compared(project, old, new)
    typer.echo(comparing.told_as(form, told))
    if changelog:
        typer.echo(comparing.recorded(project, told), err=True)


@app.command()
def explore(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help="The page to write.")
    ] = Path("claims.html"),
    project: Project = HERE,
) -> None:
    """Write one page for a browser: the texts with their claims marked in them, the claims, and their numbers.

    The page is a file of its own that needs no network and no server.

    Example: lt-by-claims explore --output claims.html
    """
    from lt_by_claims.explore import explore
    from lt_by_claims.project import published

    typer.echo(f"{output}: {explore(published(project), output)}")


@app.command()
def evaluate(
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DOCUMENT",
            help="By default all that are reviewed; or A.yaml B.yaml.",
            autocompletion=begun("reviewed"),
        ),
    ] = None,
    misses: Annotated[bool, typer.Option("--misses", help="Show the claims that found no like.")] = False,
    annotators: Annotated[
        bool, typer.Option("--annotators", help="Measure annotators: <document>.<annotator>.yaml.")
    ] = False,
    project: Project = HERE,
) -> None:
    """Measure fresh drafts against the reviews, one reviewed file (A) against another (B), or annotators.

    Example: lt-by-claims evaluate --misses
    """
    from lt_by_claims.agreement import agreement
    from lt_by_claims.readings import evaluated

    if annotators:
        typer.echo(agreement(project, documents or []))
        return
    result = evaluated(project, documents or [], watched)
    typer.echo(result)
    if misses:
        typer.echo(f"\n{result.misses()}")


@app.command()
def corpus(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCES", help="Folders, files, globs, @lists: .txt, .md, .jsonl(.gz, .zst), .parquet."
        ),
    ],
    out: Annotated[str, typer.Argument(metavar="OUT", help="Folder for the tables, in partitions.")],
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0 for none but this. By default one a core.")] = CORES,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Work on a Dask cluster, as tcp://host:8786.")
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="PACKAGE", help="Another model of spaCy that is installed.")
    ] = None,
    texts: Annotated[int, typer.Option(min=1, help="Texts of a partition, about.")] = 100,
    largest: Annotated[int, typer.Option(min=1, help="Characters of the largest text that is drafted.")] = 1_000_000,
    seconds: Annotated[float, typer.Option(min=0.1, help="Seconds that a text may take.")] = 120.0,
    retry: Annotated[bool, typer.Option("--retry", help="Try again what was set aside for time or an error.")] = False,
) -> None:
    """Draft any number of texts into a partitioned dataset, which load() reads; go on where a run has stopped.

    A text that gives no rows stands in the table errors, with the reason.

    Example: lt-by-claims corpus crawl.jsonl.gz claims --workers 4

    Example: lt-by-claims corpus s3://crawl/2024 s3://claims/2024 --scheduler tcp://10.0.0.1:8786
    """
    from lt_by_claims.corpus import corpus
    from lt_by_claims.corpus.progress import watched

    summary = corpus(
        sources,
        out,
        workers=workers,
        scheduler=scheduler,
        model=model,
        texts=texts,
        largest=largest,
        seconds=seconds,
        retry=retry,
        watch=watched,
    )
    typer.echo(summary)


@app.command()
def explain(
    rule: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[RULE]", help="Name of a rule; without it, all are listed.", autocompletion=begun("rule")
        ),
    ] = None,
) -> None:
    """Say what a rule of language does, with its examples and counter-examples.

    Example: lt-by-claims explain joined clauses
    """
    from lt_by_claims.explain import explain, listing

    typer.echo(explain(" ".join(rule)) if rule else listing())


def watched(paths: Sequence[Path]) -> Iterable[Path]:
    """The paths one by one, with a progress bar where a person watches and the work is long."""
    if len(paths) < 3 or not sys.stderr.isatty():
        return paths
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return track(paths, "reading", console=console, transient=True)
