"""What is left of a published dataset when its build is killed, starved or pulled away, counted.

    python benchmarks/faults.py [--kills 200] [--seed 1]

A small project stands published in one state, and is built to the other again and again. After each fault every file
of data/processed is held against SHA256SUMS, and the content must be that of the one state or the other: else it is
counted as lost or mixed. As root, a small tmpfs is the full disk and the folder that cannot be written; else a limit of
file size and permissions are.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from lt_by_claims.build import build
from lt_by_claims.dataset import load, release
from lt_by_claims.errors import ClaimsError, PublishError

TEXT = "Trade has grown this year. Norway exported goods worth around €60 million in 2019.\n"
TOML = 'title = "Trade"\nlanguage = "en"\nurl_status = "missing"\n'
CLAIM = """
- id: {number:08x}
  claim: {words}
  quote: Trade has grown this year
  claim_type: state
  topics: [trade]
"""
STATES = ("Trade has grown.", "Trade grew.")
CLAIMS = 300


def project(folder: Path) -> Path:
    """A project of one reviewed text."""
    for name, text in (("raw/trade.txt", TEXT), ("raw/trade.toml", TOML)):
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    state(folder, 0)
    return folder


def state(folder: Path, which: int) -> None:
    """Put the review into one of the two states."""
    blocks = "".join(CLAIM.format(number=number, words=STATES[which]) for number in range(1, CLAIMS + 1))
    path = folder / "data" / "reviewed" / "trade.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"document: trade\nguidelines: 2\n\nclaims:\n{blocks}", encoding="utf-8")


def forked(work: Callable[[], object]) -> int:
    """A process of its own that does the work, with 0 for done, 3 for an error in words and 4 for any other."""
    child = os.fork()
    if child:
        return child
    code = 4
    try:
        work()
        code = 0
    except ClaimsError:
        code = 3
    finally:
        os._exit(code)


def outcome(child: int) -> str:
    """How a process ended."""
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"
    return {0: "done", 3: "refused in words"}.get(os.WEXITSTATUS(status), "CRASHED")


def found(folder: Path, hashes: dict[str, str]) -> str:
    """What is published: the old state, the new one, or something that must not be."""
    processed = folder / "data" / "processed"
    if not processed.is_dir():
        return "LOST"
    lines = (processed / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = dict(reversed(line.split(maxsplit=1)) for line in lines)
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in processed.iterdir()}
    del there["SHA256SUMS"]
    whole = there == sums and len(load("claims", engine="arrow", folder=folder)) == CLAIMS
    return hashes.get(release(folder)["content_hash"], "MIXED") if whole else "MIXED"


def both(folder: Path) -> dict[str, str]:
    """The hash of each state, by what it is called."""
    hashes = {}
    for which in (1, 0):
        state(folder, which)
        build(folder)
        hashes[release(folder)["content_hash"]] = f"state {which}"
    return hashes


def seconds(folder: Path) -> float:
    """How long a build takes here, forked as those that are killed."""
    times = []
    for _ in range(5):
        begin = time.monotonic()
        outcome(forked(lambda: build(folder)))
        times.append(time.monotonic() - begin)
    return sorted(times)[2]


def kills(folder: Path, number: int, chance: random.Random) -> Counter[str]:
    """A build killed at so many random instants."""
    hashes, counts = both(folder), Counter[str]()
    longest = seconds(folder)
    for turn in range(number):
        state(folder, turn % 2)
        child = forked(lambda: build(folder))
        time.sleep(chance.uniform(0, 1.1 * longest))
        os.kill(child, signal.SIGKILL)
        ended = outcome(child)
        counts[f"{ended}, then {found(folder, hashes)}"] += 1
    state(folder, 0)
    build(folder)
    left = {path.name for path in (folder / "data").iterdir()} - {"raw", "reviewed", "processed"}
    counts[f"last, a build in peace: {found(folder, hashes)}, left over: {sorted(left) or 'nothing'}"] += 1
    return counts


def full_disk(folder: Path) -> Counter[str]:
    """Builds where the disk, or the size of a file, is full after so many kilobytes."""
    hashes, counts = both(folder), Counter[str]()
    state(folder, 1)
    filler = folder / "filler"
    for room in (0, 4, 8, 16, 32, 48, 64):
        if os.path.ismount(folder):
            filler.unlink(missing_ok=True)
            free = shutil.disk_usage(folder).free
            filler.write_bytes(b"x" * max(free - room * 1024, 0))
            child = forked(lambda: build(folder))
        else:
            child = forked(lambda room=room: limited(folder, room))
        counts[f"{outcome(child)}, then {found(folder, hashes)}"] += 1
    filler.unlink(missing_ok=True)
    build(folder)
    counts[f"with room again: {found(folder, hashes)}"] += 1
    return counts


def limited(folder: Path, room: int) -> None:
    """A build that may write no file larger than this."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room * 1024, room * 1024))
    build(folder)


def read_only(folder: Path) -> Counter[str]:
    """A build into a folder that cannot be written."""
    hashes, counts = both(folder), Counter[str]()
    state(folder, 1)
    lock, unlock = (["mount", "-o", f"remount,{how}", str(folder)] for how in ("ro", "rw"))
    if not os.path.ismount(folder):
        lock, unlock = (["chmod", how, str(folder / "data")] for how in ("a-w", "u+w"))
    subprocess.run(lock, check=True)
    try:
        counts[f"{outcome(forked(lambda: build(folder)))}, then {found(folder, hashes)}"] += 1
    finally:
        subprocess.run(unlock, check=True)
    return counts


def two_at_once(folder: Path) -> Counter[str]:
    """Two builds that begin together."""
    hashes, counts = both(folder), Counter[str]()
    for turn in range(20):
        state(folder, turn % 2)
        children = [forked(lambda: build(folder)) for _ in range(2)]
        ended = sorted(outcome(child) for child in children)
        counts[f"{' and '.join(ended)}, then {found(folder, hashes)}"] += 1
    return counts


def deleted(folder: Path, chance: random.Random) -> Counter[str]:
    """A folder taken away at a random instant of a build, and the build after it."""
    counts = Counter[str]()
    for turn in range(30):
        name = ("data/processed", "data/raw", "data")[turn % 3]
        shutil.rmtree(folder, ignore_errors=True)
        hashes = both(project(folder))
        state(folder, 1)
        longest = 0.3
        child = forked(lambda: build(folder))
        time.sleep(chance.uniform(0, longest))
        shutil.rmtree(folder / name, ignore_errors=True)
        ended = outcome(child)
        project(folder)
        build(folder)
        counts[f"{name}: {ended}; built again: {found(folder, hashes)}"] += 1
    return counts


def mounted(folder: Path) -> bool:
    """Can a small disk be made of the folder?"""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    return os.geteuid() == 0 and subprocess.run(command, capture_output=True, check=False).returncode == 0


def told(title: str, counts: Counter[str]) -> None:
    """A table of outcomes."""
    print(f"\n{title}")
    for what, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        print(f"{number:6}  {what}")


def main() -> None:
    """Run all of it."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--kills", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    chance = random.Random(asked.seed)
    base = Path(tempfile.mkdtemp())
    small = base / "small"
    disk = mounted(small)
    try:
        told(f"killed (-9) at {asked.kills} random instants", kills(project(base / "plain"), asked.kills, chance))
        told(f"full disk ({'tmpfs of 1 MB' if disk else 'limit of file size'})", full_disk(project(small)))
        told(f"read-only folder ({'tmpfs' if disk else 'permissions'})", read_only(project(small)))
        told("two builds at once", two_at_once(project(base / "plain")))
        told("a folder deleted under it", deleted(base / "gone", chance))
    finally:
        if disk:
            subprocess.run(["umount", str(small)], check=False)
        shutil.rmtree(base, ignore_errors=True)


if __name__ == "__main__":
    try:
        main()
    except PublishError as error:
        sys.exit(str(error))
