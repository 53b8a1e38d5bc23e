"""Fictional dossiers of any number of parties and issues, with names of any length."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from components.report.files import BriefedView, briefed_view
from positions.model.statements import Statement
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View
from tests.positions.factories import DESCRIPTION, dossier_of, scale

_DAY = dt.date(2030, 6, 30)


def briefed_parties(parties: int, issues: int = 2, *, name: str = "State") -> BriefedView:
    """A briefing of so many states, each on a step of each issue; names begin with `name`."""
    return briefed_view(many_parties(parties, issues, name=name))


def many_parties(parties: int, issues: int = 2, *, name: str = "State") -> View:
    """The view of so many states, each on a step of each issue; names begin with `name`."""
    sides = [f"p{place}" for place in range(parties)]
    described = DESCRIPTION | {
        "parties": [{"id": one, "name": f"{name} {one}", "kind": "state"} for one in sides],
        "speakers": [
            {
                "id": f"{one}_head",
                "name": f"Head {one}",
                "office": "head",
                "authority": "principal",
                "party": one,
            }
            for one in sides
        ],
        "issues": [
            {**DESCRIPTION["issues"][0], "id": f"i{place}", "name": f"Issue {place}", "scale": scale(*_STEPS)}
            for place in range(issues)
        ],
    }
    said = [_said(side, place, issue) for place, side in enumerate(sides) for issue in range(issues)]
    dossier = dossier_of(said, **described)
    shown = tuple(f"i{place}" for place in range(issues))
    selection = replace(default_selection(dossier, _DAY), parties=tuple(sides), issues=shown)
    return View(Tables(dossier, Path()), selection)


_STEPS = ("Dam closed", "Dam half open", "Dam shared", "Dam mostly open", "Dam open")


def _said(side: str, place: int, issue: int) -> Statement:
    """The words of a state on an issue; steps go round the scale."""
    return Statement.model_validate(
        {
            "id": f"{side}-{issue}",
            "source": "gazette",
            "party": side,
            "speaker": f"{side}_head",
            "issue": f"i{issue}",
            "said_on": "2030-05-10",
            "date_basis": "explicit",
            "mode": "direct_quote",
            "step_low": (place + issue) % 5,
            "step_high": (place + issue) % 5,
            "summary": f"{side} speaks.",
            "confidence": "high",
            "coder": "a",
        }
    )
