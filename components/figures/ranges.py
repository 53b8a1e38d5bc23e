"""The figure of ranges and gaps: a view's rows as one drawing for every medium."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from components.figures.brief_band import BriefLayout, column_of, columns_in, told_by_mark
from components.figures.figure_text import filled_lines, text_width
from components.figures.legend import Meaning, legend_scene, meanings, sides
from components.figures.range_band import BandLayout, Room, scale_span
from components.figures.scale import ScaleRow, scale_rows
from components.figures.scene import Anchor, Drawing, Label, Scene
from components.theme import TYPES, Mark
from positions.text.labels import ends_words
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


def brief_ranges(
    rows: Sequence[tuple[ScaleRow, str]],
    ends: tuple[str, str],
    marks: Mapping[str, Mark],
    room: Room,
    names: Mapping[str, str],
) -> Drawing:
    """As `ranges`, in brief: a legend over the bands names the columns, of which `names` has all by id.

    Each row comes with its sentence.
    """
    keyed, one = told_by_mark(list(names), marks), column_of(room)
    bands = tuple(BriefLayout(row, marks, one, keyed).band(words) for row, words in rows)
    used = [found for found in meanings([row for row, _ in rows]) if found.kind != "name"]
    told = Meaning("words", "", ends_words(*ends))
    head = legend_scene(sides(names, keyed), room.width, room.size)
    return Drawing(
        room.width,
        room.size,
        replace(head, height=head.height + 0.3 * room.size) if keyed else head,
        bands,
        legend_scene([*used, told] if bands else [], room.width, room.size),
        columns_in(room),
    )


def ranges_of(view: View, marks: Mapping[str, Mark], room: Room) -> Drawing:
    """The drawing of a view, the widest gap first."""
    rows = scale_rows(view)
    dossier, names = view.tables.dossier, view.tables.names
    sentences, ends = [row_sentence(view, row.issue) for row in rows], (dossier.low_end, dossier.high_end)
    if room.brief:
        columns = {one: names[one] for one in view.columns}
        return brief_ranges(list(zip(rows, sentences, strict=True)), ends, marks, room, columns)
    return ranges(rows, sentences, ends, marks, room)


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
