"""What is known of a text: the `<document>.toml` beside it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lt_by_claims.errors import DocumentError
from lt_by_claims.period import days
from lt_by_claims.read.decode import bytes_of, text_of

FIELDS: Mapping[str, type] = {
    "title": str,
    "authors": list,
    "publisher": str,
    "published": str,
    "language": str,
    "url": str,
    "url_status": str,
    "rights": str,
}
REQUIRED = ("title", "language", "url_status")
URL_STATUSES = ("verified", "inferred", "missing")

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
ADDRESS = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*+(?::[0-9]{1,5})?(?:[/?#][!-~]*)?")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Problem = tuple[str, str]
"""The field that is wrong, and what is wrong with it."""


def about(path: Path, shown: str) -> dict[str, Any]:
    """What is known of a text, by field; DocumentError with every problem of the file, each with its line."""
    if not path.exists():
        keys = ", ".join(REQUIRED)
        raise DocumentError(f"{shown}: is missing; write it beside the text, with at least {keys} and url in it")
    source = text_of(bytes_of(path, shown), shown)
    said = parsed(source, shown)
    if problems := list(problems_of(said)):
        raise DocumentError([f"{shown}{line_of_key(source, key)}: {what}" for key, what in problems])
    return {key: tuple(value) if isinstance(value, list) else value for key, value in said.items()}


def parsed(source: str, shown: str) -> dict[str, Any]:
    """The TOML as a dict; DocumentError with the line where it is none."""
    try:
        return tomllib.loads(source.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = place[1] if place else source.count("\n") + 1
        raise DocumentError(f"{shown}:{line}: is not TOML: {error}") from error


def problems_of(said: Mapping[str, Any]) -> Iterator[Problem]:
    """Everything that is wrong with the fields of a sidecar."""
    for key in said:
        if key not in FIELDS:
            yield key, f"{key} is no field; the fields are {', '.join(FIELDS)}"
    for key in REQUIRED:
        if key not in said:
            yield key, f"{key} is missing; add it"
    if "url" in said and said.get("url_status") == URL_STATUSES[-1]:
        yield "url_status", "url_status says that the url is missing, but there is one; say how sure it is"
    if "url" not in said and said.get("url_status") in URL_STATUSES[:2]:
        yield "url_status", f'url is missing; add it, or say url_status = "{URL_STATUSES[-1]}"'
    for key, value in said.items():
        if key in FIELDS and (problem := problem_of(key, value)):
            yield key, f"{key}: {problem}"


def problem_of(key: str, value: object) -> str | None:
    """What is wrong with the value of one field, or None."""
    if not isinstance(value, FIELDS[key]):
        kind = "a list of texts" if FIELDS[key] is list else "a text in quotes"
        return f"{value!s} is not {kind}"
    if isinstance(value, list):
        wrong = [part for part in value if not isinstance(part, str) or not part.strip()]
        twice = [part for at, part in enumerate(value) if part in value[:at]]
        return f"{wrong[0]!r} is not a text" if wrong else f"{twice[0]!r} stands there twice" if twice else None
    if not str(value).strip():
        return "is empty; write it, or leave the field out"
    return CHECKS[key](str(value)) if key in CHECKS else None


def wrong_date(value: str) -> str | None:
    """What keeps the text from being an EDTF date, or None."""
    try:
        days(value)
    except ValueError as error:
        return str(error)
    return None


def matching(pattern: re.Pattern[str], what: str) -> Callable[[str], str | None]:
    """A check that a text has a form."""
    return lambda value: None if pattern.fullmatch(value) else f"{value!r} is no {what}"


CHECKS: Mapping[str, Callable[[str], str | None]] = {
    "published": wrong_date,
    "language": matching(LANGUAGE, "BCP 47 language tag, such as en or en-GB"),
    "url": matching(ADDRESS, "web address: http:// or https://, a host, and no spaces"),
    "url_status": lambda value: None if value in URL_STATUSES else f"{value!r} is none of {', '.join(URL_STATUSES)}",
}


def line_of_field(path: Path, key: str) -> int | None:
    """The line of a file that sets a field, None where none does."""
    return number_of_line(path.read_text(encoding="utf-8"), key) if path.is_file() else None


def line_of_key(source: str, key: str) -> str:
    """`:` and the number of the line that sets a key, or nothing where none does."""
    number = number_of_line(source, key)
    return f":{number}" if number else ""


def number_of_line(source: str, key: str) -> int | None:
    """The number of the line that sets a key, None where none does."""
    name = re.escape(key)
    sets = re.compile(rf"\s*[\"']?{name}[\"']?\s*[.=]|\s*\[+{name}\b")
    return next((number for number, line in enumerate(source.splitlines(), start=1) if sets.match(line)), None)
