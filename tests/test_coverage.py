from __future__ import annotations

import pytest

from lt_by_claims.claim import rows
from lt_by_claims.coverage import coverage
from lt_by_claims.document import Document, Paragraph
from made import TEXT, claim, claims, document, made


def test_a_document_whose_claims_take_up_all_has_no_gap() -> None:
    told = coverage(Document("lv-2021", TEXT, document().paragraphs[1:]), made())
    assert told.gaps == ()
    assert str(told) == "2 of 2 sentences and 3 of 3 numbers belong to a claim"


def test_a_sentence_that_no_quote_touches_is_a_gap() -> None:
    told = coverage(document(), made())
    (gap,) = told.gaps
    assert (gap.what, gap.start, gap.end, gap.text) == ("sentence", 0, 18, "Latvia and transit")
    assert str(told).startswith("2 of 3 sentences")


def test_a_number_without_a_value_is_a_gap_with_its_place() -> None:
    without = rows(document(), [*claims()[1:], claim("Trade fell by 12%", "Trade fell by 12%.")], reviewed=True)
    gap = coverage(document(), without).gaps[-1]
    assert (gap.what, TEXT[gap.start : gap.end]) == ("number", "12%")
    assert str(gap) == "data/raw/lv-2021.txt:3: the number belongs to no claim: '12%'"


def test_claims_of_other_documents_cover_nothing() -> None:
    assert len(coverage(document(), made("other")).gaps) == 6


@pytest.mark.parametrize(
    ("quote", "gaps"), [("trade", ["aid 5", "5"]), ("aid", ["We seek:\ntrade", "5"]), (None, ["5"])]
)
def test_a_lead_in_is_told_once(quote: str | None, gaps: list[str]) -> None:
    text = "We seek:\n- trade\n- aid 5\n"
    lead, first, second = list(range(9)), list(range(11, 16)), list(range(19, 24))
    paragraphs = tuple(
        Paragraph(number, "", "".join(text[i] for i in (*lead, *item)), [*lead, *item], ((0, 9 + len(item)),))
        for number, item in enumerate((first, second), start=1)
    )
    made = Document("lv-2021", text, paragraphs)
    span = (text.index(quote), text.index(quote) + len(quote)) if quote else (0, len(text))
    row = {"claim_id": "lv-2021/1", "document_id": "lv-2021", "quote_start": span[0], "quote_end": span[1]}
    told = coverage(made, {"claims": [row], "quantities": []})
    assert (told.sentences, told.numbers) == (2, 1)
    assert [gap.text for gap in told.gaps] == gaps
