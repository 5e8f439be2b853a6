# ruff: noqa: E501  (tables of cases read best a line each)
"""A reviewed file: what is read from it, what is refused in it, and what is written."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lt_by_claims.claim import Claim, Quantity, born_id, rows
from lt_by_claims.document import Document, Link
from lt_by_claims.errors import ReviewError
from lt_by_claims.review import review, write

TEXT = """Trade has grown. Norway exported goods worth around €60 million in 2019.

Trade has grown. Some 60 firms employ 60 people, as [a
report](#) says; the Union’s delay is no
surprise."""

FILE = """# what a reviewer says
document: x
guidelines: 2

claims:

- id: 1a2b3c4d
  claim: Norway exported goods worth around €60 million in 2019.   # a figure
  quote: Norway exported goods worth around €60 million in 2019
  claim_type: statistic
  topics: [trade, business]
  attribution: Statistics Norway
  negated: true
  modality: hedged
  actors: [NO, EU]
  time: 2019
  quantities:
  - text: around €60 million
    kind: money
    low: 60000000
    high: 60000000
    comparator: "~"
    unit: EUR
    measure: exports
    period: 2019

- id: "00000002"
  claim: Trade has grown.
  quote: Trade has grown
  occurrence: 2
  claim_type: state
  topics: [trade]
"""


def document(text: str = TEXT) -> Document:
    start = text.find("[a\nreport](#)")
    links = (Link(start, start + 13, "a report", None),) if start >= 0 else ()
    return Document(document_id="x", text=text, paragraphs=(), links=links)


def read(folder: Path, text: str | bytes, of: Document | None = None) -> list[Claim]:
    path = folder / "x.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return review(path, of or document())


def problems(folder: Path, text: str | bytes, of: Document | None = None) -> list[str]:
    with pytest.raises(ReviewError) as caught:
        read(folder, text, of)
    return [problem.removeprefix(f"{folder / 'x.yaml'}:") for problem in caught.value.problems]


def test_a_file_is_read_with_every_value_as_it_is_written(tmp_path: Path) -> None:
    first, second = read(tmp_path, FILE)
    start = TEXT.index("Norway")
    money = TEXT.index("around")
    assert first == Claim(
        id="1a2b3c4d",
        claim="Norway exported goods worth around €60 million in 2019.",
        start=start,
        end=start + 54,
        claim_type="statistic",
        topics=("trade", "business"),
        attribution="Statistics Norway",
        negated=True,
        modality="hedged",
        actors=("NO", "EU"),
        time="2019",
        quantities=(
            Quantity(
                text="around €60 million",
                start=money,
                end=money + 18,
                kind="money",
                low=Decimal(60_000_000),
                high=Decimal(60_000_000),
                comparator="~",
                unit="EUR",
                measure="exports",
                period="2019",
            ),
        ),
    )
    assert second == Claim(
        id="00000002",
        claim="Trade has grown.",
        start=TEXT.rindex("Trade"),
        end=TEXT.rindex("Trade") + 15,
        claim_type="state",
        topics=("trade",),
    )


WRONG = {
    "unknown key": ("  claim_type: state", "  claimtype: state", "31: claim 00000002: unknown key 'claimtype'; did you mean 'claim_type'?"),
    "missing key": ("  claim_type: state\n", "", "27: claim 00000002: claim_type is missing"),
    "empty value": ("claim_type: state", "claim_type:", "27: claim 00000002: claim_type is missing"),
    "null": ("claim_type: state", "claim_type: null", "27: claim 00000002: claim_type is missing"),
    "key twice": ("  occurrence: 2", "  occurrence: 2\n  occurrence: 1", "31: claim 00000002: occurrence stands twice: keep one"),
    "wrong topic": ("[trade, business]", "[trade, bussiness]", "11: claim 1a2b3c4d: topics 'bussiness' is none of democratisation, sanctions,"),
    "no topic": ("topics: [trade]", "topics: []", "32: claim 00000002: topics needs one topic at least"),
    "topic twice": ("[trade, business]", "[trade, trade]", "11: claim 1a2b3c4d: topics has 'trade' twice"),
    "topics no list": ("topics: [trade]", "topics: trade", "32: claim 00000002: topics should be a list"),
    "text a list": ("claim: Trade has grown.", "claim: [Trade has grown.]", "28: claim 00000002: claim should be a text"),
    "wrong type": ("claim_type: state", "claim_type: fact", "31: claim 00000002: claim_type 'fact' is none of statistic,"),
    "wrong modality": ("modality: hedged", "modality: maybe", "14: claim 1a2b3c4d: modality 'maybe' is none of asserted, hedged, conditional"),
    "wrong flag": ("negated: true", "negated: yes", "13: claim 1a2b3c4d: negated 'yes' is none of true, false"),
    "wrong kind": ("kind: money", "kind: cash", "19: claim 1a2b3c4d, quantity: kind 'cash' is none of money,"),
    "wrong comparator": ('"~"', "about", "22: claim 1a2b3c4d, quantity: comparator 'about' is none of =, ~,"),
    "two ends for a bound": ('"~"', "<", "18: claim 1a2b3c4d, quantity: comparator < bounds one side: give high, and that alone"),
    "one end for a number": ("    high: 60000000\n", "", "18: claim 1a2b3c4d, quantity: comparator ~ needs both low and high"),
    "no number": ("low: 60000000", "low: 60,000,000", "20: claim 1a2b3c4d, quantity: low '60,000,000' is no number"),
    "not finite": ("low: 60000000", "low: Infinity", "20: claim 1a2b3c4d, quantity: low 'Infinity' is no number"),
    "no unit": ("    unit: EUR\n", "", "18: claim 1a2b3c4d, quantity: unit is missing: give the ISO 4217 code of the currency"),
    "low above high": ("low: 60000000", "low: 60000001", "20: claim 1a2b3c4d, quantity: low 60000001 is above high 60000000"),
    "value not in the quote": ("text: around €60", "text: about €60", "18: claim 1a2b3c4d, quantity: text is not in the quote;"),
    "same id": ('"00000002"', "1a2b3c4d", "27: claim 1a2b3c4d: id stands in line 7 too"),
    "id of capitals": ("id: 1a2b3c4d", "id: 1A2B3C4D", "7: claim no. 1: id '1A2B3C4D' is not 8 hexadecimal digits"),
    "id too short": ("id: 1a2b3c4d", "id: 1a2b", "7: claim no. 1: id '1a2b' is not 8 hexadecimal digits"),
    "quote elsewhere": ("quote: Trade has", "quote: Trade had", "29: claim 00000002: quote is not in the text; up to 'Trade ha' it is, then it says 'd grown' where the text says 's grown"),
    "quote twice": ("  occurrence: 2\n", "", "29: claim 00000002: quote stands 2 times in the text: add `occurrence`"),
    "occurrence too high": ("occurrence: 2", "occurrence: 3", "29: claim 00000002: quote stands 2 times in the text, so occurrence 3 is too high"),
    "occurrence zero": ("occurrence: 2", "occurrence: 0", "30: claim 00000002: occurrence '0' is no whole number from 1"),
    "link cut": ("Trade has grown\n  occurrence: 2", "Some 60 firms employ 60 people, as [a", "29: claim 00000002: quote cuts a link in two"),
    "no EDTF": ("  time: 2019", "  time: last year", "16: claim 1a2b3c4d: time 'last year' is no EDTF date"),
    "EDTF backwards": ("    period: 2019", "    period: 2020/2019", "25: claim 1a2b3c4d, quantity: period '2020/2019'"),
    "no full stop": ("claim: Trade has grown.", "claim: Trade has grown", "28: claim 00000002: claim has no full stop"),
    "line break in a claim": ("claim: Trade has grown.", 'claim: "Trade\\nhas grown."', "28: claim 00000002: claim has a line break"),
    "tab in a claim": ("claim: Trade has grown.", "claim: Trade\thas grown.", "28: claim 00000002: claim has a line break, a tab"),
    "claim is a text": ('- id: "00000002"', "- just words\n- id: \"00000002\"", "27: claim no. 2: is no block of `key: value`"),
    "another document": ("document: x", "document: y", "2: document 'y' is not the text reviewed here, 'x'"),
    "unknown guidelines": ("guidelines: 2", "guidelines: 7", "3: guidelines '7' is none of 2"),
    "no guidelines": ("guidelines: 2\n", "", "2: guidelines is missing"),
    "tab for indent": ("  negated", "\tnegated", "13: a tab: indent with spaces"),
    "alias": ("topics: [trade]", "topics: *t", "32: alias `*t`: write the value out"),
    "anchor": ("topics: [trade]", "topics: &t [trade]", "32: anchor `&t`: leave it out"),
    "tag": ("topics: [trade]", "topics: !!set [trade]", "32: tag `tag:yaml.org,2002:set`: leave it out"),
    "python tag": ("topics: [trade]", "topics: !!python/object/apply:os.system [ls]", "32: tag `tag:yaml.org,2002:python/object/apply:os.system`"),
    "merge key": ("  claim_type: state", "  <<: {claim_type: state}", "31: claim 00000002: unknown key '<<'"),
    "a list for a key": ("  claim_type: state", "  [claim_type]: state", "31: claim 00000002: unknown key '?'"),
    "syntax": ("topics: [trade]", "topics: [trade", "no YAML: while parsing a flow sequence"),
    "colon in a sentence": ("claim: Trade has grown.", "claim: Trade: it has grown.", "28: no YAML: mapping values are not allowed in this context"),
    "second document": ("claims:\n", "claims:\n---\n", "2: a second YAML document follows"),
    "not in the schema": ("    period: 2019", "    period: {year: 2019}", "25: claim 1a2b3c4d, quantity: period should be a text"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert FILE.count(old) == 1 or old in ("quote: Trade has", "    period: 2019"), "the case itself is ambiguous"
    found = problems(tmp_path, FILE.replace(old, new))
    assert any(says in problem for problem in found), found


def test_one_mistake_is_one_problem(tmp_path: Path) -> None:
    single = {"wrong topic", "same id", "quote elsewhere", "alias", "value not in the quote", "id too short", "no EDTF"}
    for old, new, _ in (WRONG[name] for name in sorted(single)):
        assert len(problems(tmp_path, FILE.replace(old, new))) == 1


def test_all_problems_come_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    bad = (
        FILE.replace("document: x", "document: y").replace("[trade, business]", "[fish]").replace("low: 6", "low: six")
    )
    bad = bad.replace("claim_type: state", "claim_type: *a").replace(
        "claim: Trade has grown.", "claim: Trade has grown"
    )
    assert [int(problem.split(":")[0]) for problem in problems(tmp_path, bad)] == [2, 11, 20, 28, 31]


def test_a_reviewer_says_what_a_count_counts(tmp_path: Path) -> None:
    counted = FILE.replace("kind: money", "kind: count").replace("unit: EUR", "unit: firms")
    assert read(tmp_path, counted)[0].quantities[0].unit == "firms"
    (problem,) = problems(tmp_path, counted.replace("    unit: firms\n", ""))
    assert problem == "18: claim 1a2b3c4d, quantity: unit is missing: give the thing counted, in the plural"


BROKEN = {
    "empty": ("", "1: is empty"),
    "only a comment": ("# nothing yet\n", "1: is empty"),
    "not UTF-8": (FILE.replace("Statistics", "Statistiksbyrån").encode("latin-1", "replace"), "8: not UTF-8 (byte 0x"),
    "a NUL byte": ("document: x\x00", "no YAML"),
    "a list": ("- document: x\n", "1: is no block of `key: value` with the keys document, guidelines, claims"),
    "a word": ("hello\n", "1: is no block of `key: value`"),
    "deep": ("document: " + "[" * 100_000, "1: is nested too deep"),
    "billion laughs": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "2: alias `*a`: write the value out"),
    "control characters": ("document: \x1b[31m", "no YAML"),
}


@pytest.mark.parametrize(("text", "says"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_in_words(tmp_path: Path, text: str | bytes, says: str) -> None:
    if isinstance(text, bytes):
        text = text.replace(b"?", b"\xe9", 1)
    told = problems(tmp_path, text)
    assert any(says in problem for problem in told), told


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: (FILE + text).encode()))
def test_any_bytes_give_claims_or_a_review_error(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(raw)
    try:
        assert len(review(path, document())) >= 2
    except ReviewError as error:
        said = error.problems
        assert said == tuple(problem for problem in said if problem.startswith(f"{path}:"))


def test_a_quote_over_a_line_break_stands_in_a_literal_block(tmp_path: Path) -> None:
    begin, end = TEXT.index("the Union"), len(TEXT) - 1
    claim = Claim("It is no surprise.", begin, end, "assessment", ("eu-policy",), id="0a0b0c0d")
    assert "  quote: |-\n    the Union’s delay is no\n    surprise\n" in write(document(), [claim])
    windows = document(TEXT.replace("\n", "\r\n"))
    moved = windows.text.index("the Union")
    there = Claim("It is no surprise.", moved, moved + end - begin + 1, "assessment", ("eu-policy",), id="0a0b0c0d")
    assert "    the Union’s delay is no\n    surprise\n" in write(windows, [there])
    assert read(tmp_path, write(windows, [there]), windows) == [there]


def test_a_doubt_is_a_comment_above_its_claim(tmp_path: Path) -> None:
    claim = Claim("Trade has grown.", 0, 15, "state", ("trade",), id="0a0b0c0d", doubts=("“it” stands\nfor what?",))
    written = write(document(), [claim])
    assert "\n\n# doubt: “it” stands for what?\n- id: 0a0b0c0d\n" in written
    assert read(tmp_path, written) == [dataclasses.replace(claim, doubts=())]


def test_a_draft_gets_the_ids_that_it_is_born_with(tmp_path: Path) -> None:
    claim = Claim("Trade has grown.", 0, 15, "state", ("trade",), made_by=("joined clauses",))
    [back] = read(tmp_path, write(document(), [claim]))
    assert back.id == born_id("x", "Trade has grown", "Trade has grown.")


def test_a_statement_that_the_text_repeats_gets_an_id_each_time(tmp_path: Path) -> None:
    second = TEXT.rindex("Trade")
    twice = [Claim("Trade has grown.", start, start + 15, "state", ("trade",)) for start in (0, second)]
    one, other = read(tmp_path, write(document(), twice))
    assert (one.start, other.start) == (0, second)
    assert one.id == born_id("x", "Trade has grown", "Trade has grown.") != other.id
    assert [row["claim_id"] for row in rows(document(), twice, reviewed=False)["claims"]] == [
        f"x/{one.id}",
        f"x/{other.id}",
    ]


def test_what_is_written_is_short() -> None:
    claim = Claim("Trade has grown.", 0, 15, "state", ("trade",), id="0a0b0c0d")
    assert write(document(), [claim]) == (
        "document: x\nguidelines: 2\n\nclaims:\n\n- id: 0a0b0c0d\n  claim: Trade has grown.\n  quote: Trade has grown\n"
        "  occurrence: 1\n  claim_type: state\n  topics: [trade]\n"
    )
    assert write(document(), []) == "document: x\nguidelines: 2\n\nclaims: []\n"


words = st.text(min_size=1, max_size=30)
raws = st.text(
    st.sampled_from("ab \n\r\t'\"#:-[]{}&*!|>%@`é“\xa0\u2028\ufeff\x85~,?1") | st.characters(codec="utf-8"),
    min_size=1,
    max_size=40,
)
line = words.map(lambda text: " ".join(text.split())).filter(bool)
ends = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3)


@st.composite
def claims_of_a_text(draw: st.DrawFn) -> tuple[Document, list[Claim]]:
    text = draw(raws)
    claims = []
    for number in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        first = draw(st.integers(start, end - 1))
        last = draw(st.integers(first + 1, end))
        low = draw(ends)
        said = st.none() | line
        quantity = Quantity(text[first:last], first, last, "count", low, low, "~", draw(line), draw(said), "2020")
        claims.append(
            Claim(
                id=f"{number:08x}",
                claim=draw(line) + ".",
                start=start,
                end=end,
                claim_type="state",
                topics=("trade",),
                attribution=draw(said),
                negated=draw(st.booleans()),
                actors=tuple(draw(st.lists(line, max_size=2, unique=True))),
                quantities=draw(st.sampled_from([(), (quantity,), (quantity, quantity)])),
            )
        )
    return Document(document_id="x", text=text, paragraphs=()), claims


@settings(max_examples=300, deadline=None)
@given(claims_of_a_text())
@example((document("a\x85b\u2028c\r d"), [Claim("It is.", 0, 7, "state", ("trade",), id="0a0b0c0d")]))
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, given_claims: tuple[Document, list[Claim]]
) -> None:
    of, claims = given_claims
    path = tmp_path_factory.getbasetemp() / "back.yaml"
    path.write_text(write(of, claims), encoding="utf-8", newline="")
    assert review(path, of) == claims
