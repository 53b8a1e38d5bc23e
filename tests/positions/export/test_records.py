"""A dossier leaves as JSON and comes back the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from pydantic import ValidationError

from positions.export.records import from_json, to_json
from positions.model.dossier import Dossier
from positions.reading.dossier import load_dossier
from tests.positions.export.hostile import hostile_dossier
from tests.positions.factories import MODEST, dossiers


@MODEST
@given(dossiers())
def test_any_dossier_comes_back_unchanged(dossier: Dossier) -> None:
    """Nothing is lost, added or turned into something else on the way."""
    assert from_json(to_json(dossier)) == dossier


def test_the_bundled_and_a_hostile_dossier_come_back_unchanged(small: Dossier) -> None:
    """All fields in use survive: dates, spans, aliases, refusals, source details, odd signs."""
    for dossier in (load_dossier("istanbul-2022"), small, hostile_dossier()):
        assert from_json(to_json(dossier)) == dossier


def test_something_else_is_refused(small: Dossier) -> None:
    """A field that no dossier has is a fault, not ignored."""
    written = to_json(small).replace(b'"title"', b'"headline"', 1)

    with pytest.raises(ValidationError, match="headline"):
        from_json(written)
