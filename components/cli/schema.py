"""`positions schema`: what may stand in the files of a dossier, and in the JSON of a view, as JSON Schema."""

from __future__ import annotations

from typing import Annotated

import typer

from components.cli.output import say, wrong_usage
from positions.export.schema import FILE_SCHEMAS, written
from positions.export.view_json import view_schema

SCHEMAS = {**FILE_SCHEMAS, "view": view_schema}
File = Annotated[str | None, typer.Option("--file", help=f"{', '.join(SCHEMAS)}; all of them if left out")]


def schema(file: File = None) -> None:
    """Print the JSON Schema of dossier.yaml, sources.json, statements.csv, mapping.yaml and of a view."""
    if file is None:
        say(written({name: made() for name, made in SCHEMAS.items()}), end="")
    elif file in SCHEMAS:
        say(written(SCHEMAS[file]()), end="")
    else:
        wrong_usage(f"No such file: {file}. Files: {', '.join(SCHEMAS)}.")
