"""Where a quote stands in a text: character for character, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

SHOWN = 25
"""Characters of the text and of the quote that a problem shows."""


def places(text: str, quote: str) -> Iterator[int]:
    """Each place of the text where the quote begins."""
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def with_line_ends_of(text: str, quote: str) -> str:
    """The quote with the line ends that the text has: YAML knows only one sort."""
    return quote if quote in text else quote.replace("\n", "\r\n")


def find(text: str, quote: str, occurrence: int | None, where: str) -> int:
    """Where the quote begins in a text, called `where`; ValueError says why that is not sure."""
    found = list(places(text, quote))
    if not found:
        raise ValueError(f"is not in {where}; {likeness(text, quote)}")
    if occurrence is None and len(found) > 1:
        raise ValueError(f"stands {len(found)} times in {where}: add `occurrence`, from 1, to say which")
    if occurrence is not None and occurrence > len(found):
        raise ValueError(f"stands {len(found)} times in {where}, so occurrence {occurrence} is too high")
    return found[(occurrence or 1) - 1]


def likeness(text: str, quote: str) -> str:
    """How far the text agrees with the quote, from its beginning or from its end."""
    ahead, back = agreement(text, quote), agreement(text[::-1], quote[::-1])
    if max(ahead, back) == 0:
        return "no character of it is"
    if ahead >= back:
        at = text.find(quote[:ahead]) + ahead
        has, should = quote[ahead:][:SHOWN], text[at:][:SHOWN]
        return f"up to {quote[:ahead][-SHOWN:]!r} it is, then it says {has!r} where the text says {should!r}"
    at = text.rfind(quote[-back:])
    has, should = quote[:-back][-SHOWN:], text[:at][-SHOWN:]
    return f"from {quote[-back:][:SHOWN]!r} it is, before that it says {has!r} where the text says {should!r}"


def agreement(text: str, quote: str) -> int:
    """How many characters of the quote, from its first, stand somewhere in the text."""
    low, high = 0, len(quote)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if quote[:middle] in text else (low, middle - 1)
    return low
