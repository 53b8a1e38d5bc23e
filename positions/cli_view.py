"""What every command of the command line shares: a dossier and a view of it, or a fault and an exit code."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from positions.address import selection_at
from positions.errors import DossierError, UnknownDossier
from positions.loading import dossier_folder, load_dossier
from positions.models import Dossier
from positions.selection import Selection
from positions.standing import Tables
from positions.wording import count_words

OUT = Console()
ERRORS = Console(stderr=True)

DossierName = Annotated[str, typer.Argument(metavar="DOSSIER", help="id of a bundled dossier, or a folder")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="day, such as 2022-03-29; the last of the dossier if left out")
]
Parties = Annotated[str | None, typer.Option(help="ids, parted by commas; states and groupings if left out")]
Issues = Annotated[str | None, typer.Option(help="ids, parted by commas; the core issues if left out")]


def loaded(name: str) -> Dossier:
    """The dossier with that id or in that folder; every fault is printed and ends the command with 1."""
    try:
        return load_dossier(name)
    except UnknownDossier as error:
        wrong_usage(str(error))
    except DossierError as error:
        for finding in error.findings:
            say(str(finding))
        say(count_words(len(error.findings), "finding"))
        raise typer.Exit(1) from None


def viewed(
    dossier: str, as_of: str | None, parties: str | None, issues: str | None
) -> tuple[Tables, Selection]:
    """The tables of a dossier and the view asked for; an unknown id or day ends the command with 2."""
    found = loaded(dossier)
    if as_of is not None:
        _checked_day(as_of)
    address = {"day": as_of, "parties": parties, "issues": issues}
    selection, unread = selection_at({key: value for key, value in address.items() if value}, found)
    if unread:
        parties_known = ", ".join(party.id for party in found.parties)
        issues_known = ", ".join(issue.id for issue in found.issues)
        days_known = f"{found.period.first} to {found.period.last}"
        wrong_usage(
            f"Not in this dossier. Parties: {parties_known}. Issues: {issues_known}. Days: {days_known}."
        )
    return Tables(found, dossier_folder(dossier)), selection


def wrong_usage(message: str) -> NoReturn:
    """Tell what is wrong with the command and end it with exit code 2."""
    ERRORS.print(message, markup=False, highlight=False)
    raise typer.Exit(2)


def say(text: str, end: str = "\n") -> None:
    """Print plain text: no markup, no colours, no wrapping, so that it can be piped."""
    OUT.print(text, markup=False, highlight=False, soft_wrap=True, end=end)


def _checked_day(as_of: str) -> None:
    try:
        dt.date.fromisoformat(as_of)
    except ValueError:
        wrong_usage(f"'{as_of}' is not a day such as 2022-03-29")
