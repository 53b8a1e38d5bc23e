"""`positions why`: the rule that chose the words of one cell, what leads, and what lost to which rule."""

from __future__ import annotations

from typing import Annotated

import typer

from components.cli.output import say, wrong_usage
from components.cli.view import Cleared, DossierName, viewed
from positions.rows import row_frame
from positions.rows.reasons import ReasonRow, reason_rows
from positions.text.cell import cell_words
from positions.text.why import why_words


def why(
    dossier: DossierName,
    party: Annotated[str, typer.Argument(help="id of a party or member")],
    issue: Annotated[str, typer.Argument(help="id of an issue")],
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", "--day", help="day, such as 2022-03-29; the last of the dossier if left out"),
    ] = None,
    cleared: Cleared = False,
    csv: Annotated[bool, typer.Option("--csv", help="comma-separated values: a row per statement")] = False,
) -> None:
    """Print why one cell says what it says, so that the position can be worked out again by hand."""
    view = viewed(dossier, as_of, party, issue, cleared=cleared)
    if len(view.cells) != 1:
        wrong_usage("Name one party and one issue.")
    (cell,) = view.cells
    if csv:
        say(row_frame(reason_rows(view), ReasonRow).to_csv(index=False), end="")
        return
    say(f"{cell.name} on {cell.issue_name}: {cell_words(cell, view.tables).title}")
    if cell.blank and (notes := cell_words(cell, view.tables).notes):
        say("\n".join(notes))
    say("\n".join(why_words(cell, view.why(cell), view.tables).lines))
    say(view.source_line)
