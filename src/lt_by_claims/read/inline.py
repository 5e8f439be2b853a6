"""The marks inside a block, taken out of its view: links, tags, footnote marks, emphasis, odd spaces, line ends."""

from __future__ import annotations

import html
import re

from lt_by_claims.document import Link
from lt_by_claims.read.breaks import in_one_line
from lt_by_claims.read.context import Context
from lt_by_claims.read.emphasis import emphasis_marks
from lt_by_claims.read.lettered import without_letters
from lt_by_claims.read.links import Markup, links_of, without_links
from lt_by_claims.read.notes import without_marks, without_raised, without_stars
from lt_by_claims.read.view import View

MARKUP = re.compile(r"[^\w\s.,;:?!'\"’“”()%€$/–—-]|_|[^\W\d_]{2}[.,;:!?]?[\"”’)]?[0-9]|[^\S \n]|[⁰¹²³⁴-⁹]")
"""Whatever may be markup; most blocks have none of it."""

TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*+(?:\s[^<>]*+)?/?>")
LINE_BREAK = re.compile(r"<br\s*+/?>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
SPACE = re.compile(r"[^\S\n]")
INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]|[\x80-\x84\x86-\x9f]"
)


def cleaned(view: View, context: Context) -> tuple[View, tuple[Link, ...]]:
    """A block as it is read, in one line and without markup, and the links in it."""
    if not MARKUP.search(view.text):
        return without_letters(in_one_line(view, context)), ()
    found = links_of(view, context)
    links = [link_of(view, markup, context) for markup in found if markup.is_text]
    return without_letters(plain(without_links(view, found), context)), tuple(link for link in links if link.text)


def link_of(view: View, markup: Markup, context: Context) -> Link:
    """A link of a view as it stands in the raw text."""
    inner = view[markup.inner_start : markup.inner_end]
    text = plain(without_links(inner, links_of(inner, context)), context).text
    return Link(view.places[markup.start], view.places[markup.end - 1] + 1, text, markup.url)


def plain(view: View, context: Context) -> View:
    """A view without the marks of layout, in one line."""
    view = without_marks(without_tags(view), context)
    view = without_stars(view.edit(emphasis_marks(view.text)))
    return in_one_line(view.sub(ESCAPE).sub(ENTITY, character).sub(SPACE, " "), context)


def without_tags(view: View) -> View:
    """The view without HTML tags, and without the footnote marks that they raise."""
    return without_raised(view).sub(LINE_BREAK, " ").sub(TAG)


def character(entity: re.Match[str]) -> str | None:
    """The character that an HTML entity such as `&nbsp;` stands for, or None where it is no entity."""
    meant = html.unescape(entity[0])
    if meant == entity[0]:
        return None
    return INVISIBLE.sub("", "".join(c if c.isprintable() or c.isspace() else "" for c in meant))
