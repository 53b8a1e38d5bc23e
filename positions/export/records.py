"""A whole dossier as one JSON file, which loads back unchanged."""

from __future__ import annotations

from positions.model.dossier import Dossier
from positions.view import View


def to_json(dossier: Dossier) -> bytes:
    """Everything that the three files of the dossier say, as UTF-8 JSON ending in a line break.

    Fields stand in the order of `positions.model.dossier`; an unknown one is left out. Sources are as
    CSL-JSON names their fields. The schema is that of `positions.export.schema`.
    """
    return (dossier.model_dump_json(by_alias=True, exclude_none=True, indent=2) + "\n").encode()


def from_json(written: bytes) -> Dossier:
    """The dossier that `to_json` was given. Raises pydantic's ValidationError for anything else.

    Only each record is checked; the rules between records belong to `positions.reading.dossier`.
    """
    return Dossier.model_validate_json(written)


def dossier_json(view: View) -> bytes:
    """The dossier of the view, whole, whatever is selected."""
    return to_json(view.tables.dossier)
