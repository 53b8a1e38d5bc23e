"""Named files of a view, in any format of BRIEFINGS and EXPORTS, alone or packed in one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from components.report import Format, Handout
from components.report.captions import caption, card_caption, page_caption
from components.report.content import Briefing, briefing
from components.report.presets import Preset
from components.report.sections import FULL, Report
from positions.export import Export
from positions.export.manifest import SUFFIX, Manifest, manifest_of
from positions.export.names import file_name
from positions.libraries import missing
from positions.text.dates import dates_in
from positions.text.direction import with_isolates
from positions.view import View

_FIRST = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file can hold; no clock in a file
ZIP = "application/zip"


@dataclass(frozen=True)
class NamedFile:
    """A file with the name under which it is exported."""

    name: str
    content: bytes


@dataclass(frozen=True, eq=False)
class BriefedView:
    """A view with the briefing that was made of it, both in the view's language of dates."""

    view: View
    briefing: Briefing

    def name(self, shown: str, suffix: str) -> str:
        """The name of a file that shows `shown` of this view."""
        return file_name(self.view, shown, suffix)


def briefed_view(view: View, report: Report = FULL) -> BriefedView:
    """The view with what a report holds of it, days in the language of its selection.

    A report of one cell is one of the view of that cell alone; where none is chosen, of the first.

    The words of a view are made once, in the language that is set when they are first asked for, so
    that they are made here of a view of their own: no screen has asked it before, or will. In the briefing
    texts from right to left are isolates; data formats, which are made of the view, have them as they are.
    """
    own = View(view.tables, view.selection)
    if report.cell and own.columns and own.issues:
        holder, issue = own.selection.cell or (own.columns[0], own.issues[0].id)
        alone = replace(own.selection, parties=(holder,), issues=(issue,), unfolded=())
        own, report = View(view.tables, alone), replace(report, about=f"{holder}-{issue}")
    dossier = view.tables.dossier
    printed = with_isolates(dossier)
    tables = view.tables if printed is dossier else replace(view.tables, dossier=printed)
    with dates_in(own.selection.dates):
        return BriefedView(own, briefing(View(tables, own.selection), report))


def named_files(form: Format | Export, briefed: BriefedView, preset: Preset) -> tuple[NamedFile, ...]:
    """The files of one format, days in the language of the view; sizes stand in the names where they bear.

    The same view makes the same names and bytes.
    """
    with dates_in(briefed.view.selection.dates):
        if isinstance(form, Export):
            return (NamedFile(briefed.name(form.id, form.suffix), form.made(briefed.view)),)
        size = f"-{preset.id}" if form.sized else ""
        return _named(form.made(briefed.briefing, preset), briefed, size, form.suffix)


@dataclass(frozen=True)
class NotMade:
    """A format that could not be made, and why, in one sentence."""

    sentence: str


def files_or_reason(
    form: Format | Export, briefed: BriefedView, preset: Preset
) -> tuple[NamedFile, ...] | NotMade:
    """The files of one format, or why it could not be made, so that it takes no other format with it."""
    try:
        return named_files(form, briefed, preset)
    # Whatever goes wrong inside a library that writes a format is told to the reader, and the rest is made.
    except Exception as error:
        return NotMade(failure_words(form.title, error))


def failure_words(title: str, error: Exception) -> str:
    """That something could not be made, and the first line of the error, or its name if it says nothing."""
    first = next(iter(str(error).strip().splitlines()), "") or type(error).__name__
    return f"{title}: could not be made. {first if first.endswith('.') else f'{first}.'}"


def letters_lacking(forms: Iterable[Format | Export], briefed: BriefedView) -> str:
    """Scripts without a typeface in what these formats draw, and what to do; "" when every letter is drawn.

    Formats that carry text, to be drawn with the reader's typefaces, lack nothing.
    """
    drawn = [one for one in forms if isinstance(one, Format) and one.sized]
    if not drawn or missing(drawn[0].needs):
        return ""
    # Imported here, because Typst may be missing.
    from components.report.typst import typesetting  # noqa: PLC0415

    return typesetting.letters_lacking(briefed.briefing)


def pictures(
    briefed: BriefedView, shown: str, preset: Preset, form: Literal["png", "svg"] = "png"
) -> tuple[NamedFile, ...]:
    """The pictures of one view of VIEWS, or the pages of a short report, as `named_files` makes them."""
    # Imported here, because Typst may be missing.
    from components.report.typst import typesetting  # noqa: PLC0415

    with dates_in(briefed.view.selection.dates):
        sheets = typesetting.pictures(briefed.briefing, preset, form=form, views=(shown,))
        return _named(sheets, briefed, f"-{preset.id}", form)


def alt_words(briefed: BriefedView, shown: str, place: int | None = None) -> str:
    """What the sheets of a view of VIEWS show, for whoever does not see them; of issue cards one, or all.

    Of a short report what its page at `place` shows.
    """
    report, card = briefed.briefing.report, place
    with dates_in(briefed.view.selection.dates):
        if report.brief:
            section = "matrix" if report.page else report.sections[place or 0]
            return page_caption(briefed.briefing, section).description
        if shown != "issue":
            return caption(briefed.briefing, shown).description
        cards = briefed.briefing.cards if card is None else briefed.briefing.cards[card : card + 1]
        return " ".join(card_caption(briefed.briefing, one).description for one in cards)


def _named(
    handouts: Sequence[Handout], briefed: BriefedView, size: str, suffix: str
) -> tuple[NamedFile, ...]:
    return tuple(NamedFile(briefed.name(f"{one.view}{size}", suffix), one.content) for one in handouts)


def packed_formats(forms: Iterable[Format | Export], briefed: BriefedView, preset: Preset) -> bytes:
    """The files of some formats as one ZIP with their manifest; `not-made.txt` says which failed, and why.

    `missing-letters.txt` names the scripts for which there was no typeface.
    """
    files: list[NamedFile] = []
    forms = list(forms)
    failed: list[str] = []
    for form in forms:
        made = files_or_reason(form, briefed, preset)
        if isinstance(made, NotMade):
            failed.append(made.sentence)
        else:
            files += made
    if files:
        files.append(manifest_file(briefed, files))
    if failed:
        files.append(NamedFile("not-made.txt", "\n".join([*failed, ""]).encode()))
    lacking = letters_lacking(forms, briefed)
    if lacking:
        files.append(NamedFile("missing-letters.txt", f"{lacking}\n".encode()))
    return packed(files)


def manifest_file(
    briefed: BriefedView, files: Iterable[NamedFile], older: Manifest | None = None
) -> NamedFile:
    """What stands beside the files of a view; those that an older manifest of the same data names stay."""
    made = manifest_of(briefed.view, {one.name: one.content for one in files})
    return NamedFile(manifest_name(briefed), made.joined(older).written())


def manifest_name(briefed: BriefedView) -> str:
    """The name of the manifest of a report: as that of the report, and `.manifest.json`."""
    return briefed.name(briefed.briefing.report.file, SUFFIX)


def packed(files: Iterable[NamedFile]) -> bytes:
    """The files as one ZIP in their order, without a clock, so that the same files make the same bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for file in files:
            member = zipfile.ZipInfo(file.name, _FIRST)
            member.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(member, file.content)
    return written.getvalue()
