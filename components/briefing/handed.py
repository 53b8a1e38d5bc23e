"""What is handed to a Typst template: one JSON text with everything that a sheet says and draws."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from components.briefing.captions import READING, VIEWS, Caption, caption, card_caption
from components.briefing.content import Briefing
from components.briefing.movement_sheet import movement_sheet
from components.briefing.parts import Note
from components.briefing.presets import Preset
from components.briefing.scale_parts import IssueCard, Lane
from components.theme import PALETTES
from positions.citation import source_citation
from positions.wording import day_words, range_words

LANGUAGE = "en"
NOTHING = "Nothing is chosen that could be shown here."
_SECTIONS = {
    "notes": "Statements behind the positions",
    "codebook": "Codebook of the issues shown",
    "limits": "Limits",
    "premises": "How to read it",
    "naming": "Names",
    "sources": "Sources",
    "licence": "Licence and version",
}


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
    return _json(view, caption(briefing, view), briefing, preset, {view: _view(briefing, view)})


def handed_card(card: IssueCard, words: Caption, briefing: Briefing, preset: Preset) -> str:
    """The content of one issue card for `sheet.typ`."""
    return _json("issue", words, briefing, preset, {"card": _card(card)})


def handed_document(briefing: Briefing, preset: Preset) -> str:
    """The content of the whole briefing for `document.typ`."""
    head = briefing.head
    content = {name: _view(briefing, name) for name in VIEWS if name != "issue"}
    told = {
        "names": {**VIEWS, **_SECTIONS},
        "captions": {name: _caption(caption(briefing, name)) for name in content},
        "cards": [
            {**_card(card), "caption": _caption(card_caption(briefing, card))} for card in briefing.cards
        ],
        "changes": _changes(briefing),
        "notes": [_note(note) for note in briefing.notes],
        "codebook": _codebook(briefing),
        "subject": head.subject,
        "day": f"As of {head.as_of_words}",
        "question": head.question,
        "evidence": head.evidence,
        "licence": f"{head.licence}. Data version {head.data_version} of the dossier {head.dossier}.",
    }
    return _json("document", caption(briefing, "matrix"), briefing, preset, {**content, **told})


def _caption(words: Caption) -> dict[str, object]:
    return {
        "title": words.title,
        "subtitle": words.subtitle,
        "description": words.description,
        "reading": READING,
    }


def _changes(briefing: Briefing) -> dict[str, object]:
    head, changes = briefing.head, briefing.moves.changes
    since = day_words(head.since) if head.since else ""
    name = f"What changed between {since} and {head.as_of_words}"
    return {"name": name, "heads": changes.heads, "rows": changes.rows}


def _note(note: Note) -> dict[str, object]:
    return {
        "number": note.number,
        "side": note.side,
        "issue": note.issue,
        "summary": note.statement.summary,
        "condition": note.condition,
        "citation": note.citation,
    }


def _codebook(briefing: Briefing) -> dict[str, object]:
    book = briefing.codebook
    return {
        "issues": book.issues,
        "ends": f"Step 0 is {book.low_end}, the last step {book.high_end}; direction carries no merit.",
        "premises": book.premises,
        "limits": book.limits,
        "naming_note": book.naming_note,
        "sources": [source_citation(source) for source in book.sources],
    }


def _view(briefing: Briefing, view: str) -> object:
    if view == "matrix":
        return briefing.matrix
    if view == "ranges":
        return briefing.gaps.ranges
    if view == "pairs":
        return {"names": briefing.gaps.pair_names, "rows": briefing.gaps.pair_rows}
    return movement_sheet(briefing.moves.movement)


def _card(card: IssueCard) -> dict[str, object]:
    claims = [
        _Claim(one.about, one.by, ((one.statement.step_low or 0) + (one.statement.step_high or 0)) / 2)
        for one in card.scale.claims
    ]
    lanes = [
        {
            "column": lane.column,
            "cell": lane.cell,
            "blank": lane.cell.blank,
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
        range=range_words(card.issue, place.point, (place.low, place.high)) if place else "",
    )


def _json(view: str, words: Caption, briefing: Briefing, preset: Preset, content: dict[str, object]) -> str:
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
