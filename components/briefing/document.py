"""The briefing as a text document (DOCX): the matrix across, then gaps, issues, changes, notes, codebook."""

from __future__ import annotations

import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from components.briefing.content import Briefing
from components.briefing.directions import direct_document
from components.briefing.document_matrix import add_matrix
from components.briefing.document_notes import add_closing, add_codebook, add_notes
from components.briefing.document_parts import (
    FONT,
    PALETTE,
    Lines,
    Run,
    add_page_number,
    add_table,
    headed,
    lay_across,
    named,
    write,
)
from components.briefing.note_text import FARTHEST, change_texts, claim_text, pair_text
from components.briefing.packages import without_clock
from components.briefing.parts import Head
from components.briefing.scale_parts import IssueCard
from positions.text.labels import NOT_COMPARED

_UPRIGHT = 178  # mm between the margins of a page that stands upright


def document(briefing: Briefing) -> bytes:
    """The document as DOCX on A4; the as-of day stands as its day of making, so that bytes do not change."""
    paper, written = _new_paper(briefing.head), io.BytesIO()
    lay_across(paper, across=True)
    for add in (
        _add_head,
        add_matrix,
        _turn,
        _add_gaps,
        _add_issues,
        _add_moves,
        add_notes,
        add_codebook,
        add_closing,
    ):
        add(paper, briefing)
    direct_document(paper)
    paper.save(written)
    return without_clock(written.getvalue(), briefing.head.as_of)


def _new_paper(head: Head) -> Paper:
    paper = Document()
    properties = paper.core_properties
    properties.title, properties.subject, properties.language = head.subject, head.question, "en"
    properties.author = properties.last_modified_by = "Positions"
    properties.comments = f"As of {head.as_of_words}, data {head.data_version}, {head.licence}"
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
    foot = paper.sections[0].footer.paragraphs[0]
    write(foot, (Run(f"{head.footer} · ", mute=True),)).runs[0].font.size = Pt(8)
    add_page_number(foot)
    return paper


def _turn(paper: Paper, _: Briefing) -> None:
    """The rest stands upright."""
    paper.add_section(WD_SECTION.NEW_PAGE)
    lay_across(paper, across=False)


def _add_head(paper: Paper, briefing: Briefing) -> None:
    head = briefing.head
    write(paper.add_paragraph(), (Run(f"{head.subject} · as of {head.as_of_words}", bold=True),))
    paper.add_paragraph(head.title, style="Title").paragraph_format.space_after = Pt(4)
    write(paper.add_paragraph(), (Run(head.measure, mute=True),))
    paper.add_paragraph(head.question)


def _add_gaps(paper: Paper, briefing: Briefing) -> None:
    """Every pair of each issue with what else of the two touches, then who stands where in sentences."""
    paper.add_heading("How far apart", 1)
    rows = [row for card in briefing.cards if card.issue.scale for row in _gap_rows(card)]
    if rows:
        heads = headed(f"Issue, {FARTHEST.lower()}", "Pair", "Gap")
        add_table(paper, [Mm(44), Mm(44), Mm(_UPRIGHT - 88)], heads, rows)
    if briefing.gaps.overall:
        write(paper.add_paragraph(), (Run(briefing.gaps.overall, mute=True),))
    for words in briefing.gaps.sentences:
        paper.add_paragraph(words, style="List Bullet")


def _gap_rows(card: IssueCard) -> Iterator[tuple[Lines, Lines, Lines]]:
    """A row per pair, the first with the widest gap of the issue; one row where nobody is compared."""
    gap = named(card.issue.name, card.gap.size, *card.gap.pairs)
    if not card.pairs:
        yield gap, ((Run(""),),), ((Run(NOT_COMPARED, italic=True),),)
    for place, pair in enumerate(card.pairs):
        touch = [(Run(f"{pair.touch}.", mute=True),)] if pair.touch else []
        first = gap if place == 0 else named(card.issue.name)
        yield first, ((Run(pair.pair, bold=True),),), ((Run(f"{pair_text(pair)}."),), *touch)


def _add_issues(paper: Paper, briefing: Briefing) -> None:
    """Issue by issue its finding, what others claim, and the members of each grouping."""
    paper.add_heading("Issue by issue", 1)
    for card in briefing.cards:
        paper.add_heading(f"{card.issue.name}: {card.issue.question}", 2)
        write(paper.add_paragraph(), (Run(f"{card.title}. ", bold=True), Run(card.measure, mute=True)))
        names = {lane.column.holder: lane.column.name for lane in card.lanes}
        for claim in card.claims:
            told = f"{names[claim.about]}: {claim_text(claim, card.issue)}"
            write(paper.add_paragraph(style="List Bullet"), (Run(told),))
        for lane in card.lanes:
            if lane.cell.members:
                write(paper.add_paragraph(), (Run(lane.column.name, bold=True),))
            for line in lane.cell.members:
                paper.add_paragraph(line, style="List Bullet")


def _add_moves(paper: Paper, briefing: Briefing) -> None:
    moves = briefing.moves
    if moves.changes:
        paper.add_heading("What has moved", 1)
        line = (Run(f"{moves.title}. ", bold=True), Run(moves.measure, mute=True))
        write(paper.add_paragraph(), line)
        widths = [Mm(_UPRIGHT * part) for part in (0.22, 0.27, 0.27, 0.24)]
        rows = [[((Run(one),),) for one in change_texts(change)] for change in moves.changes]
        add_table(paper, widths, headed(*moves.heads), rows)
