"""A small table and a mapping that works on it, with what each of its fields means in comments."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

EXAMPLE = Path(__file__).parent / "example"
TABLE, MAPPING = "table.csv", "mapping.yaml"


def example_files() -> Mapping[str, bytes]:
    """The two files by their names, the table first."""
    return {name: (EXAMPLE / name).read_bytes() for name in (TABLE, MAPPING)}
