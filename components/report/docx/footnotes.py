"""Footnotes of a text document as Word keeps them, which its library cannot write."""

from __future__ import annotations

from typing import Any

from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

_TEXT, _NUMBER = "footnote text", "footnote reference"  # names by which Word knows its own styles
_SEPARATORS = {"-1": "separator", "0": "continuationSeparator"}
# Elements of the settings before which those of footnotes stand.
_AFTER = ("endnotePr", "compat", "docVars", "rsids", "mathPr", "themeFontLang", "clrSchemeMapping")
_SIZE = 8  # points


class Footnotes:
    """The footnotes of one document, numbered by the program in the order in which they are cited."""

    def __init__(self, paper: Paper) -> None:
        self._root = _element("footnotes")
        self._cited: dict[str, int] = {}
        part = XmlPart(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, self._root, paper.part.package
        )
        paper.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        for number, kind in _SEPARATORS.items():
            self._root.append(_footnote(number, _paragraph(_run(_element(kind))), kind))
        _add_settings(paper)
        text = paper.styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style, text.font.size = paper.styles["Normal"], Pt(_SIZE)
        text.paragraph_format.space_after = Pt(1)
        number = paper.styles.add_style(_NUMBER, WD_STYLE_TYPE.CHARACTER, builtin=True)
        number.font.superscript = True
        self._styles = {"text": text.style_id, "number": number.style_id}

    def cite(self, paragraph: Paragraph, key: str, words: str) -> None:
        """Put a number at the end of a paragraph: a new footnote, or the number of one cited before."""
        if key in self._cited:
            for run in self._again(self._cited[key]):
                paragraph._p.append(run)
            return
        number = self._cited[key] = len(self._cited) + 1
        start = _element("bookmarkStart", id=str(number), name=anchor(number))
        end = _element("bookmarkEnd", id=str(number))
        reference = self._numbered(_element("footnoteReference", id=str(number)))
        for one in (start, reference, end):
            paragraph._p.append(one)
        text: Any = _element("t")
        text.text = f" {words}"
        text.set(qn("xml:space"), "preserve")
        mark = self._numbered(_element("footnoteRef"))
        self._root.append(_footnote(str(number), _paragraph(mark, _run(text), style=self._styles["text"])))

    def _again(self, number: int) -> list[Any]:
        """A field that shows the number of an earlier footnote and leads to it."""
        order, shown = _element("instrText"), _element("t")
        order.text, shown.text = f" NOTEREF {anchor(number)} \\h ", str(number)
        order.set(qn("xml:space"), "preserve")
        kinds = [_element("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")]
        return [self._numbered(one) for one in (kinds[0], order, kinds[1], shown, kinds[2])]

    def _numbered(self, content: Any) -> Any:
        run = _run(content)
        properties = _element("rPr")
        properties.append(_element("rStyle", val=self._styles["number"]))
        run.insert(0, properties)
        return run


def anchor(number: int) -> str:
    """The name of the place where a footnote is cited first."""
    return f"note{number}"


def _element(tag: str, /, **written: str) -> Any:
    made: Any = OxmlElement(f"w:{tag}")
    for key, value in written.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _run(content: Any) -> Any:
    run = _element("r")
    run.append(content)
    return run


def _paragraph(*runs: Any, style: str = "") -> Any:
    made = _element("p")
    if style:
        properties = _element("pPr")
        properties.append(_element("pStyle", val=style))
        made.append(properties)
    for run in runs:
        made.append(run)
    return made


def _footnote(number: str, content: Any, kind: str = "") -> Any:
    made = _element("footnote", id=number, **({"type": kind} if kind else {}))
    made.append(content)
    return made


def _add_settings(paper: Paper) -> None:
    """Name the two separators in the settings, where Word expects them."""
    settings: Any = paper.settings.element
    properties = _element("footnotePr")
    for number in _SEPARATORS:
        properties.append(_element("footnote", id=number))
    after = {qn(f"w:{name}") for name in _AFTER} | {qn("m:mathPr")}
    place = next((place for place, one in enumerate(settings) if one.tag in after), len(settings))
    settings.insert(place, properties)
