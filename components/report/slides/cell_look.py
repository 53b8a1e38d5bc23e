"""The look of a cell in a native table of slides: edges with their dashes, and the pattern behind the words.

Neighbours share an edge, so a cell draws its own left and lower one and leaves the others to them.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from pptx.oxml.ns import qn
from pptx.table import _Cell
from pptx.util import Pt

from components.colours import mixed
from components.report.slides.look import PALETTE
from components.theme import Look

_DASHES = {"solid": "solid", "dashed": "dash", "dotted": "sysDot"}
_THIN, _DASHED, _STRONG = 1.0, 1.5, 5.0
# What stands behind the words: a solid mix of ink, or a pattern of Office with the share of ink in it.
_SOLID = {"pale": 0.03, "shade": 0.13}
_PATTERNS = {"stripes": ("wdUpDiag", 0.13), "dots": ("dotGrid", 0.45)}


@dataclass(frozen=True)
class _Line:
    """An edge: points, a key of _DASHES, colour, and whether it is doubled."""

    points: float
    dash: str
    colour: str
    double: bool = False


def draw_look(cell: _Cell, look: Look) -> None:
    """Edges and fill of a cell of the matrix."""
    _lines(cell, left=_left(look), lower=_edge(look.edge))
    properties = cell._tc.get_or_add_tcPr()
    if look.fill in _PATTERNS:
        preset, share = _PATTERNS[look.fill]
        pattern = etree.SubElement(properties, qn("a:pattFill"), prst=preset)
        _colour(etree.SubElement(pattern, qn("a:fgClr")), mixed(PALETTE.ink, share))
        _colour(etree.SubElement(pattern, qn("a:bgClr")), PALETTE.paper)
    elif look.fill:
        _colour(etree.SubElement(properties, qn("a:solidFill")), mixed(PALETTE.ink, _SOLID[look.fill]))
    else:
        etree.SubElement(properties, qn("a:noFill"))


def draw_head(cell: _Cell) -> None:
    """A cell of the heads: a strong line under it."""
    _lines(cell, left=None, lower=_Line(1.5, "solid", PALETTE.ink))
    etree.SubElement(cell._tc.get_or_add_tcPr(), qn("a:noFill"))


def draw_plain(cell: _Cell) -> None:
    """A cell without a state of its own: a hairline under it."""
    _lines(cell, left=None, lower=_Line(0.75, "solid", PALETTE.line))
    etree.SubElement(cell._tc.get_or_add_tcPr(), qn("a:noFill"))


def _edge(kind: str) -> _Line | None:
    if kind == "none":
        return None
    points = _THIN if kind == "solid" else _DASHED
    return _Line(points, kind, PALETTE.connector if kind == "solid" else PALETTE.mute)


def _left(look: Look) -> _Line | None:
    if not look.left:
        return _edge(look.edge)
    dash = "dotted" if look.left == "dotted" else "solid"
    return _Line(_STRONG, dash, PALETTE.mute, double=look.left == "double")


def _lines(cell: _Cell, *, left: _Line | None, lower: _Line | None) -> None:
    """Take edges and fill that were drawn before away, and draw these edges."""
    properties = cell._tc.get_or_add_tcPr()
    for old in list(properties):
        properties.remove(old)
    for name, line in (("a:lnL", left), ("a:lnR", None), ("a:lnT", None), ("a:lnB", lower)):
        _line(properties, name, line)


def _line(properties: etree._Element, name: str, line: _Line | None) -> None:
    """One edge; without a line it is said to be none, or the style of the table would show."""
    compound = "dbl" if line and line.double else "sng"
    width = str(int(Pt(line.points))) if line else "0"
    edge = etree.SubElement(properties, qn(name), w=width, cap="flat", cmpd=compound, algn="ctr")
    if line is None:
        etree.SubElement(edge, qn("a:noFill"))
        return
    _colour(etree.SubElement(edge, qn("a:solidFill")), line.colour)
    etree.SubElement(edge, qn("a:prstDash"), val=_DASHES[line.dash])


def _colour(place: etree._Element, hexadecimal: str) -> None:
    etree.SubElement(place, qn("a:srgbClr"), val=hexadecimal.lstrip("#"))
