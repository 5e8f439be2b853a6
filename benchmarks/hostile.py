"""A corpus of what a crawl may hold at its worst: no crash, and each text gives rows or a reason.

    python benchmarks/hostile.py [--texts 10000] [--workers 2] [--seed 0]

Random bytes, huge lines, deep markup, no text, other languages, control characters, texts of 10 MB, and ordinary ones
among them, made by chance from a seed.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from lt_by_claims.corpus import corpus
from lt_by_claims.dataset import load
from results import save
from texts import made

WORDS = {
    "arabic": ["ارتفعت", "الأسعار", "بنسبة", "٣٪", "في", "عام", "٢٠٢١", "بعد", "قرار", "الحكومة"],
    "chinese": ["价格上涨了百分之三。", "政府宣布了新的计划。", "出口下降,进口上升。"],
    "russian": ["В", "2021", "году", "цены", "выросли", "на", "3", "%,", "а", "экспорт", "сократился."],
    "polish": ["W", "2021", "roku", "ceny", "wzrosły", "o", "3%,", "a", "eksport", "spadł", "do", "12", "mln", "euro."],
    "emoji": ["🚢", "📈", "👩‍👩‍👧", "3️⃣%", "e\u0301", "\u202eabc\u202c", "\u200d"],
}


def random_bytes(chance: Random) -> bytes:
    """Bytes without sense."""
    return chance.randbytes(chance.randint(0, 5000))


def huge_line(chance: Random) -> bytes:
    """One line, with few or no stops."""
    word = chance.choice(["word ", "x", "12% ", "a, ", "and the ", "((", "1.", "Mr. "])
    return (word * (chance.randint(1_000, 60_000) // len(word))).encode()


def deep_markup(chance: Random) -> bytes:
    """Markup in markup in markup."""
    depth = chance.randint(10, 3000)
    marks = ["> ", "* ", "[", "**_", "- [x](", "| a ", "<div>", "#", "`", "![", "\n\t- "]
    return (chance.choice(marks) * depth + "Rents rose by 3%." + chance.choice(["]", ")", "**", ""]) * depth).encode()


def nothing(chance: Random) -> bytes:
    """No text."""
    return chance.choice([b"", b" \n \n", b"\xef\xbb\xbf", b"\n" * 1000, "\u200b\u00a0".encode(), b"---\n---\n", b"#"])


def other_language(chance: Random) -> bytes:
    """A text in no English."""
    words = WORDS[chance.choice(list(WORDS))]
    return " ".join(chance.choice(words) for _ in range(chance.randint(1, 300))).encode()


def control(chance: Random) -> bytes:
    """English with characters that are no text in it."""
    text = list("In 2021, rents rose by 3%, while wages fell. ")
    for _ in range(chance.randint(1, 8)):
        text.insert(chance.randrange(len(text)), chr(chance.choice([0, 7, 27, 0x7F, 0x85, 0x2028, 0xFEFF, 0xFFFE])))
    return "".join(text).encode()


def shuffled(chance: Random) -> bytes:
    """The words of an ordinary text in no order."""
    words = ordinary(chance).decode().split()
    chance.shuffle(words)
    return " ".join(words).encode()


def large(chance: Random) -> bytes:
    """More than is read."""
    return b"Rents rose by 3%, while wages fell.\n\n" * (chance.choice([1_500_000, 10_000_000]) // 37)


def ordinary(chance: Random) -> bytes:
    """A text as it should be."""
    record, _ = made(chance.randrange(10**6), paragraphs=(1, 2))
    return str(record["text"]).encode()


KINDS: dict[Callable[[Random], bytes], int] = {
    random_bytes: 20,
    huge_line: 4,
    deep_markup: 15,
    nothing: 10,
    other_language: 20,
    control: 15,
    shuffled: 5,
    ordinary: 10,
    large: 1,
}
"""What there is, and how often."""


def write(folder: Path, number: int, seed: int) -> Counter[str]:
    """So many files; how many of each kind."""
    kinds: Counter[str] = Counter()
    for at in range(number):
        chance = Random(f"{seed}/{at}")
        kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
        kinds[kind.__name__] += 1
        (folder / f"{at:06}-{kind.__name__.replace('_', '-')}.txt").write_bytes(kind(chance))
    return kinds


def main() -> None:
    """Make it, draft it, and save what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "texts"
        folder.mkdir()
        kinds = write(folder, given.texts, given.seed)
        summary = corpus(folder, Path(name) / "out", workers=given.workers, seconds=60)
        drafted = set(load("documents", engine="arrow", folder=Path(name) / "out")["document_id"].to_pylist())
        aside = set(load("errors", engine="arrow", folder=Path(name) / "out")["document_id"].to_pylist())
    names = {f"{path}" for path in drafted | aside}
    found = {
        "texts": given.texts,
        "kinds": kinds,
        "drafted": len(drafted),
        "set_aside": dict(summary.problems),
        "neither": given.texts - len(names),
        "both": len(drafted & aside),
        "claims": summary.rows["claims"],
        "seconds": round(summary.seconds, 1),
    }
    save("hostile", found)


if __name__ == "__main__":
    main()
