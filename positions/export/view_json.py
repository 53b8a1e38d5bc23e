"""The view as one JSON file for other programs, and its JSON Schema."""

from __future__ import annotations

from typing import Any

from positions.export.schema import DRAFT, written
from positions.reading.garbage import uncollected
from positions.rows.view_parts import PARTS, part_record
from positions.rows.whole_view import SCHEMA_VERSION
from positions.view import View


def view_json(view: View, part: str = "view") -> bytes:
    """What the view shows, or a part of it by its key in PARTS, as UTF-8 JSON ending in a line break.

    Null stands where nothing is known. Rows have the columns of the CSV tables; shares and steps are
    numbers, days text, lists lists.
    """
    with uncollected():
        return (part_record(view, part).model_dump_json(by_alias=True, indent=2) + "\n").encode()


def view_schema(part: str = "view") -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `view_json` writes; its id bears the version."""
    described = PARTS[part].model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": DRAFT, "$id": f"urn:positions:schema:{part}:{SCHEMA_VERSION}", **described}


def view_schema_json(view: View) -> bytes:  # noqa: ARG001 - as every export
    """The schema as UTF-8 JSON ending in a line break; the same for every view."""
    return written(view_schema()).encode()
