"""`positions brief`: everything that is handed out of a view, for one day or a set of days, into a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer
from rich.progress import track

from components.briefing import Format
from components.briefing.presets import Preset
from positions.cli_asked import (
    Days,
    Folder,
    Form,
    Formats,
    Language,
    Since,
    Sizes,
    Span,
    Weights,
    checked_language,
    days_asked,
    forms_asked,
    sizes_asked,
)
from positions.cli_view import (
    ERRORS,
    DossierName,
    Issues,
    Parties,
    folder_made,
    loaded,
    read_view,
    say,
    wrong_usage,
)
from positions.text.dates import ENGLISH
from positions.libraries import missing_words
from positions.loading import dossier_folder
from positions.movement import default_since
from positions.selection import Selection
from positions.tables import Tables, counted_for


@dataclass(frozen=True)
class _Wanted:
    """One format of one day's view, in one size."""

    form: Form
    selection: Selection
    preset: Preset


def brief(
    dossier: DossierName,
    as_of: Days = None,
    since: Since = None,
    issues: Issues = None,
    parties: Parties = None,
    presets: Sizes = "slide",
    formats: Formats = None,
    folder: Folder = Path(),
    dates: Language = ENGLISH,
    weights: Weights = None,
    span: Span = None,
) -> None:
    """Write what is handed out of a view: sheets, documents, slides and data; same view, same bytes.

    Exit code 1: a format needs a library that is not installed; every other one is written.
    """
    forms, sizes, days = forms_asked(formats), sizes_asked(presets), days_asked(as_of)
    checked_language(dates)
    found = loaded(dossier)
    tables = counted_for(Tables(found, dossier_folder(dossier)), span)
    address = {
        "parties": parties,
        "issues": issues,
        "since": since,
        "weights": weights.replace("=", ":") if weights else None,
        "dates": dates if dates != ENGLISH else None,
        "span": str(span) if span else None,
    }
    views = [_compared(tables, read_view(found, {**address, "day": day})) for day in days]
    lacking = {one: missing_words(one.title, one.needs) for one in forms}
    made = [one for one in forms if not lacking[one]]
    _write(tables, [one for view in views for one in _wanted(view, made, sizes)], folder_made(folder))
    for sentence in filter(None, lacking.values()):
        ERRORS.print(sentence, markup=False, highlight=False, soft_wrap=True)
    if any(lacking.values()):
        raise typer.Exit(1)


def _compared(tables: Tables, view: Selection) -> Selection:
    """The view with the earlier day that it is compared with: that asked for, or the one the app offers."""
    if view.since and view.since >= view.day:
        wrong_usage(f"--since {view.since} is not earlier than the day {view.day} that it is compared with.")
    return replace(view, since=view.since or default_since(tables, view.day))


def _wanted(view: Selection, forms: Sequence[Form], sizes: Sequence[Preset]) -> Iterator[_Wanted]:
    """Every format once, those on which the size bears once per size."""
    for form in forms:
        sized = isinstance(form, Format) and form.sized
        yield from (_Wanted(form, view, size) for size in (sizes if sized else sizes[:1]))


def _write(tables: Tables, wanted: Sequence[_Wanted], folder: Path) -> None:
    """Make and write the files one after the other under a bar, then tell where they are."""
    # Imported here, because it brings the charts, which no other command needs.
    from components.briefing.named import named_files, view_of  # noqa: PLC0415

    written, view = [], None
    for one in track(wanted, "Writing", console=ERRORS, transient=True):
        if view is None or view.selection is not one.selection:
            view = view_of(tables, one.selection, one.selection.since)
        for file in named_files(one.form, view, one.preset):
            (folder / file.name).write_bytes(file.content)
            written.append(folder / file.name)
    for path in written:
        say(str(path))
