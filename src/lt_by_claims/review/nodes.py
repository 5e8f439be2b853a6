"""YAML as nodes that know their lines: every scalar a string, so that NO is Norway and 2020 no number.

Aliases, anchors, tags and deep nesting are refused: a reviewed file has no use for them, and a hostile one has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from lt_by_claims.review.problems import Problems

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 8
"""The file, its claims, a claim, its quantities, a quantity, a value; and a little, to say what is wrong there."""

TOO_DEEP = "is nested too deep: no value of a reviewed file goes so far in"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """A block of `key: value`."""

    line: int
    pairs: tuple[tuple[Node, Node], ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """What stands where a value should, its problem already noted."""

    line: int


Node = Scalar | Items | Pairs | Refused


def parse(text: str, problems: Problems) -> Node:
    """The root of a YAML text; stops at what is no YAML, or nothing."""
    try:
        events = yaml.parse(text, Loader=LOADER)
        root = next((node for node in nodes(events, problems, depth=1)), None)
        if root and any(isinstance(event, yaml.DocumentStartEvent) for event in events):
            problems.stop(root.line, "a second YAML document follows: keep one, without `---` between")
    except yaml.MarkedYAMLError as error:
        problems.stop(*in_words(error, text))
    except yaml.YAMLError as error:
        problems.stop(1, f"no YAML: {' '.join(str(error).split())}")
    return root or problems.stop(1, "is empty: it needs `document`, `guidelines` and `claims`")


def nodes(events: Iterator[Any], problems: Problems, depth: int) -> Iterator[Node]:
    """The nodes that follow, up to the end of the list, block or file that they stand in."""
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent | yaml.DocumentEndEvent):
            return
        if isinstance(event, yaml.NodeEvent):
            yield node(event, events, problems, depth)


def node(event: Any, events: Iterator[Any], problems: Problems, depth: int) -> Node:
    """The node that begins with this event."""
    line = event.start_mark.line + 1
    if depth > DEEPEST:
        problems.stop(line, TOO_DEEP)
    if isinstance(event, yaml.AliasEvent):
        problems.add(line, f"alias `*{event.anchor}`: write the value out")
        return Refused(line)
    if event.anchor:
        problems.add(line, f"anchor `&{event.anchor}`: leave it out")
    if event.tag:
        problems.add(line, f"tag `{event.tag}`: leave it out")
    if isinstance(event, yaml.ScalarEvent):
        plain_null = event.implicit[0] and event.value == "null"
        return Scalar(line, "" if plain_null else event.value)
    inner = tuple(nodes(events, problems, depth + 1))
    if isinstance(event, yaml.SequenceStartEvent):
        return Items(line, inner)
    return Pairs(line, tuple(zip(inner[::2], inner[1::2], strict=True)))


def in_words(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """Line and plain words of a syntax error."""
    mark = error.problem_mark or error.context_mark
    number = mark.line if mark else 0
    lines = text.splitlines()
    here = lines[number] if number < len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())] or "tab" in (error.problem or ""):
        return number + 1, "a tab: indent with spaces"
    if "nesting" in (error.problem or ""):  # newer parsers stop by themselves, before they tell us what is in there
        return number + 1, TOO_DEEP
    said = "; ".join(part for part in (error.context, error.problem) if part)
    return number + 1, f"no YAML: {said} (a text with `: `, ` #` or a leading quote or bracket needs quotes around it)"
