"""The overview on screen: a grid that answers with the party, issue or cell that was chosen."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from components.overview.view import Overview
from components.register_component import component, no_answer

_OVERVIEW = component("overview", Path(__file__).parent, "overview")


@dataclass(frozen=True)
class ChosenTile:
    """What the reader has just clicked: a party, an issue, or a cell as "holder.issue"."""

    party: str | None
    issue: str | None
    cell: str | None


def overview_grid(shown: Overview) -> ChosenTile:
    """Draw the grid; the answer is empty but in the run that follows a click."""
    result = _OVERVIEW(
        key="overview",
        data=asdict(shown),
        on_party_change=no_answer,
        on_issue_change=no_answer,
        on_cell_change=no_answer,
    )
    return ChosenTile(party=result.party, issue=result.issue, cell=result.cell)
