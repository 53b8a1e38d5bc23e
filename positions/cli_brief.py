"""`positions brief`: everything that is handed out of a view, for one day or a set of days, into a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from components.briefing import BRIEFINGS, Format
from components.briefing.presets import PRESETS, Preset
from positions.cli_view import (
    ERRORS,
    DossierName,
    Issues,
    Parties,
    checked_day,
    folder_made,
    loaded,
    read_view,
    say,
    wrong_usage,
)
from positions.dates import ENGLISH, LANGUAGES
from positions.export import EXPORTS, Export
from positions.libraries import dates_lacking, missing_words
from positions.loading import dossier_folder
from positions.movement import default_since
from positions.selection import Selection
from positions.standing import Tables, counted_for

Form = Format | Export
FORMS: tuple[Form, ...] = (*BRIEFINGS, *EXPORTS)
FORMATS = (*(one.id for one in BRIEFINGS), "xlsx", "csv", "json", "csl", "bibtex", "annotations", "schema")

Days = Annotated[
    str | None, typer.Option("--as-of", help="days, parted by commas, a set of files each; else the last")
]
Since = Annotated[
    str | None, typer.Option(help="the earlier day to compare with; the one that the app offers if left out")
]
Sizes = Annotated[str, typer.Option("--preset", help=f"parted by commas: {', '.join(PRESETS)}")]
Formats = Annotated[
    str | None, typer.Option("--format", help=f"parted by commas, all if left out: {', '.join(FORMATS)}")
]
Folder = Annotated[Path, typer.Option("--output", "-o", help="folder to write into; made if it is not there")]
Language = Annotated[str, typer.Option("--dates", help=f"language of dates: {', '.join(LANGUAGES)}")]
Weights = Annotated[
    str | None, typer.Option(help="of issues in the overall distance, such as crimea=2,donbas=0.5; else 1")
]
Span = Annotated[
    int | None,
    typer.Option(min=1, max=99_999, metavar="DAYS", help="how long a position counts; else as coded"),
]


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
    forms, sizes, days = _forms(formats), _sizes(presets), _days(as_of)
    _checked_language(dates)
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


def _forms(formats: str | None) -> list[Form]:
    """The formats whose id or suffix was asked for, in the order in which they are offered."""
    asked = _parted(formats) if formats else list(FORMATS)
    if unknown := [one for one in asked if one not in FORMATS]:
        wrong_usage(f"No such format: {', '.join(unknown)}. Formats: {', '.join(FORMATS)}.")
    return [one for one in FORMS if {one.id, one.suffix} & set(asked)]


def _sizes(presets: str) -> list[Preset]:
    asked = _parted(presets)
    if unknown := [one for one in asked if one not in PRESETS]:
        wrong_usage(f"No such preset: {', '.join(unknown)}. Presets: {', '.join(PRESETS)}.")
    return [PRESETS[one] for one in asked] or [PRESETS["slide"]]


def _days(as_of: str | None) -> list[str | None]:
    """The days in the order in which they were asked for, each once; None stands for the last."""
    days = _parted(as_of or "")
    for day in days:
        checked_day(day)
    return [*days] or [None]


def _parted(words: str) -> list[str]:
    return list(dict.fromkeys(one.strip() for one in words.split(",") if one.strip()))


def _checked_language(dates: str) -> None:
    if dates not in LANGUAGES:
        wrong_usage(f"No such language of dates: {dates}. Languages: {', '.join(LANGUAGES)}.")
    lacking = dates_lacking(dates)
    if lacking:
        ERRORS.print(lacking, markup=False, highlight=False, soft_wrap=True)
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
