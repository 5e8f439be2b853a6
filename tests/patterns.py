"""Every regular expression of the package, and texts that are meant to be hard for it."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import lt_by_claims

ANY = (" ", "a", "A", "1", "\n", ".", ",", "-", "(", "[", "#", "*", "|", "“", "\t", "_", "é")
"""Characters that texts have many of."""

MOST, PAIRED = 14, 6
"""So many characters and words of a pattern are tried, and so many characters in pairs."""

PLAIN = (parser.LITERAL, parser.RANGE)
ASKING = ("compile", "search", "match", "fullmatch", "sub", "subn", "split", "finditer", "findall")


def modules() -> Iterator[ModuleType]:
    """All modules of the package."""
    for found in pkgutil.walk_packages(lt_by_claims.__path__, "lt_by_claims."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)


def patterns() -> dict[str, re.Pattern[str]]:
    """All patterns, by the place where they are found first: what modules hold, and what is written in functions."""
    found: dict[re.Pattern[str], str] = {}
    for module in modules():
        home = module.__name__.removeprefix("lt_by_claims.")
        for name, value in vars(module).items():
            for pattern in held(value):
                found.setdefault(pattern, f"{home}.{name}")
        for line, pattern in written(module):
            found.setdefault(pattern, f"{home}:{line}")
    names: dict[str, re.Pattern[str]] = {}
    for pattern, name in found.items():
        names[name if name not in names else f"{name} {pattern.pattern[:30]}"] = pattern
    return names


def held(value: object, depth: int = 4) -> Iterator[re.Pattern[str]]:
    """The patterns within a value."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth:
        for part in parts(value):
            yield from held(part, depth - 1)


def parts(value: object) -> Iterable[object]:
    """What a value is made of, where it is a collection or a dataclass."""
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, tuple | list | set | frozenset):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in fields(value)]
    return ()


def written(module: ModuleType) -> Iterator[tuple[int, re.Pattern[str]]]:
    """The patterns that are written in calls, with their lines, but for those that are made of what is known then."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and node.args and asks(node.func):
            try:
                text = eval(compile(ast.Expression(node.args[0]), "", "eval"), vars(module))
            except NameError:
                continue
            if isinstance(text, str):
                yield node.lineno, re.compile(text, flags(node, module))


def asks(function: ast.expr) -> bool:
    """Is it a function of `re` that takes a pattern?"""
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and (function.value.id, function.attr in ASKING) == ("re", True)
    )


def flags(call: ast.Call, module: ModuleType) -> int:
    """The flags that it is called with."""
    said = [word.value for word in call.keywords if word.arg == "flags"]
    said += [one for one in call.args[1:] if "re." in ast.unparse(one)]
    return sum(int(eval(compile(ast.Expression(one), "", "eval"), vars(module))) for one in said)


def hostile(pattern: re.Pattern[str]) -> Iterator[str]:
    """Short texts which, repeated, are hard for a pattern: its own characters and words, alone and in pairs."""
    own = list(dict.fromkeys(mentioned(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))))
    single = list(dict.fromkeys([*(one for one in own if len(one) == 1), *ANY]))[:MOST]
    words = [one for one in own if len(one) > 1][:MOST]
    yield from single
    yield from (f"{one}{other}" for one in single[:PAIRED] for other in single[:PAIRED] if one != other)
    for word in words:
        yield from (word, f"{word} ", f" {word}", f"{word}, ")


def mentioned(tokens: Any) -> Iterator[str]:
    """The characters that a pattern asks for, one for each class, and the words that it spells."""
    word = ""
    for kind, value in tokens:
        if kind is parser.LITERAL:
            word += chr(value)
            yield chr(value)
            continue
        if len(word) > 1:
            yield word
        word = ""
        yield from of(kind, value)
    if len(word) > 1:
        yield word


def of(kind: Any, value: Any) -> Iterator[str]:
    """The characters that one part of a pattern asks for."""
    match kind:
        case parser.IN:
            yield from (chr(part if name is parser.LITERAL else part[0]) for name, part in value if name in PLAIN)
        case parser.BRANCH:
            for branch in value[1]:
                yield from mentioned(branch)
        case parser.SUBPATTERN:
            yield from mentioned(value[3])
        case parser.MAX_REPEAT | parser.MIN_REPEAT | parser.POSSESSIVE_REPEAT:
            yield from mentioned(value[2])
        case parser.ASSERT | parser.ASSERT_NOT:
            yield from mentioned(value[1])
        case parser.ATOMIC_GROUP:
            yield from mentioned(value)
