"""The reader's data: the text cut at every passage's ends, and the statements as cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypedDict

from components.statements.view import Card, card_view
from components.theme import Mark
from positions.model.statements import Statement
from positions.reading.source_texts import SourceText, passage
from positions.tables import Tables


class Piece(TypedDict):
    """A part of the text with the ids of the statements coded there, and the colours of their sides."""

    text: str
    ids: list[str]
    colours: list[str]


class ReaderView(TypedDict):
    """A text cut into pieces, and the cards of its statements."""

    pieces: list[Piece]
    cards: list[Card]


def reader_view(
    tables: Tables, text: SourceText, statements: Sequence[Statement], marks: dict[str, Mark]
) -> ReaderView:
    """Pieces of the text in order, each with the statements coded there, and all their cards.

    Only statements whose passage and phrase are verified in the text are marked. Without a
    verified text there are no pieces, only cards.
    """
    ordered = in_text_order(statements)
    marked = [one for one in ordered if passage(one, text)]
    ids = {one.id for one in marked}
    return {
        "pieces": _pieces(text.text, marked, marks) if text.text is not None else [],
        "cards": [
            {**card_view(one, tables, marks, text), "passage": None, "marked": one.id in ids}
            for one in ordered
        ],
    }


def in_text_order(statements: Iterable[Statement]) -> list[Statement]:
    """The statements by where their passages begin, then by id; those without a passage come first."""
    return sorted(statements, key=lambda one: (one.start if one.start is not None else -1, one.id))


def _pieces(text: str, marked: Sequence[Statement], marks: dict[str, Mark]) -> list[Piece]:
    """The text cut at both ends of every passage; passages may overlap."""
    ends = {end for one in marked for end in (one.start or 0, one.end or 0)}
    cuts = sorted({0, len(text), *ends})
    return [_piece(text[start:end], _covering(marked, start, end), marks) for start, end in pairwise(cuts)]


def _covering(marked: Sequence[Statement], start: int, end: int) -> list[Statement]:
    return [one for one in marked if (one.start or 0) <= start and end <= (one.end or 0)]


def _piece(text: str, covering: Sequence[Statement], marks: dict[str, Mark]) -> Piece:
    sides = [one.member or one.party for one in covering]
    colours = [marks[side].colour for side in dict.fromkeys(side for side in sides if side)]
    return {"text": text, "ids": [one.id for one in covering], "colours": colours}
