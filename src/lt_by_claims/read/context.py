"""What a block needs to know of the text that it stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\[\]\n]{1,100})\]:[ \t]*<?([^\s<>]+)>?[^\n\r]*$", re.MULTILINE)
NOTE_LABEL = re.compile(r"^[ \t]*(?:\[\^?([0-9]{1,3})\]:?|([0-9]{1,3})[.)]?)(?=[ \t]+\S)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a text, the labels that its notes may have, and the targets of its reference links."""

    words: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    targets: Mapping[str, str] | None = None

    @classmethod
    def of(cls, text: str) -> Context:
        """What a whole text tells its blocks."""
        return cls(
            words=frozenset(match[0] for match in WORD.finditer(text)),
            labels=frozenset(match[1] or match[2] for match in NOTE_LABEL.finditer(text)),
            targets={key_of(match[1]): match[2] for match in DEFINITION.finditer(text)},
        )

    def target(self, label: str) -> str | None:
        """Where the reference link of this label leads, or None where the text does not define it."""
        return (self.targets or {}).get(key_of(label))

    def knows(self, word: str) -> bool:
        """Does the text use this word, just so or in small letters?"""
        return word in self.words or word.lower() in self.words


def key_of(label: str) -> str:
    """A label of a reference link without differences of case and space."""
    return " ".join(label.split()).casefold()
