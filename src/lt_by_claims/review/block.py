"""A block of `key: value` that is asked for its values, each checked as it is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import TypeVar

from lt_by_claims.period import days
from lt_by_claims.review.nodes import Items, Node, Pairs, Refused, Scalar
from lt_by_claims.review.problems import Problems

Made = TypeVar("Made")

NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")
FLAGS = {"true": True, "false": False}
LONGEST_PERIOD = 60


class Block:
    """The values of one block. A value that is wrong is noted in `problems`, and a harmless one is given for it."""

    def __init__(self, node: Node, who: str, needs: Iterable[str], may: Iterable[str], problems: Problems) -> None:
        self.line, self.who, self.problems = node.line, who, problems
        self.needs = frozenset(needs)
        self.values = self.known(node, (*needs, *may))
        for key in needs:
            if key not in self.values:
                self.wrong(f"{key} is missing")

    def wrong(self, what: str, line: int | None = None) -> None:
        """Note a problem of this block."""
        self.problems.add(line or self.line, what, self.who)

    def known(self, node: Node, keys: tuple[str, ...]) -> dict[str, Node]:
        """The values by key, the first where a key stands twice; null and empty are not there."""
        if not isinstance(node, Pairs):
            self.wrong(f"is no block of `key: value` with the keys {', '.join(keys)}")
            return dict.fromkeys(self.needs, Refused(node.line))
        values: dict[str, Node] = {}
        for key, value in node.pairs:
            name = key.text if isinstance(key, Scalar) else "?"
            if name not in keys:
                self.wrong(f"unknown key {name!r}{nearest(name, keys)}", key.line)
            elif name in values:
                self.wrong(f"{name} stands twice: keep one", key.line)
            elif value != Scalar(value.line, ""):
                values[name] = value
        return values

    def at(self, key: str) -> int:
        """The line of a value, or of the block where it has none."""
        return self.values[key].line if key in self.values else self.line

    def text(self, key: str) -> str | None:
        """A text, or None."""
        return self.scalar(self.values.get(key), key)

    def scalar(self, value: Node | None, name: str) -> str | None:
        """The text of a node that should be one."""
        if isinstance(value, Scalar):
            return value.text
        if isinstance(value, Items | Pairs):
            self.wrong(f"{name} should be a text, not a list or a block", value.line)
        return None

    def items(self, key: str) -> Iterator[Node]:
        """The items of a list."""
        match self.values.get(key):
            case Items(items=items):
                yield from items
            case Scalar() | Pairs() as other:
                self.wrong(f"{key} should be a list", other.line)

    def texts(self, key: str, codes: Iterable[str] = ()) -> tuple[str, ...]:
        """A list of texts, each among the codes where there are any, none twice."""
        texts: list[str] = []
        for item in self.items(key):
            text = self.scalar(item, f"an item of {key}")
            if text in texts:
                self.wrong(f"{key} has {text!r} twice", item.line)
            elif text is not None:
                texts.append(self.among(text, codes, key, item.line) if codes else text)
        return tuple(texts)

    def choice(self, key: str, codes: Iterable[str], default: str) -> str:
        """One of the codes."""
        text = self.text(key)
        return default if text is None else self.among(text, codes, key, self.at(key))

    def among(self, text: str, codes: Iterable[str], key: str, line: int) -> str:
        """The text, which should be one of the codes."""
        if text not in codes:
            self.wrong(f"{key} {text!r} is none of {', '.join(codes)}", line)
        return text

    def flag(self, key: str) -> bool:
        """True or false; false where nothing is said."""
        return FLAGS.get(self.choice(key, FLAGS, "false"), False)

    def whole(self, key: str) -> int | None:
        """A whole number from 1, or None."""
        return self.read(key, r"[1-9][0-9]{0,5}", int, "no whole number from 1")

    def number(self, key: str) -> Decimal | None:
        """A decimal number, or None."""
        return self.read(
            key, NUMBER, Decimal, "no number: write digits, with a point before decimals and nothing between"
        )

    def read(self, key: str, pattern: str | re.Pattern[str], make: Callable[[str], Made], what: str) -> Made | None:
        """What is made of a text that should fit the pattern."""
        text = self.text(key)
        if text is None:
            return None
        if re.fullmatch(pattern, text):
            return make(text)
        self.wrong(f"{key} {text[:60]!r} is {what}", self.at(key))
        return None

    def period(self, key: str) -> str | None:
        """A date or interval in EDTF, or None."""
        text = self.text(key)
        if text is not None:
            try:
                days(text[:LONGEST_PERIOD])
            except ValueError as error:
                self.wrong(f"{key} {error}", self.at(key))
        return text


def nearest(name: str, known: Iterable[str] | Mapping[str, object]) -> str:
    """What was perhaps meant, or else all that there is."""
    known = list(known)
    close = get_close_matches(name, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else f": there are {', '.join(known)}"
