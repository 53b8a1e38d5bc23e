"""A briefing in which every kind of cell occurs: all sides of the strait talks and their members."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from components.briefing.content import Briefing, briefing
from positions.loading import load_dossier
from positions.movement import default_since
from positions.selection import alphabetical
from tests.conftest import SMALL
from tests.positions.export.hostile import view_of


@cache
def every_blank() -> Briefing:
    """All issues and parties with the grouping unfolded: a position, a stale one, and all six blanks.

    The envoy of one member is taken for a draft, so that there is a cell with nothing but a text.
    """
    dossier = load_dossier(SMALL)
    speakers = [
        one.model_copy(update={"document": "draft"} if one.id == "wick" else {}) for one in dossier.speakers
    ]
    tables, selection = view_of(dossier.model_copy(update={"speakers": tuple(speakers)}))
    view = replace(
        selection,
        issues=tuple(issue.id for issue in tables.dossier.issues),
        parties=alphabetical(tables.dossier),
        unfolded=("coast",),
    )
    return briefing(tables, view, default_since(tables, view.day))
