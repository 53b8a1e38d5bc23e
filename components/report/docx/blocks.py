"""Parts of the text document: paragraphs, tables that repeat their heads, links inside the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from components.colours import mixed
from components.report.records import Head
from components.theme import PALETTES, Look

PALETTE = PALETTES["light"]
FONT = "Calibri"
SHORT, LONG, EDGE = Mm(210), Mm(297), Mm(15)
CELLS = 9  # points, in tables
HELD, WHOLE = 2, 99  # rows at both ends of a table that hold together with one more; all of a short one


@dataclass(frozen=True)
class Run:
    """A piece of a paragraph in one look; `anchor` makes it a link to a bookmark, `size` is in points."""

    text: str
    bold: bool = False
    italic: bool = False
    mute: bool = False
    anchor: str = ""
    size: float | None = None
    raised: bool = False


_MUTE, _CONNECTOR = PALETTE.mute.lstrip("#"), PALETTE.connector.lstrip("#")
# Kind, width in eighths of a point and colour of an edge, by the value of a look.
Edge = tuple[str, int, str]
_EDGES: dict[str, Edge] = {
    "solid": ("single", 6, _CONNECTOR),
    "dashed": ("dashed", 10, _MUTE),
    "dotted": ("dotted", 10, _MUTE),
    "none": ("nil", 0, "auto"),
}
_LEFTS: dict[str, Edge] = {
    "double": ("double", 18, _MUTE),
    "dotted": ("dotted", 36, _MUTE),
    "thick": ("single", 36, _MUTE),
}
# Pattern, share of ink in it, and the paper behind it where the pattern has one.
_FILLS: dict[str, tuple[str, float, str | None]] = {
    "pale": ("clear", 0.03, None),
    "shade": ("clear", 0.13, None),
    "stripes": ("thinDiagStripe", 0.13, PALETTE.paper),
    "dots": ("pct10", 0.6, PALETTE.paper),
}

Line = Sequence[Run]
Lines = Sequence[Line]


def new_paper(head: Head) -> Paper:
    """An empty document in our typeface, with what it is about, and the source line and page at its foot."""
    paper = Document()
    properties = paper.core_properties
    properties.title, properties.subject, properties.language = head.subject, head.question, "en"
    properties.author = properties.last_modified_by = "Positions"
    properties.comments = head.remarks
    if head.handling:
        properties.category = head.handling
    for name, size in (("Normal", 10), ("Title", 17), ("Heading 1", 14), ("Heading 2", 11)):
        style = paper.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor.from_string(PALETTE.ink.lstrip("#"))
        fonts = style.element.rPr.rFonts
        for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{key}"), None)
    paper.styles["Normal"].paragraph_format.space_after = Pt(4)
    for line in paper.styles["Title"].element.pPr.findall(qn("w:pBdr")):
        line.getparent().remove(line)
    paper.styles["Title"].font.bold = True
    paper.styles["Heading 1"].paragraph_format.space_before = Pt(12)
    if head.handling:
        write(paper.sections[0].header.paragraphs[0], (Run(head.handling, bold=True, size=9),))
    foot = paper.sections[0].footer.paragraphs[0]
    foot.paragraph_format.space_before = Pt(6)
    write(foot, (Run(f"{head.footer} · ", mute=True),)).runs[0].font.size = Pt(8)
    add_page_number(foot)
    return paper


def set_closer(paper: Paper) -> None:
    """Smaller type and narrower edges above and below, for a report that is meant to be one page."""
    for name, size in (("Normal", 8.5), ("Title", 15), ("Heading 1", 11)):
        paper.styles[name].font.size = Pt(size)
    paper.styles["Normal"].paragraph_format.space_after = Pt(1)
    paper.styles["Normal"].paragraph_format.line_spacing = 1.0
    paper.styles["Heading 1"].paragraph_format.space_before = Pt(4)
    for section in paper.sections:
        section.top_margin = section.bottom_margin = section.header_distance = section.footer_distance = Mm(7)
        section.footer.paragraphs[0].paragraph_format.space_before = Pt(0)
    for run in (run for paragraph in paper.paragraphs for run in paragraph.runs if run.font.size):
        run.font.size = Pt(8)
    cells = [cell for table in paper.tables for row in table.rows for cell in row.cells]
    for run in (run for cell in cells for paragraph in cell.paragraphs for run in paragraph.runs):
        run.font.size = Pt(7.5)


def write(paragraph: Paragraph, line: Sequence[Run]) -> Paragraph:
    """Put the runs into a paragraph; texts stand as they are."""
    for one in line:
        run = paragraph.add_run(one.text)
        run.bold, run.italic = one.bold or None, one.italic or None
        run.font.size = Pt(one.size) if one.size else None
        if one.raised:
            run.font.superscript = True
        if one.mute:
            run.font.color.rgb = RGBColor.from_string(PALETTE.mute.lstrip("#"))
        if one.anchor:
            link: Any = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), one.anchor)
            run._r.addprevious(link)
            link.append(run._r)
    return paragraph


def named(name: str, *more: str) -> Lines:
    """A name in bold with quieter lines under it."""
    return ((Run(name, bold=True),), *((Run(words, mute=True),) for words in more))


def headed(*names: str) -> Lines:
    """The heads of a table, in bold."""
    return tuple((Run(name, bold=True),) for name in names)


def add_bullets(paper: Paper, lines: Iterable[str]) -> None:
    """The lines as a list."""
    for line in lines:
        paper.add_paragraph(line, style="List Bullet")


def add_mute(paper: Paper, words: str, size: float | None = None) -> Paragraph:
    """A quieter paragraph."""
    return write(paper.add_paragraph(), (Run(words, mute=True, size=size),))


def text_width(paper: Paper) -> float:
    """The width of the text of the last section, in millimetres."""
    section = paper.sections[-1]
    assert section.page_width is not None
    return float((section.page_width - 2 * EDGE) / Mm(1))


def add_texts(
    paper: Paper, shares: Sequence[float], heads: Iterable[str], rows: Iterable[Iterable[str]]
) -> None:
    """A table of plain texts under bold heads; its columns are shares of the width of the text."""
    widths = [Mm(text_width(paper) * share) for share in shares]
    add_table(paper, widths, headed(*heads), [[((Run(words),),) for words in row] for row in rows])


def add_table(
    paper: Paper,
    widths: Sequence[Length],
    heads: Lines,
    rows: Sequence[Sequence[Lines]],
    *,
    held: int = HELD,
) -> Table:
    """A native table with these widths: heads repeat on each page, and no row breaks over two.

    What stands over it and its heads hold together with the first row; at both ends so many rows with one
    more, so that few never stand alone on a page.
    """
    table: Table = paper.add_table(rows=1 + len(rows), cols=len(widths))
    _hold_over(paper, table)
    table.autofit = False
    for place, width in enumerate(widths):
        table.columns[place].width = width
    # The rows are asked for once: the library looks for them anew each time, which grows with their square.
    for line, (row, cells) in enumerate(zip(table.rows, [[(head,) for head in heads], *rows], strict=True)):
        _say(row._tr.get_or_add_trPr(), "w:cantSplit")
        if line == 0:
            _say(row._tr.get_or_add_trPr(), "w:tblHeader")
        holds = line <= held or line >= len(rows) - held
        for cell, lines, width in zip(row.cells, cells, widths, strict=True):
            cell.width = width
            _fill(cell, lines, head=line == 0, hold=holds and line < len(rows))
    after = paper.add_paragraph().paragraph_format
    after.line_spacing, after.space_after = Pt(4), Pt(4)
    return table


def draw_look(cell: _Cell, look: Look) -> None:
    """Edges and fill of a cell of the matrix; its neighbours have the edges that it leaves to them."""
    properties = cell._tc.get_or_add_tcPr()
    for old in properties.findall(qn("w:tcBorders")):
        properties.remove(old)
    left = _LEFTS[look.left] if look.left else _EDGES[look.edge]
    properties.append(_edges({"left": left, "bottom": _EDGES[look.edge]}))
    if look.fill:
        shade: Any = OxmlElement("w:shd")
        pattern, share, paper = _FILLS[look.fill]
        back = mixed(PALETTE.ink, share)
        told = (pattern, "auto", back) if paper is None else (pattern, back, paper)
        for name, value in zip(("val", "color", "fill"), told, strict=True):
            shade.set(qn(f"w:{name}"), value.lstrip("#"))
        properties.append(shade)


def lay_across(paper: Paper, *, across: bool) -> None:
    """Set the last section on A4, across or upright."""
    section = paper.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if across else (SHORT, LONG)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = EDGE


def add_page_number(paragraph: Paragraph) -> None:
    """A field that shows the number of the page."""
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(8)
        mark: Any = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        mark.text = text
        run._r.append(mark)


def add_finding(paper: Paper, title: str, measure: str) -> None:
    """A finding with the line that says what is measured, on the page of what they stand over."""
    told = paper.add_paragraph()
    write(told, (Run(f"{title}. ", bold=True), Run(measure, mute=True)))
    hold_with_next(told)


def hold_with_next(paragraph: Paragraph) -> None:
    """Keep a paragraph on the page of what follows it."""
    paragraph.paragraph_format.keep_with_next = True


def _hold_over(paper: Paper, table: Table) -> None:
    """Keep the paragraph over a table with it, but for a figure, which fills a page."""
    above = table._tbl.getprevious()
    if above is not None and above.tag == qn("w:p") and above.find(f".//{qn('w:drawing')}") is None:
        hold_with_next(Paragraph(above, paper._body))


def _fill(cell: _Cell, lines: Lines, *, head: bool, hold: bool) -> None:
    for place, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(0.5), 1.0
        if hold:
            hold_with_next(paragraph)
        write(paragraph, [replace(one, size=one.size or CELLS) for one in line])
    edge: Edge = ("single", 10, PALETTE.ink.lstrip("#")) if head else ("single", 4, PALETTE.line.lstrip("#"))
    cell._tc.get_or_add_tcPr().append(_edges({"bottom": edge}))


def _edges(edges: dict[str, Edge]) -> Any:
    """Edges of a cell by side, in the order in which Word wants them."""
    borders: Any = OxmlElement("w:tcBorders")
    for side, (kind, width, colour) in edges.items():
        edge: Any = OxmlElement(f"w:{side}")
        for key, value in {"val": kind, "sz": str(width), "space": "0", "color": colour}.items():
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    return borders


def _say(properties: Any, name: str) -> None:
    properties.append(OxmlElement(name))
