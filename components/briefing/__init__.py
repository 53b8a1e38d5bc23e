"""What leaves the screen: one briefing, and every format as a function of it; no Streamlit here.

BRIEFINGS is what the page and the command line offer, in this order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from components.briefing.content import Briefing
    from components.briefing.presets import Preset

TYPST = ("typst", "font-source-sans-pro", "fonttools")
_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class Handout:
    """One file: the view that it shows, which goes into its name, and its bytes."""

    view: str
    content: bytes


Made = Callable[["Briefing", "Preset"], tuple[Handout, ...]]


@dataclass(frozen=True)
class Format:
    """A format: id, title, suffix and media type, and what makes its files from a briefing.

    Documents are one file, pictures one per sheet. `sized` says that the size of the preset bears
    on it, `needs` names the libraries without which it cannot be made, as an installer knows them,
    `shown` is what its file shows, as in its name, where it is not the report. The same briefing
    makes the same bytes.
    """

    id: str
    title: str
    suffix: str
    mime: str
    made: Made
    sized: bool = False
    needs: tuple[str, ...] = ()
    shown: str = ""


def _late(maker: str) -> Made:
    """A function of `components.briefing.makers`, imported when it is first called.

    Together the libraries behind it take half a second to import, which the first page does not need.
    """

    def made(briefing: Briefing, preset: Preset) -> tuple[Handout, ...]:
        make = cast("Made", getattr(import_module("components.briefing.makers"), maker))
        return make(briefing, preset)

    return made


BRIEFINGS: tuple[Format, ...] = (
    Format(
        "pdf",
        "To print (PDF)",
        "pdf",
        "application/pdf",
        _late("pdf"),
        sized=True,
        needs=TYPST,
    ),
    Format(
        "html",
        "Web page (HTML)",
        "html",
        "text/html",
        _late("html"),
        needs=("jinja2",),
    ),
    Format(
        "pptx",
        "Slides (PPTX)",
        "pptx",
        f"{_OFFICE}.presentationml.presentation",
        _late("pptx"),
        needs=("python-pptx", "xlsxwriter"),
    ),
    Format(
        "docx",
        "Text document (DOCX)",
        "docx",
        f"{_OFFICE}.wordprocessingml.document",
        _late("docx"),
        needs=("python-docx",),
    ),
    Format(
        "paragraphs",
        "Running text with footnotes (DOCX)",
        "docx",
        f"{_OFFICE}.wordprocessingml.document",
        _late("paragraphs"),
        needs=("python-docx",),
        shown="paragraphs",
    ),
    Format(
        "paragraphs_md",
        "Running text with footnotes (Markdown)",
        "md",
        "text/markdown",
        _late("paragraphs_md"),
        shown="paragraphs",
    ),
    Format("md", "Text for a wiki (Markdown)", "md", "text/markdown", _late("md")),
    Format(
        "png",
        "Pictures (PNG)",
        "png",
        "image/png",
        _late("png"),
        sized=True,
        needs=TYPST,
    ),
    Format(
        "svg",
        "Drawings (SVG)",
        "svg",
        "image/svg+xml",
        _late("svg"),
        sized=True,
        needs=TYPST,
    ),
)
