"""Sheets and documents set by Typst, which needs no browser: PNG, SVG and PDF from a briefing."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape

from components.report import Handout
from components.report.captions import Caption, caption, card_caption, page_caption
from components.report.content import Briefing
from components.report.presets import PRESETS, Preset
from components.report.typst.payload import card_payload, view_payload
from components.report.typst.payload_report import document_payload, report_payload
from components.report.typst.process import set_pages
from components.report.typst.typefaces import font_folders, typefaces_for
from positions.libraries import typeface_remedy, typeface_words
from positions.text.direction import bare

_HEAD_END = 8 + 25  # the signature, and the chunk IHDR that every PNG begins with
_INCH = 0.0254  # metres; PNG counts pixels per metre (PNG specification, third edition, 11.3.4.3)
Format = Literal["png", "svg", "pdf"]
_TEMPLATES = Path(__file__).parent / "templates"
_TIME = 0  # seconds since 1970: no clock in a file, or the same briefing would not give the same bytes


def with_resolution(picture: bytes, ppi: int) -> bytes:
    """The PNG with a pHYs chunk of so many pixels per inch; one that has such a chunk is left alone."""
    if b"pHYs" in picture[: picture.find(b"IDAT")]:
        return picture
    each = round(ppi / _INCH)
    return _with_chunk(picture, b"pHYs", struct.pack(">IIB", each, each, 1))


def with_remark(picture: bytes, words: str) -> bytes:
    """The PNG with a remark in a chunk iTXt (11.3.3.4), as it is where there are no words."""
    if not words:
        return picture
    return _with_chunk(picture, b"iTXt", b"Comment\0\0\0\0\0" + words.encode())


def _with_chunk(picture: bytes, kind: bytes, content: bytes) -> bytes:
    """The PNG with one chunk more, after its head."""
    said = kind + content
    chunk = struct.pack(">I", len(content)) + said + struct.pack(">I", zlib.crc32(said))
    return picture[:_HEAD_END] + chunk + picture[_HEAD_END:]


def sheets(briefing: Briefing, view: str, preset: Preset, form: Format) -> tuple[bytes, ...]:
    """One file per sheet of a view of VIEWS, in order; what does not fit a sheet goes on to the next.

    "issue" gives one card after the other. As "pdf" the sheets of a view, or of a card, are the
    pages of one file. A view without anything to show is one sheet that says so.
    """
    if view != "issue":
        made = _compiled("sheet.typ", view_payload(briefing, view, preset), preset, form)
        return tuple(_labelled(sheet, caption(briefing, view), briefing, preset, form) for sheet in made)
    return tuple(
        _labelled(sheet, card_caption(briefing, card), briefing, preset, form)
        for card in briefing.cards
        for sheet in _compiled(
            "sheet.typ", card_payload(card, card_caption(briefing, card), briefing, preset), preset, form
        )
    )


def report_pages(briefing: Briefing, preset: Preset, form: Format) -> tuple[bytes, ...]:
    """The pages of a short report, each fitted to its content; as "pdf" one file."""
    made = _compiled("report.typ", report_payload(briefing, preset), preset, form)
    kinds = ("finding",) if briefing.report.page else briefing.report.sections
    captions = [page_caption(briefing, one) for one in kinds]
    return tuple(
        _labelled(sheet, words, briefing, preset, form)
        for sheet, words in zip(made, captions, strict=form != "pdf")
    )


def report_handouts(briefing: Briefing, preset: Preset, form: Format) -> tuple[Handout, ...]:
    """The same pages named by what each shows, numbered where there are several."""
    report = briefing.report
    made = report_pages(briefing, preset, form)
    if report.page:
        return tuple(Handout(report.file, content) for content in made)
    return tuple(
        Handout(f"{report.file}-{place}-{section}", content)
        for place, (section, content) in enumerate(zip(report.sections, made, strict=True), start=1)
    )


def _labelled(sheet: bytes, words: Caption, briefing: Briefing, preset: Preset, form: Format) -> bytes:
    """An SVG with title and description, a PNG with the size at which it prints; a PDF as it is.

    Both say in their remarks how they may be handled, where the dossier does.
    """
    handling = briefing.head.handling
    if form == "svg":
        return _described(sheet, words, handling)
    return with_remark(with_resolution(sheet, preset.ppi), bare(handling)) if form == "png" else sheet


def _described(sheet: bytes, words: Caption, handling: str) -> bytes:
    """An SVG with title and description, since its letters are outlines."""
    head, opened, rest = sheet.partition(b">")
    title, description = bare(words.title), f"{words.subtitle}. {words.description}"
    description = f"{handling}. {description}" if handling else description
    told = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    return head + opened + told.encode() + rest


def handouts(briefing: Briefing, view: str, preset: Preset, form: Format) -> tuple[Handout, ...]:
    """The same sheets with the view that each shows, numbered where there are several."""
    made = sheets(briefing, view, preset, form)
    many = len(made) > 1
    return tuple(
        Handout(f"{view}-{place}-of-{len(made)}" if many else view, content)
        for place, content in enumerate(made, start=1)
    )


def pdf(briefing: Briefing, preset: Preset) -> bytes:
    """The report as one PDF/UA-1: a short one in its pages, else with bookmarks, section by section."""
    if briefing.report.brief:
        return b"".join(report_pages(briefing, preset, "pdf"))
    return b"".join(_compiled("document.typ", document_payload(briefing, preset), preset, "pdf"))


def pdf_file(briefing: Briefing, preset: Preset) -> tuple[Handout, ...]:
    """The PDF of the report, in pages of the size of the preset."""
    return (Handout(briefing.report.file, pdf(briefing, preset)),)


def pictures(
    briefing: Briefing, preset: Preset, *, form: Format, views: Sequence[str] = ()
) -> tuple[Handout, ...]:
    """One picture per sheet of some views, or of all of the report; of a short report one per page."""
    if briefing.report.brief:
        return report_handouts(briefing, preset, form)
    shown = views or briefing.report.views
    return tuple(one for view in shown for one in handouts(briefing, view, preset, form))


png_files, svg_files = partial(pictures, form="png"), partial(pictures, form="svg")


def letters_lacking(briefing: Briefing) -> str:
    """Scripts of a briefing for which there is no typeface here, and what to do; "" when there is none."""
    lacking = typefaces_for(document_payload(briefing, PRESETS["slide"])).lacking
    return f"{typeface_words(lacking)} {typeface_remedy(lacking)}".strip()


def _compiled(template: str, content: str, preset: Preset, form: Format) -> tuple[bytes, ...]:
    """The pages as files; a PDF is one file, and PDF/UA unless it holds letters that no typeface has.

    Each page then says at its foot of which script they are.
    """
    faces = typefaces_for(content)
    lacking = typeface_words(faces.lacking)
    return set_pages(
        font_folders(),
        of_machine=faces.of_machine,
        root=_TEMPLATES,
        input=_TEMPLATES / template,
        format=form,
        ppi=preset.ppi,
        sys_inputs={"content": content, "typefaces": json.dumps(faces.families), "lacking": lacking},
        timestamp=_TIME,
        pdf_standards=[] if lacking else "ua-1",
    )
