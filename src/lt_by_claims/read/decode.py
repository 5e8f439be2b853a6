"""The bytes of a file as text, or what is wrong with them."""

from __future__ import annotations

import re
from pathlib import Path

from lt_by_claims.errors import DocumentError

LARGEST = 10_000_000
"""Bytes of the largest file that is read."""

LINE_END = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def bytes_of(path: Path, shown: str) -> bytes:
    """The bytes of a file; DocumentError where it is no file, cannot be opened or is too large."""
    try:
        if not path.exists():
            raise DocumentError(f"{shown}: there is no such file")
        if path.is_symlink() and path.absolute().parts[-3:-1] == ("data", "raw"):
            raise DocumentError(f"{shown}: is a link, which may lead out of the project; put the file itself here")
        if not path.is_file():
            raise DocumentError(f"{shown}: is not a file; name a .txt or .md file")
        if (size := path.stat().st_size) > LARGEST:
            raise DocumentError(
                f"{shown}: {size:,} bytes are too many ({LARGEST:,} at most); split the text into parts"
            )
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{shown}: cannot be opened: {error.strerror or error}") from error


def text_of(raw: bytes, shown: str) -> str:
    """The bytes as text, a BOM and line ends included; DocumentError where they are not UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = len(LINE_END.findall(raw[: error.start].decode("utf-8"))) + 1
        what = f"byte {error.start} (0x{raw[error.start]:02x}) is not UTF-8"
        hint = "; it looks like UTF-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
        raise DocumentError(f"{shown}:{line}: {what}{hint}; save the file as UTF-8") from error


def checked(text: str, shown: str) -> str:
    """The text, if there is one; DocumentError where it is empty or binary."""
    if control := CONTROL.search(text):
        place = f"{shown}:{line_of(text, control.start())}"
        what = f"character {control.start()} (U+{ord(control[0]):04X}) is no text"
        raise DocumentError(f"{place}: {what}; is this a text file? remove the character, or export the text anew")
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        raise DocumentError(f"{shown}: is empty; put the text into it, or delete it")
    return text


def line_of(text: str, offset: int) -> int:
    """The number of the line, from 1, in which a character stands."""
    return sum(1 for _ in LINE_END.finditer(text, 0, offset)) + 1
