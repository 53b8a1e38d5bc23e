"""What is text alone in a text document: the view in words with footnotes, codebook, premises, sources."""

from __future__ import annotations

import io
from dataclasses import replace

from docx.document import Document as Paper
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from components.report.content import Briefing
from components.report.docx.blocks import (
    WHOLE,
    Run,
    add_bullets,
    add_mute,
    add_table,
    headed,
    hold_with_next,
    lay_across,
    new_paper,
    write,
)
from components.report.docx.footnotes import Footnotes
from components.report.note_text import ends_text
from components.report.packages import without_clock
from components.report.sections import SECTIONS
from positions.text.citation import source_cells, source_citation
from positions.text.paragraphs import RunningText
from positions.text.scale import coded_heads, coded_rows
from positions.text.sentences import Sentence, in_list
from positions.text.wording import issue_title

_LAST = 2  # sources that stand on the page of the licence
_MOST_NAMED = 24  # sources that have room on a single page


def text_document(briefing: Briefing) -> bytes:
    """The passages as DOCX on A4; the as-of day stands as its day of making, so that bytes do not change."""
    paper, written = new_paper(replace(briefing.head, footer=briefing.text.foot)), io.BytesIO()
    lay_across(paper, across=False)
    paper.add_paragraph(briefing.head.subject, style="Title")
    paper.add_paragraph(briefing.head.question)
    add_text(paper, briefing.text)
    paper.save(written)
    return without_clock(written.getvalue(), briefing.head.as_of)


def add_text(paper: Paper, text: RunningText) -> None:
    """Every passage under its heading, a footnote behind each statement's words."""
    footnotes, words = Footnotes(paper), dict(text.notes)
    for passage in text.passages:
        paper.add_heading(passage.title, 1)
        for sentences in passage.paragraphs:
            if in_list(sentences):
                for sentence in sentences:
                    _write(paper.add_paragraph(style="List Bullet"), sentence, footnotes, words, blank="")
                continue
            paragraph = paper.add_paragraph()
            for place, sentence in enumerate(sentences):
                _write(paragraph, sentence, footnotes, words, blank=" " if place else "")
        if passage.below:
            add_mute(paper, passage.below, 8)


def _write(
    paragraph: Paragraph, sentence: Sentence, footnotes: Footnotes, words: dict[str, str], *, blank: str
) -> None:
    for place, part in enumerate(sentence.parts):
        write(paragraph, (Run(f"{'' if place else blank}{part.words}"),))
        for position, statement in enumerate(part.statements):
            if position:
                write(paragraph, (Run(",", raised=True),))
            footnotes.cite(paragraph, statement, words[statement])


def add_codebook(paper: Paper, briefing: Briefing) -> None:
    """Question, rule and scale of every issue shown."""
    paper.add_heading(SECTIONS["codebook"], 1)
    codebook = briefing.codebook
    add_mute(paper, ends_text(codebook))
    for issue in codebook.issues:
        paper.add_heading(issue_title(issue), 2)
        paper.add_paragraph(issue.rule)
        if issue.measured:
            rows = [[((Run(one),),) for one in row] for row in coded_rows(issue)]
            add_table(paper, [Mm(14), Mm(64), Mm(100)], headed(*coded_heads(issue)), rows, held=WHOLE)


def add_limits(paper: Paper, briefing: Briefing) -> None:
    """Premises, limits and names."""
    codebook = briefing.codebook
    paper.add_heading(SECTIONS["limits"], 1)
    add_bullets(paper, (*codebook.premises, *codebook.limits, codebook.naming_note))


def add_sources(paper: Paper, briefing: Briefing) -> None:
    """The sources behind what is shown, then the licence: in full only where no footnote cites them so.

    A single page names them by the by, or counts them where they are many.
    """
    sources, licence = briefing.codebook.sources, f"Licence: {briefing.head.licence}"
    if briefing.report.page and len(sources) > _MOST_NAMED:
        add_mute(paper, f"{len(sources)} sources; the full dossier has them all. {licence}", 9)
        return
    paper.add_heading(SECTIONS["sources"], 1)
    if briefing.report.page:
        named = "; ".join(", ".join(source_cells(one)[:2]) for one in sources)
        write(paper.add_paragraph(), (Run(f"{named}. {licence}", size=9),))
        return
    noted = {one.statement.source for one in briefing.notes} if "notes" in briefing.report.sections else set()
    for source in sources:
        name, *rest = source_cells(source)
        in_full = source.id not in noted and not briefing.report.brief
        told = f": {source_citation(source)}." if in_full else f", {', '.join(rest)}."
        known = f" {source.note}" if source.note and not briefing.report.brief else ""
        line = (Run(name, bold=True, size=9), Run(told, size=9), Run(known, mute=True, size=9))
        paragraph = write(paper.add_paragraph(), line)
        paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(1), 1.0
        if source in sources[-_LAST:]:
            hold_with_next(paragraph)
    add_mute(paper, licence)
