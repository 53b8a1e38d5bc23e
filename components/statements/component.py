"""Cards on screen, in groups with a heading and a note each."""

from __future__ import annotations

from pathlib import Path

from components.mount import component
from components.statements.view import View

_CARDS = component("statement_cards", Path(__file__).parent, "cards", statements=True)


def statement_cards(groups: list[View], key: str) -> None:
    """Draw groups of `{"title", "note", "cards"}`; titles and notes may be empty."""
    _CARDS(key=key, data={"groups": groups})
