"""`positions changes`: what was newly said, and what is new, corrected or left out in the data."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from components.cli.files import write_file
from components.cli.output import say, wrong_usage
from components.cli.publication import publishable
from components.cli.view import DossierName, checked_day, loaded
from positions.analysis.data_change import data_changes, said_since
from positions.feed import atom_feed
from positions.reading.dossier import dossier_folder
from positions.tables import Tables
from positions.text.data_changes import change_sentence, change_title
from positions.text.handling import handling_words
from positions.text.wording import count_words


def changes(
    dossier: DossierName,
    since: Annotated[str | None, typer.Option(help="a day: what was said after it")] = None,
    earlier: Annotated[
        str | None, typer.Option(metavar="DOSSIER", help="an earlier copy: what the data say otherwise now")
    ] = None,
    atom: Annotated[Path | None, typer.Option(help="write an Atom feed to this file as well")] = None,
    on: Annotated[str | None, typer.Option(help="the day that the feed bears; today if left out")] = None,
) -> None:
    """Tell what is new since a day, or since an earlier copy; corrections are a kind of their own."""
    for day in (since, on):
        checked_day(day)
    if (since is None) == (earlier is None):
        wrong_usage("Name either a day (--since 2026-01-01) or an earlier copy (--earlier FOLDER).")
    later = loaded(dossier)
    if earlier is not None:
        found = data_changes(loaded(earlier), later)
    else:
        found = said_since(later, dt.date.fromisoformat(str(since)))
    tables = Tables(later, dossier_folder(dossier))
    if handling := handling_words(later):
        say(f"Handling: {handling}")
    for kind, group in groupby(found, lambda change: change.kind):
        of_kind = list(group)
        say(f"{kind.capitalize()}: {count_words(len(of_kind), 'statement')}")
        for change in of_kind:
            say(f"  {change_title(change, tables).partition(': ')[2]} ({change.statement.id})")
            say(f"    {change_sentence(change)}")
    if not found:
        say("Nothing has changed.")
    if atom is not None:
        publishable(later, atom.parent)
        dated = dt.date.fromisoformat(on) if on else dt.datetime.now(dt.UTC).date()
        say(str(write_file(atom, atom_feed(found, tables, dated))))
