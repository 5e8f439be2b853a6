"""Links and images of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lt_by_claims.read.context import Context
from lt_by_claims.read.view import View

PLAIN = r"(?:[^\s()\\]|\\.)"
TARGET = (
    rf"\(\s*+(?:<(?P<angled>[^<>\n]*+)>|(?P<bare>(?:{PLAIN}|\({PLAIN}*+\))*+))"
    r"(?:\s++(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?\s*+\)"
)
TOKEN = re.compile(
    r"\\.|(?P<open>!?\[)"
    rf"|\](?:{TARGET}|\[(?P<label>[^\[\]]{{0,100}}+)\])?"
    r"|<(?P<address>(?:https?|ftp|mailto):[^\s<>]++|[\w.+-]{1,64}+@[\w.-]{1,255}+)>",
    re.DOTALL,
)
MARK = re.compile(r"\A\W*[0-9]{1,3}\W*")
LOST = frozenset({"", "#"})
"""Targets that lead nowhere."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A link or image in a view: the whole from `start` to `end`, its text from `inner_start` to `inner_end`."""

    start: int
    inner_start: int
    inner_end: int
    end: int
    url: str | None
    is_text: bool = True


def links_of(view: View, context: Context) -> list[Markup]:
    """The links and images of a block in order of their ends; none has a link within it."""
    found: list[Markup] = []
    opened: list[re.Match[str]] = []
    for token in TOKEN.finditer(view.text):
        if token["open"]:
            opened.append(token)
        elif token["address"]:
            url = token["address"] if ":" in token["address"] else f"mailto:{token['address']}"
            found.append(Markup(token.start(), token.start() + 1, token.end() - 1, token.end(), url))
        elif token[0].startswith("]") and opened:
            opening = opened.pop()
            inner = view.text[opening.end() : token.start()]
            target = target_of(token, inner, context)
            if target is not None:
                is_image = opening[0] == "!["
                url = None if target in LOST else target
                is_mark = target.startswith("#") and MARK.fullmatch(inner) is not None
                found.append(
                    Markup(opening.start(), opening.end(), token.start(), token.end(), url, not (is_image or is_mark))
                )
                if not is_image:
                    opened.clear()
    return found


def target_of(closing: re.Match[str], inner: str, context: Context) -> str | None:
    """Where a link leads that closes so: "" where nowhere, None where it is no link."""
    if closing["angled"] is not None or closing["bare"] is not None:
        return (closing["angled"] or closing["bare"] or "").strip()
    return context.target(closing["label"] or inner) if len(inner) <= 100 else None


def without_links(view: View, found: Iterable[Markup]) -> View:
    """The view with the texts of its links, and without their targets, their brackets and all images."""
    return view.edit(disjoint(sorted(edit for markup in found for edit in edits_of(markup))))


def edits_of(markup: Markup) -> list[tuple[int, int, str]]:
    """What to leave out of a link or image."""
    if not markup.is_text:
        return [(markup.start, markup.end, "")]
    return [(markup.start, markup.inner_start, ""), (markup.inner_end, markup.end, "")]


def disjoint(edits: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The edits less those inside others."""
    done = 0
    for start, end, new in edits:
        if start >= done:
            yield start, end, new
            done = end
