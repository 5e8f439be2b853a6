"""Two folders change places in one step, where the system can do that."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

HERE = -100
"""That a path counts from the working folder (AT_FDCWD)."""

LINUX_EXCHANGE, DARWIN_SWAP = 2, 2

Exchange = Callable[[bytes, bytes], int]


def exchange(one: Path, other: Path) -> bool:
    """Let two folders of one disk change places at once; False where the system or the disk cannot."""
    call = system_call()
    return call is not None and call(os.fsencode(one), os.fsencode(other)) == 0


@cache
def system_call() -> Exchange | None:
    """What exchanges two paths: renameat2 of Linux, renamex_np of macOS; None where there is neither."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            return lambda one, other: int(library.renameat2(HERE, one, HERE, other, LINUX_EXCHANGE))
        if sys.platform == "darwin":
            return lambda one, other: int(library.renamex_np(one, other, DARWIN_SWAP))
    except (OSError, TypeError, AttributeError):
        pass
    return None
