"""Cells as messages show them."""

from __future__ import annotations

import re
from typing import Any


def shortened(value: Any) -> str:
    """A value as it is written in a message."""
    written = ascii(value) if isinstance(value, str) and not is_unicode(value) else repr(value)
    return written if len(written) <= 80 else f"{written[:60]} … {written[-15:]}"


def is_unicode(text: str) -> bool:
    """Can it be written as UTF-8? Half a surrogate pair cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def misplaced(what: str, written: str, text: str, start: int, end: int) -> tuple[str, str]:
    """A piece of text that does not stand where it says, and where it does."""
    places = [match.start() for match in re.finditer(re.escape(written), text)][:3]
    where = " and ".join(f"{place} to {place + len(written)}" for place in places)
    hint = f"it stands at {where}" if places else "it stands nowhere in the text: copy it from there"
    return f"{what} {shortened(written)} is not what stands at {start} to {end}, {shortened(text[start:end])}", hint


class Shown:
    """A cell in a message: long texts cut, empty ones called so."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __repr__(self) -> str:
        return "empty" if self.value is None else shortened(self.value)

    def __str__(self) -> str:
        return self.value if isinstance(self.value, str) else "empty" if self.value is None else str(self.value)
