"""The tables of the dataset. Whatever is known of a column is said here, once."""

from __future__ import annotations

from lt_by_claims.tables import checks
from lt_by_claims.tables.column import Day, Flag, Number, Table, Text, Texts, Whole, column, every_row
from lt_by_claims.tables.vocabulary import CLAIM_TYPES, COMPARATORS, KINDS, MODALITIES, TOPICS, URL_STATUS

__all__ = [
    "CLAIM_TYPES",
    "COMPARATORS",
    "KINDS",
    "MODALITIES",
    "TABLES",
    "TOPICS",
    "URL_STATUS",
    "Claims",
    "Documents",
    "Quantities",
    "Retired",
    "Table",
]

SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
NUMBER = "(?:0|[1-9][0-9]{0,5})"
PLAIN = "leave out hidden characters, double spaces and letters of other alphabets, and write it in NFC"
EDTF = "2020, 2020-08, 2020-09-17, 2020-10?, 2010/2020, 2020-08/.."

# The patterns are read by Arrow's engine, RE2: there `$` is the very end of the text, and `\Z` is unknown.


class Documents(Table):
    """One row for each policy text."""

    document_id: Text = column(
        "Name of the document: its file name in `data/raw`.",
        unique=True,
        str_matches=rf"^{SLUG}$",
        form="small letters and digits in words joined by hyphens",
    )
    title: Text = column("Title, as in the text.", str_length={"min_value": 1})
    authors: Texts = column("Authors, as in the text.")
    publisher: Text = column("Who published it, and in what series.", nullable=True)
    published: Text = column("When it was published, as EDTF.", nullable=True)
    language: Text = column(
        "Language of the text, as BCP 47.",
        str_matches=r"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$",
        form="a code such as en or pt-BR",
    )
    url: Text = column(
        "Address of the page.",
        nullable=True,
        str_matches=r"^https?://[!-~]+$",
        form="http:// or https:// and no space, other letters percent-encoded",
    )
    url_status: Text = column("How sure the address is.", codes=URL_STATUS)
    rights: Text = column("Who owns the text, and what may be done with it.", nullable=True)
    raw_path: Text = column("The raw file, from the root of the project.", nullable=True)
    sha256: Text = column(
        "SHA-256 of the raw file, in hexadecimal.", str_matches=r"^[0-9a-f]{64}$", form="64 hexadecimal digits"
    )
    text: Text = column("The whole raw text, which every offset counts in.", str_length={"min_value": 1})
    reviewed: Flag = column("Have its claims been settled by a reviewer?")

    plain_title = every_row(checks.title_is_plain, "title is {title!r}", PLAIN)
    plain_authors = every_row(checks.authors_are_plain, "authors is {authors}", PLAIN)
    authors_once = every_row(checks.no_author_twice, "authors is {authors}", "name each once")
    plain_publisher = every_row(checks.publisher_is_plain, "publisher is {publisher!r}", PLAIN)
    host = every_row(
        checks.address_names_a_host, "url is {url!r}", "give an address with a host, and without a user before it"
    )
    published_edtf = every_row(
        checks.published_is_a_date, "published is {published!r}, which is no EDTF date", f"write it as {EDTF}"
    )
    address = every_row(
        checks.address_agrees,
        "url is {url!r}, but url_status is {url_status!r}",
        "it is missing just where there is no url",
    )
    raw_file = every_row(
        checks.raw_file_is_named_for_its_document,
        "raw_path is {raw_path!r}",
        "name the document's file as it lies in the project, without `..` and from no root",
    )
    hashed = every_row(
        checks.hash_is_the_texts, "sha256 is not the hash of the text", "the raw file has changed since it was read"
    )


class Claims(Table):
    """One row for each statement that can be true or false on its own."""

    claim_id: Text = column(
        "Name of the claim; it stays when the claim is edited.",
        unique=True,
        str_matches=rf"^{SLUG}/[0-9a-f]{{8}}$",
        form="the document's name, a slash and 8 hexadecimal digits",
    )
    document_id: Text = column("Document that makes the claim.", refers_to="documents.document_id")
    position: Whole = column("Place of the claim in the order of the text, from 1.", ge=1)
    paragraph: Whole = column("Paragraph that it begins in, from 1.", nullable=True, ge=1)
    section: Text = column("Heading that it stands under.", nullable=True)
    claim: Text = column(
        "The statement as a sentence that is understood alone.",
        str_matches=r"^[^ \r\n][^\r\n]*[.?!][\"'”’)]?$",
        form="one line that ends with a stop",
    )
    quote: Text = column(
        "The piece of the document that supports it, character for character.", str_length={"min_value": 1}
    )
    quote_start: Whole = column("Where the quote begins in the document's text.", unit="code points", ge=0)
    quote_end: Whole = column("Where the quote ends, exclusive.", unit="code points", gt=0)
    source_link: Text = column(
        "Link to the quote: the page with a text fragment, or the raw file with a character range."
    )
    claim_type: Text = column("What sort of statement it is.", codes=CLAIM_TYPES)
    topic: Text = column("What the claim is mainly about.", codes=TOPICS)
    topics: Texts = column("All topics that fit, the main one first.")
    attribution: Text = column("Who holds or utters it, where that is not the author; outermost first.", nullable=True)
    negated: Flag = column("Is the main clause denied?")
    modality: Text = column("With what reserve it is said.", codes=MODALITIES)
    actors: Texts = column(
        "Who takes part, in order of appearance: ISO 3166-1 codes of states, EU, NATO, names of others."
    )
    time: Text = column("When it holds, as EDTF.", nullable=True)
    time_start: Day = column("First day of that time; empty where it is open.", nullable=True)
    time_end: Day = column("Last day of that time; empty where it is open.", nullable=True)
    link_texts: Texts = column("Texts of the hyperlinks inside the quote.")
    link_urls: Texts = column("Their targets, one for each text; empty where the source lost it.", gaps=True)
    reviewed: Flag = column("Settled by a reviewer, or a machine's draft?")
    made_by: Texts = column("Constructions that made a draft, in order; none for a reviewed claim.")
    doubts: Texts = column("What the machine was unsure of in a draft; none for a reviewed claim.")

    named = every_row(
        checks.claim_is_named_for_its_document,
        "claim_id does not begin with the document's name {document_id}/",
        "an id never leaves its document",
    )
    span = every_row(
        checks.quote_fills_its_span,
        "the quote does not have as many characters as lie from quote_start {quote_start} to quote_end {quote_end}",
        "an end is exclusive, and counts code points",
    )
    main_topic = every_row(
        checks.main_topic_comes_first, "topic is {topic!r}, but topics is {topics}", "put the main topic first"
    )
    topics_once = every_row(checks.no_topic_twice, "topics is {topics}", "name each once")
    topics_known = every_row(checks.topics_are_known, "topics is {topics}", f"use only {', '.join(TOPICS)}")
    actor_codes = every_row(
        checks.actors_have_codes,
        "actors is {actors}",
        "a name of two letters must be the ISO 3166-1 code of a state, or EU",
    )
    actor_names = every_row(
        checks.actors_are_names,
        "actors is {actors}",
        "a name has a capital letter and nothing hidden, and the alliance is NATO",
    )
    actors_once = every_row(checks.no_actor_twice, "actors is {actors}", "name each once")
    actor_states = every_row(checks.states_are_coded, "actors is {actors}", "give a state by its ISO 3166-1 code")
    plain_claim = every_row(checks.claim_is_plain, "claim is {claim!r}", PLAIN)
    plain_attribution = every_row(
        checks.attribution_is_plain,
        "attribution is {attribution!r}",
        "give a name without hidden characters, or leave it empty",
    )
    bare_quote = every_row(
        checks.quote_has_no_space_around, "the quote {quote!r} begins or ends with a space", "leave it out"
    )
    time_edtf = every_row(checks.time_is_a_date, "time is {time!r}, which is no EDTF date", f"write it as {EDTF}")
    time_days = every_row(
        checks.time_has_its_days,
        "time_start {time_start} and time_end {time_end} are not the first and last day of time {time!r}",
        "empty is an open end",
    )
    targets = every_row(
        checks.links_have_targets,
        "link_texts {link_texts} and link_urls {link_urls} differ in length",
        "give each link a target, if an empty one",
    )
    settled = every_row(
        checks.review_names_no_construction,
        "reviewed is true, but made_by is {made_by}",
        "leave it empty for a reviewed claim",
    )


class Quantities(Table):
    """One row for each numeric value in a claim."""

    quantity_id: Text = column(
        "Name of the value: its claim, and its number there.",
        unique=True,
        str_matches=rf"^{SLUG}/[0-9a-f]{{8}}/q[1-9][0-9]*$",
        form="the claim's name, a slash, q and a number",
    )
    claim_id: Text = column("Claim that states the value.", refers_to="claims.claim_id")
    text: Text = column("The value as it stands in the document, comparator and unit sign included.")
    start: Whole = column("Where it begins in the document's text.", unit="code points", ge=0)
    end: Whole = column("Where it ends, exclusive.", unit="code points", gt=0)
    kind: Text = column("What sort of value it is.", codes=KINDS)
    low: Number = column("Lower end, in base units; empty where the text names none.", nullable=True)
    high: Number = column("Upper end, in base units; empty where the text names none.", nullable=True)
    value: Number = column("One number for plots: the number, the middle of a range, or the one bound.")
    comparator: Text = column("How the value bounds the thing measured.", codes=COMPARATORS)
    unit: Text = column(
        "ISO 4217 code, `%` or `pp`, UCUM code, or the thing counted; empty for a rank or a ratio, "
        "and for a draft's count of things that are not said.",
        nullable=True,
    )
    measure: Text = column("What is measured, in a few words of the text.", nullable=True)
    period: Text = column("The time that the value is for, as EDTF.", nullable=True)
    period_start: Day = column("First day of that time; empty where it is open.", nullable=True)
    period_end: Day = column("Last day of that time; empty where it is open.", nullable=True)

    named = every_row(
        checks.quantity_is_named_for_its_claim,
        "quantity_id does not begin with the claim's name {claim_id}/",
        "an id never leaves its claim",
    )
    span = every_row(
        checks.text_fills_its_span,
        "the text {text!r} does not have as many characters as lie from start {start} to end {end}",
        "an end is exclusive, and counts code points",
    )
    order = every_row(checks.ends_are_in_order, "low {low} is above high {high}", "swap them")
    bounds = every_row(
        checks.comparator_agrees_with_the_ends,
        "comparator is {comparator!r}, low is {low} and high is {high}",
        "< and <= have only high, > and >= only low, = and ~ both",
    )
    middle = every_row(
        checks.value_lies_in_the_middle,
        "value is {value}, but low is {low} and high is {high}",
        "it is their middle, or the one that is there",
    )
    units = every_row(
        checks.unit_fits_the_kind,
        "kind is {kind!r} and unit is {unit!r}",
        "money has an ISO 4217 code, percent % or pp, a rank or ratio none, a measure some unit",
    )
    named_measure = every_row(
        checks.measure_is_named, "measure is {measure!r}", "write it without spaces around it, or leave it empty"
    )
    named_unit = every_row(
        checks.unit_is_named, "unit is {unit!r}", "write it without spaces around it, or leave it empty"
    )
    period_edtf = every_row(
        checks.period_is_a_date, "period is {period!r}, which is no EDTF date", f"write it as {EDTF}"
    )
    period_days = every_row(
        checks.period_has_its_days,
        "period_start {period_start} and period_end {period_end} are not the first and last day of period {period!r}",
        "empty is an open end",
    )


class Retired(Table):
    """One row for each claim that a version held and later ones do not: what says it now, and since when."""

    claim_id: Text = column(
        "Name that the claim had; no other claim ever gets it.",
        unique=True,
        str_matches=rf"^{SLUG}/[0-9a-f]{{8}}$",
        form="the document's name, a slash and 8 hexadecimal digits",
    )
    document_id: Text = column("Document that made the claim; it may be withdrawn by now.")
    replaced_by: Texts = column("Claims of the document that say it now; none where nothing does.")
    retired_in: Text = column(
        "Version of the dataset that was the first without it.",
        str_matches=rf"^{NUMBER}\.{NUMBER}\.{NUMBER}(?:-[0-9A-Za-z.-]{{1,40}})?$",
        form="three numbers, as 1.2.0",
    )

    named = every_row(
        checks.claim_is_named_for_its_document,
        "claim_id does not begin with the document's name {document_id}/",
        "an id never leaves its document",
    )


TABLES: dict[str, type[Table]] = {
    "documents": Documents,
    "claims": Claims,
    "quantities": Quantities,
    "retired": Retired,
}
