"""Views of the bundled dossier of 2022, compared with the second round, for tests of its movement."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from positions.reading.dossier import dossier_folder, load_dossier
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View, view_of

TABLES = Tables(load_dossier("istanbul-2022"), dossier_folder("istanbul-2022"))
PARTIES = ("russia", "turkey", "ukraine", "west")
ISSUES = ("neutrality", "crimea", "security_guarantees", "ceasefire", "leaders_meeting", "sanctions")


def shown(day: str = "2022-04-05", **chosen: Any) -> View:
    """The view of a day with some choices."""
    selection = default_selection(TABLES.dossier, dt.date.fromisoformat(day))
    wanted: dict[str, Any] = {"parties": PARTIES, "issues": ISSUES, "since": dt.date(2022, 3, 3)} | chosen
    return view_of(TABLES, replace(selection, **wanted))
