"""May this be published after what was published before? No claim is silently lost, and the version rises enough."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lt_by_claims import project
from lt_by_claims.claim import Rows
from lt_by_claims.diff import Change, Difference, Side, diff, side_of_rows
from lt_by_claims.diff.saying import counted
from lt_by_claims.problem import Problem
from lt_by_claims.settings import FILE, TABLE, Settings


def difference(before: Side | None, rows: Rows, said: Settings) -> Difference | None:
    """What the rows change against what was published before; None where nothing was."""
    return diff(before, side_of_rows("this build", rows, said.version)) if before else None


def refused(told: Difference | None, said: Settings) -> Iterator[Problem]:
    """Why the update may not be published."""
    if told is not None:
        yield from map(loss, told.of("claims", "lost", "re-used"))
        yield from map(loss, told.of("retired", "forgotten"))
        yield from version(told, said)


def loss(change: Change) -> Problem:
    """That a claim is not there any more, and nothing says why."""
    document, _, name = change.name.rpartition("/")
    match change.sort:
        case "re-used":
            what, to_do = "names another claim than it did", "give the new one an id of its own, and retire this one"
        case "forgotten":
            now = ", ".join(one.rpartition("/")[2] for one in change.into)
            what, to_do = "was retired, and is no longer under `retired`", f"write it there again, as `{name}: [{now}]`"
        case _:
            what = "was published and is gone"
            to_do = f"write under `retired` what says it now, as `{name}: [new ids]`, or `{name}:` where nothing does"
    path = project.review_file(Path(), document).as_posix()
    return Problem(path=path, who=f"claim {name}", claim=change.name, check="lineage", what=what, to_do=to_do)


def version(told: Difference, said: Settings) -> Iterator[Problem]:
    """That the version has not risen by the step that the changes demand; a project that says none promises nothing."""
    before, now = told.old_version, said.version
    if before is None or now is None or not before.released:
        return
    if now < before:
        what, to_do = f'dataset is "{now}", but {told.old} is of {before}', "versions only rise"
    elif told.demands and now.numbers < told.demands.numbers:
        changes = ", ".join(f"{counted(len(found), table)} {sort}" for table, sort, found in told.grouped())
        what = f'dataset is "{now}", and since {told.old}, {before}, there are {changes}, a {told.step} step'
        to_do = f'set dataset = "{told.demands}" in [{TABLE}]'
    else:
        return
    yield Problem(path=FILE.as_posix(), line=said.line, check="version", what=what, to_do=to_do)
