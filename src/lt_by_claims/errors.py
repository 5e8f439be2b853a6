"""Every error that the package raises on purpose.

ClaimsError
├── DocumentError   a file in data/raw cannot be read
├── ReviewError     a reviewed file does not say what it must (file:line)
├── TableError      a table breaks its schema, or two tables disagree
├── ModelError      no English model is installed; says how to install one
├── PublishError    the tables cannot be written where they should
├── VersionError    the dataset is not of the version that it should be
├── UsageError      a project, text, claim or rule is asked for that is not there
└── NotBuiltError   load() before build
"""

from __future__ import annotations

from collections.abc import Sequence

from lt_by_claims.problem import Problem


class ClaimsError(Exception):
    """Something is wrong, and the message says where, what, and what to do; all of it at once.

    `found` has the problems as values, `problems` as lines; `check` is what found them, where they do not say.
    """

    check = "problem"

    def __init__(self, problems: Sequence[str | Problem] | str) -> None:
        given = (problems,) if isinstance(problems, str) else problems
        self.found = tuple(Problem.of(one, self.check) if isinstance(one, str) else one for one in given)
        self.problems: tuple[str, ...] = tuple(map(str, self.found))
        super().__init__("\n".join(self.problems))


class DocumentError(ClaimsError):
    """A file in data/raw cannot be read."""

    check = "raw file"


class ReviewError(ClaimsError):
    """A reviewed file does not say what it must."""

    check = "review"


class TableError(ClaimsError):
    """A table breaks its schema, or two tables disagree."""

    check = "table"


NO_MODEL = 'no English model is installed: pip install "lt-by-claims[draft]"'


class ModelError(ClaimsError):
    """No English model is installed."""

    def __init__(self, problems: Sequence[str | Problem] | str = NO_MODEL) -> None:
        super().__init__(problems)


class PublishError(ClaimsError):
    """The tables cannot be written where they should."""


class VersionError(ClaimsError):
    """The dataset is not of the version that it should be."""


class UsageError(ClaimsError):
    """A project, text, claim or rule is asked for that is not there."""


class NotBuiltError(ClaimsError):
    """The dataset is asked for before it was built."""
