"""What `positions brief` offers: its options, and formats, sizes and days read from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar

import typer

from components.cli.output import refused, wrong_usage
from components.cli.view import checked_day
from components.report import BRIEFINGS, Format
from components.report.presets import PRESETS, Preset
from components.report.sections import REPORTS, Report
from positions.export import EXPORTS, Export
from positions.export import FORMATS as DATA_FORMATS
from positions.libraries import dates_lacking
from positions.text.dates import LANGUAGES

Form = Format | Export
FormT = TypeVar("FormT", bound=Form)
FORMS: tuple[Form, ...] = (*BRIEFINGS, *EXPORTS)
FORMATS = (*(one.id for one in BRIEFINGS), *DATA_FORMATS)

Days = Annotated[
    str | None, typer.Option("--as-of", help="days, separated by commas, a set of files each; else the last")
]
Since = Annotated[
    str | None, typer.Option(help="the earlier day to compare with; the one that the app offers if left out")
]
Sizes = Annotated[str, typer.Option("--preset", help=f"separated by commas: {', '.join(PRESETS)}")]
Length = Annotated[str, typer.Option("--report", help=f"how much: {', '.join(REPORTS)}")]
OneCell = Annotated[
    str | None, typer.Option("--cell", help="of --report cell: party and issue, with a dot between")
]
Formats = Annotated[
    str | None, typer.Option("--format", help=f"separated by commas, all if left out: {', '.join(FORMATS)}")
]
Language = Annotated[str, typer.Option("--dates", help=f"language of dates: {', '.join(LANGUAGES)}")]
Weights = Annotated[
    str | None,
    typer.Option(
        help="of issues in the overall distance, such as crimea=2,donbas=0.5; else as the dossier says"
    ),
]
Span = Annotated[
    int | None,
    typer.Option(
        min=1, max=99_999, metavar="DAYS", help="leave out words older than so many days; nothing if left out"
    ),
]


def chosen_forms(
    formats: str | None, offered: Sequence[FormT], names: Sequence[str] = FORMATS
) -> list[FormT]:
    """The formats whose id or suffix was chosen, in the order in which they are offered; all for None."""
    chosen = _separated(formats) if formats else list(names)
    if unknown := [one for one in chosen if one not in names]:
        wrong_usage(f"No such format: {', '.join(unknown)}. Formats: {', '.join(names)}.")
    return [one for one in offered if {one.id, one.suffix} & set(chosen)]


def chosen_sizes(presets: str) -> list[Preset]:
    """The presets in the order in which they were chosen, each once; the slide for none."""
    chosen = _separated(presets)
    if unknown := [one for one in chosen if one not in PRESETS]:
        wrong_usage(f"No such preset: {', '.join(unknown)}. Presets: {', '.join(PRESETS)}.")
    return [PRESETS[one] for one in chosen] or [PRESETS["slide"]]


def chosen_report(report: str) -> Report:
    """The report of that id; an unknown one ends the command with 2."""
    if report not in REPORTS:
        wrong_usage(f"No such report: {report}. Reports: {', '.join(REPORTS)}.")
    return REPORTS[report]


def chosen_days(as_of: str | None) -> list[str | None]:
    """The days in the order in which they were chosen, each once; None stands for the last."""
    days = _separated(as_of or "")
    for day in days:
        checked_day(day)
    return [*days] or [None]


def checked_language(dates: str) -> None:
    """Do nothing for a known language; an unknown one ends the command with 2, a missing library with 1."""
    if dates not in LANGUAGES:
        wrong_usage(f"No such language of dates: {dates}. Languages: {', '.join(LANGUAGES)}.")
    lacking = dates_lacking(dates)
    if lacking:
        refused(lacking)


def _separated(words: str) -> list[str]:
    return list(dict.fromkeys(one.strip() for one in words.split(",") if one.strip()))
