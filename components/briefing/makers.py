"""What makes each format of BRIEFINGS, all with one signature: a briefing and a preset, files out.

Each imports its library when it is called: one that is missing takes its own formats with it only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from components.briefing import Handout, running_text
from components.briefing import markdown as wiki_text
from components.briefing.content import Briefing
from components.briefing.presets import Preset

TEXT = "paragraphs"  # the view of files that hold all in words


def pdf(briefing: Briefing, preset: Preset) -> tuple[Handout, ...]:
    """One PDF whose pages have the size of the preset."""
    from components.briefing import typesetting

    return (Handout(briefing.report.file, typesetting.pdf(briefing, preset)),)


def html(briefing: Briefing, preset: Preset) -> tuple[Handout, ...]:  # noqa: ARG001 - as every maker
    """One HTML file."""
    from components.briefing import html as web_page

    return (Handout(briefing.report.file, web_page.html(briefing)),)


def pptx(briefing: Briefing, preset: Preset) -> tuple[Handout, ...]:  # noqa: ARG001 - as every maker
    """One deck of slides."""
    from components.briefing import slides as deck

    return (Handout(briefing.report.file, deck.slides(briefing)),)


def docx(briefing: Briefing, preset: Preset) -> tuple[Handout, ...]:  # noqa: ARG001 - as every maker
    """One text document."""
    from components.briefing import document as text_document

    return (Handout(briefing.report.file, text_document.document(briefing)),)


def md(briefing: Briefing, preset: Preset) -> tuple[Handout, ...]:  # noqa: ARG001 - as every maker
    """One Markdown file."""
    return (Handout(briefing.report.file, wiki_text.markdown(briefing)),)


def paragraphs(briefing: Briefing, preset: Preset) -> tuple[Handout, ...]:  # noqa: ARG001 - as every maker
    """One text document with the view in words."""
    from components.briefing import document_text

    return (Handout(TEXT, document_text.text_document(briefing)),)


def paragraphs_md(briefing: Briefing, preset: Preset) -> tuple[Handout, ...]:  # noqa: ARG001 - as every maker
    """One Markdown file with the view in words."""
    return (Handout(TEXT, running_text.text_markdown(briefing)),)


def png(briefing: Briefing, preset: Preset) -> tuple[Handout, ...]:
    """One picture per sheet, view by view; sheets of a view are numbered where there are several."""
    return tuple(_pictures(briefing, preset, "png"))


def svg(briefing: Briefing, preset: Preset) -> tuple[Handout, ...]:
    """The same as drawings that can be enlarged."""
    return tuple(_pictures(briefing, preset, "svg"))


def _pictures(briefing: Briefing, preset: Preset, form: Literal["png", "svg"]) -> Iterator[Handout]:
    from components.briefing import typesetting

    if briefing.report.brief:
        yield from typesetting.report_handouts(briefing, preset, form)
        return
    for view in briefing.report.views:
        yield from typesetting.handouts(briefing, view, preset, form)
