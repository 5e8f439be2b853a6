"""Where the sentences of a paragraph begin and end, told by its marks, capitals and abbreviations."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator

from lt_by_claims.read.words import words

Span = tuple[int, int]

ABBREVIATIONS = words("abbreviations")

CLOSING = "\"”’'»›)\\]}"
STOP = re.compile(
    rf"(?<![.!?…])[.!?…]++[{CLOSING}]*+(?=\s|$)"     # a stop, what closes after it, and white space
    r"|(?<=[^\W\d_A-Z]{3})[.!?](?=[A-Z][a-z])"       # a stop whose white space was lost: "protests.The"
    r"|[。！？]+[」』”]*"
)  # fmt: skip
NEXT = re.compile(r"\s*+[\"“”„‘'«‹(\[{]{0,5}+((?:[–—-]\s)?)([^\W_]{1,30}|\S)?")

INITIALS = re.compile(r"[A-Z]|(?:\w\.)+\w")
FIGURE = re.compile(r"\d.*|[IVXLC]+|[B-HJ-Z]")
WORD_BEFORE = 40
"""Characters that the longest abbreviation may have."""

BRACKETS = {")": "(", "]": "[", "”": "“", "»": "«"}
PAIR_MARK = re.compile(r"[()\[\]“”„«»\"]")
LONGEST_ASIDE = 400
"""Characters that brackets or quotes may span and still be taken for a pair inside one sentence."""


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a paragraph as (start, end): in order, disjoint, and all but white space is in one."""
    asides = asides_of(text)
    starts = [start for start, _ in asides]

    def is_aside(place: int) -> bool:
        index = bisect(starts, place) - 1
        return index >= 0 and place < asides[index][1]

    stops = (stop for stop in STOP.finditer(text) if not is_aside(stop.start()))
    return tuple(pieces(text, [stop.end() for stop in stops if is_end(text, stop)]))


def pieces(text: str, ends: list[int]) -> Iterator[Span]:
    """The stretches of text between some ends, without white space around; one without a letter joins the last."""
    start = 0
    for end in [*ends, len(text)]:
        piece = text[start:end]
        if (any(map(str.isalnum, piece)) and any(map(str.isalnum, text[end : end + 200]))) or end == len(text):
            if piece.strip():
                yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
            start = end


def is_end(text: str, stop: re.Match[str]) -> bool:
    """Does a sentence end with this stop? What follows it tells, and the word before it."""
    after = NEXT.match(text, stop.end())
    follows = (after and after[2]) or ""
    if not follows:
        return True
    if (follows[0].islower() and not follows[1:2].isupper()) or follows in ",;:.!?)]}…%":
        return False
    before = text[max(text.rfind(" ", 0, stop.start()) + 1, stop.start() - WORD_BEFORE) : stop.start()]
    is_full_stop = stop[0].rstrip("\"”’'»›)]}") == "."
    return not (is_full_stop and is_abbreviation(before.lstrip("\"“„‘'«‹([{—–"), follows))


def is_abbreviation(word: str, follows: str) -> bool:
    """Is the stop between these two words that of an abbreviation in mid-sentence?"""
    if word in ABBREVIATIONS["within"]:
        return True
    if word in ABBREVIATIONS["before_figure"]:
        return FIGURE.fullmatch(follows) is not None
    if word in ABBREVIATIONS["before_capital"]:
        return False
    if word in ABBREVIATIONS["either"] or INITIALS.fullmatch(word):
        return follows not in ABBREVIATIONS["openers"]
    return word.isdigit() and len(word) <= 2 and follows in ABBREVIATIONS["months"]


def asides_of(text: str) -> list[Span]:
    """The brackets and quotes after which their sentence goes on; outermost, in order."""
    outermost: list[Span] = []
    for start, end in sorted(pair for pair in pairs_of(text) if goes_on(text, *pair)):
        if not outermost or start >= outermost[-1][1]:
            outermost.append((start, end))
    return outermost


def goes_on(text: str, start: int, end: int) -> bool:
    """Does a sentence go on after what closes at `end`?"""
    after = NEXT.match(text, end)
    follows = (after and after[2]) or ""
    if end - start > LONGEST_ASIDE or not follows:
        return False
    return follows[0].islower() or follows in ",;:.!?–—" or text[end - 2] not in '.!?…”"'


def pairs_of(text: str) -> Iterator[Span]:
    """Every pair of brackets or quotes, as (start, end)."""
    opened: list[tuple[str, int]] = []
    depth: Counter[str] = Counter()
    for found in PAIR_MARK.finditer(text):
        mark, place = found[0], found.start()
        opener = opener_of(mark, depth)
        if opener is None:
            opened.append((mark, place))
            depth[mark] += 1
        elif depth[opener]:
            last, start = "", place
            while last != opener:
                last, start = opened.pop()
                depth[last] -= 1
            yield start, place + 1


def opener_of(mark: str, depth: Counter[str]) -> str | None:
    """What this mark closes, or None where it opens."""
    if mark in "”“" and depth["„"] and not depth["“"]:
        return "„"
    if mark == '"':
        return mark if depth[mark] else None
    return BRACKETS.get(mark)
