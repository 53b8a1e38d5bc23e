"""The back of the text document: codebook, premises, sources and licence."""

from __future__ import annotations

from docx.document import Document as Paper
from docx.shared import Mm

from components.briefing.content import Briefing
from components.briefing.document_parts import Run, add_table, headed, write
from components.briefing.note_text import ends_text
from positions.text.citation import source_citation


def add_codebook(paper: Paper, briefing: Briefing) -> None:
    """Question, rule and scale of every issue shown."""
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
            add_table(paper, [Mm(14), Mm(64), Mm(100)], headed("Step", "Label", "Coded when"), rows)


def add_closing(paper: Paper, briefing: Briefing) -> None:
    """Premises and limits, the sources behind what is shown, the licence."""
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
