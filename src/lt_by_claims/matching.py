"""Pairs of like things, one to one, so that the sum of their likeness is greatest.

Things that are like none but each other are matched apart from the rest, so a long text costs little more than its
sentences do. Within such a group: shortest augmenting paths (R. Jonker, A. Volgenant, Computing 38, 1987).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf

Pair = tuple[int, int]


def matched(likeness: Mapping[Pair, float]) -> list[Pair]:
    """The best pairs, in order; a pair that the mapping does not hold, or holds with 0, is never made."""
    alike = {pair: value for pair, value in likeness.items() if value > 0}
    return sorted(pair for group in groups(alike) for pair in matched_in(group, alike))


def groups(pairs: Mapping[Pair, float]) -> Iterator[tuple[list[int], list[int]]]:
    """The rows and columns that hang together, group by group."""
    rows: dict[int, list[int]] = {}
    columns: dict[int, list[int]] = {}
    for row, column in pairs:
        rows.setdefault(row, []).append(column)
        columns.setdefault(column, []).append(row)
    while rows:
        reached, seen = [next(iter(rows))], set[int]()
        found: list[int] = []
        while reached:
            row = reached.pop()
            if row in rows:
                found.append(row)
                new = set(rows.pop(row)) - seen
                seen |= new
                reached += [other for column in new for other in columns[column]]
        yield sorted(found), sorted(seen)


def matched_in(group: tuple[list[int], list[int]], likeness: Mapping[Pair, float]) -> Iterator[Pair]:
    """The best pairs of one group."""
    rows, columns = group
    if len(rows) > len(columns):
        flipped = {(column, row): likeness.get((row, column), 0.0) for row in rows for column in columns}
        yield from ((row, column) for column, row in matched_in((columns, rows), flipped))
        return
    costs = [[-likeness.get((row, column), 0.0) for column in columns] for row in rows]
    for row, at in enumerate(assigned(costs)):
        if costs[row][at] < 0:
            yield rows[row], columns[at]


def assigned(costs: Sequence[Sequence[float]]) -> list[int]:
    """For each row a column of its own, so that the sum of costs is least; there are no more rows than columns."""
    assignment = Assignment(costs)
    for row in range(len(costs)):
        assignment.place(row)
    return assignment.column_of


class Assignment:
    """An assignment that grows row by row and is the cheapest for the rows placed so far."""

    def __init__(self, costs: Sequence[Sequence[float]]) -> None:
        self.costs = costs
        self.row_price = [0.0] * len(costs)
        self.column_price = [0.0] * len(costs[0])
        self.column_of = [-1] * len(costs)
        self.row_of = [-1] * len(costs[0])

    def place(self, row: int) -> None:
        """Give the row a column; rows placed before may move to make room."""
        distance, before, scanned, free = self.paths(row)
        self.row_price[row] += distance[free]
        for column in scanned:
            self.row_price[self.row_of[column]] += distance[free] - distance[column]
            self.column_price[column] -= distance[free] - distance[column]
        while True:
            mover = before[free]
            self.row_of[free] = mover
            free, self.column_of[mover] = self.column_of[mover], free
            if mover == row:
                return

    def paths(self, row: int) -> tuple[list[float], list[int], list[int], int]:
        """Length of the shortest path from the row to each column, the row before it there, and a free column."""
        distance, before = [inf] * len(self.row_of), [-1] * len(self.row_of)
        open_columns, scanned, so_far = set(range(len(self.row_of))), list[int](), 0.0
        while True:
            for column in open_columns:
                cost = so_far + self.costs[row][column] - self.row_price[row] - self.column_price[column]
                if cost < distance[column]:
                    distance[column], before[column] = cost, row
            nearest = min(open_columns, key=lambda column: (distance[column], self.row_of[column] >= 0, column))
            if self.row_of[nearest] < 0:
                return distance, before, scanned, nearest
            open_columns.remove(nearest)
            scanned.append(nearest)
            row, so_far = self.row_of[nearest], distance[nearest]
