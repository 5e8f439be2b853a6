"""Where the claims of a reviewed file stand."""

from __future__ import annotations

from pathlib import Path

from lt_by_claims.errors import ReviewError
from lt_by_claims.review.nodes import Items, Node, Pairs, Scalar, parse
from lt_by_claims.review.problems import Problems
from lt_by_claims.review.reading import bytes_of, decoded, id_in


def lines_of(path: Path) -> dict[str, int]:
    """The line of each claim's block, by its id; none where the file cannot be read."""
    problems = Problems(path)
    try:
        root = parse(decoded(bytes_of(path, problems), problems), problems)
    except (OSError, ReviewError):
        return {}
    claims = value_of(root, "claims")
    blocks = claims.items if isinstance(claims, Items) else ()
    return {name: block.line for block in blocks if (name := id_in(block))}


def value_of(node: Node, key: str) -> Node | None:
    """The value under a key of a block."""
    pairs = node.pairs if isinstance(node, Pairs) else ()
    return next((value for name, value in pairs if isinstance(name, Scalar) and name.text == key), None)
