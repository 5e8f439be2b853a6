"""The splitter as a command: JSON lines {"id", "text", "context"} in, JSON lines {"id", "claims"} out.

    python benchmarks/splitter.py [--grain fact] < items.jsonl > claims.jsonl

`context` is what stands before the text, and may be empty; pronouns of the text may stand for what it names.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser

from lt_by_claims import claims
from lt_by_claims.errors import DocumentError


def statements(text: str, context: str, grain: str) -> list[str]:
    """The claims of a text that stands after its context; none where it cannot be read."""
    before = f"{context.rstrip()}\n\n" if context.strip() else ""
    try:
        made = claims(before + text, grain=grain)
    except DocumentError:
        return []
    return made.loc[made["quote_start"] >= len(before), "claim"].tolist()


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--grain", default="claim", choices=("claim", "fact"))
    grain = parser.parse_args().grain
    for item in map(json.loads, sys.stdin):
        found = statements(item["text"], item.get("context") or "", grain)
        print(json.dumps({"id": item["id"], "claims": found}, ensure_ascii=False))
