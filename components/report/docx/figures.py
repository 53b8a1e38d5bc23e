"""The figures of the text document: sheets in the width of its text, as pictures that say what they show."""

from __future__ import annotations

import io

from docx.document import Document as Paper
from docx.shared import Mm, Pt

from components.report import TYPST
from components.report.captions import caption
from components.report.content import Briefing
from components.report.docx.blocks import add_finding
from components.report.presets import Preset, Type
from positions.libraries import missing_words

_WIDTH, _HEIGHT, _PPI = 178, 214, 200  # mm, mm and pixels an inch: a page of A4 under heading and finding
_INCH = 25.4
SHEET = Preset(
    "document",
    "Figure in a document",
    round(_WIDTH / _INCH * _PPI),
    round(_HEIGHT / _INCH * _PPI),
    _PPI,
    "pt",
    4,
    Type(title=13, subtitle=9, body=(9, 10), small=8, cell=8, foot=8, figure=(8.5, 9.5)),
    alone=False,
)


def add_figure(paper: Paper, briefing: Briefing, view: str) -> None:
    """The finding of a view of VIEWS and its sheets with what they show in words; else why there are none."""
    lacking = missing_words("The figure", TYPST)
    if lacking:
        paper.add_paragraph(f"{lacking}.")
        return
    # Imported here, because Typst may be missing.
    from components.report.typst import typesetting  # noqa: PLC0415

    sheets = typesetting.sheets(briefing, view, SHEET, "png")
    words = caption(briefing, view)
    add_finding(paper, words.title, words.subtitle)
    for place, sheet in enumerate(sheets, start=1):
        paragraph = paper.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        drawn = paragraph.add_run().add_picture(io.BytesIO(sheet), width=Mm(_WIDTH))
        properties = drawn._inline.docPr
        part = f", sheet {place} of {len(sheets)}" if len(sheets) > 1 else ""
        properties.set("name", f"{view}-{place}")
        properties.set("title", f"{words.title}{part}")
        properties.set("descr", words.description)
