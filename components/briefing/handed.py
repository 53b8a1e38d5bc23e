"""What is handed to a Typst template: one JSON text with everything that a sheet says and draws."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from components.briefing.captions import Caption, caption
from components.briefing.content import Briefing
from components.briefing.movement_sheet import movement_sheet
from components.briefing.parts import Note
from components.briefing.presets import Preset
from components.briefing.scale_parts import IssueCard, Lane
from components.theme import PALETTES
from positions.text.wording import STALE, STATE_WORDS, day_words, range_words

LANGUAGE = "en"
NOTHING = "Nothing is chosen that could be shown here."


@dataclass(frozen=True)
class _Page:
    """Size and type of a sheet, in points."""

    width: float
    height: float
    margin: float
    title: float
    subtitle: float
    least: float
    most: float
    small: float
    foot: float


@dataclass(frozen=True)
class _Claim:
    about: str
    by: str
    point: float


@dataclass(frozen=True)
class _Said:
    summary: str
    condition: str
    phrase: str
    who: str
    said: str
    source: str
    range: str


def handed_view(briefing: Briefing, view: str, preset: Preset) -> str:
    """The content of one view for `sheet.typ`."""
    return as_json(view, caption(briefing, view), briefing, preset, {view: view_content(briefing, view)})


def handed_card(card: IssueCard, words: Caption, briefing: Briefing, preset: Preset) -> str:
    """The content of one issue card for `sheet.typ`."""
    return as_json("issue", words, briefing, preset, {"card": card_content(card)})


def view_content(briefing: Briefing, view: str) -> object:
    """What one view draws, as records."""
    if view == "matrix":
        return briefing.matrix
    if view == "ranges":
        return briefing.gaps.ranges
    if view == "pairs":
        return {"names": briefing.gaps.pair_names, "rows": briefing.gaps.pair_rows}
    return movement_sheet(briefing.moves.movement)


def card_content(card: IssueCard) -> dict[str, object]:
    """What one issue card draws: its issue, lanes with their statements, claims about a side, widest gap."""
    claims = [
        _Claim(one.about, one.by, ((one.statement.step_low or 0) + (one.statement.step_high or 0)) / 2)
        for one in card.scale.claims
    ]
    lanes = [
        {
            "column": lane.column,
            "cell": lane.cell,
            "blank": lane.cell.blank,
            "no_step": STATE_WORDS.get(lane.cell.state, STALE).lower(),
            "placed": lane.placed,
            "ring": lane.ring,
            "note": _said(lane, lane.note, card) if lane.note else None,
        }
        for lane in card.lanes
    ]
    return {"issue": card.issue, "lanes": lanes, "claims": claims, "gap": card.gap}


def _said(lane: Lane, note: Note, card: IssueCard) -> _Said:
    """The statement behind a side's point; its condition with the member's name, as in the matrix."""
    whose = f"{note.side}: " if lane.column.members else ""
    place = lane.placed
    return _Said(
        summary=note.statement.summary,
        condition=f"{whose}{note.condition}" if note.condition else "",
        phrase=note.phrase,
        who=note.who,
        said=note.said,
        source=note.source,
        range=range_words(card.issue, place.stand, (place.low, place.high)) if place else "",
    )


def as_json(view: str, words: Caption, briefing: Briefing, preset: Preset, content: dict[str, object]) -> str:
    """The content with what every sheet needs: page, ink, marks, head and foot."""
    head = briefing.head
    made = {
        "view": view,
        "language": LANGUAGE,
        "page": _page(preset),
        "ink": PALETTES["light"],
        "marks": briefing.marks,
        "head": {
            "title": words.title,
            "subtitle": words.subtitle,
            "description": words.description,
            "since": day_words(head.since) if head.since else "",
        },
        "foot": f"{head.footer} · {head.licence}",
        "nothing": NOTHING,
        **content,
    }
    return json.dumps(_plain(made), ensure_ascii=False, allow_nan=False)


def _page(preset: Preset) -> _Page:
    type_, points = preset.type, preset.points
    return _Page(
        *preset.size,
        margin=points(preset.margin),
        title=points(type_.title),
        subtitle=points(type_.subtitle),
        least=points(type_.body[0]),
        most=points(type_.body[1]),
        small=points(type_.small),
        foot=points(type_.foot),
    )


def _plain(value: Any) -> Any:
    """Records, and lists and mappings of them, as what JSON knows."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return value if isinstance(value, str | int | float | bool | None) else str(value)
