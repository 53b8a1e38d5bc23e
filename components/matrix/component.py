"""The matrix on screen: a table of buttons that answers with the cell that was chosen."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from components.matrix.grid import Grid
from components.register_component import component, no_answer

_MATRIX = component("position_matrix", Path(__file__).parent, "matrix")


@dataclass(frozen=True)
class Chosen:
    """What the reader has just clicked: a cell as "holder.issue", a grouping to unfold, an issue.

    `only` is the issue to be shown without the others, or with all of them again.
    """

    cell: str | None
    unfold: str | None
    issue: str | None
    only: str | None


def position_matrix(grid: Grid) -> Chosen:
    """Draw the matrix; the answer is empty but in the run that follows a click."""
    result = _MATRIX(
        key="matrix",
        data=asdict(grid),
        on_cell_change=no_answer,
        on_unfold_change=no_answer,
        on_issue_change=no_answer,
        on_only_change=no_answer,
    )
    return Chosen(cell=result.cell, unfold=result.unfold, issue=result.issue, only=result.only)
