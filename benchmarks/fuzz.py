"""Any bytes, texts, reviews and rows: nothing comes out but what is asked for, or a ClaimsError.

python benchmarks/fuzz.py [--examples 100000]
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lt_by_claims.claim import Claim, rows
from lt_by_claims.document import Document
from lt_by_claims.errors import ClaimsError
from lt_by_claims.measure import find
from lt_by_claims.read import read_bytes, read_text
from lt_by_claims.review import review
from lt_by_claims.validate import checked

SLOWEST = 1.0
"""Seconds a kilobyte, beyond which an input counts as a failure."""

TEXT = "Trade fell by 12% in 2019, to less than €800 million. Ports lost some 60 firms.\n\nLatvia may follow."
WORDS = st.sampled_from(
    ["12%", "€800 million", "a third", "1,146.5", "first", "between 3 and 4", "[a](#)", "* ", "# ", "\n", "\n\n", ". ",
     "“", "- ", "2019", "2020-10?", "\r\n", "\u200b", "\ufeff", "|", "```", "Mr. ", "(", ")", "&amp;", "½", "٣", "\x00"]
)  # fmt: skip
ANY_TEXT = st.lists(WORDS | st.text(max_size=8), max_size=40).map("".join)
YAML = st.sampled_from(
    ["- id: 1a2b3c4d\n", "  claim: Trade fell.\n", "  quote: Trade fell\n", "  topics: [trade]\n", "  claim_type: event\n",
     "  quantities:\n", "  - text: 12%\n", "    low: 12\n", "    high: 12\n", "    kind: percent\n", "retired:\n", "&a ",
     "*a", "!!python/object", "{", "}", "[", "]", "? ", "|\n", ">-\n", "\t", "---\n", ": ", "#", "\x85", "'", '"', "%\n"]
)  # fmt: skip
HEAD = st.sampled_from(["document: text\nguidelines: 2\n\nclaims:\n", "document: text\nclaims:\n", ""])
REVIEWS = st.tuples(HEAD, st.lists(YAML | st.text(max_size=5), max_size=30).map("".join)).map("".join)
SCALARS = st.none() | st.text(max_size=4) | st.integers() | st.floats() | st.booleans() | st.dates() | st.decimals()
CELLS = SCALARS | st.lists(SCALARS, max_size=3) | st.just({})


def document() -> Document:
    """What reviews and rows are of."""
    return read_text(TEXT)


def reviewed(folder: Path, text: str) -> None:
    """A text as a reviewed file."""
    path = folder / "text.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    review(path, document())


def held(changes: tuple[str, int, dict[str, Any]]) -> None:
    """Rows with some other cells."""
    claims = [Claim("Trade fell.", 0, 10, "event", ("trade",)), Claim("It did.", 0, 14, "event", ("trade",))]
    made = rows(document(), claims, reviewed=False)
    table, at, cells = changes
    some = made[table]
    if some:
        names = list(some[0])
        some[at % len(some)].update({names[int(key) % len(names)]: value for key, value in cells.items()})
    checked(made)


def targets(folder: Path) -> dict[str, tuple[st.SearchStrategy[Any], Callable[[Any], object]]]:
    """What is fed, and with what."""
    changes = st.tuples(
        st.sampled_from(["documents", "claims"]), st.integers(0, 3),
        st.dictionaries(st.integers(0, 30).map(str), CELLS, max_size=4),
    )  # fmt: skip
    return {
        "read bytes": (st.binary(max_size=200) | ANY_TEXT.map(lambda t: t.encode("utf-8", "surrogatepass")),
                       lambda raw: read_bytes(raw, "text", "text.txt")),
        "read text": (ANY_TEXT, read_text),
        "measure": (ANY_TEXT, find),
        "review": (REVIEWS, lambda text: reviewed(folder, text)),
        "validate": (changes, held),
    }  # fmt: skip


def run(examples: int) -> None:
    """Feed all, and say how many were tried and refused."""
    with tempfile.TemporaryDirectory() as name:
        for what, (strategy, target) in targets(Path(name)).items():
            counts = fed(strategy, target, examples // 5)
            print(f"{what}: {counts['fed']:,} inputs, {counts['refused']:,} refused in words", flush=True)


def fed(strategy: st.SearchStrategy[Any], target: Callable[[Any], object], examples: int) -> Counter[str]:
    """How many inputs were tried, and how many refused; an error where one is too slow or breaks it."""
    counts: Counter[str] = Counter()

    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(strategy)
    def feed(given: Any) -> None:
        counts["fed"] += 1
        kilobytes = max(len(given) / 1000 if isinstance(given, str | bytes) else 1, 1)
        seconds, refused = tried(target, given)
        if seconds > SLOWEST * kilobytes:  # once more, for the first may have paid for what it imports
            seconds, _ = tried(target, given)
        counts["refused"] += refused
        assert seconds < SLOWEST * kilobytes

    feed()
    return counts


def tried(target: Callable[[Any], object], given: Any) -> tuple[float, bool]:
    """The processor seconds that one input takes, and whether it is refused in words."""
    began = time.process_time()
    try:
        target(given)
    except ClaimsError:
        return time.process_time() - began, True
    return time.process_time() - began, False


def main() -> None:
    """As many as are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=100_000)
    run(parser.parse_args().examples)
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:,.0f} MB")


if __name__ == "__main__":
    main()
