"""Pictures of the published tables, each a function that takes a frame or loads the dataset, and returns its Axes.

    from lt_by_claims import plot
    plot.numbers()

Colours are those of Okabe and Ito, which the colour-blind can tell apart, and never stand alone: markers, hatches or
words say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import combinations
from textwrap import fill
from typing import TYPE_CHECKING, Any

from lt_by_claims.codes import states
from lt_by_claims.dataset import load
from lt_by_claims.dataset.asked import one_of

try:
    import matplotlib.pyplot as plt
    from matplotlib.ticker import FuncFormatter, MaxNLocator, PercentFormatter
except ImportError as error:
    raise ImportError('pictures need matplotlib: pip install "lt-by-claims[plot]"') from error

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["actors", "numbers", "places", "topics"]

COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#555555", "#b8a900")
HATCHES = ("", "///", "|||", "\\\\\\", "xx", "--", "++", "oo")
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")
DASHES = ("-", "--", "-.", ":")

WORDS = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))

Row = dict[str, Any]


def topics(claims: pd.DataFrame | None = None, ax: Axes | None = None) -> Axes:
    """Claims by main topic and type: bars of topics, the most frequent first, stacked by type."""
    rows = rows_of("claims", claims, ("topic", "claim_type"))
    counts = Counter((row["topic"], row["claim_type"]) for row in rows)
    by_topic = ranked(row["topic"] for row in rows)
    drawn = axes(ax, 0.4 * len(by_topic) + 1.6)
    left = [0] * len(by_topic)
    for place, kind in enumerate(ranked(row["claim_type"] for row in rows)):
        widths = [counts[topic, kind] for topic in by_topic]
        look: dict[str, Any] = {
            "color": COLOURS[place % 8],
            "hatch": HATCHES[place % 8],
            "edgecolor": "white",
            "linewidth": 0.6,
        }
        drawn.barh(by_topic, widths, left=left, label=kind, **look)
        left = [sum(pair) for pair in zip(left, widths, strict=True)]
    drawn.bar_label(drawn.containers[-1], labels=[str(count) for count in left], padding=4)  # type: ignore[arg-type]
    drawn.invert_yaxis()
    drawn.xaxis.set_major_locator(MaxNLocator(integer=True))
    drawn.legend(title="type of claim", frameon=False, loc="lower right")
    return titled(drawn, "Claims by topic and type", x="claims")


def numbers(quantities: pd.DataFrame | None = None, unit: str | None = None, ax: Axes | None = None) -> Axes:
    """Values of one unit over the periods that they are for, measure by measure, with their bounds.

    The unit is by default the one with most values. A bar leads from the lower to the upper end; an arrow, from the one
    end that the text names to where it leaves the value open. ValueError where no value of the unit has a period.
    """
    dated = [row for row in rows_of("quantities", quantities, NUMBER) if row["period_start"] and row["period_end"]]
    measured = [row for row in dated if row["kind"] != "rank" and row["unit"]]
    if not measured:
        raise ValueError("no value has both a unit and a period, so there is nothing to draw")
    units = ranked(row["unit"] for row in measured)
    one_of("unit", [unit or units[0]], units)
    drawn = axes(ax, 4.8)
    chosen = [row for row in measured if row["unit"] == (unit or units[0])]
    for place, measure in enumerate(ranked(row["measure"] or "not said" for row in chosen)):
        line(drawn, place, measure, [row for row in chosen if (row["measure"] or "not said") == measure])
    drawn.yaxis.set_major_formatter(FuncFormatter(lambda value, _: amount(value)))
    drawn.set_ylim(bottom=min(0, drawn.get_ylim()[0]))
    drawn.margins(x=0.08)
    name_periods(drawn, chosen)
    drawn.legend(frameon=False, loc="upper center", bbox_to_anchor=(0.5, -0.14))
    return titled(drawn, f"Values in {unit or units[0]} by measure and period", x="period", y=unit or units[0])


NUMBER = ("kind", "low", "high", "value", "unit", "measure", "period", "period_start", "period_end")

MOST_TICKS = 8
"""So many periods are named on their axis; where there are more, it is one of years."""


def name_periods(ax: Axes, rows: Sequence[Row]) -> None:
    """Name the periods where they stand, if they are few."""
    names = dict(sorted((middle(row["period_start"], row["period_end"]), row["period"]) for row in rows))
    if len(names) <= MOST_TICKS:
        ax.set_xticks(list(names), list(names.values()))  # type: ignore[arg-type]


def line(ax: Axes, place: int, measure: str, rows: Sequence[Row]) -> None:
    """The values of one measure, joined in the order of time, each with its bounds."""
    rows = sorted(rows, key=lambda row: (row["period_start"], row["period_end"]))
    at = [middle(row["period_start"], row["period_end"]) for row in rows]
    look: dict[str, Any] = {"color": COLOURS[place % 8], "marker": MARKERS[place % 8], "linestyle": DASHES[place % 4]}
    ax.plot(at, [row["value"] for row in rows], label=fill(measure, 70), markersize=7, **look)  # type: ignore[arg-type]
    for when, row in zip(at, rows, strict=True):
        if row["low"] is None or row["high"] is None:
            open_end(ax, when, row, look["color"])
        elif row["low"] < row["high"]:
            bounds = [[row["value"] - row["low"]], [row["high"] - row["value"]]]
            ax.errorbar([when], [row["value"]], yerr=bounds, color=look["color"], capsize=4)  # type: ignore[arg-type]


def open_end(ax: Axes, when: datetime, row: Row, colour: str) -> None:
    """An arrow from the one bound of a value to the side that is open."""
    way = -34 if row["low"] is None else 34
    arrow = {"arrowstyle": "->", "color": colour, "linewidth": 1.5}
    said = "less" if row["low"] is None else "more"
    ax.annotate(
        said,
        xy=(when, row["value"]),
        xytext=(0, way),
        textcoords="offset points",
        ha="center",
        va="center",
        fontsize="small",
        color=colour,
        arrowprops={**arrow, "arrowstyle": "<-"},
    )


def actors(claims: pd.DataFrame | None = None, most: int = 12, ax: Axes | None = None) -> Axes:
    """How many claims each two actors appear in together, of those that appear most often; states by their names."""
    rows = rows_of("claims", claims, ("actors",))
    named = [list(dict.fromkeys(map(name_of, row["actors"]))) for row in rows]
    names = ranked(name for actors in named for name in actors)[:most]
    pairs = Counter(frozenset(pair) for actors in named for pair in combinations(actors, 2))
    counts = [[pairs[frozenset((one, other))] for other in names[:at]] for at, one in enumerate(names)]
    most_often = max((count for row in counts for count in row), default=0)
    grid = [[count or float("nan") for count in row] + [float("nan")] * (len(names) - len(row)) for row in counts]
    drawn = axes(ax, 0.42 * len(names) + 1.8)
    drawn.imshow(grid, cmap="Blues", vmin=-most_often / 8, vmax=most_often, aspect="auto")
    for at, row in enumerate(counts):
        for column, count in enumerate(row):
            colour = "white" if count > most_often / 2 else "black"
            drawn.text(column, at, str(count or "·"), ha="center", va="center", color=colour, fontsize="small")
    drawn.set_xticks(range(len(names)), names, rotation=40, ha="right")
    drawn.set_yticks(range(len(names)), names)
    drawn.set_xlim(-0.5, max(len(names) - 1.5, 0.5))
    drawn.set_ylim(len(names) - 0.5, 0.5 if len(names) > 1 else -0.5)
    return titled(drawn, "Claims in which two actors appear together")


def places(claims: pd.DataFrame | None = None, document: str | None = None, ax: Axes | None = None) -> Axes:
    """Where in a text its claims stand, topic by topic, from its beginning to its end.

    The document is by default the first. Each quote is a bar under every topic of its claim; lines part the sections.
    """
    rows = rows_of("claims", claims, ("document_id", "topics", "section", "quote_start", "quote_end"))
    documents = list(dict.fromkeys(row["document_id"] for row in rows))
    one_of("document", [document or documents[0]], documents)
    rows = [row for row in rows if row["document_id"] == (document or documents[0])]
    first, last = min(row["quote_start"] for row in rows), max(row["quote_end"] for row in rows)
    share = 100 / max(last - first, 1)
    names = ranked(topic for row in rows for topic in row["topics"])
    drawn = axes(ax, 0.36 * len(names) + 1.8)
    for at, topic in enumerate(names):
        spans = [
            ((row["quote_start"] - first) * share, (row["quote_end"] - row["quote_start"]) * share)
            for row in rows
            if topic in row["topics"]
        ]
        drawn.broken_barh(spans, (at - 0.32, 0.64), color=COLOURS[0], alpha=0.55, linewidth=0)
    drawn.set_yticks(range(len(names)), names)
    drawn.set_ylim(len(names) - 0.4, -0.6)
    drawn.set_xlim(0, 100)
    drawn.xaxis.set_major_formatter(PercentFormatter())
    titled(drawn, "Where in the text the topics stand", x="place in the text, from its first claim to its last")
    name_sections(drawn, {name: (start - first) * share for name, start in sections(rows).items()})
    return drawn


def name_sections(ax: Axes, starts: Mapping[str, float]) -> None:
    """Name the sections above the picture, each as wide as it is, with a line where it begins."""
    ends = [*list(starts.values())[1:], 100.0]
    names = [fill(name, max(10, int(end - start) - 3)) for (name, start), end in zip(starts.items(), ends, strict=True)]
    for name, start in zip(names, starts.values(), strict=True):
        ax.axvline(start, color="#888888", linewidth=0.8, linestyle=":")
        place = {
            "xy": (start, 1),
            "xycoords": ("data", "axes fraction"),
            "xytext": (2, 3),
            "textcoords": "offset points",
        }
        ax.annotate(name, fontsize="x-small", color="#444444", va="bottom", **place)  # type: ignore[arg-type]
    ax.set_title(
        ax.get_title(loc="left"), loc="left", fontweight="bold", pad=10 + 11 * max(map(lines, names), default=0)
    )


def lines(text: str) -> int:
    """How many lines a text has."""
    return text.count("\n") + 1


def sections(rows: Sequence[Row]) -> dict[str, int]:
    """Where the first claim under each heading stands."""
    starts: dict[str, int] = {}
    for row in sorted(rows, key=lambda row: row["quote_start"]):
        if row["section"]:
            starts.setdefault(row["section"], row["quote_start"])
    return starts


def rows_of(table: str, frame: pd.DataFrame | None, columns: Iterable[str]) -> list[Row]:
    """What a frame, or else the dataset, has in these columns; what is empty is None."""
    kept = list(columns)
    if frame is None:
        found: list[Row] = load(table, engine="arrow", columns=kept).to_pylist()
        return found
    one_of("column", kept, list(frame.columns))
    return [{name: value_of(value) for name, value in row.items()} for row in frame[kept].to_dict("records")]  # type: ignore[misc]


def value_of(value: Any) -> Any:
    """A cell as plain Python has it."""
    import pandas as pd

    if isinstance(value, str) or not pd.api.types.is_scalar(value):
        return value
    return None if pd.isna(value) else value


def ranked(values: Iterable[str]) -> list[str]:
    """The different values, the most frequent first."""
    counts = Counter(values)
    return sorted(counts, key=lambda value: (-counts[value], value))


def name_of(actor: str) -> str:
    """The name of a state for its code."""
    return states()[actor].name if actor in states() else actor


def middle(start: date, end: date) -> datetime:
    """The moment between two days."""
    return datetime(start.year, start.month, start.day) + timedelta(days=((end - start).days + 1) / 2)


def amount(value: float) -> str:
    """A value in a few words: 1.2 billion."""
    for size, word in WORDS:
        if abs(value) >= size:
            return f"{value / size:g} {word}"
    return f"{value:,g}"


def axes(ax: Axes | None, height: float) -> Axes:
    """The given axes, or new ones of this height in inches."""
    return ax if ax is not None else plt.subplots(figsize=(8, height), layout="constrained")[1]


def titled(ax: Axes, title: str, x: str = "", y: str = "") -> Axes:
    """Axes with their words, and without what says nothing."""
    ax.set_title(title, loc="left", fontweight="bold")
    ax.set(xlabel=x, ylabel=y)
    ax.spines[["top", "right"]].set_visible(False)
    return ax
