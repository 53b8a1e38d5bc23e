"""What an issue card draws on its scale, as records for a Typst template: marks with looks, legends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.figures.ladder import Ladder, ladder
from components.figures.legend import lines_of
from components.figures.scale import CLAIMED, ScaleRow, Spot
from components.report.records import CellText, Note
from components.report.scale_records import Claim, IssueCard, Lane
from components.theme import MARKS, MarkLook, mark_look
from positions.text.wording import joined

_RANGE, _DOUBT, _CODERS = "range", "doubt", "coders"


@dataclass(frozen=True)
class _Mark:
    """A mark on a scale; `point` is its place in steps of the ladder, from `low` to `high` what it covers.

    `coded` are the ends of what codings put it at, where one reaches further.
    """

    column: str
    label: str
    point: float
    low: float
    high: float
    doubt: bool
    look: MarkLook
    coded: tuple[float, float] | None = None


def _mark(spot: Spot, scale: Ladder) -> _Mark:
    look = mark_look(spot.role, old=spot.old, weak=spot.weak)
    places = (scale.step(spot.point), scale.step(spot.low), scale.step(spot.high))
    coded = (scale.step(spot.coded[0]), scale.step(spot.coded[1])) if spot.coded else None
    return _Mark(spot.column, spot.label, *places, spot.doubt, look, coded)


def card_content(card: IssueCard) -> dict[str, object]:
    """What one issue card draws: its issue, a lane per column with its words, claims, and a legend."""
    row, scale = card.scale, ladder(card.issue) if card.scale else None
    spots = [_mark(spot, scale) for spot in row.spots] if row and scale else []
    claims = [_claim(one, scale) for one in card.claims] if scale else []
    return {
        "issue": card.issue.name,
        "question": card.issue.question,
        "rungs": scale.rungs if scale else (),
        "last": scale.last if scale else 0,
        "lanes": [_lane(lane, spots, row, scale) for lane in card.lanes],
        "claims": claims,
        "gap": card.gap,
        "marks": _marks_used([*spots, *claims]),
        "lines": [{"kind": name, "words": lines_of([card.issue])[name]} for name in _lines_used(row)],
    }


def _claim(claim: Claim, scale: Ladder) -> _Mark:
    places = (scale.step(claim.point), scale.step(claim.low), scale.step(claim.high))
    return _Mark(claim.about, claim.by, *places, False, MARKS[CLAIMED])


def _lane(
    lane: Lane, spots: Sequence[_Mark], row: ScaleRow | None, scale: Ladder | None
) -> dict[str, object]:
    holder = lane.column.holder
    reaches = (
        [
            replace(one, low=scale.step(one.low), high=scale.step(one.high))
            for one in row.reaches
            if one.column == holder
        ]
        if row and scale
        else []
    )
    blanks = [one.words for one in row.blanks if holder in one.columns] if row else []
    own = [one for one in spots if one.column == holder]
    return {
        "column": lane.column,
        "cell": lane.cell,
        "spots": [replace(one, label=_under_its_name(one.label, lane.column.name)) for one in own],
        "reach": reaches[0] if reaches else None,
        "no_step": blanks[0] if blanks else "",
        "said": _said(lane.notes, lane.cell),
    }


def _under_its_name(label: str, name: str) -> str:
    """What a mark's label says besides the name of its column, which stands over the lane."""
    if label.startswith((f"{name} (", f"{name}, ")) or label == name:
        label = label.removeprefix(name)
    return label.replace(f" ({name})", "").strip(" ,")


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


def _marks_used(marks: Sequence[_Mark]) -> list[dict[str, object]]:
    used = {mark.look for mark in marks}
    return [{"look": look, "words": look.words} for look in MARKS.values() if look in used]


def _lines_used(row: ScaleRow | None) -> list[str]:
    if row is None:
        return []
    found = [_RANGE] if row.reaches else []
    found += [_DOUBT] if any(spot.doubt for spot in row.spots) else []
    return found + ([_CODERS] if any(spot.coded for spot in row.spots) else [])
