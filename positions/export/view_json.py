"""The view as one JSON file for other programs, and its JSON Schema."""

from __future__ import annotations

from typing import Any

from positions.export.schema import DRAFT, written
from positions.rows.whole_view import SCHEMA_VERSION, ViewRecord, view_record
from positions.view import View


def view_json(view: View) -> bytes:
    """What the view shows as UTF-8 JSON ending in a line break; null where nothing is known.

    It is the record of `positions.rows.whole_view`: rows have the columns of the CSV tables. Shares and
    steps are numbers, days text, lists lists.
    """
    return (view_record(view).model_dump_json(by_alias=True, indent=2) + "\n").encode()


def view_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `view_json` writes; its id bears the version."""
    described = ViewRecord.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": DRAFT, "$id": f"urn:positions:schema:view:{SCHEMA_VERSION}", **described}


def view_schema_json(view: View) -> bytes:  # noqa: ARG001 - as every export
    """The schema as UTF-8 JSON ending in a line break; the same for every view."""
    return written(view_schema()).encode()
