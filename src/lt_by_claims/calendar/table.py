"""The times of any text as a table, for anyone who wants only these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lt_by_claims.calendar.reading import expressions

if TYPE_CHECKING:
    import pandas as pd


def times(text: str, *, published: str | None = None) -> pd.DataFrame:
    """The expressions of time in any English text, in order: `text`, `start`, `end` (code points) and `edtf`.

    `published` is the date of the text (EDTF), from which "last year" and "on Monday" are reckoned; without it only
    what the calendar names is found. No parser is needed.
    """
    import pandas as pd

    found = expressions(text, published)
    return pd.DataFrame(
        {
            "text": pd.Series([text[moment.start : moment.end] for moment in found], dtype="str"),
            "start": pd.Series([moment.start for moment in found], dtype="int64"),
            "end": pd.Series([moment.end for moment in found], dtype="int64"),
            "edtf": pd.Series([moment.edtf for moment in found], dtype="str"),
        }
    )
