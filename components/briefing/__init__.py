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

_TYPST = ("typst", "font-source-sans-pro", "fonttools")
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
    on it, `needs` names the libraries without which it cannot be made, as an installer knows them.
    The same briefing makes the same bytes.
    """

    id: str
    title: str
    suffix: str
    mime: str
    made: Made
    sized: bool = False
    needs: tuple[str, ...] = ()


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
        "The whole briefing to print (PDF)",
        "pdf",
        "application/pdf",
        _late("pdf"),
        sized=True,
        needs=_TYPST,
    ),
    Format(
        "html",
        "The whole briefing as one web page (HTML)",
        "html",
        "text/html",
        _late("html"),
        needs=("jinja2",),
    ),
    Format(
        "pptx",
        "Slides with native tables and charts (PPTX)",
        "pptx",
        f"{_OFFICE}.presentationml.presentation",
        _late("pptx"),
        needs=("python-pptx",),
    ),
    Format(
        "docx",
        "Text document (DOCX)",
        "docx",
        f"{_OFFICE}.wordprocessingml.document",
        _late("docx"),
        needs=("python-docx",),
    ),
    Format("md", "Text for a wiki (Markdown)", "md", "text/markdown", _late("md")),
    Format(
        "png",
        "Pictures of every view (PNG)",
        "png",
        "image/png",
        _late("png"),
        sized=True,
        needs=_TYPST,
    ),
    Format(
        "svg",
        "Pictures of every view (SVG)",
        "svg",
        "image/svg+xml",
        _late("svg"),
        sized=True,
        needs=_TYPST,
    ),
)
