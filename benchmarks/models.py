"""The models that are installed, side by side: speed, memory, and how good the drafts are that they give.

    python benchmarks/models.py en_core_web_md en_core_web_sm … [--texts 40] [--project DIR]

Each model runs in a process of its own. Quality is the share of the claims that the generated texts are known to hold
and that the drafts have word for word, and what `lt-by-claims evaluate` says of the reviewed texts of a project.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from results import middle, save
from texts import known, texts


def main() -> None:
    """Measure each model in a process of its own, and save what is found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+")
    parser.add_argument("--texts", type=int, default=40)
    parser.add_argument("--project", type=Path, default=Path(__file__).parents[1])
    parser.add_argument("--one", action="store_true", help="measure in this process")
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measured(given.models[0], given.texts, given.project)))
        return
    command = [sys.executable, __file__, "--one", "--texts", str(given.texts), "--project", str(given.project)]
    found: dict[str, Any] = {}
    for model in given.models:
        done = subprocess.run([*command, model], check=True, capture_output=True, text=True)
        found[model] = json.loads(done.stdout.splitlines()[-1])
    save("models", {"texts": given.texts, "models": found})


def measured(model: str, number: int, project: Path) -> dict[str, Any]:
    """Speed, memory and quality of one model."""
    from lt_by_claims.draft import draft
    from lt_by_claims.read import read_text
    from lt_by_claims.readings import evaluated
    from lt_by_claims.split.parser import WANTED, english

    WANTED.set(model)
    documents = [read_text(record["text"], published=record["published"]) for record in texts(number)]
    draft(documents[0])
    tokens = sum(len(english().make_doc(p.text)) for document in documents for p in document.paragraphs)
    seconds, drafts = [], []
    for _ in range(3):
        started = time.process_time()
        drafts = [{claim.claim for claim in draft(document)} for document in documents]
        seconds.append(time.process_time() - started)
    wanted = [set(told["claims"]) for told in known(number)]
    right = sum(len(mine & theirs) for mine, theirs in zip(drafts, wanted, strict=True))
    result = evaluated(project, [])
    return {
        "version": english().meta["version"],
        "tokens_per_second": middle([tokens / one for one in seconds]),
        "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "known_claims_word_for_word": round(right / sum(map(len, wanted)), 4),
        "reviewed": str(result).splitlines()[1:5],
    }


if __name__ == "__main__":
    main()
