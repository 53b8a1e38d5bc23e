"""The figure of ranges and gaps: a view's rows as one drawing for every medium."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from components.figure_text import filled_lines, text_width
from components.figures.legend import legend_scene, meanings
from components.figures.range_band import BandLayout, Room, scale_span
from components.figures.scale import ScaleRow, scale_rows
from components.figures.scene import Anchor, Drawing, Label, Scene
from components.theme import TYPES, Mark
from positions.text.scale import row_sentence
from positions.view import View

# A screen and a phone, in pixels.
SCREEN, PHONE = Room(840, 13, flags=True), Room(346, 12.5, flags=True)


def ranges(
    rows: Sequence[ScaleRow],
    sentences: Sequence[str],
    ends: tuple[str, str],
    marks: Mapping[str, Mark],
    room: Room,
) -> Drawing:
    """The drawing of some rows, each with its sentence, in their order; `ends` name what lies at the ends."""
    bands = tuple(
        BandLayout(row, marks, room).band(words) for row, words in zip(rows, sentences, strict=True)
    )
    return Drawing(
        room.width,
        room.size,
        _head(ends, room),
        bands,
        legend_scene(meanings(rows), room.width, room.size),
    )


def ranges_of(view: View, marks: Mapping[str, Mark], room: Room) -> Drawing:
    """The drawing of a view, the widest gap first."""
    rows = scale_rows(view)
    dossier = view.tables.dossier
    sentences = [row_sentence(view, row.issue) for row in rows]
    return ranges(rows, sentences, (dossier.low_end, dossier.high_end), marks, room)


def _head(ends: tuple[str, str], room: Room) -> Scene:
    """What lies at the two ends of every scale, each over its end."""
    left, right = scale_span(room)
    size = TYPES["end"].size * room.size
    sides: tuple[tuple[float, Anchor], ...] = ((left, "start"), (right, "end"))
    free = right - left - 2 * room.size
    half = free / 2 if sum(text_width(one, size) for one in ends) > free else free
    words = [tuple(filled_lines(one, size, half)) for one in ends]
    labels = tuple(
        Label("end", x, 0, lines, size, anchor)
        for (x, anchor), lines in zip(sides, words, strict=True)
        if lines
    )
    return Scene(room.width, max((one.height for one in labels), default=-room.size) + room.size, labels)
