"""The passages that were found for statements without one, written into their rows."""

from __future__ import annotations

from collections.abc import Iterable

from positions.editing.statements import statement_rows, with_rows
from positions.reading.files import Files
from positions.reading.text_checks import Check

REASON = "the phrase stands once in the text"


def found_passages(checks: Iterable[Check]) -> dict[str, tuple[int, int]]:
    """By statement the place of each phrase that has no recorded passage and was found once."""
    return {one.statement: one.place for one in checks if one.place}


def with_passages(files: Files, places: dict[str, tuple[int, int]]) -> Files:
    """The files with these passages, by the ids of their statements; all other rows stay as they are."""
    _, rows = statement_rows(files)
    return with_rows(files, [row | _passage(places.get(row["id"])) for row in rows])


def _passage(place: tuple[int, int] | None) -> dict[str, str]:
    return {"start": str(place[0]), "end": str(place[1])} if place else {}
