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
from components.briefing.document_matrix import add_matrix
from components.briefing.document_parts import (
    FONT,
    PALETTE,
    Line,
    Lines,
    Run,
    add_page_number,
    add_table,
    bookmark,
    lay_across,
    named,
    write,
)
from components.briefing.note_text import FARTHEST, change_texts, claim_text, ends_text, pair_text
from components.briefing.packages import without_clock
from components.briefing.parts import Head, Note
from components.briefing.scale_parts import PairWords
from positions.text.citation import source_citation
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
        _add_notes,
        _add_codebook,
        _add_closing,
    ):
        add(paper, briefing)
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
    """Who stands where on each issue, the widest gap, and every pair with what else of the two touches."""
    paper.add_heading("How far apart", 1)
    scales = {
        row.issue.id: words for row, words in zip(briefing.gaps.ranges, briefing.gaps.sentences, strict=True)
    }
    rows = [
        (
            named(card.issue.name, card.gap.size, *card.gap.pairs),
            tuple(line for pair in card.pairs for line in _pair(pair))
            or ((Run(NOT_COMPARED, italic=True),),),
        )
        for card in briefing.cards
        if card.issue.scale
    ]
    if rows:
        heads = _heads(f"Issue, {FARTHEST.lower()}", "Every pair that can be compared")
        add_table(paper, [Mm(52), Mm(_UPRIGHT - 52)], heads, rows, whole=False)
    if briefing.gaps.overall:
        write(paper.add_paragraph(), (Run(briefing.gaps.overall, mute=True),))
    for words in scales.values():
        paper.add_paragraph(words, style="List Bullet")


def _pair(pair: PairWords) -> Iterator[Line]:
    yield Run(f"{pair.pair}: ", bold=True), Run(f"{pair_text(pair)}.")
    if pair.touch:
        yield (Run(f"{pair.touch}.", mute=True),)


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
        add_table(paper, widths, _heads(*moves.heads), rows)


def _add_notes(paper: Paper, briefing: Briefing) -> None:
    """Every statement on which a cell rests, under the number that its cells name."""
    paper.add_heading("Notes", 1)
    if not briefing.notes:
        paper.add_paragraph("No cell rests on a statement.")
    for note in briefing.notes:
        paragraph = write(paper.add_paragraph(), tuple(_note(note)))
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Mm(8), Mm(-8)
        bookmark(paragraph, f"note{note.number}", note.number)


def _note(note: Note) -> Iterator[Run]:
    yield Run(f"[{note.number}] {note.who}", bold=True)
    yield Run(f" · {note.side} on {note.issue} · {note.said}. ")
    if note.phrase:
        yield Run(f"{note.phrase} ", italic=True)
    yield Run(note.statement.summary)
    if note.condition:
        yield Run(f" Condition: {note.condition}.")
    yield Run(f" {note.source}; statement {note.statement.id}.", mute=True)


def _add_codebook(paper: Paper, briefing: Briefing) -> None:
    paper.add_heading("Codebook of the issues shown", 1)
    codebook = briefing.codebook
    write(paper.add_paragraph(), (Run(ends_text(codebook), mute=True),))
    for issue in codebook.issues:
        paper.add_heading(f"{issue.name}: {issue.question}", 2)
        paper.add_paragraph(issue.rule)
        if issue.scale:
            rows = [
                [((Run(one),),) for one in (str(step.step), step.label, step.rule)] for step in issue.scale
            ]
            add_table(paper, [Mm(14), Mm(64), Mm(100)], _heads("Step", "Label", "Coded when"), rows)


def _add_closing(paper: Paper, briefing: Briefing) -> None:
    codebook = briefing.codebook
    paper.add_heading("Premises and limits", 1)
    for words in (*codebook.premises, *codebook.limits, codebook.naming_note):
        paper.add_paragraph(words, style="List Bullet")
    paper.add_heading("Sources", 1)
    for source in codebook.sources:
        known = f" {source.note}" if source.note else ""
        line = (
            Run(source.custom.short_name, bold=True),
            Run(f": {source_citation(source)}."),
            Run(known, mute=True),
        )
        write(paper.add_paragraph(), line)
    write(paper.add_paragraph(), (Run(f"Licence: {briefing.head.licence}", mute=True),))


def _heads(*names: str) -> Lines:
    return tuple((Run(name, bold=True),) for name in names)
