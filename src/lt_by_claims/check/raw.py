"""The raw files, against the hashes that were published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from lt_by_claims.check.published import AGAIN
from lt_by_claims.problem import Problem
from lt_by_claims.project import RAW, facts_without_text
from lt_by_claims.validate import Held


def without_text(folder: Path) -> Iterator[Problem]:
    """What is known of texts that are not there; this is a warning, for such a file does no harm."""
    for file in facts_without_text(folder):
        path, what = (RAW / file.name).as_posix(), "describes a text that is not there"
        to_do = f"put {file.stem}.txt beside it, or take it away"
        yield Problem(path=path, check="raw file", what=what, to_do=to_do, severity="warning")


def changed_since(folder: Path, documents: Held) -> Iterator[Problem]:
    """Raw files that are not, byte for byte, those that the tables were made from."""
    pairs = zip(documents["raw_path"].to_pylist(), documents["sha256"].to_pylist(), strict=True)
    for at, (raw_path, digest) in enumerate(pairs):
        path = Path(raw_path or "")
        if path.parent != RAW or digest is None:
            if raw_path is not None:
                what = f"raw_path is {raw_path!r}, which is no file of {RAW.as_posix()}"
                yield documents.problem(at, "raw file", what, AGAIN, "raw_path")
            continue
        file = folder / path
        if not file.is_file() or file.is_symlink():
            what, to_do = "is published, and is not there", f"bring it back, or {AGAIN}"
            yield Problem(path=path.as_posix(), check="raw file", what=what, to_do=to_do)
        elif hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            what, to_do = "has changed since it was published: its SHA-256 is another", f"bring it back, or {AGAIN}"
            yield Problem(path=path.as_posix(), check="raw file", what=what, to_do=to_do)
