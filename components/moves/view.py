"""What the page draws of a movement: the drawings of HTML, with what each mark says and opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, TypedDict

from components.moves.clusters import clusters
from components.report.html.arrows import arrows_drawing, drawn_mark
from components.report.html.moves import RecordDrawing, records_drawing
from components.report.movement import arrow_marks, record_marks
from components.sheet.geometry import NARROW, WIDE
from components.sheet.layout import Movement, Panel
from components.sheet.words import Said, mark_words
from components.theme import MARKS, Mark, Scheme, neutral_mark

_ROOMS = {"wide": WIDE, "narrow": NARROW}


class ArrowsView(TypedDict):
    """The two days: their names, what lies at both ends, the rows issue by issue, a legend of later marks."""

    days: tuple[str, str]
    ends: tuple[str, str]
    panels: list[dict[str, Any]]
    legend: list[dict[str, Any]]


class RecordView(TypedDict):
    """The record for a wide and a narrow page; `marks` holds for each panel what its marks open and say.

    `clusters` holds for each record and panel which marks are drawn as one.
    """

    records: list[dict[str, Any]]
    clusters: list[list[list[dict[str, Any]]]]
    marks: list[list[dict[str, Any]]]
    legend: list[dict[str, Any]]


def arrows_view(movement: Movement, marks: Mapping[str, Mark], scheme: Scheme) -> ArrowsView:
    """The rows of both days."""
    return ArrowsView(
        days=movement.days,
        ends=movement.ends,
        panels=[asdict(arrows_drawing(panel, marks, scheme)) for panel in movement.arrows],
        legend=_legend(arrow_marks(movement), scheme),
    )


def record_view(movement: Movement, marks: Mapping[str, Mark], scheme: Scheme, said: Said) -> RecordView:
    """The record over time."""
    records = records_drawing(movement, marks, scheme)
    return RecordView(
        records=[asdict(record) for record in records],
        clusters=[_clusters(record) for record in records],
        marks=[_marks(panel, said) for panel in movement.panels],
        legend=_legend(record_marks(movement), scheme),
    )


def _clusters(record: RecordDrawing) -> list[list[dict[str, Any]]]:
    """Of each panel the marks that are drawn as one, on the narrowest page that the record is meant for."""
    width = _ROOMS[record.id].plot
    return [[asdict(one) for one in clusters(panel.marks, width)] for panel in record.panels]


def _marks(panel: Panel, said: Said) -> list[dict[str, Any]]:
    return [
        {"opens": f"{one.column}.{panel.issue.id}.{one.day}", "says": mark_words(one, panel, said)}
        for one in panel.spoken
    ]


def _legend(used: list[tuple[str, str]], scheme: Scheme) -> list[dict[str, Any]]:
    mark = neutral_mark(scheme)
    return [{"mark": asdict(drawn_mark(50, mark, MARKS[key], scheme)), "words": words} for key, words in used]
