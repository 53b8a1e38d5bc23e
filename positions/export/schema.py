"""The JSON Schema of a dossier (draft 2020-12), for whoever writes or checks one with other tools."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, TypeAdapter

from positions.importing.mapping import TableMapping
from positions.model.dossier import Description, Dossier
from positions.model.sources import Source
from positions.model.statements import COLUMN_DEFAULTS, Statement
from positions.view import View

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_ASSUMED = ", ".join(f"{name} {text}" for name, text in COLUMN_DEFAULTS.items())
_ROWS = (
    "The rows of statements.csv, each an object of its cells by the heads of the columns. Empty cells are "
    "left out; a cell of several ids separates them with semicolons and is a list here. A file may be "
    f"without a column that is needed here, which then says in every row: {_ASSUMED}."
)


def dossier_schema() -> dict[str, Any]:
    """The schema of what `positions.export.records` writes, with titles and descriptions."""
    described = Dossier.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": DRAFT, "$id": "urn:positions:schema:dossier", **described}


def description_schema() -> dict[str, Any]:
    """The schema of dossier.yaml read as JSON; numbers and true or false may be written as texts there."""
    return _of_file("dossier.yaml", Description.model_json_schema(by_alias=True, mode="validation"))


def sources_schema() -> dict[str, Any]:
    """The schema of sources.json."""
    return _of_file("sources.json", _list_of(Source))


def statements_schema() -> dict[str, Any]:
    """The schema of the rows of statements.csv as objects."""
    return _of_file("statements.csv", {**_list_of(Statement), "description": _ROWS})


def mapping_schema() -> dict[str, Any]:
    """The schema of mapping.yaml read as JSON, by which a table of others becomes a dossier."""
    return _of_file("mapping.yaml", TableMapping.model_json_schema(by_alias=True, mode="validation"))


FILE_SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "dossier": description_schema,
    "sources": sources_schema,
    "statements": statements_schema,
    "mapping": mapping_schema,
}


def written(schema: dict[str, Any]) -> str:
    """A schema, or several by name, as JSON ending in a line break."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_json(view: View) -> bytes:  # noqa: ARG001 - as every export
    """The schema as UTF-8 JSON ending in a line break; the same for every dossier."""
    return written(dossier_schema()).encode()


def _list_of(model: type[BaseModel]) -> dict[str, Any]:
    return TypeAdapter(list[model]).json_schema(by_alias=True, mode="validation")  # type: ignore[valid-type]


def _of_file(file: str, described: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": DRAFT, "$id": f"urn:positions:schema:{file}", "title": file, **described}
