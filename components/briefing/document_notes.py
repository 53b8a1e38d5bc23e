"""The back of the text document: codebook, premises, sources and licence."""

from __future__ import annotations

from docx.document import Document as Paper
from docx.shared import Mm, Pt

from components.briefing.content import Briefing
from components.briefing.document_parts import Run, add_table, headed, write
from components.briefing.note_text import ends_text
from components.briefing.sections import SECTIONS
from positions.text.citation import source_cells, source_citation
from positions.text.scale_marks import coded_heads, coded_rows


def add_codebook(paper: Paper, briefing: Briefing) -> None:
    """Question, rule and scale of every issue shown."""
    paper.add_heading(SECTIONS["codebook"], 1)
    codebook = briefing.codebook
    write(paper.add_paragraph(), (Run(ends_text(codebook), mute=True),))
    for issue in codebook.issues:
        paper.add_heading(f"{issue.name}: {issue.question}", 2)
        paper.add_paragraph(issue.rule)
        if issue.measured:
            rows = [[((Run(one),),) for one in row] for row in coded_rows(issue)]
            add_table(paper, [Mm(14), Mm(64), Mm(100)], headed(*coded_heads(issue)), rows)


def add_limits(paper: Paper, briefing: Briefing) -> None:
    """Premises, limits and names."""
    codebook = briefing.codebook
    paper.add_heading(SECTIONS["limits"], 1)
    for words in (*codebook.premises, *codebook.limits, codebook.naming_note):
        paper.add_paragraph(words, style="List Bullet")


def add_sources(paper: Paper, briefing: Briefing) -> None:
    """The sources behind what is shown, in a short report one line each, then the licence."""
    paper.add_heading(SECTIONS["sources"], 1)
    if briefing.report.page:
        named = "; ".join(", ".join(source_cells(one)[:2]) for one in briefing.codebook.sources)
        write(paper.add_paragraph(), (Run(f"{named}. Licence: {briefing.head.licence}", size=9),))
        return
    for source in briefing.codebook.sources:
        name, *rest = source_cells(source)
        known = f" {source.note}" if source.note else ""
        line = (
            (Run(name, bold=True), Run(f", {', '.join(rest)}"))
            if briefing.report.brief
            else (Run(name, bold=True), Run(f": {source_citation(source)}."), Run(known, mute=True))
        )
        paragraph = write(paper.add_paragraph(), line)
        if briefing.report.brief:
            paragraph.paragraph_format.space_after = Pt(1)
    write(paper.add_paragraph(), (Run(f"Licence: {briefing.head.licence}", mute=True),))
