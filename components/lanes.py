"""From a view of a dossier to one issue on its scale, for screen and paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from components.charts.issue_scale import Claim, IssueScale
from positions.analysis.claims import claims_about
from positions.models import Issue
from positions.tables import Cell, Tables


def issue_scale_of(tables: Tables, issue: Issue, lanes: Sequence[Cell], day: dt.date) -> IssueScale:
    """What the scale is drawn from: lanes in order, and the latest placed claim of each side about each."""
    spoken = {cell.holder: tables.by_id[cell.statement] for cell in lanes if cell.placed}
    made = claims_about(tables.statements, [cell.holder for cell in lanes], issue.id, day)
    placed = made[made["step_low"].notna()].drop_duplicates(["described", "party"])
    claims = [
        Claim(described, tables.names[member if isinstance(member, str) else party], tables.by_id[one])
        for described, party, member, one in placed[["described", "party", "member", "id"]].itertuples(
            index=False
        )
    ]
    return IssueScale(issue, lanes, spoken, claims)
