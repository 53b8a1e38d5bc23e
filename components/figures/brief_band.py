"""A row of the figure of ranges and gaps in brief: legends name the sides, and one line says the gap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property

from components.figures.alike import Alike, alike, by_place
from components.figures.legend import Meaning, legend_scene
from components.figures.name_blocks import Names
from components.figures.range_band import BandLayout, Room, foot_of
from components.figures.scale import ScaleRow
from components.figures.scene import Label, Shape, moved
from components.theme import Mark
from positions.text.scale import from_left_words

_BETWEEN = 2.6  # sizes of type between two columns
_NAMES = 0.9  # of the width is for names, whose letters may be wider than usual
_LEAST = 30.0  # sizes of type that a scale of a column needs


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
