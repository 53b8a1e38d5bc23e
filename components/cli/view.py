"""What every command of the command line shares: a dossier and a view of it, or a fault and an exit code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from pydantic import TypeAdapter, ValidationError

from components.cli.output import say, warn, wrong_usage
from positions.address import selection_at
from positions.editing.transaction import is_interrupted
from positions.model.choices import nearest
from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Notice, Repair, UnknownDossier, told
from positions.model.fields import Slug
from positions.reading.day_forms import ORDER_WORDS
from positions.reading.dossier import bundled_dossiers, dossier_folder, load_dossier
from positions.reading.source_texts import copies_at_hand, texts_folder
from positions.reading.text_checks import text_notices
from positions.selection import Selection, offered_columns, unless_chosen
from positions.tables import Tables
from positions.text.wording import count_words
from positions.view import View, view_of

ReadT = TypeVar("ReadT")
DayOrder = Annotated[
    str | None, typer.Option("--days", help=f"of days with two readings: {' or '.join(ORDER_WORDS)}")
]
ANSWER_DAYS = (
    "answer with --days day-month or --days month-day, or write each day as 2022-03-29; where the year has "
    "two digits and comes first, --days year-month"
)
_HOW = (
    "write each day as 2022-03-29, or `positions load FOLDER NEW-FOLDER --days day-month` (or month-day) "
    "writes them so in a copy"
)

DossierName = Annotated[str, typer.Argument(metavar="DOSSIER", help="id of a bundled dossier, or a folder")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="day, such as 2022-03-29; the last of the dossier if left out")
]
Parties = Annotated[
    str | None, typer.Option(help="ids, separated by commas; states and groupings if left out")
]
Issues = Annotated[str | None, typer.Option(help="ids, separated by commas; the core issues if left out")]
Texts = Annotated[Path | None, typer.Option(help="folder with your copies of the texts, <source id>.txt")]
Folder = Annotated[Path, typer.Option("--output", "-o", help="folder to write into; made if it is not there")]
NewFile = Annotated[Path, typer.Argument(metavar="OUT.xlsx", help="workbook to write; must not be there yet")]
Cleared = Annotated[
    bool, typer.Option("--cleared", help="leave out what is not cleared, where the dossier asks for clearing")
]


def loaded(name: str) -> Dossier:
    """The dossier with that id or in that folder; every fault is printed and ends the command with 1.

    That a save into the folder was cut short is said; reading changes nothing.
    """
    return without_faults(lambda: _load(name), place=opened_place(name))


def _load(name: str) -> Dossier:
    if is_interrupted(dossier_folder(name)):
        warn(f"A save into '{name}' was cut short or goes on; positions serve '{name}' --edit ends it.")
    return load_dossier(name)


def opened_place(name: str) -> str:
    """What a name stood for: a bundled dossier, or a folder by its whole path."""
    return (
        f"the bundled dossier {name}" if name in bundled_dossiers() else f"the folder {Path(name).resolve()}"
    )


def without_faults(read: Callable[[], ReadT], how: str = _HOW, place: str = "") -> ReadT:
    """What was read; what was mended and every fault are printed and end the command with 1.

    `how` says how a question about days is answered, `place` what was read. An unknown dossier ends the
    command with 2.
    """
    try:
        return read()
    except UnknownDossier as error:
        wrong_usage(str(error))
    except DossierError as error:
        say_mended(error.repairs, error.notices)
        say(str(error))
        say(f"{count_words(len(error.findings), 'finding')}{f' in {place}' if place else ''}")
        if error.questions:
            say(f"{count_words(len(error.questions), 'question')}: {how}")
        raise typer.Exit(1) from None


def answered(read: Callable[[Mapping[str, str]], ReadT], days: str | None) -> Callable[[], ReadT]:
    """What reads with one answer to every question about the order of day and month, which may be None.

    An order that is none ends the command with 2.
    """
    if days not in (None, *ORDER_WORDS):
        wrong_usage(f"No such order of days: {days}. Orders: {', '.join(ORDER_WORDS)}.")

    def reading() -> ReadT:
        try:
            return read({})
        except DossierError as error:
            if not (days and error.questions):
                raise
            return read({one.key: days for one in error.questions})

    return reading


def text_doubts(dossier: Dossier, name: str) -> list[Notice]:
    """What does not hold of the copies of texts at hand for the dossier of that id or folder."""
    return [*text_notices(dossier, copies_at_hand(dossier, texts_folder(name)))]


def say_mended(repairs: Iterable[Repair], notices: Iterable[Notice]) -> None:
    """Print what was mended to read a dossier, then what may not be meant; neither is a fault."""
    for line in told(repairs):
        say(f"mended: {line}")
    for line in told(notices):
        say(f"note: {line}")


def viewed(
    dossier: str,
    as_of: str | None,
    parties: str | None,
    issues: str | None,
    *,
    since: str | None = None,
    whole: bool = False,
    cleared: bool = False,
) -> View:
    """The view of a dossier that was chosen; an unknown id or day ends the command with 2.

    With `whole`, for data that say nothing of what is left out, all parties or issues that a landing
    view of a wide dossier leaves out are in it, unless they were chosen.
    """
    found = loaded(dossier)
    address = {"day": as_of, "parties": parties, "issues": issues, "since": since}
    selection = read_view(found, {**address, "cleared": "1" if cleared else None})
    if whole:
        selection = unless_chosen(selection, found, parties=bool(parties), issues=bool(issues))
    return compared(view_of(Tables(found, dossier_folder(dossier)), selection))


def compared(view: View) -> View:
    """The view, unless the earlier day that was chosen is none: that ends the command with 2."""
    since = view.selection.since
    if since and since >= view.day:
        wrong_usage(f"--since {since} is not earlier than the day {view.day} that it is compared with.")
    return view


def read_view(found: Dossier, address: Mapping[str, str | None]) -> Selection:
    """The view at an address, its parts may be None; what is not in the dossier ends the command with 2."""
    for name in ("day", "since"):
        checked_day(address.get(name))
    given = {name: value for name, value in address.items() if value}
    unread = [name for name, value in given.items() if selection_at({name: value}, found)[1]]
    if unread:
        lines = (_not_known(found, name, given[name]) for name in unread)
        wrong_usage(f"{' '.join(lines)} {' '.join(_known(found, unread))}")
    return selection_at(given, found)[0]


def _not_known(found: Dossier, name: str, written: str) -> str:
    """What of a part is not in the dossier: of ids each that is none, with the nearest."""
    ids = {"parties": offered_columns(found), "issues": [issue.id for issue in found.issues]}.get(name)
    if ids is None:
        return f"'{written}' is none of the values for {name} in {found.id}."
    kind = {"parties": "party", "issues": "issue"}[name]
    unknown = [one for one in map(str.strip, written.split(",")) if one and one not in ids]
    meant = ((one, nearest(one, ids)) for one in unknown)
    return " ".join(
        f"'{one}' is no {kind} of {found.id}{f'; nearest: {near}' if near else ''}." for one, near in meant
    )


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


def checked_id(word: str) -> None:
    """Do nothing for an id; anything else ends the command with 2."""
    try:
        TypeAdapter(Slug).validate_python(word)
    except ValidationError:
        wrong_usage(f"'{word}' is not an id of at most 80 letters, digits, - and _, such as river-talks.")
