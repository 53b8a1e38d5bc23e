"""A view in words as a text document, or as a part of one, with footnotes."""

from __future__ import annotations

import io
from dataclasses import replace

from docx.document import Document as Paper
from docx.text.paragraph import Paragraph

from components.briefing.content import Briefing
from components.briefing.document_parts import Run, lay_across, new_paper, write
from components.briefing.footnotes import Footnotes
from components.briefing.packages import without_clock
from positions.text.paragraphs import RunningText
from positions.text.sentences import Sentence, in_list


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
            write(paper.add_paragraph(), (Run(passage.below, mute=True, size=8),))


def _write(
    paragraph: Paragraph, sentence: Sentence, footnotes: Footnotes, words: dict[str, str], *, blank: str
) -> None:
    for place, part in enumerate(sentence.parts):
        write(paragraph, (Run(f"{'' if place else blank}{part.words}"),))
        for position, statement in enumerate(part.statements):
            if position:
                write(paragraph, (Run(",", raised=True),))
            footnotes.cite(paragraph, statement, words[statement])
