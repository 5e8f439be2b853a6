"""What a rule of language is: a name, what it does, and the examples that prove it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

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

    def may_apply(self, present: frozenset[str]) -> bool:
        """Is there all that the rule needs? Where it is not, the rule makes nothing of it and need not be tried."""
        return not any(map(present.isdisjoint, self.needs))

    def __call__(self, given: Given) -> list[Made]:
        """What the rule makes of it, or nothing where the rule does not apply."""
        return list(self.function(given))


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
