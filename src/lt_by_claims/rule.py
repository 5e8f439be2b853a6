"""What a rule of language is: a name, what it does, and the examples that prove it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Given, Made]):
    """A function on language that carries what shows it at work (`examples`) and what it must not touch."""

    name: str
    about: str
    function: Callable[[Given], Iterable[Made]]
    examples: Mapping[str, Sequence[str]]
    leaves_alone: Sequence[str]
    needs: tuple[frozenset[str], ...] = field(default=(), kw_only=True)
    """Of each of these sets there must be one in what it is given (words; in a clause relations and tags, too)."""

    def __call__(self, given: Given) -> list[Made]:
        """What the rule makes of it, or nothing where the rule does not apply."""
        return list(self.function(given))


R = TypeVar("R", bound=Rule[Any, Any])


def applicable(rules: Iterable[R], present: frozenset[str]) -> Iterator[R]:
    """Those of some rules that may apply where this is present, in their order; each is asked when its turn comes."""
    for each in rules:
        for wanted in each.needs:
            if wanted.isdisjoint(present):
                break
        else:
            yield each


def rule(
    *,
    examples: Mapping[str, Sequence[str]],
    leaves_alone: Sequence[str],
    needs: Iterable[Iterable[str]] = (),
) -> Callable[[Callable[[Given], Iterable[Made]]], Rule[Given, Made]]:
    """Turn a function into a `Rule`: its name names the rule, its docstring says what it does."""

    def turn(function: Callable[[Given], Iterable[Made]]) -> Rule[Given, Made]:
        name = function.__name__.replace("_", " ")
        wanted = tuple(map(frozenset, needs))
        return Rule(name, function.__doc__ or "", function, examples, leaves_alone, needs=wanted)

    return turn
