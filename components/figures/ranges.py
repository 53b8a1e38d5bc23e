"""The figure of ranges and gaps: a view's rows as one drawing for every medium."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property

from components.figures.figure_text import filled_lines, text_width
from components.figures.legend import Meaning, legend_scene, meanings, sides
from components.figures.mark_groups import Alike, alike, by_place
from components.figures.name_blocks import Names
from components.figures.range_band import BandLayout, Room, foot_of, scale_span
from components.figures.scale import ScaleRow, scale_rows
from components.figures.scene import Anchor, Drawing, Label, Scene, Shape, moved
from components.theme import TYPES, Mark
from positions.text.labels import ends_words
from positions.text.scale import from_left_words, row_sentence
from positions.view import View

_BETWEEN = 2.6  # sizes of type between two columns
_NAMES = 0.9  # of the width is for names, whose letters may be wider than usual
_LEAST = 30.0  # sizes of type that a scale of a column needs
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


def columns_in(room: Room) -> int:
    """How many brief bands stand beside each other in a room."""
    return 2 if room.width >= (2 * _LEAST + _BETWEEN) * room.size else 1


def column_of(room: Room) -> Room:
    """The room of one brief band."""
    count = columns_in(room)
    return replace(room, width=(room.width - (count - 1) * _BETWEEN * room.size) / count)


def told_by_mark(columns: Sequence[str], marks: Mapping[str, Mark]) -> frozenset[str]:
    """The columns whose mark no other column has: a legend can name them once for the whole figure."""
    found = [marks[one] for one in columns]
    return frozenset(one for one in columns if found.count(marks[one]) == 1)


class BriefLayout(BandLayout):
    """A brief row: no names over marks; those that the figure's legend cannot tell stand under the scale."""

    lane, over_words, below, bare = 0.55, 0.65, 0.3, 0.0

    def __init__(self, row: ScaleRow, marks: Mapping[str, Mark], room: Room, keyed: Set[str]) -> None:
        super().__init__(row, marks, room)
        self.keyed = keyed

    @cached_property
    def places(self) -> list[list[Alike]]:
        """The drawn marks under their short names, those of one place together."""
        spots = [replace(spot, label=spot.whose) for spot in self.row.spots]
        return by_place(alike(spots, self.marks))

    @cached_property
    def names(self) -> list[Names]:
        """None: what is drawn is told above all bands or under this one."""
        return []

    def _sides(self) -> tuple[list[Label], list[Shape]]:
        """Issue and gap over the scale; under it names, who stands on no step, and wider gaps."""
        blanks = [one for one in self._blanks() if one not in self.row.gap.pairs]
        told = [Meaning("words", "", words) for words in (*blanks, *self.row.gap.wider)]
        scene = legend_scene([*self._named(), *told], self.room.width, self.size)
        top = max(map(foot_of, self._steps())) + 0.15 * self.size
        return self.heads, [moved(shape, down=top) for shape in scene.shapes]

    def _named(self) -> Iterator[Meaning]:
        """A name, or several from left to right, behind each mark that the figure's legend does not tell."""
        found: dict[Mark, list[Alike]] = {}
        for one in (one for ones in self.places for one in ones):
            if one.spot.by_name or one.spot.column not in self.keyed:
                found.setdefault(self.marks[one.spot.column], []).append(one)
        for ones in found.values():
            yield Meaning("side", ones[0].spot.column, from_left_words([one.label for one in ones]))

    def _narrow_head(self) -> Iterator[Label]:
        """Issue, pairs and gap on one line; the pairs below where they have no room."""
        width, between = self.room.width, 0.7 * self.size
        issue = self._label("heading", (0, 0), self.row.issue.name, width * 0.58)
        size = self._label("size", (width, 0.05 * self.size), self._gap_size, width * 0.4, "end")
        yield issue
        yield size
        pairs = " · ".join(self._named_pairs())
        if not pairs:
            return
        free = width - issue.width - size.width - 2 * between
        beside = self._label("pair", (size.left - between, 0.13 * self.size), pairs, width, "end")
        if beside.width <= free:
            yield beside
            return
        top = max(issue.height, size.y + size.height)
        yield self._label("pair", (width, top), pairs, width * _NAMES, "end")
