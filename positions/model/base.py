"""What every record of a dossier is: frozen, and closed to fields that it does not know."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A line or entry of a dossier file: frozen, and nothing beyond its fields is accepted."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True
    )
