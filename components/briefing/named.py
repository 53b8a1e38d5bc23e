"""Files as they are handed out: named, in any format of BRIEFINGS and EXPORTS, alone or packed in one."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from components.briefing import Format, Handout
from components.briefing.captions import caption, card_caption
from components.briefing.content import Briefing, briefing
from components.briefing.presets import Preset
from positions.text.dates import dates_in
from positions.export import Export
from positions.export.names import file_name
from positions.selection import Selection
from positions.tables import Tables

_FIRST = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file can hold; no clock in a file
ZIP = "application/zip"


@dataclass(frozen=True)
class NamedFile:
    """A file with the name under which it is handed out."""

    name: str
    content: bytes


@dataclass(frozen=True, eq=False)
class View:
    """What is handed out: a view of a dossier, and the briefing that was made from it."""

    tables: Tables
    selection: Selection
    briefing: Briefing

    def name(self, shown: str, suffix: str) -> str:
        """The name of a file that shows `shown` of this view."""
        return file_name(self.tables, shown, self.selection, suffix)


def view_of(tables: Tables, selection: Selection, since: dt.date | None) -> View:
    """The view with its briefing, compared with the earlier day `since` where there is one."""
    with dates_in(selection.dates):
        return View(tables, selection, briefing(tables, selection, since))


def named_files(form: Format | Export, view: View, preset: Preset) -> tuple[NamedFile, ...]:
    """The files of one format, days in the language of the view; sizes stand in the names where they bear.

    The same view makes the same names and bytes.
    """
    with dates_in(view.selection.dates):
        if isinstance(form, Export):
            content = form.made(view.tables, view.selection)
            return (NamedFile(view.name(form.id, form.suffix), content),)
        size = f"-{preset.id}" if form.sized else ""
        return _named(form.made(view.briefing, preset), view, size, form.suffix)


def pictures(
    view: View, shown: str, preset: Preset, form: Literal["png", "svg"] = "png"
) -> tuple[NamedFile, ...]:
    """The pictures of one view of VIEWS, sheet by sheet: the same files as `named_files` makes of all."""
    # Imported here, because Typst may be missing.
    from components.briefing import typesetting  # noqa: PLC0415

    with dates_in(view.selection.dates):
        made = typesetting.handouts(view.briefing, shown, preset, form)
        return _named(made, view, f"-{preset.id}", form)


def alt_words(view: View, shown: str, card: int | None = None) -> str:
    """What the sheets of a view of VIEWS show, for whoever does not see them; of issue cards one, or all."""
    with dates_in(view.selection.dates):
        if shown != "issue":
            return caption(view.briefing, shown).description
        cards = view.briefing.cards if card is None else view.briefing.cards[card : card + 1]
        return " ".join(card_caption(view.briefing, one).description for one in cards)


def _named(made: Sequence[Handout], view: View, size: str, suffix: str) -> tuple[NamedFile, ...]:
    return tuple(NamedFile(view.name(f"{one.view}{size}", suffix), one.content) for one in made)


def packed(files: Iterable[NamedFile]) -> bytes:
    """The files as one ZIP in their order, without a clock, so that the same files make the same bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        for file in files:
            member = zipfile.ZipInfo(file.name, _FIRST)
            member.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(member, file.content)
    return written.getvalue()
