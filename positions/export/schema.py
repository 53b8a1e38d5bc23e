"""The JSON Schema of a dossier (draft 2020-12), for whoever writes or checks one with other tools."""

from __future__ import annotations

import json
from typing import Any

from positions.model.dossier import Dossier
from positions.view import View

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def dossier_schema() -> dict[str, Any]:
    """The schema of what `positions.export.records` writes, with titles and descriptions."""
    described = Dossier.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": DRAFT, "$id": "urn:positions:schema:dossier", **described}


def schema_json(view: View) -> bytes:  # noqa: ARG001 - as every export
    """The schema as UTF-8 JSON ending in a line break; the same for every dossier."""
    return (json.dumps(dossier_schema(), ensure_ascii=False, indent=2) + "\n").encode()
