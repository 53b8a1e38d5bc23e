"""`positions schema`: what may stand in the three files of a dossier, as JSON Schema."""

from __future__ import annotations

from typing import Annotated

import typer

from components.cli.view import say, wrong_usage
from positions.export.schema import FILE_SCHEMAS, written

File = Annotated[str | None, typer.Option("--file", help=f"{', '.join(FILE_SCHEMAS)}; all three if left out")]


def schema(file: File = None) -> None:
    """Print the JSON Schema of dossier.yaml, sources.json and statements.csv, or of one of them."""
    if file is None:
        say(written({name: made() for name, made in FILE_SCHEMAS.items()}), end="")
    elif file in FILE_SCHEMAS:
        say(written(FILE_SCHEMAS[file]()), end="")
    else:
        wrong_usage(f"No such file: {file}. Files: {', '.join(FILE_SCHEMAS)}.")
