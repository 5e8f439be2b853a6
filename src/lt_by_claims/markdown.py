"""Texts of others within Markdown."""

from __future__ import annotations

MARKUP = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>~|$#@&!"})
ENDS = str.maketrans({"(": "%28", ")": "%29", "<": "%3C", ">": "%3E"})


def safe(text: str) -> str:
    """A text on one line in which nothing is taken for Markdown, HTML or a mention."""
    return " ".join(text.split()).translate(MARKUP)


def link(text: str, address: str) -> str:
    """A link whose address cannot end it."""
    return f"[{safe(text)}]({address.translate(ENDS)})"
