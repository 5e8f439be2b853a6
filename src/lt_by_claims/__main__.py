"""`python -m lt_by_claims` is `lt-by-claims`."""

from __future__ import annotations

from lt_by_claims.cli import app

app(prog_name="lt-by-claims")
