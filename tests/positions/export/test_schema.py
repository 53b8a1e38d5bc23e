"""The published schema fits what is exported, and refuses what no dossier may hold."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator

from positions.export.records import to_json
from positions.export.schema import DRAFT, dossier_schema
from positions.model.dossier import Dossier
from positions.reading.dossier import load_dossier
from tests.positions.factories import FEW, dossiers

SCHEMA = Draft202012Validator(dossier_schema())


def exported(dossier: Dossier) -> dict[str, Any]:
    """The exported JSON as plain values."""
    plain: dict[str, Any] = json.loads(to_json(dossier))
    return plain


def test_the_schema_is_a_schema_with_titles_and_descriptions() -> None:
    """It says its draft, and every record and every column of a statement what it is."""
    schema = dossier_schema()
    Draft202012Validator.check_schema(schema)

    assert schema["$schema"] == DRAFT
    assert schema["title"] == "Dossier"
    assert all(record["title"] and record["description"] for record in schema["$defs"].values())
    assert all(column["description"] for column in schema["$defs"]["Statement"]["properties"].values())


def test_the_bundled_dossier_fits() -> None:
    """What we publish keeps its own rules."""
    assert not list(SCHEMA.iter_errors(exported(load_dossier("istanbul-2022"))))


@FEW
@given(dossiers())
def test_any_dossier_fits(dossier: Dossier) -> None:
    """No dossier that loads is refused."""
    assert not list(SCHEMA.iter_errors(exported(dossier)))


def test_a_wrong_dossier_is_refused(small: Dossier) -> None:
    """An unknown mode, a step that is no number and an unknown field are each found."""
    wrong = exported(small)
    wrong["statements"][0] |= {"mode": "gossip", "step_low": "far", "weight": 2}

    assert len(list(SCHEMA.iter_errors(wrong))) == 3
