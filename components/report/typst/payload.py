"""What a Typst template is given: one JSON text with everything that a sheet says and draws."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pydantic import BaseModel

from components.figures.issue_drawing import CLOSE, PAPER, TOUCH, IssueLayout
from components.figures.marker_shapes import corners
from components.figures.range_band import Room
from components.figures.scene import Drawing
from components.figures.scene_typst import scene_typst, to_typst
from components.figures.variant_curve import VariantCurve, curve_inks
from components.report.captions import Caption, caption
from components.report.content import Briefing
from components.report.presets import Preset
from components.report.records import CellText, Note, fields
from components.report.scale_records import IssueCard
from components.sheet.record import Record
from components.sheet.two_days import in_one_row, two_days
from components.theme import PALETTES, TYPES, Mark
from positions.model.issues import Issue
from positions.text.robustness import OUTCOME_HEADS, RobustnessWords
from positions.text.wording import day_words, joined

LANGUAGE = "en"
_SIZES = 4
_BROAD, _BESIDE = 1.2, 0.62  # a sheet that is so much wider than high has a curve on this share of its width
_TALL, _STEPS = 1.2, (14, 18)  # a sheet that is so much higher than wide has higher steps in a record
_ALL = 10_000  # pairs of a gap that are named; a brief figure names one
NOTHING = "Nothing is chosen that could be shown here."


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


def view_payload(briefing: Briefing, view: str, preset: Preset) -> str:
    """The content of one view for `sheet.typ`."""
    return as_json(
        view, caption(briefing, view), briefing, preset, {view: view_content(briefing, view, preset)}
    )


def card_payload(card: IssueCard, words: Caption, briefing: Briefing, preset: Preset) -> str:
    """The content of one issue card for `sheet.typ`."""
    return as_json(
        "issue", words, briefing, preset, {"card": card_content(card, card_rooms(preset), briefing.marks)}
    )


def view_content(briefing: Briefing, view: str, preset: Preset) -> object:
    """What one view draws, as records; a laid out figure at each size of type that the sheet tries."""
    if view == "matrix":
        return briefing.matrix
    if view == "ranges":
        drawings = (
            briefing.gaps.drawing(briefing.marks, room)
            for room in _rooms(preset, brief=briefing.report.brief)
        )
        return [to_typst(one, briefing.marks) for one in drawings]
    if view == "pairs":
        gaps = briefing.gaps
        return {"names": gaps.pair_names, "rows": gaps.pair_rows, "overall": gaps.overall}
    if view == "robustness":
        return _robustness(briefing.robustness, preset)
    return _movement(briefing, preset)


def _movement(briefing: Briefing, preset: Preset) -> list[dict[str, object]]:
    """The two days, issues whole and row by row, and the record, each with whether parts may share a sheet.

    Both are in the smallest type of the sheet, that of its scales. Rows share sheets with those of other
    issues where that makes fewer sheets, if the name of an issue stands beside them, and can be told again.
    So do issues of the record beside each other; alone each has the whole width.
    """
    movement, room = briefing.moves.movement, _smallest_room(preset)
    days = [two_days(movement, room, whole=whole) for whole in (True, False)]
    tall = preset.size[1] > preset.size[0] * _TALL
    record = [Record(movement, room, _STEPS[tall], paired=paired).drawing for paired in (False, True)]
    return [
        {"drawings": [to_typst(one, briefing.marks) for one in drawings], "sharing": sharing}
        for drawings, sharing in ((days, in_one_row(room)), (record, True))
    ]


def _robustness(found: RobustnessWords, preset: Preset) -> dict[str, object]:
    """What came out with its share, and the curve in each size of type: `below` the words, or `beside` them.

    Only a broad sheet has room for it beside its words.
    """
    shares = {(row.farthest, row.size): row.share for row in found.rows}
    outcomes = [{"texts": one, "share": shares[one[0], one[1]]} for one in found.outcomes]
    broad = preset.size[0] > preset.size[1] * _BROAD
    curves = {
        "below": _curves(found, preset, 1.0),
        "beside": _curves(found, preset, _BESIDE) if broad else [],
    }
    told = fields(found, "sentences", "removals") | {"words": " ".join(found.sentences[1:])}
    return {"heads": OUTCOME_HEADS, "outcomes": outcomes, "curves": curves, **told}


def _curves(found: RobustnessWords, preset: Preset, share: float) -> list[dict[str, object]]:
    """The curve on a share of the width, the largest type first; none without variants."""
    rooms = _rooms(preset, brief=True) if found.rows else ()
    curves = (VariantCurve(found, one.width * share, one.size) for one in rooms)
    return [scene_typst(one.scene, curve_inks("light", one.size)) for one in curves]


def as_json(view: str, words: Caption, briefing: Briefing, preset: Preset, content: dict[str, object]) -> str:
    """The content with what every sheet needs: page, ink, marks and their looks, head and foot."""
    head = briefing.head
    handed = {
        "view": view,
        "language": LANGUAGE,
        "page": _page(preset),
        "ink": PALETTES["light"],
        "marks": {one: _outlined(mark) for one, mark in briefing.marks.items()},
        "head": {**asdict(words), "since": day_words(head.since) if head.since else ""},
        "handling": head.handling,
        "foot": f"{head.footer} · {head.licence}",
        "nothing": NOTHING,
        **content,
    }
    return json.dumps(_plain(handed), ensure_ascii=False, allow_nan=False)


def card_rooms(preset: Preset) -> tuple[Room, Room]:
    """The rooms that the figure of an issue tries on a sheet, the larger type first."""
    return next(_rooms(preset, brief=False)), _smallest_room(preset)


def _smallest_room(preset: Preset) -> Room:
    """The room of a figure in the smallest type of a sheet, that of its scales."""
    width = preset.size[0] - 2 * preset.points(preset.margin)
    return Room(width, preset.points(preset.type.small) / TYPES["step"].size)


def _rooms(preset: Preset, *, brief: bool) -> Iterator[Room]:
    """The rooms of a figure on a sheet, the largest type first, as `fitting` in `common.typ` tries them."""
    least, most = map(preset.points, preset.type.figure)
    width = preset.size[0] - 2 * preset.points(preset.margin)
    for place in range(_SIZES):
        size = most - (most - least) * place / (_SIZES - 1)
        yield Room(width, size, 1 if brief else _ALL, brief)


def _page(preset: Preset) -> dict[str, float]:
    """Size and type of a sheet, in points, and whether it stands alone."""
    (width, height), points = preset.size, preset.points
    sizes = fields(preset.type, "title", "subtitle", "small", "cell", "foot") | {"margin": preset.margin}
    least, most = map(points, preset.type.body)
    lengths = {name: points(size) for name, size in sizes.items()}
    return {"width": width, "height": height, "least": least, "most": most, "alone": preset.alone, **lengths}


def _outlined(mark: Mark) -> dict[str, object]:
    """A mark with the corners of its shape, none for a circle."""
    return {"colour": mark.colour, "number": mark.number, "corners": corners(mark.shape)}


def _plain(value: Any) -> Any:
    """Records, and lists and mappings of them, as what JSON knows."""
    if isinstance(value, BaseModel):
        asks = {"asks": value.asks} if isinstance(value, Issue) else {}
        return value.model_dump(mode="json") | asks
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return value if isinstance(value, str | int | float | bool | None) else str(value)
