"""A dossier with its cleared statements alone, and what is known of the others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from positions.model.dossier import Dossier
from positions.model.fields import UNDATED, first_day, last_day
from positions.model.statements import CELL_MODES, Statement

CLEARED = "cleared"


@dataclass(frozen=True)
class Withheld:
    """What was taken out of a dossier: how many statements, and since when who speaks on what in them."""

    count: int
    since: Mapping[tuple[str, str], dt.date]

    def spoke(self, holder: str, issue: str, as_of: dt.date) -> bool:
        """Whether words of a holder on an issue, said by that day, are among them."""
        return self.since.get((holder, issue), dt.date.max) <= as_of


def cleared_dossier(dossier: Dossier) -> tuple[Dossier, Withheld]:
    """The dossier with its cleared statements in their order, and what was withheld.

    Refusals and cells of further columns go with their statements; everything else stays, so that a link
    to the one opens the other.
    """
    kept = tuple(one for one in dossier.statements if one.status == CLEARED)
    ids = {one.id for one in kept}
    cells = tuple(
        column.model_copy(
            update={"cells": {name: cell for name, cell in column.cells.items() if name in ids}}
        )
        for column in dossier.kept
    )
    refusals = tuple(one for one in dossier.refusals if one in ids)
    cleared = dossier.model_copy(update={"statements": kept, "kept": cells, "refusals": refusals})
    others = [one for one in dossier.statements if one.id not in ids]
    own = [one for one in others if one.mode in CELL_MODES]
    return cleared, Withheld(len(others), _since(dossier, own))


def _since(dossier: Dossier, others: list[Statement]) -> dict[tuple[str, str], dt.date]:
    """The first day of the words of each party and member on each issue; a grouping's are its members'."""
    opens = first_day(dossier.period.first)
    found: dict[tuple[str, str], dt.date] = {}
    for one in others:
        day = opens if one.said_on == UNDATED else last_day(one.said_on)
        for holder in {one.party, one.member} - {None}:
            key = (str(holder), one.issue)
            found[key] = min(day, found.get(key, day))
    return found
