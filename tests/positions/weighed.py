"""Views of issues and parties that weigh unlike, for tests of weights in words and in reports."""

from __future__ import annotations

from positions.view import View
from tests.positions.factories import DESCRIPTION, PARTIES, parties_with, tables_of, view_at

(DAM,) = (one for one in DESCRIPTION["issues"] if one["id"] == "dam")
MANY = [DAM | {"id": f"dam-{place}", "name": f"Dam {place}", "in_sentence": None} for place in range(8)]


def weighed(*, of_north: int = 0, of_issues: int = 0) -> View:
    """The view of two parties on eight issues, so many of which weigh 10, 20, 30 … for North or for all."""
    own = [
        {"issue": issue["id"], "weight": 10 * place, "source": "wire"}
        for place, issue in enumerate(MANY[:of_north], 1)
    ]
    issues = [
        issue | ({"weight": 10 * place, "weight_source": "wire"} if place <= of_issues else {})
        for place, issue in enumerate(MANY, 1)
    ]
    parties = parties_with("north", weights=own)
    tables = tables_of(issues=issues, parties=parties, left_out=[], refusals=[])
    return view_at(tables, issues=tuple(one["id"] for one in MANY), parties=PARTIES)
