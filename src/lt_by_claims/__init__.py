"""Policy texts as a table of atomic, source-linked claims, with every number in them as data."""

from __future__ import annotations

__version__ = "0.1.0"
