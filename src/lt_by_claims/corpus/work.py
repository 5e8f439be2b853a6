"""What a worker does: a partition in, its files out. The same in a process of the pool and on a cluster."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from time import perf_counter

from lt_by_claims.corpus.checking import tables_of
from lt_by_claims.corpus.drafting import draft_all
from lt_by_claims.corpus.folder import Folder, Manifest, manifest_of
from lt_by_claims.corpus.partition import Partition
from lt_by_claims.corpus.settings import Settings, rules, version_of
from lt_by_claims.errors import UsageError

ONE_AT_A_TIME = Lock()
"""A process drafts one partition at a time, however many threads a cluster gives it; the parser is made for one."""


def work(partition: Partition, url: str, settings: Settings, beat: Callable[[], None] = lambda: None) -> Manifest:
    """Draft a partition and write its files; what they hold."""
    from lt_by_claims.split.parser import WANTED

    agrees(settings)
    with ONE_AT_A_TIME:
        started, before = perf_counter(), WANTED.set(settings.model)
        try:
            made = draft_all(partition.sources, settings, beat)
        finally:
            WANTED.reset(before)
        tables, failures = tables_of(made, partition.sources)
        manifest = manifest_of(partition.name, tables, failures, settings, perf_counter() - started)
        Folder(url).write(tables, manifest)
    return manifest


def probe(partition: Partition, settings: Settings, beat: Callable[[], None] = lambda: None) -> None:
    """Draft texts that may kill their worker, and keep nothing."""
    from lt_by_claims.split.parser import WANTED

    with ONE_AT_A_TIME:
        before = WANTED.set(settings.model)
        try:
            draft_all(partition.sources, settings, beat)
        finally:
            WANTED.reset(before)


def agrees(settings: Settings) -> None:
    """UsageError where a worker has other rules or another model than the run was begun with."""
    if settings.rules != rules() or settings.model_version != version_of(settings.model or ""):
        raise UsageError("a worker has another version of lt_by_claims or of the model: install the same everywhere")
