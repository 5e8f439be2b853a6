"""What must hold between the cells of one row, for all rows of a batch at once.

Each function asks for the columns that its parameters name, as Arrow arrays, and answers for each row; where the answer
is null it has nothing to say.
"""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache

import pyarrow
import pyarrow.compute as pc
from pyarrow import Array, BooleanArray, ListArray, StringArray

from lt_by_claims.codes import currencies, states
from lt_by_claims.period import days
from lt_by_claims.tables.arrays import (
    BOOL,
    DOUBLE,
    FALSE,
    INT32,
    all_of,
    any_of,
    array,
    each_distinct,
    first_members,
    has_members,
    members_hold,
    no_member_twice,
    of_distinct,
    or_else,
    same,
    scalar,
)
from lt_by_claims.tables.vocabulary import TOPICS

CLOSE = 1e-12

HIDDEN = r"[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}０-９Ａ-Ｚａ-ｚ\x{1D400}-\x{1D7FF}]|  | $"
"""Characters that nobody sees: of control and of format, letters and digits in another width or face, a second space, a
space at the end."""

AROUND = "\t\n\v\f\r \x85\xa0\u2002\u2003\u2007\u2009\u200b\u200c\u200d\u2028\u2029\u202f\u3000\ufeff\xad"
"""Characters that no quote begins or ends with."""

SEEN = r"!-~¡-¬®-ſ‐-‧‰-⁞₠-⃀"
"""Characters that one sees, composed and of one alphabet: few texts have others."""

SIMPLE = rf"^[{SEEN}]+(?: [{SEEN}]+)*$"
"""A text of nothing but words of such characters."""

FALSE_FRIENDS = (
    r"\p{Latin}[\p{Cyrillic}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]|[\p{Cyrillic}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]\p{Latin}"
    r"|\p{Latin} [АІаі] \p{Latin}"
)
"""A word of Latin letters with one of another alphabet that looks the same; an article or pronoun that is such one."""


def is_edtf(written: str) -> bool:
    """Is it a date of the Extended Date/Time Format?"""
    try:
        days(written)
    except ValueError:
        return False
    return True


def first_day(written: str) -> date | None:
    """The first day of a date; none where it is open, or no date."""
    return days(written)[0] if is_edtf(written) else None


def last_day(written: str) -> date | None:
    """The last day of a date; none where it is open, or no date."""
    return days(written)[1] if is_edtf(written) else None


def are_dates(written: StringArray) -> BooleanArray:
    """Are the texts EDTF?"""
    return each_distinct(is_edtf, written, BOOL)


def are_days_of(written: StringArray, first: Array, last: Array) -> BooleanArray:
    """Are these the first and the last day of it? A date that is none is told elsewhere."""
    given = ((first_day, first), (last_day, last))
    agree = all_of(*(same(each_distinct(end, written, pyarrow.date32()), day) for end, day in given))
    return any_of(agree, pc.fill_null(pc.invert(are_dates(written)), FALSE))


def is_some(text: StringArray) -> BooleanArray:
    """Has a text any characters?"""
    return pc.greater(pc.utf8_length(text), scalar(0, INT32))


def has_letters(text: StringArray) -> BooleanArray:
    """Has a text a letter? `~` is none."""
    return pc.match_substring_regex(text, r"\pL")


def is_plain(text: StringArray) -> BooleanArray:
    """Is a text what it looks like: composed (NFC), no hidden characters, no letters of two alphabets in a word?"""
    return or_else(pc.match_substring_regex(text, SIMPLE), is_plain_beyond, text)


def is_plain_beyond(text: StringArray) -> BooleanArray:
    """The same, where a text is not simple."""
    strange = pc.match_substring_regex(text, f"{HIDDEN}|{FALSE_FRIENDS}")
    return all_of(pc.equal(pc.utf8_normalize(text, "NFC"), text), pc.invert(strange))


def published_is_a_date(published: StringArray) -> BooleanArray:
    """The day of publication is EDTF."""
    return are_dates(published)


def title_is_plain(title: StringArray, reviewed: BooleanArray) -> BooleanArray:
    """The title of a reviewed text has no hidden characters."""
    return any_of(pc.invert(reviewed), is_plain(title))


def authors_are_plain(authors: ListArray, reviewed: BooleanArray) -> BooleanArray:
    """Neither have its authors."""
    return any_of(pc.invert(reviewed), members_hold(authors, lambda names: all_of(is_plain(names), is_some(names))))


def no_author_twice(authors: ListArray) -> BooleanArray:
    """No author is named twice."""
    return no_member_twice(authors)


def publisher_is_plain(publisher: StringArray, reviewed: BooleanArray) -> BooleanArray:
    """Neither has its publisher."""
    return any_of(pc.invert(reviewed), all_of(is_plain(publisher), is_some(publisher)))


def address_names_a_host(url: StringArray) -> BooleanArray:
    """An address leads to a host, and gives no user away."""
    return pc.match_substring_regex(url, r"^https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?(?:[/?#]|$)")


def address_agrees(url: StringArray, url_status: StringArray) -> BooleanArray:
    """An address is there unless it is missing."""
    return pc.equal(pc.is_null(url), pc.equal(url_status, scalar("missing")))


def raw_file_is_named_for_its_document(raw_path: StringArray, document_id: StringArray) -> BooleanArray:
    """The raw file lies within the project, and in `data/raw` has the document's name."""
    strange = pc.match_substring_regex(raw_path, r"^[/~\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\\|[\x00-\x1f]")
    elsewhere = pc.invert(pc.starts_with(raw_path, "data/raw/"))
    stem = pc.replace_substring_regex(raw_path, r"^data/raw/|\.(?:txt|md)$", "")
    return all_of(pc.invert(strange), any_of(elsewhere, pc.equal(stem, document_id)))


def hash_is_the_texts(text: StringArray, sha256: StringArray) -> BooleanArray:
    """The hash is the text's."""
    texts = text.cast(pyarrow.binary()).to_pylist()
    hashes = (None if one is None else hashlib.sha256(one).hexdigest() for one in texts)
    return pc.equal(array(hashes), sha256)


def claim_is_named_for_its_document(claim_id: StringArray, document_id: StringArray) -> BooleanArray:
    """The claim's name begins with its document's."""
    return is_named_for(claim_id, document_id, len("/01234567"))


def is_named_for(name: StringArray, whole: StringArray, length: int) -> BooleanArray:
    """Is the name that of its whole, and a last part, which mostly is of this length? Its form is told elsewhere."""
    return or_else(pc.equal(pc.utf8_slice_codeunits(name, 0, -length), whole), begins_with, name, whole)


def begins_with(name: StringArray, whole: StringArray) -> BooleanArray:
    """Is the name without its last part that of its whole?"""
    return pc.equal(pc.replace_substring_regex(name, r"(?:^|/)[^/]*$", ""), whole)


def quote_fills_its_span(quote: StringArray, quote_start: Array, quote_end: Array) -> BooleanArray:
    """A quote is as long as its span."""
    return pc.equal(pc.utf8_length(quote), pc.subtract(quote_end, quote_start))


def main_topic_comes_first(topic: StringArray, topics: ListArray) -> BooleanArray:
    """The topic is the first of the topics."""
    return pc.fill_null(pc.equal(first_members(topics), topic), FALSE)


def no_topic_twice(topics: ListArray) -> BooleanArray:
    """No topic is named twice."""
    return no_member_twice(topics)


def topics_are_known(topics: ListArray) -> BooleanArray:
    """Every topic is on the list."""
    return members_hold(topics, lambda topic: pc.is_in(topic, array(TOPICS)))


def actors_have_codes(actors: ListArray) -> BooleanArray:
    """Two letters are a state's code, or the EU."""
    codes = array([*states(), "EU"])
    return members_hold(
        actors, lambda actor: any_of(pc.not_equal(pc.utf8_length(actor), scalar(2, INT32)), pc.is_in(actor, codes))
    )


def actors_are_names(actors: ListArray, reviewed: BooleanArray) -> BooleanArray:
    """A name has a capital letter, and neither `nato` nor `Nato` is NATO; drafts take names as texts write them."""
    return any_of(pc.invert(reviewed), members_hold(actors, is_name))


def is_name(actor: StringArray) -> BooleanArray:
    """Is it written as a name is?"""
    unlike = all_of(pc.equal(pc.utf8_upper(actor), scalar("NATO")), pc.not_equal(actor, scalar("NATO")))
    small = all_of(pc.equal(pc.utf8_lower(actor), actor), pc.not_equal(pc.utf8_upper(actor), actor))
    return all_of(pc.invert(any_of(unlike, small)), is_plain(actor), has_letters(actor))


def no_actor_twice(actors: ListArray) -> BooleanArray:
    """No actor is named twice."""
    return no_member_twice(actors)


def states_are_coded(actors: ListArray, reviewed: BooleanArray) -> BooleanArray:
    """A state is given by its code."""
    return any_of(pc.invert(reviewed), members_hold(actors, lambda actor: pc.invert(pc.is_in(actor, state_names()))))


@cache
def state_names() -> StringArray:
    """What states are called that no person or body is."""
    return array(state.name for state in states().values())


def claim_is_plain(claim: StringArray, reviewed: BooleanArray) -> BooleanArray:
    """A reviewed claim has no hidden characters; a draft may have those of its text."""
    return any_of(pc.invert(reviewed), is_plain(claim))


def attribution_is_plain(attribution: StringArray, reviewed: BooleanArray) -> BooleanArray:
    """So has an attribution."""
    named = of_distinct(lambda names: all_of(is_plain(names), has_letters(names)), attribution)
    return any_of(pc.invert(reviewed), named)


def quote_has_no_space_around(quote: StringArray, reviewed: BooleanArray) -> BooleanArray:
    """A reviewed quote begins and ends with a character that one sees."""
    return any_of(pc.invert(reviewed), pc.equal(pc.utf8_trim(quote, AROUND), quote))


def time_is_a_date(time: StringArray) -> BooleanArray:
    """The time is EDTF."""
    return are_dates(time)


def time_has_its_days(time: StringArray, time_start: Array, time_end: Array) -> BooleanArray:
    """The days are those of the time."""
    return are_days_of(time, time_start, time_end)


def links_have_targets(link_texts: ListArray, link_urls: ListArray) -> BooleanArray:
    """Each link has a target, if an empty one."""
    return pc.equal(pc.list_value_length(link_texts), pc.list_value_length(link_urls))


def review_names_no_construction(reviewed: BooleanArray, made_by: ListArray) -> BooleanArray:
    """What a reviewer settled is no longer a construction's."""
    return pc.invert(pc.and_(reviewed, has_members(made_by)))


def quantity_is_named_for_its_claim(quantity_id: StringArray, claim_id: StringArray) -> BooleanArray:
    """The value's name begins with its claim's."""
    return is_named_for(quantity_id, claim_id, len("/q1"))


def text_fills_its_span(text: StringArray, start: Array, end: Array) -> BooleanArray:
    """A value's text is as long as its span."""
    return pc.equal(pc.utf8_length(text), pc.subtract(end, start))


def ends_are_in_order(low: Array, high: Array) -> BooleanArray:
    """A range runs upwards."""
    return pc.less_equal(low, high)


def comparator_agrees_with_the_ends(comparator: StringArray, low: Array, high: Array) -> BooleanArray:
    """A bound leaves the other end open; all else has two ends."""
    opens = ((low, ("<", "<=")), (high, (">", ">=")))
    return all_of(*(pc.equal(pc.is_null(end), pc.is_in(comparator, array(signs))) for end, signs in opens))


def value_lies_in_the_middle(low: Array, high: Array, value: Array) -> BooleanArray:
    """The value is the number, the middle of the range, or the one bound. A value without ends is told elsewhere."""
    middle = pc.coalesce(pc.divide(pc.add(low, high), scalar(2.0, DOUBLE)), low, high)
    largest = pc.max_element_wise(pc.abs(middle), pc.abs(value), scalar(1.0, DOUBLE))
    return pc.less_equal(pc.abs(pc.subtract(value, middle)), pc.multiply(largest, scalar(CLOSE, DOUBLE)))


def unit_fits_the_kind(kind: StringArray, unit: StringArray) -> BooleanArray:
    """Each kind of value has units of its own; a draft does not know what "only 12 have done so" counts."""
    some = pc.fill_null(is_some(unit), FALSE)
    fits = {
        "money": pc.is_in(unit, array(currencies())),
        "percent": pc.is_in(unit, array(["%", "pp"])),
        "rank": pc.is_null(unit),
        "ratio": pc.is_null(unit),
        "count": pc.or_(some, pc.is_null(unit)),
        "measure": some,
    }
    known = pc.is_in(kind, array(fits))
    return any_of(pc.invert(known), *(pc.and_(pc.equal(kind, scalar(one)), fit) for one, fit in fits.items()))


def measure_is_named(measure: StringArray) -> BooleanArray:
    """A measure is named, if it is given."""
    return is_trimmed(measure)


def unit_is_named(unit: StringArray) -> BooleanArray:
    """So is a unit."""
    return of_distinct(is_trimmed, unit)


def is_trimmed(text: StringArray) -> BooleanArray:
    """Has a text characters, and no space around them?"""
    return all_of(pc.equal(pc.utf8_trim_whitespace(text), text), is_some(text))


def period_is_a_date(period: StringArray) -> BooleanArray:
    """The period is EDTF."""
    return are_dates(period)


def period_has_its_days(period: StringArray, period_start: Array, period_end: Array) -> BooleanArray:
    """The days are those of the period."""
    return are_days_of(period, period_start, period_end)
