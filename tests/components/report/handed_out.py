"""Briefings of whole small dossiers, made once, for the tests of every format."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from components.report.content import Briefing, briefing
from positions.model.dossier import Dossier
from positions.reading.dossier import load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View
from tests.conftest import SMALL
from tests.positions.export.hostile import hostile_dossier


def view_on(dossier: Dossier, **chosen: Any) -> View:
    """The landing view of a dossier without texts, with some choices of the reader."""
    return View(Tables(dossier, Path()), replace(default_selection(dossier), **chosen))


def compared(view: View) -> View:
    """The view with the default earlier day as the reader's choice, so that ranges draw it too."""
    return View(view.tables, replace(view.selection, since=view.default_since))


def briefing_of(dossier: Dossier, *, unfolded: bool = False) -> Briefing:
    """The briefing of all issues of a dossier, compared with the default earlier day."""
    groupings = tuple(party.id for party in dossier.parties if party.kind == "grouping")
    every = tuple(issue.id for issue in dossier.issues)
    view = view_on(dossier, issues=every, unfolded=groupings if unfolded else ())
    return briefing(compared(view))


@cache
def small_briefing() -> Briefing:
    """All three issues of the strait talks."""
    return briefing_of(load_dossier(SMALL))


@cache
def istanbul_briefing() -> Briefing:
    """The landing view of the bundled dossier."""
    return briefing(compared(view_on(load_dossier("istanbul-2022"))))


@cache
def wide_briefing() -> Briefing:
    """All issues of the bundled dossier with the members of its grouping: more than fits a page."""
    return briefing_of(load_dossier("istanbul-2022"), unfolded=True)


@cache
def hostile_briefing() -> Briefing:
    """Texts that a browser, TeX or a spreadsheet would run if nobody took care."""
    return briefing_of(hostile_dossier())


def silent_briefing() -> Briefing:
    """The strait talks before anybody has spoken."""
    small = load_dossier(SMALL)
    return briefing_of(small.model_copy(update={"statements": (), "refusals": ()}))


def must_be_told(made: Briefing) -> set[str]:
    """What no document may leave out: every line of the cells, day, version, gaps, phrases of notes."""
    cells = {line for row in made.matrix.rows for cell in row.cells for line in cell.words.lines}
    notes = {text for note in made.notes for text in (note.who, note.phrase, note.condition)}
    head = {made.head.title, made.head.measure, made.head.data_version, made.head.footer}
    issues = {row.issue.name for row in made.matrix.rows} | {row.gap.size for row in made.matrix.rows}
    return {text for text in cells | notes | head | issues if text}
