"""A new session of Python: lines come in on stdin as JSON, and what each prints goes out on stdout."""

from __future__ import annotations

import json
import sys
from contextlib import redirect_stdout
from io import StringIO


def printed(typed: str, names: dict[str, object]) -> str:
    """What Python prints on a line."""
    with redirect_stdout(StringIO()) as out:
        exec(compile(typed, "page", "single"), names)
    return out.getvalue()


if __name__ == "__main__":
    session: dict[str, object] = {}
    print(json.dumps([printed(line, session) for line in json.load(sys.stdin)]))
