"""How far a run is, where a person watches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lt_by_claims.corpus.folder import Manifest

Watch = Callable[[Iterable[Manifest], Callable[[], int]], Iterable[Manifest]]
"""What hands on the finished partitions one by one, and may ask how many texts there are in all."""


def unwatched(manifests: Iterable[Manifest], total: Callable[[], int]) -> Iterable[Manifest]:
    """The partitions, and nothing shown."""
    return manifests


def watched(manifests: Iterable[Manifest], total: Callable[[], int]) -> Iterator[Manifest]:
    """The partitions, with a bar on a terminal: texts, texts a second, time left."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield from manifests
        return
    speed = TextColumn("texts  {task.fields[speed]:.1f}/s")
    columns = (BarColumn(), MofNCompleteColumn(), speed, TimeRemainingColumn(compact=True))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total(), speed=0.0)
        made = 0
        for manifest in manifests:
            made += 0 if manifest.kept else manifest.texts
            seconds = bar.tasks[0].elapsed or 1.0
            bar.update(task, advance=manifest.texts, speed=made / seconds)
            yield manifest
