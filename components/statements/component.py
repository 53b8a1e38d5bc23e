"""Cards on screen, in groups with a heading and a note each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from components.register_component import component
from components.statements.view import CardGroup, CardPart

_CARDS = component("statement_cards", Path(__file__).parent, "cards", statements=True)


def statement_cards(groups: list[CardGroup], key: str, scale: Sequence[tuple[str, str, str]] = ()) -> None:
    """Draw groups of cards, below the steps of a scale as a strip's block, long words and short ones."""
    _CARDS(key=key, data={"groups": groups, "scale": scale, "parts": []})


def statement_parts(parts: list[CardPart], key: str) -> None:
    """Draw groups of cards part by part, all in one: a browser takes longer for each element of a page."""
    _CARDS(key=key, data={"groups": [], "scale": [], "parts": parts})
