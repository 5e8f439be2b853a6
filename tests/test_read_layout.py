"""What real files bring: each case is a text, and the paragraphs that are read in it as (section, text)."""

from __future__ import annotations

from pathlib import Path

import pytest

from lt_by_claims.document import Document
from lt_by_claims.read import read_text

TEXTS = Path(__file__).parent / "texts"
BEFORE = "Rents rose by half last year, the ministry said. They may rise again.\n\n"


def paragraphs(text: str) -> list[tuple[str, str]]:
    """The paragraphs after the first, which only keeps the text from beginning with a title."""
    return [(paragraph.section, paragraph.text) for paragraph in read_text(BEFORE + text).paragraphs[1:]]


HEADINGS = {
    "Security. The grid is weak.": ("Security", "The grid is weak."),
    "A Partner of the Coastal States. The port grew.": ("A Partner of the Coastal States", "The port grew."),
    "**Rents rose.** They fell later.": ("Rents rose", "They fell later."),
    "**Costs of delay:** They are high.": ("Costs of delay", "They are high."),
    "__Costs__: They are high.": ("Costs", "They are high."),
    "Trade and Fishing\n\nThe fleet shrank.": ("Trade and Fishing", "The fleet shrank."),
    "Consequences for tenants\n\nRents rose.": ("Consequences for tenants", "Rents rose."),
    "## Trade ##\n\nThe fleet shrank.": ("Trade", "The fleet shrank."),
    "Trade\n-----\nThe fleet shrank.": ("Trade", "The fleet shrank."),
    "**Trade**\nThe fleet shrank.": ("Trade", "The fleet shrank."),
    "2.1 Trade\n\nThe fleet shrank.": ("2.1 Trade", "The fleet shrank."),
    "1. Methods\n\nThe fleet shrank.": ("1. Methods", "The fleet shrank."),
    "<h2>Trade</h2>\n\nThe fleet shrank.": ("Trade", "The fleet shrank."),
    "What comes next?\n\nNobody knows.": ("What comes next?", "Nobody knows."),
    "Trade\nThe fleet has shrunk to 160 boats since the war.": (
        "Trade",
        "The fleet has shrunk to 160 boats since the war.",
    ),
}

NO_HEADINGS = [
    "It failed. The government fell.",
    "Norrvik objected. The port was closed.",
    "However. The port was closed.",
    "Mr. Lind left. He was late.",
    "U.S. Secretary Poe left. He was late.",
    "**Norrvik** seeks new tenants.",
    "The port is closed.",
    "Rents are rising",
]

JOINED = {
    "The council is a body for all\n\ntenants of the town.": "The council is a body for all tenants of the town.",
    "Many consider a move to Aldby\n\nor Norrvik.": "Many consider a move to Aldby or Norrvik.",
    "Last year the town lost more than half of its tenants, most of them to\n\nAldby.": (
        "Last year the town lost more than half of its tenants, most of them to Aldby."
    ),
    "The town was rich. Then fish exports fell by a third, to 2,300\n\n- 3 -\nHARBOUR POLICY\n\ntonnes.": (
        "The town was rich. Then fish exports fell by a third, to 2,300 tonnes."
    ),
    "The demo-\n\ncratic council met.": "The democratic council met.",
    "The base of the U.S.\n\narmy was closed.": "The base of the U.S. army was closed.",
    "It fell on\na long\r\nday.": "It fell on a long day.",
    "It is a long-\nterm plan for the Danish-\nGerman border in mid-\n2019.": (
        "It is a long-term plan for the Danish-German border in mid-2019."
    ),
    "The short-\nand long-term costs of co-\noperation rose.": "The short- and long-term costs of cooperation rose.",
    "A well-being plan, for the well-\nbeing of all.": "A well-being plan, for the well-being of all.",
    "The demo\u00adcratic demo\u00ad\ncracy and/\nor the port—\nnow closed.": (
        "The democratic democracy and/or the port—now closed."
    ),
    "It\u00a0rose\u2009by  5 %\u200b, \u201cthey\u201d\tsaid.": "It rose by 5 %, \u201cthey\u201d said.",
}

INLINE = {
    "It [rose\nagain](#), see [it](http://a.b/c_(d) 'T'), [this][1] or <http://x.y>.\n\n[1]: http://z.z": (
        "It rose again, see it, this or http://x.y."
    ),
    "It ![x](y.png)**rose**, *fell* and ***rose***, _so_ `as_it_did`, 2*3*4 \\*.": (
        "It rose, fell and rose, so as_it_did, 2*3*4 *."
    ),
    "<p>It <b>rose</b><br>by 5&nbsp;&euro;<!-- or\n\n6 -->.</p>": "It rose by 5 €.",
    "It rose if x < y and z > 2, AT&T said.": "It rose if x < y and z > 2, AT&T said.",
    "It rose[1], fell [2, 3] and rose.[^a] It is [sic] of [2019].": "It rose, fell and rose. It is [sic] of [2019].",
    "It has 5 km² and 10³ homes.³ It rose<sup>2</sup> to 5 m<sup>2</sup>.": (
        "It has 5 km² and 10³ homes. It rose to 5 m2."
    ),
    "The fee covers costs.1 The G20 and COVID19 did not.2\n\nNotes\n\n1 See Berg.": (
        "The fee covers costs. The G20 and COVID19 did not.2"
    ),
    "The fee [1](#fn1) rose* to 5†.": "The fee rose to 5†.",
}


@pytest.mark.parametrize(("text", "expected"), HEADINGS.items())
def test_a_heading_is_the_section_of_what_follows(text: str, expected: tuple[str, str]) -> None:
    assert paragraphs(text) == [expected]


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_a_short_statement_is_no_heading(text: str) -> None:
    followed = [("", text.replace("*", "")), ("", "The end came late.")]
    assert paragraphs(f"{text}\n\nThe end came late.") == followed


@pytest.mark.parametrize(("text", "expected"), [*JOINED.items(), *INLINE.items()])
def test_a_paragraph_is_read_without_the_marks_and_breaks_of_its_layout(text: str, expected: str) -> None:
    assert paragraphs(text) == [("", expected)]


LISTS = {
    "The state plans to:\n- Build houses;\n- cap\n  rents; and\n- sell NATO's base.": [
        "The state plans to build houses",
        "The state plans to cap rents",
        "The state plans to sell NATO's base.",
    ],
    "It fell. The state decided that\n\n  • rents stay\n\n  • homes go": [
        "It fell.",
        "The state decided that rents stay",
        "The state decided that homes go",
    ],
    "Three measures were adopted:\n1. Rents stay.\n2. Homes go.\n\n   They cost 5 euros.\n3. It fell.": [
        "Three measures were adopted:",
        "Rents stay.",
        "Homes go.",
        "They cost 5 euros.",
        "It fell.",
    ],
    "Exports include:\n(a) fish:\n    - tuna\n    - cod\n(b) salt.\n\nNobody knows.": [
        "Exports include fish:",
        "tuna",
        "cod",
        "Exports include salt.",
        "Nobody knows.",
    ],
    "The state will\n\ni. close the port for\n   a) ships\n   b) boats\nii. open it.": [
        "The state will close the port for ships",
        "The state will close the port for boats",
        "The state will open it.",
    ],
    "The bank asks that towns:\n\n1. close the port; and\n2. open it.": [
        "The bank asks that towns close the port",
        "The bank asks that towns open it.",
    ],
    "The teams:\n\n- delivered food to towns;\n- trained nurses.": [
        "The teams delivered food to towns",
        "The teams trained nurses.",
    ],
    "The Council may consider:\n\n- closing the port;\n- opening it.": [
        "The Council may consider closing the port",
        "The Council may consider opening it.",
    ],
    "The town of Evora lost:\n\n- a third of its jobs,\n- its court.": [
        "The town of Evora lost a third of its jobs",
        "The town of Evora lost its court.",
    ],
    "Of the jobs lost:\n\n- half were in shops;\n- few came back.": [
        "Of the jobs lost:",
        "half were in shops",
        "few came back.",
    ],
    "Three obstacles remain:\n\n- dear homes;\n- weak laws.": [
        "Three obstacles remain:",
        "dear homes",
        "weak laws.",
    ],
    "1. The Committee notes that rents rose.\n\n2. It asks for\n\nmore data.": [
        "The Committee notes that rents rose.",
        "It asks for more data.",
    ],
}

NO_LISTS = [
    "Rents rose by\n5. The figure is new.",
    "The town – and the port\n– closed. In it\nA. Smith paid.",
    "The port sold\n\n2.1 million tonnes of fish, which is more than was ever sold before in it.",
]


@pytest.mark.parametrize(("text", "expected"), LISTS.items())
def test_an_item_stands_behind_the_lead_in_that_it_completes(text: str, expected: list[str]) -> None:
    assert [said for _, said in paragraphs(text)] == expected


@pytest.mark.parametrize("text", NO_LISTS[:2])
def test_a_dash_figure_or_initial_at_the_start_of_a_line_is_no_item(text: str) -> None:
    assert [said for _, said in paragraphs(text)] == [" ".join(text.split())]


@pytest.mark.xfail(reason="a page that ends with a few words of a paragraph, before a figure, looks like a heading")
def test_a_short_beginning_before_a_figure_is_no_heading() -> None:
    assert [said for _, said in paragraphs(NO_LISTS[2])] == [" ".join(NO_LISTS[2].split())]


NOT_READ = {
    "table": "| a | b |\n|---|---|\n| 5 | 6 |",
    "table without outer bars": "a | b\n--- | ---\n5 | 6",
    "columns": "Boats    Crew    Value\n160      900     2.1",
    "code": "```\nRents rose.\n\nThey fell.\n```",
    "rule": "* * *",
    "page number": "Page 3 of 20",
    "image": "![The port](port.png)",
    "caption": "Figure 2. Rents in the\nfour towns",
    "source": "Source: Statistics Office.",
    "comment": "<!-- It rose.\n\nIt fell. -->",
    "note": "[^1]: See Berg, Rents, 2019.",
    "references": "## References\n\nBerg, J. (2019). It is a book.",
}


@pytest.mark.parametrize("text", NOT_READ.values(), ids=NOT_READ)
def test_what_states_nothing_gives_no_paragraph(text: str) -> None:
    assert paragraphs(text) == []


def test_a_note_that_is_a_sentence_is_kept() -> None:
    notes = [("Notes", "The figure includes homes that were planned before.")]
    assert paragraphs("[^1]: The figure includes homes that\n    were planned before.\n[^2]: Ibid.") == notes
    assert paragraphs("Notes\n\n1 The figure includes homes that were planned before.\n2 Cf. Berg.") == notes


def test_a_quotation_loses_its_marks() -> None:
    assert paragraphs("> It will\n> fall.\n>\n>> It never fell.") == [("", "It will fall."), ("", "It never fell.")]


@pytest.mark.parametrize(
    ("front", "title", "section"),
    [
        ("Rents and Reform\n\nBy Maria Lind.\n\n5 May 2020", "Rents and Reform", ""),
        ("# Rents and Reform\n\n## Summary", "Rents and Reform", "Summary"),
        (
            "Rents and Reform\nfor All\nMaria Lind\n\nIntroduction",
            "Rents and Reform for All Maria Lind",
            "Introduction",
        ),
        ("---\ntitle: Rents\n---\n\nReform\n======", "Reform", ""),
        ("", "text", ""),
    ],
)
def test_lines_before_the_text_are_title_and_authors(front: str, title: str, section: str) -> None:
    document = read_text(f"{front}\n\n{BEFORE}")
    assert document.title == title
    assert [(p.section, p.text) for p in document.paragraphs] == [(section, BEFORE.strip())]


def test_one_line_alone_is_a_paragraph() -> None:
    assert [p.text for p in read_text("Rents rose by 5% in 2019").paragraphs] == ["Rents rose by 5% in 2019"]
    assert read_text("# Rents\n\n## Reform\n").paragraphs == ()


def file(name: str) -> Document:
    return read_text((TEXTS / name).read_bytes().decode())


def test_a_report_in_markdown() -> None:
    report = file("housing-report.md")
    assert report.title == "Rents and Reform in the Northern Cities"
    assert list(dict.fromkeys(paragraph.section for paragraph in report.paragraphs)) == [
        "Summary",
        "1. What the government plans",
        "Notice periods",
        "Costs",
        "Remaining risks",
        "Notes",
    ]
    assert [(link.text, link.url) for link in report.links] == [
        ("full data set", "https://example.org/data_(2020)?a=1&b=2"),
        ("housing@example.org", "mailto:housing@example.org"),
        ("Denmark", None),
        ("one of nine months", "javascript:alert(1)"),
        ("Berg et al.", "https://example.org/study"),
    ]
    assert not any(mark in paragraph.text for paragraph in report.paragraphs for mark in ("](", "**", "[^", "|", "```"))


def test_an_item_and_its_lead_in_have_their_places_in_the_text() -> None:
    report = file("housing-report.md")
    item = next(paragraph for paragraph in report.paragraphs if "second homes" in paragraph.text)
    assert item.text == "By 2023, the government plans to tax second homes at 1.5% of their value"
    start, end = item.raw(0, len(item.text))
    assert report.text[start:end].startswith("By 2023, the government plans to:\n\n- Build")
    assert report.text[start:end].endswith("- Tax second homes at 1.5%\n  of their value")
    assert report.paragraph_at(end - 1) == item


def test_a_hard_wrapped_page_with_a_bom_and_windows_line_ends() -> None:
    page = file("harbour-notes.txt")
    said = "\n".join(paragraph.text for paragraph in page.paragraphs)
    assert page.text.startswith("\ufeffTHE HARBOUR")
    assert "\r\n" in page.text
    assert page.title == "THE HARBOUR POLICY OF THE SOUTHERN ISLES"
    assert "the democratic government has paid for dredging, and the Polish-Lithuanian consortium" in said
    assert "The authorities expect that short- and medium-term costs will be covered by fees. The harbour" in said
    assert "report, which the Parliament adopted on 5 May. Fish exports fell by a third, to 2,300 tonnes." in said
    assert "Exports consist of tuna, frozen or in tins\n" in said
    assert page.paragraphs[-1].section == "Notes"
