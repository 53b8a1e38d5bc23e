"""Paragraphs of text documents that run from right to left, marked as such; other texts keep their order."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.document import Document as Paper
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.text.run import Run

from positions.text.direction import bare, isolated, pieces, runs_left

# What Word wants after an element among its properties, of what python-docx writes there.
_AFTER: dict[str, tuple[str, ...]] = {
    "w:bidi": ("w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"),
    "w:jc": ("w:rPr", "w:sectPr"),
    "w:szCs": ("w:highlight", "w:u", "w:shd", "w:vertAlign", "w:rtl", "w:cs", "w:lang"),
}


def direct_document(paper: Paper) -> None:
    """Give paragraphs `w:bidi` and runs `w:rtl`; they stay at the edge at which other texts stand."""
    properties = paper.core_properties  # shown where nothing knows isolates
    properties.title, properties.subject = bare(properties.title), bare(properties.subject)
    for style in paper.styles:
        if isinstance(style, ParagraphStyle) and style.font.size:
            _set_size(style.element.rPr, style.font.size.pt)
    notes = (
        one.target_part for one in paper.part.rels.values() if one.reltype == RELATIONSHIP_TYPE.FOOTNOTES
    )
    roots = (
        paper.element,
        *(section.footer._element for section in paper.sections),
        *(part.element for part in notes if isinstance(part, XmlPart)),
    )
    for paragraph in [one for root in roots for one in root.iter(qn("w:p"))]:
        text = "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
        leftward = runs_left(text)
        if leftward:
            _add(paragraph.get_or_add_pPr(), "w:bidi")
            if paragraph.pPr.find(qn("w:jc")) is None:
                _add(paragraph.pPr, "w:jc").set(qn("w:val"), "end")
        if leftward or bare(text) != text:
            for run in list(paragraph.iter(qn("w:r"))):
                _split(paper, run, leftward=leftward)


def _split(paper: Paper, run: Any, *, leftward: bool) -> None:
    """Put a run for each of its isolates in the place of a run, marked where it runs left."""
    text = "".join(one.text or "" for one in run.findall(qn("w:t")))
    for part, part_leftward in pieces(text):
        made = deepcopy(run)
        run.addprevious(made)
        piece = Run(made, paper)
        piece.text = isolated(part) if part_leftward and not leftward else part
        if leftward or part_leftward:
            _set_leftward(piece)
    if text:
        run.getparent().remove(run)


def _set_leftward(run: Run) -> None:
    """Weight, slant and size stand once more for complex scripts, or Word would set them plain and at 10."""
    font = run.font
    font.rtl, font.cs_bold, font.cs_italic = True, font.bold, font.italic
    if font.size:
        _set_size(run._r.get_or_add_rPr(), font.size.pt)


def _set_size(properties: Any, points: float) -> None:
    """The size of complex scripts, which is written in half points."""
    size = properties.find(qn("w:szCs"))
    size = _add(properties, "w:szCs") if size is None else size
    size.set(qn("w:val"), str(round(points * 2)))


def _add(properties: Any, name: str) -> Any:
    """A new element at its place among the properties."""
    element: Any = OxmlElement(name)
    properties.insert_element_before(element, *_AFTER[name])
    return element
