"""What every command of the command line shares: a dossier and a view of it, or a fault and an exit code."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Annotated, NoReturn, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from positions.address import selection_at
from positions.model.dossier import Dossier
from positions.model.errors import DossierError, UnknownDossier
from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import Selection, offered_columns
from positions.tables import Tables
from positions.text.wording import count_words
from positions.view import View, view_of

ReadT = TypeVar("ReadT")
OUT = Console()
ERRORS = Console(stderr=True)

DossierName = Annotated[str, typer.Argument(metavar="DOSSIER", help="id of a bundled dossier, or a folder")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="day, such as 2022-03-29; the last of the dossier if left out")
]
Parties = Annotated[
    str | None, typer.Option(help="ids, separated by commas; states and groupings if left out")
]
Issues = Annotated[str | None, typer.Option(help="ids, separated by commas; the core issues if left out")]


def loaded(name: str) -> Dossier:
    """The dossier with that id or in that folder; every fault is printed and ends the command with 1."""
    return without_faults(lambda: load_dossier(name))


def without_faults(read: Callable[[], ReadT]) -> ReadT:
    """What was read; every fault is printed and ends the command with 1, an unknown dossier with 2."""
    try:
        return read()
    except UnknownDossier as error:
        wrong_usage(str(error))
    except DossierError as error:
        say(str(error))
        say(count_words(len(error.findings), "finding"))
        raise typer.Exit(1) from None


def viewed(dossier: str, as_of: str | None, parties: str | None, issues: str | None) -> View:
    """The view of a dossier that was chosen; an unknown id or day ends the command with 2."""
    found = loaded(dossier)
    selection = read_view(found, {"day": as_of, "parties": parties, "issues": issues})
    return view_of(Tables(found, dossier_folder(dossier)), selection)


def read_view(found: Dossier, address: Mapping[str, str | None]) -> Selection:
    """The view at an address, its parts may be None; what is not in the dossier ends the command with 2."""
    for name in ("day", "since"):
        checked_day(address.get(name))
    given = {name: value for name, value in address.items() if value}
    unread = [name for name, value in given.items() if selection_at({name: value}, found)[1]]
    if unread:
        wrong_usage(f"Not in {found.id}: {', '.join(unread)}. {' '.join(_known(found, unread))}")
    return selection_at(given, found)[0]


def _known(found: Dossier, names: Sequence[str]) -> Iterator[str]:
    """What can be chosen in the place of each part that could not be read, each said once."""
    days = f"Days: {found.period.first} to {found.period.last}."
    scaled = ", ".join(issue.id for issue in found.issues if issue.measured)
    known = {
        "parties": f"Parties: {', '.join(offered_columns(found))}.",
        "issues": f"Issues: {', '.join(issue.id for issue in found.issues)}.",
        "day": days,
        "since": days,
        "weights": f"Weights are numbers from 0 to 100, such as crimea=2. Issues with a scale: {scaled}.",
    }
    yield from dict.fromkeys(known[name] for name in names if name in known)


def checked_day(day: str | None) -> None:
    """Do nothing for a day or None; anything else ends the command with 2."""
    try:
        dt.date.fromisoformat(day or "2022-03-29")
    except ValueError:
        wrong_usage(f"'{day}' is not a day such as 2022-03-29")


def wrong_usage(message: str) -> NoReturn:
    """Tell what is wrong with the command and end it with exit code 2."""
    warn(message)
    raise typer.Exit(2)


def refused(message: str) -> NoReturn:
    """Tell why something could not be done and end the command with exit code 1."""
    warn(message)
    raise typer.Exit(1)


def warn(sentence: str) -> None:
    """Print a sentence that is no result, apart from what is piped."""
    ERRORS.print(sentence, markup=False, highlight=False, soft_wrap=True)


def say(text: str, end: str = "\n") -> None:
    """Print plain text: no markup, no colours, no wrapping, so that it can be piped."""
    with _printable():
        OUT.print(text, markup=False, highlight=False, soft_wrap=True, end=end)


def say_table(table: Table) -> None:
    """Print a table as wide as the terminal."""
    with _printable():
        OUT.print(table)


@contextmanager
def _printable() -> Iterator[None]:
    """A full disk behind a pipe ends the command with 1 and one sentence."""
    try:
        yield
    except OSError as error:
        with suppress(
            OSError, ValueError
        ):  # what is still to be written goes nowhere, so that it is told once
            os.dup2(os.open(os.devnull, os.O_WRONLY), OUT.file.fileno())
        refused(f"The output could not be written: {error.strerror or type(error).__name__}.")
