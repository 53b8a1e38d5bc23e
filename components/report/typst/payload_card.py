"""What an issue card draws and says, as records for a Typst template: its figure, and words of each side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from components.figures.issue_drawing import CLOSE, PAPER, TOUCH, IssueLayout
from components.figures.range_band import Room
from components.figures.scene import Drawing
from components.figures.scene_typst import to_typst
from components.report.records import CellText, Note
from components.report.scale_records import IssueCard
from components.theme import Mark
from positions.text.wording import joined


def card_content(card: IssueCard, rooms: Sequence[Room], marks: Mapping[str, Mark]) -> dict[str, object]:
    """What one issue card draws: its issue, if it has a scale its figures, the largest first, each column."""
    return {
        "issue": card.issue.name,
        "question": card.issue.asks,
        "drawings": [to_typst(one, marks) for one in _drawings(card, rooms)],
        "lanes": [
            {"column": lane.column, "cell": lane.cell, "said": _said(lane.notes, lane.cell)}
            for lane in card.lanes
        ],
    }


def _drawings(card: IssueCard, rooms: Sequence[Room]) -> Iterator[Drawing]:
    """The figure for each room, and for the last one with its lanes wide apart and close together too."""
    last = rooms[-1]
    ways = [*((room, PAPER) for room in rooms[:-1]), *((last, pitch) for pitch in (TOUCH, PAPER, CLOSE))]
    for room, pitch in ways if card.scale else ():
        assert card.scale is not None
        yield IssueLayout(card.scale, room, explained=True, pitch=pitch).drawing(parted=True)


def _said(notes: Sequence[Note], cell: CellText) -> list[dict[str, str]]:
    """The statements behind a point, each as often as its words or its source differ.

    Sides are named where they are members; what the cell tells above them is not told again.
    """
    alike: dict[tuple[str, str, str], list[Note]] = {}
    for note in notes:
        about = " · ".join(one for one in (note.said, note.source) if one)
        alike.setdefault((note.statement.summary, f"{note.condition}|{note.phrase}", about), []).append(note)
    return [_statement(same, about, cell) for (_, _, about), same in alike.items()]


def _statement(notes: Sequence[Note], about: str, cell: CellText) -> dict[str, str]:
    first = notes[0]
    summary, condition = first.statement.summary, first.condition
    told = (cell.words.title, *cell.words.body)
    spoken = "; ".join(dict.fromkeys(note.who for note in notes))
    return {
        "side": joined([note.side for note in notes]) if cell.members else "",
        "summary": "" if any(summary in line for line in told) else summary,
        "condition": "" if any(condition in line for line in told) else condition,
        "source": " · ".join(one for one in (first.phrase, spoken, about) if one),
    }
