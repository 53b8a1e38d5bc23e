"""The contents of a text document: its parts in a line at the top, each a link to its heading."""

from __future__ import annotations

from typing import Any

from docx.document import Document as Paper
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from components.report.docx.blocks import Run, write

_FEWEST = 4  # parts, from which on a reader looks for a way through them
_FIRST_ID = 1_000_000  # of the bookmarks of headings, beyond those of footnotes


def add_contents(paper: Paper) -> None:
    """Set the names of all parts before the first of them, in order; nothing in a document of few parts."""
    headings = [one for one in paper.paragraphs if one._p.style == "Heading1"]
    if len(headings) < _FEWEST:
        return
    runs = [Run("Contents: ", bold=True)]
    for place, heading in enumerate(headings, start=1):
        _mark(heading, _FIRST_ID + place, f"part{place}")
        runs += [Run(" · ", mute=True)] if place > 1 else []
        runs.append(Run(heading.text, anchor=f"part{place}"))
    write(headings[0].insert_paragraph_before(), runs)


def _mark(heading: Paragraph, number: int, name: str) -> None:
    """Put a bookmark around the words of a heading."""
    for tag, place in (("bookmarkStart", 0), ("bookmarkEnd", 1)):
        made: Any = OxmlElement(f"w:{tag}")
        made.set(qn("w:id"), str(number))
        if place == 0:
            made.set(qn("w:name"), name)
            heading._p.insert(1 if heading._p.pPr is not None else 0, made)
        else:
            heading._p.append(made)
