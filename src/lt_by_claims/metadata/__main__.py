"""`python -m lt_by_claims.metadata docs/data-dictionary.md` writes the data dictionary."""

from __future__ import annotations

import sys
from pathlib import Path

from lt_by_claims.metadata import data_dictionary

Path(sys.argv[1]).write_text(data_dictionary(), encoding="utf-8", newline="\n")
