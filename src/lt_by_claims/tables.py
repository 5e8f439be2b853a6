"""The tables of the dataset. Whatever is known of a column is said here, once."""

from __future__ import annotations

from typing import Annotated, Any

import pandas as pd
import pandera.pandas as pa
import pyarrow

Text = Annotated[pd.ArrowDtype, pyarrow.string()]
Texts = Annotated[pd.ArrowDtype, pyarrow.list_(pyarrow.string())]
Whole = Annotated[pd.ArrowDtype, pyarrow.int64()]
Number = Annotated[pd.ArrowDtype, pyarrow.float64()]
Flag = Annotated[pd.ArrowDtype, pyarrow.bool_()]
Day = Annotated[pd.ArrowDtype, pyarrow.date32()]

URL_STATUS = {
    "verified": "The page was opened and found.",
    "inferred": "Written from the publisher's address pattern, never opened.",
    "missing": "No address is known.",
}

CLAIM_TYPES = {
    "statistic": "Its point is a figure.",
    "forecast": "What will, may or would happen.",
    "intention": "What someone wants, plans, asks, calls for or promises.",
    "assessment": "A judgement, cause, characterisation or interpretation.",
    "event": "Something done or happening.",
    "state": "How things stand.",
}

TOPICS = {
    "democratisation": "Elections and their legitimacy, protests, the opposition, civil society, human rights.",
    "sanctions": "Restrictive measures, national or EU.",
    "eu-policy": "The EU's Belarus policy, and a state's weight and initiative in the EU.",
    "bilateral-relations": "The relationship of two states as such, and a state's line towards another.",
    "regional-cooperation": "Work with and among neighbours: Poland, Latvia, Estonia, the Baltic States.",
    "russia": "Russian influence, dependence on Russia, the Union State.",
    "security": "Defence, threat, military exercises, NATO, the United States' presence.",
    "energy": "Power plants, fuels, grids.",
    "trade": "Exports, imports, transit, ports, railways, the cost to the economy.",
    "business": "Companies, capital, investment, the relocation of firms and people, the IT sector.",
    "aid": "Help, support packages, visas and shelter for people and society.",
}

MODALITIES = {
    "asserted": "Said without reserve.",
    "hedged": "Said with reserve: may, likely, is considered unlikely.",
    "conditional": "Said for a case that may not come: would, if.",
}

KINDS = {
    "money": "An amount of money, in units of a currency.",
    "percent": "A share or change in percent, or in percentage points.",
    "count": "A number of things.",
    "rank": "A place in an order.",
    "ratio": "A fraction or a multiple: a third is 0.333…, twofold is 2.",
    "measure": "An amount in a physical unit.",
}

COMPARATORS = {
    "=": "exactly",
    "~": "about",
    "<": "less than",
    "<=": "at most",
    ">": "more than",
    ">=": "at least",
}

SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"


def column(
    description: str, *, codes: dict[str, str] | None = None, refers_to: str = "", unit: str = "", **checks: Any
) -> Any:
    """A column and its meaning; what Pandera has no word for goes into its metadata."""
    said = {"codes": codes, "refers_to": refers_to, "unit": unit}
    if codes:
        checks["isin"] = list(codes)
    return pa.Field(description=description, metadata={key: value for key, value in said.items() if value}, **checks)


class Table(pa.DataFrameModel):
    """A table has its columns and no others, in order, each of its type."""

    class Config:
        """Nothing more, nothing less, and of the very type."""

        strict = True
        ordered = True
        coerce = True


class Documents(Table):
    """One row for each policy text."""

    document_id: Text = column("Name of the document: its file name in `data/raw`.", unique=True, str_matches=rf"^{SLUG}\Z")
    title: Text = column("Title, as in the text.", str_length={"min_value": 1})
    authors: Texts = column("Authors, as in the text.")
    publisher: Text = column("Who published it, and in what series.", nullable=True)
    published: Text = column("When it was published, as EDTF.", nullable=True)
    language: Text = column("Language of the text, as BCP 47.", str_matches=r"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\Z")
    url: Text = column("Address of the page.", nullable=True, str_matches=r"^https?://[!-~]+\Z")
    url_status: Text = column("How sure the address is.", codes=URL_STATUS)
    rights: Text = column("Who owns the text, and what may be done with it.", nullable=True)
    raw_path: Text = column("The raw file, from the root of the project.", nullable=True)
    sha256: Text = column("SHA-256 of the raw file, in hexadecimal.", str_matches=r"^[0-9a-f]{64}\Z")
    text: Text = column("The whole raw text, which every offset counts in.", str_length={"min_value": 1})
    reviewed: Flag = column("Have its claims been settled by a reviewer?")


class Claims(Table):
    """One row for each statement that can be true or false on its own."""

    claim_id: Text = column("Name of the claim; it stays when the claim is edited.", unique=True, str_matches=rf"^{SLUG}/[0-9a-f]{{8}}\Z")
    document_id: Text = column("Document that makes the claim.", refers_to="documents.document_id")
    position: Whole = column("Place of the claim in the order of the text, from 1.", ge=1)
    paragraph: Whole = column("Paragraph that it begins in, from 1.", nullable=True, ge=1)
    section: Text = column("Heading that it stands under.", nullable=True)
    claim: Text = column("The statement as a sentence that is understood alone.", str_matches=r"^[^\n]*[.?!]\Z")
    quote: Text = column("The piece of the document that supports it, character for character.")
    quote_start: Whole = column("Where the quote begins in the document's text.", unit="code points", ge=0)
    quote_end: Whole = column("Where the quote ends, exclusive.", unit="code points", gt=0)
    source_link: Text = column("Link to the quote: the page with a text fragment, or the raw file with a character range.")
    claim_type: Text = column("What sort of statement it is.", codes=CLAIM_TYPES)
    topic: Text = column("What the claim is mainly about.", codes=TOPICS)
    topics: Texts = column("All topics that fit, the main one first.")
    attribution: Text = column("Who holds or utters it, where that is not the author; outermost first.", nullable=True)
    negated: Flag = column("Is the main clause denied?")
    modality: Text = column("With what reserve it is said.", codes=MODALITIES)
    actors: Texts = column("Who takes part, in order of appearance: ISO 3166-1 codes of states, EU, NATO, names of others.")
    time: Text = column("When it holds, as EDTF.", nullable=True)
    time_start: Day = column("First day of that time; empty where it is open.", nullable=True)
    time_end: Day = column("Last day of that time; empty where it is open.", nullable=True)
    link_texts: Texts = column("Texts of the hyperlinks inside the quote.")
    link_urls: Texts = column("Their targets, one for each text; empty where the source lost it.")
    reviewed: Flag = column("Settled by a reviewer, or a machine's draft?")
    made_by: Texts = column("Constructions that made a draft, in order; none for a reviewed claim.")

    @pa.dataframe_check(error="the quote has not as many characters as its span")
    def quote_fills_its_span(cls, claims: pd.DataFrame) -> pd.Series[bool]:
        """A quote is as long as its span."""
        return claims.quote.str.len() == claims.quote_end - claims.quote_start


class Quantities(Table):
    """One row for each numeric value in a claim."""

    quantity_id: Text = column("Name of the value: its claim, and its number there.", unique=True, str_matches=rf"^{SLUG}/[0-9a-f]{{8}}/q[1-9][0-9]*\Z")
    claim_id: Text = column("Claim that states the value.", refers_to="claims.claim_id")
    text: Text = column("The value as it stands in the document, comparator and unit sign included.")
    start: Whole = column("Where it begins in the document's text.", unit="code points", ge=0)
    end: Whole = column("Where it ends, exclusive.", unit="code points", gt=0)
    kind: Text = column("What sort of value it is.", codes=KINDS)
    low: Number = column("Lower end, in base units; empty where the text names none.", nullable=True)
    high: Number = column("Upper end, in base units; empty where the text names none.", nullable=True)
    value: Number = column("One number for plots: the number, the middle of a range, or the one bound.")
    comparator: Text = column("How the value bounds the thing measured.", codes=COMPARATORS)
    unit: Text = column("ISO 4217 code, `%` or `pp`, UCUM code, or the thing counted; empty for a rank or a ratio.", nullable=True)
    measure: Text = column("What is measured, in a few words of the text.", nullable=True)
    period: Text = column("The time that the value is for, as EDTF.", nullable=True)
    period_start: Day = column("First day of that time; empty where it is open.", nullable=True)
    period_end: Day = column("Last day of that time; empty where it is open.", nullable=True)

    @pa.dataframe_check(error="the lower end is above the upper end")
    def ends_are_in_order(cls, quantities: pd.DataFrame) -> pd.Series[bool]:
        """A range runs upwards."""
        return ~(quantities.low > quantities.high).fillna(False)


TABLES: dict[str, type[Table]] = {"documents": Documents, "claims": Claims, "quantities": Quantities}
