"""Briefings of whole small dossiers, made once, for the tests of every format."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from components.briefing.content import Briefing, briefing
from positions.loading import load_dossier
from positions.models import Dossier
from positions.movement import default_since
from tests.conftest import SMALL
from tests.positions.export.hostile import hostile_dossier, view_of


def briefing_of(dossier: Dossier, *, unfolded: bool = False) -> Briefing:
    """The briefing of all issues of a dossier, compared with the first day of any position."""
    tables, selection = view_of(dossier)
    groupings = tuple(party.id for party in dossier.parties if party.kind == "grouping")
    every = tuple(issue.id for issue in dossier.issues)
    view = replace(selection, issues=every, unfolded=groupings if unfolded else ())
    return briefing(tables, view, default_since(tables, view.day))


@cache
def small_briefing() -> Briefing:
    """All three issues of the strait talks."""
    return briefing_of(load_dossier(SMALL))


@cache
def istanbul_briefing() -> Briefing:
    """The landing view of the bundled dossier."""
    tables, selection = view_of(load_dossier("istanbul-2022"))
    return briefing(tables, selection, default_since(tables, selection.day))


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
    """What no document may leave out: titles and conditions of cells, day, version, phrases of notes."""
    cells = {text for row in made.matrix.rows for cell in row.cells for text in (cell.title, cell.detail)}
    notes = {text for note in made.notes for text in (note.who, note.phrase, note.condition)}
    head = {made.head.title, made.head.as_of_words, made.head.data_version, made.head.footer}
    issues = {row.issue.name for row in made.matrix.rows} | {row.gap.words for row in made.matrix.rows}
    return {text for text in cells | notes | head | issues if text}
