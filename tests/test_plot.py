"""What the pictures show, by what is drawn in them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import matplotlib
import matplotlib.dates as dates
import matplotlib.pyplot as plt
import pandas as pd
import pictures
import pytest
from matplotlib.axes import Axes

from lt_by_claims import load, plot

matplotlib.use("agg")

CLAIMS, NUMBERS = load(), load("quantities")
ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    plt.close("all")


def labels(axis: list[plt.Text]) -> list[str]:
    return [label.get_text() for label in axis]


def test_bars_are_as_long_as_there_are_claims() -> None:
    drawn = plot.topics()
    told = pd.crosstab(CLAIMS["topic"], CLAIMS["claim_type"])
    topics = labels(drawn.get_yticklabels())
    assert topics == sorted(told.index, key=lambda topic: (-told.loc[topic].sum(), topic))
    shown = {
        (topic, bars.get_label()): bar.get_width()
        for bars in drawn.containers
        for topic, bar in zip(topics, bars, strict=True)
    }
    assert shown == {(topic, kind): told.loc[topic, kind] for topic in told.index for kind in told.columns}


def test_types_differ_in_more_than_colour() -> None:
    bars = [container[0] for container in plot.topics().containers]
    assert len({bar.get_hatch() for bar in bars}) == len({bar.get_facecolor() for bar in bars}) == len(bars) == 6


def test_values_stand_at_their_periods() -> None:
    drawn = plot.numbers(unit="EUR")
    money = NUMBERS.query("unit == 'EUR'")
    lines = {line.get_label(): line for line in drawn.get_lines()}
    assert set(lines) == set(money["measure"])
    exports = lines["Lithuanian exports to Belarus"]
    assert list(exports.get_ydata()) == [822e6, 1146.5e6]
    assert [dates.num2date(when).year for when in dates.date2num(exports.get_xdata())] == [2010, 2019]
    assert labels(drawn.get_xticklabels()) == ["2010", "2019"]
    assert len({line.get_marker() for line in lines.values()}) == len(lines)


def test_an_open_end_is_an_arrow() -> None:
    drawn = plot.numbers(unit="EUR")
    (arrow,) = drawn.texts
    assert (arrow.get_text(), arrow.xy[1]) == ("less", 800e6)


def frame(*rows: dict[str, object]) -> pd.DataFrame:
    """Values as a plain frame, as a user might make one."""
    usual = {"kind": "percent", "unit": "%", "measure": "turnout", "period": "2020"}
    days = {"period_start": date(2020, 1, 1), "period_end": date(2020, 12, 31)}
    return pd.DataFrame([{**usual, **days, **row} for row in rows])


def test_a_range_is_a_bar_between_its_ends() -> None:
    drawn = plot.numbers(frame({"low": 30.0, "high": 40.0, "value": 35.0}))
    (bar,) = drawn.collections
    ((low, high),) = [path.vertices[:, 1] for path in bar.get_paths()]
    assert (low, high) == (30, 40)
    assert (drawn.get_ylabel(), drawn.get_title(loc="left")) == ("%", "Values in % by measure and period")


def test_more_than_is_an_arrow_upwards() -> None:
    (arrow,) = plot.numbers(frame({"low": 30.0, "high": None, "value": 30.0})).texts
    assert (arrow.get_text(), arrow.get_position()) == ("more", (0, 34))


def test_the_unit_with_most_values_is_drawn_and_others_can_be_asked_for() -> None:
    rows = frame(*({"low": 1.0, "high": 1.0, "value": 1.0, "unit": unit} for unit in ("EUR", "%", "EUR")))
    assert plot.numbers(rows).get_ylabel() == "EUR"
    assert plot.numbers(rows, unit="%").get_ylabel() == "%"
    with pytest.raises(ValueError, match="no unit 'USD': there are EUR, %"):
        plot.numbers(rows, unit="USD")


def test_where_no_value_has_a_period_that_is_said() -> None:
    with pytest.raises(ValueError, match="no value has both a unit and a period"):
        plot.numbers(frame({"low": 1.0, "high": 1.0, "value": 1.0, "period_start": None}))


def test_actors_are_counted_in_pairs() -> None:
    drawn = plot.actors(most=5)
    rows, columns = labels(drawn.get_yticklabels()), labels(drawn.get_xticklabels())
    assert rows[:3] == ["Lithuania", "Belarus", "Russia"]
    pairs = Counter(frozenset(pair) for actors in CLAIMS["actors"] for pair in combinations(set(actors), 2))
    shown = {(text.get_position(), text.get_text()) for text in drawn.texts}
    codes = {"Lithuania": "LT", "Belarus": "BY", "Russia": "RU", "Poland": "PL"}
    expected = {
        ((column, row), str(pairs[frozenset((codes.get(one, one), codes.get(other, other)))] or "·"))
        for row, one in enumerate(rows)
        for column, other in enumerate(columns)
        if column < row
    }
    assert shown == expected


def test_topics_stand_where_their_quotes_do() -> None:
    drawn = plot.places()
    topics = labels(drawn.get_yticklabels())
    spans = dict(zip(topics, drawn.collections, strict=True))
    assert topics[0] == "democratisation"
    first, last = CLAIMS["quote_start"].min(), CLAIMS["quote_end"].max()
    (energy,) = CLAIMS[CLAIMS["topics"].map(lambda topics: "energy" in topics)].to_dict("records")
    (box,) = [path.get_extents() for path in spans["energy"].get_paths()]
    assert box.x0 == pytest.approx(100 * (energy["quote_start"] - first) / (last - first))
    assert box.x1 == pytest.approx(100 * (energy["quote_end"] - first) / (last - first))
    of_trade = CLAIMS["topics"].map(lambda topics: "trade" in topics).sum()
    assert len(spans["trade"].get_paths()) == of_trade


def test_sections_are_named_where_they_begin() -> None:
    named = [text.get_text().replace("\n", " ") for text in plot.places().texts]
    assert named == CLAIMS["section"].dropna().unique().tolist()


def test_a_document_that_is_not_there_is_said() -> None:
    with pytest.raises(ValueError, match="no document 'x': there are pism-2020-lithuania-belarus"):
        plot.places(document="x")


@pytest.mark.parametrize("picture", [plot.topics, plot.numbers, plot.actors, plot.places])
def test_a_frame_and_axes_can_be_given(picture: object) -> None:
    _, ax = plt.subplots()
    given = NUMBERS if picture is plot.numbers else CLAIMS
    drawn: Axes = picture(given, ax=ax)  # type: ignore[operator]
    assert drawn is ax
    assert drawn.get_title(loc="left")
    with pytest.raises(ValueError, match="no column '"):
        picture(pd.DataFrame({"x": [1]}))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("value", "said"), [(0, "0"), (1500, "1,500"), (2e6, "2 million"), (-1.25e9, "-1.25 billion"), (3e12, "3 trillion")]
)
def test_amounts_are_said_in_a_few_words(value: float, said: str) -> None:
    assert plot.amount(value) == said


@pytest.mark.parametrize("name", pictures.PICTURES)
def test_the_pictures_of_the_docs_are_those_of_the_dataset(name: str, tmp_path: Path) -> None:
    """By their words: the curves differ from one matplotlib to another."""
    words = re.compile(r"<text[^>]*>(.*?)</text>")
    drawn = words.findall(pictures.draw(name, tmp_path).read_text(encoding="utf-8"))
    assert words.findall((ROOT / "docs" / "pictures" / f"{name}.svg").read_text(encoding="utf-8")) == drawn
    assert len(drawn) > 5
    assert (ROOT / "docs" / "pictures" / f"{name}.svg").stat().st_size < 60_000


def test_a_picture_is_drawn_with_the_same_bytes_again(tmp_path: Path) -> None:
    first = pictures.draw("numbers", tmp_path).read_bytes()
    assert pictures.draw("numbers", tmp_path).read_bytes() == first


def test_who_has_no_matplotlib_is_told_how_to_get_it() -> None:
    code = "import sys; sys.modules['matplotlib'] = None; import lt_by_claims.plot"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip().endswith('ImportError: pictures need matplotlib: pip install "lt-by-claims[plot]"')
