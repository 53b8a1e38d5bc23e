"""What leaves the screen: one briefing, and every format as a function of it; no Streamlit here.

BRIEFINGS is what the page and the command line offer, in this order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from positions.export import MEDIA_TYPES

if TYPE_CHECKING:
    from components.report.content import Briefing
    from components.report.presets import Preset

TYPST = ("typst", "font-source-sans-pro", "fonttools")
TEXT = "paragraphs"  # the view of files that hold all in words


@dataclass(frozen=True)
class Handout:
    """One file: the view that it shows, which goes into its name, and its bytes."""

    view: str
    content: bytes


Made = Callable[["Briefing", "Preset"], tuple[Handout, ...]]


@dataclass(frozen=True)
class Format:
    """A format: id, title and suffix, and what makes its files from a briefing, the same each time.

    Documents are one file, pictures one per sheet. `sized` says that the size of the preset bears
    on it, `needs` names the libraries without which it cannot be made, as an installer knows them,
    `shown` is what its file shows, as in its name, where it is not the report.
    """

    id: str
    title: str
    suffix: str
    made: Made
    sized: bool = False
    needs: tuple[str, ...] = ()
    shown: str = ""

    @property
    def mime(self) -> str:
        """Its media type."""
        return MEDIA_TYPES[self.suffix]


def _document(writer: str, shown: str = "") -> Made:
    """One file of what "module.function" here writes of a briefing; the library behind it is imported late.

    One that is missing takes its own formats with it only, and the first page waits for none of them.
    """

    def made(briefing: Briefing, preset: Preset) -> tuple[Handout, ...]:  # noqa: ARG001 - as every format
        module, _, name = writer.rpartition(".")
        write = getattr(import_module(f"{__name__}.{module}"), name)
        return (Handout(shown or briefing.report.file, write(briefing)),)

    return made


def _typeset(writer: str) -> Made:
    """The files that a function of `typesetting` makes of a briefing and a size, imported as late."""

    def made(briefing: Briefing, preset: Preset) -> tuple[Handout, ...]:
        write: Made = getattr(import_module(f"{__name__}.typst.typesetting"), writer)
        return write(briefing, preset)

    return made


_DOCX, _PPTX = ("python-docx",), ("python-pptx", "xlsxwriter")
_TEXT_DOCX = _document("docx.text.text_document", TEXT)
_TEXT_MD = _document("running_text.text_markdown", TEXT)
_RUNNING = "Running text with footnotes"
BRIEFINGS: tuple[Format, ...] = (
    Format("pdf", "To print (PDF)", "pdf", _typeset("pdf_file"), sized=True, needs=TYPST),
    Format("html", "Web page (HTML)", "html", _document("html.page.html"), needs=("jinja2",)),
    Format("pptx", "Slides (PPTX)", "pptx", _document("slides.deck.slides"), needs=_PPTX),
    Format("docx", "Text document (DOCX)", "docx", _document("docx.document.document"), needs=_DOCX),
    Format(TEXT, f"{_RUNNING} (DOCX)", "docx", _TEXT_DOCX, needs=_DOCX, shown=TEXT),
    Format("paragraphs_md", f"{_RUNNING} (Markdown)", "md", _TEXT_MD, shown=TEXT),
    Format("md", "Text for a wiki (Markdown)", "md", _document("markdown.markdown")),
    Format("png", "Pictures (PNG)", "png", _typeset("png_files"), sized=True, needs=TYPST),
    Format("svg", "Drawings (SVG)", "svg", _typeset("svg_files"), sized=True, needs=TYPST),
)
