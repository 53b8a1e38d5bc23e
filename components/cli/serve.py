"""The command that opens the dashboard, described for its help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from components.cli.opening import ADDRESS, HIGHEST_PORT, MOST_PROCESSES, PORT, open_dashboard


def serve_alone(words: Sequence[str]) -> None:
    """Run this command without the others, which take longer to read than it, and end the process."""
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command()(serve)
    alone(list(words), prog_name="positions serve")


def serve(
    dossier: Annotated[str, typer.Argument(metavar="[DOSSIER]", help="id or folder")] = "",
    port: Annotated[int, typer.Option(min=1, max=HIGHEST_PORT, help="port on this machine")] = PORT,
    address: Annotated[str, typer.Option(help="address to listen on")] = ADDRESS,
    processes: Annotated[
        int,
        typer.Option(
            min=1, max=MOST_PROCESSES, help="how many share the readers; one for each processor is usual"
        ),
    ] = 1,
    edit: Annotated[
        bool, typer.Option("--edit", help="let readers change the tables of the folder that is served")
    ] = False,
    api: Annotated[
        bool, typer.Option("--api", help="answer programs too, with the JSON of a view under /api")
    ] = False,
) -> None:
    """Open the dashboard; end it with Ctrl+C.

    One process serves about 50 readers at once; more share them, and each reader stays with his.
    """
    open_dashboard(dossier, port=port, address=address, processes=processes, edit=edit, api=api)
