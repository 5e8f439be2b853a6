"""Cells as messages show them."""

from __future__ import annotations

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


class Shown:
    """A cell in a message: long texts cut, empty ones called so."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __repr__(self) -> str:
        return "empty" if self.value is None else shortened(self.value)

    def __str__(self) -> str:
        return self.value if isinstance(self.value, str) else "empty" if self.value is None else str(self.value)
