"""A folder is replaced whole: who looks in sees the old files or the new ones, never some of both."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lt_by_claims.dataset.places import lock, set_aside
from lt_by_claims.errors import PublishError
from lt_by_claims.publish.exchange import exchange


def replace(folder: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a new folder beside this one, and put it in its place once it is on the disk.

    PublishError where another process is at it, or where it cannot be written; the folder is then as it was.
    """
    folder = folder.resolve()
    made = folder.with_name(f".{folder.name}.new")
    there = folder.exists()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            recover(folder, made)
            try:
                made.mkdir()
                write(made)
                keep(folder, made)
                settle(made)
                swap(folder, made)
            finally:
                recover(folder, made)
    except OSError as error:
        left = "is as it was" if folder.exists() or not there else "was taken away meanwhile"
        raise PublishError(f"{folder}: cannot be written, and {left}: {error.strerror or error}") from error


def recover(folder: Path, made: Path) -> None:
    """Clear up: what was set aside goes back where nothing came in its place, and what is left over goes."""
    old = set_aside(folder)
    if old.exists() and not folder.exists():
        old.rename(folder)
    for left in (old, made):
        if left.exists():
            shutil.rmtree(left)


def keep(folder: Path, made: Path) -> None:
    """Take hidden files along, such as `.gitattributes`; refuse to throw away anything else that is not replaced."""
    there = {path.name for path in folder.iterdir()} if folder.exists() else set()
    strange = sorted(name for name in there if not name.startswith(".") and not (made / name).exists())
    if strange:
        raise PublishError(
            f"{folder / strange[0]}: not a file of the dataset, and publishing replaces the folder: move it"
        )
    for name in there:
        if not (made / name).exists():
            copy = shutil.copytree if (folder / name).is_dir() else shutil.copy2
            copy(folder / name, made / name)


def settle(folder: Path) -> None:
    """Wait until the files of a folder are on the disk."""
    for path in (*folder.iterdir(), folder):
        sync(path)


def sync(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    if sys.platform == "win32" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def swap(folder: Path, made: Path) -> None:
    """Put the new folder in the place of the old one, in one step where the system can.

    Where it takes two, `load` reads what is set aside between them.
    """
    if not (folder.exists() and exchange(folder, made)):
        if folder.exists():
            folder.rename(set_aside(folder))
        made.rename(folder)
    sync(folder.parent)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep others from writing the folder meanwhile; the lock goes with the process, however that ends."""
    path = lock(folder)
    with path.open("a+", encoding="utf-8") as file:
        if not hold(file.fileno()) or not path.exists() or not os.path.samestat(os.fstat(file.fileno()), path.stat()):
            file.seek(0)
            who = file.read().strip() or "another process"
            raise PublishError(f"{folder}: {who} is writing it: wait until it is done, then build again")
        try:
            file.truncate(0)
            file.write(f"process {os.getpid()}")
            file.flush()
            yield
        finally:
            path.unlink(missing_ok=True)


if sys.platform == "win32":
    import msvcrt

    def hold(handle: int) -> bool:
        """Take the lock of an open file, if it is free."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def hold(handle: int) -> bool:
        """Take the lock of an open file, if it is free."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
