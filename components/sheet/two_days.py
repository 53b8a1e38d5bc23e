"""Two days on each scale as one drawing for every medium: a row per actor, an arrow from mark to mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from components.figures.arrows import ArrowPanel, ArrowPoint, ArrowRow
from components.figures.figure_text import filled_lines, text_width, widest_word
from components.figures.legend import Meaning, legend_scene
from components.figures.range_band import Room
from components.figures.scale import EARLIER, OWN
from components.figures.scene import (
    BOLD,
    Anchor,
    Band,
    Bar,
    Drawing,
    Label,
    Line,
    Marker,
    Scene,
    Shape,
    moved,
    stacked,
)
from components.sheet.layout import Movement
from components.sheet.words import arrow_marks, rows_sentence
from components.theme import MARKS, STROKES, TYPES

# In sizes of type: from so wide on all stands in one row; a mark; its name beside it; between columns.
_WIDE, _MARK, _KEY, _GUTTER = 36.0, 1.08, 1.3, 0.7
_AIR, _FOOT, _LEADING = 0.5, 0.6, 1.1  # of a row, below an issue, from line to line
_NEW = "new"


def two_days(movement: Movement, room: Room, *, whole: bool = True) -> Drawing:
    """The rows of all issues, a band for each issue; if not `whole` one for each row."""
    layout = _Layout(movement, room)
    panels = movement.arrows if any(panel.rows for panel in movement.arrows) else ()
    bands = tuple(band for panel in panels for band in layout.bands(panel, whole=whole))
    meanings = [Meaning("mark", key, words) for key, words in arrow_marks(movement)] if bands else []
    return Drawing(
        room.width,
        room.size,
        layout.head() if bands else Scene(room.width, 0.0),
        bands,
        stacked((Scene(0, 0.5 * room.size if bands else 0), legend_scene(meanings, room.width, room.size))),
    )


def in_one_row(room: Room) -> bool:
    """Whether a room is so wide that issue, names, scale and words stand beside each other."""
    return room.width >= _WIDE * room.size


class _Layout:
    """The columns of a room: issue, names, scale, words; on a narrow one issue and words have own lines."""

    def __init__(self, movement: Movement, room: Room) -> None:
        self.movement, self.size, self.width = movement, room.size, room.width
        self.wide = in_one_row(room)
        gutter = _GUTTER * self.size
        # The longest word of an issue's name is not broken unless it would take a quarter of the width.
        longest = max((self._issue_width(panel) for panel in movement.arrows), default=0.0) + gutter
        self.issue = min(max(0.14 * self.width, longest), 0.25 * self.width) if self.wide else 0.0
        self.names = (0.235 if self.wide else 0.38) * self.width
        words = 0.34 * self.width - (self.issue - 0.14 * self.width) / 2
        self.left = self.issue + self.names + gutter
        self.right = self.width - (words + gutter if self.wide else 0.0)
        self.words = self.width - words if self.wide else _KEY * self.size

    def _issue_width(self, panel: ArrowPanel) -> float:
        return widest_word(panel.issue.name, self._type("issue")) * BOLD

    def _type(self, role: str) -> float:
        return TYPES[role].size * self.size

    def _lines(self, words: str, role: str, width: float) -> tuple[str, ...]:
        wide = BOLD if TYPES[role].bold else 1.0
        return tuple(filled_lines(words, self._type(role), width / wide))

    def _label(
        self,
        role: str,
        x: float,
        lines: tuple[str, ...],
        column: str = "",
        pin: float | None = None,
    ) -> Label:
        """Words that begin at the upper edge."""
        size = self._type(role)
        return Label(role, x, 0.0, lines, size, column=column, pin=pin, leading=_LEADING)

    def _x(self, step: float, row: ArrowRow) -> float:
        """Where a step stands; both ends leave room for half a mark."""
        edge = 0.6 * self.size
        return self.left + edge + (self.right - self.left - 2 * edge) * step / row.last

    def head(self) -> Scene:
        """Both days with the marks that stand for them, and what lies at the ends over the scale."""
        days = [*self._days()]
        half = (self.right - self.left) * 0.47
        sides: tuple[Anchor, Anchor] = ("start", "end")
        ends = [
            replace(self._label("end", x, self._lines(words, "end", half)), anchor=side)
            for x, words, side in zip((self.left, self.right), self.movement.ends, sides, strict=True)
        ]
        high = max(one.height for one in ends)
        line = self._type("days") * _LEADING
        beside = max(one.left + one.width for one in days if isinstance(one, Label)) < self.left
        top = high - line if beside and high > line else 0.0
        down = 0.0 if beside else line + 0.3 * self.size
        over = 0.0 if beside else 0.15 * self.size  # letters of a first line are a little higher than it
        foot = max(high + down, line) + 0.4 * self.size + over
        lowered = (
            *(moved(one, down=top + over) for one in days),
            *(moved(one, down=down + over) for one in ends),
        )
        return Scene(self.width, foot, lowered)

    def _days(self) -> Iterator[Shape]:
        size, x = self._type("days"), 0.0
        y = size * _LEADING / 2
        for role, words in ((EARLIER, f"{self.movement.days[0]}  →"), (OWN, self.movement.days[1])):
            mark = MARKS[role].size * _MARK * self.size
            yield Marker(role, x + mark / 2, y, mark, pin=0)
            yield self._label("days", x + mark + 0.4 * self.size, (words,), pin=0)
            x += mark + 1.2 * self.size + text_width(words, size) * BOLD

    def bands(self, panel: ArrowPanel, *, whole: bool) -> Iterator[Band]:
        """The issue as one band, or as a band for each of its rows; its name beside or over the first."""
        lines = self._lines(panel.issue.name, "issue", (self.issue or self.width) - 0.5 * self.size)
        name = replace(self._label("issue", 0.0, lines), y=0.35 * self.size)
        rows = [Scene(self.width, 0.15 * self.size if self.wide else name.y + name.height)]
        rows += [self._row(row) for row in panel.rows]
        rows += [self._note(panel)]
        missing = name.y + name.height - sum(row.height for row in rows)
        rows += [Scene(self.width, max(0.0, missing) + _FOOT * self.size)]
        parts = [rows] if whole or len(rows) < 5 else [rows[:2], *([row] for row in rows[2:-3]), rows[-3:]]
        head = Scene(self.width, 0.0, (Line("rule", 0, 0, self.width, 0), name))
        for place, part in enumerate(parts):
            scene = stacked((*([] if place else [head]), *part))
            opening = replace(head, shapes=(name,)) if place else None
            yield Band(panel.issue.name, rows_sentence(panel), scene, opening=opening)

    def _note(self, panel: ArrowPanel) -> Scene:
        """Who stands on no step, below the names."""
        x = self.issue if self.wide else 0.0
        label = self._label("blank", x, self._lines(panel.note, "blank", self.width - x))
        return Scene(self.width, label.height, (label,) if label.lines else ())

    def _row(self, row: ArrowRow) -> Scene:
        """Who, both marks on the scale, the change in words."""
        size, role = self.size, "moved" if row.moved else "changed" if row.changed else "same"
        lines = self._lines(row.name, "name", self.names - _KEY * size)
        name = self._label("name", self.issue + _KEY * size, lines, row.column, pin=self.issue)
        room = self.width * (1.0 if self.wide else 0.98) - self.words
        words = self._label(role, self.words, self._lines(row.told, role, room), row.column)
        least = max(name.height, _MARK * size)
        height = (max(least, words.height) if self.wide else least + words.height + 0.3 * size) + _AIR * size
        y = (height - (0.0 if self.wide else words.height)) / 2
        guides = [self._x(step, row) for step in row.guides]
        first = y - name.height / 2 + name.size * _LEADING / 2
        below = height - words.height - 0.15 * size
        shapes = (
            *(Line("rule", x, 0.0, x, height if self.wide else 2 * y) for x in guides),
            Marker("own", self.issue + 0.45 * size, first, 0.72 * size, row.column, pin=self.issue),
            replace(name, y=y - name.height / 2),
            *self._places(row, y),
            replace(words, y=y - words.height / 2 if self.wide else below),
        )
        return Scene(self.width, height, shapes)

    def _places(self, row: ArrowRow, y: float) -> Iterator[Shape]:
        """Ranges, the arrow from one place to another, and the marks of both days, the later ones on top."""
        before, after = (point.marks if point else () for point in (row.trail, row.after))
        for point in (*before, *after):
            if point.low != point.high:
                yield self._range(point, row, y)
        if len(before) == len(after) == 1:
            start, end = (self._x(one.point, row) for one in (*before, *after))
            yield Line("earlier", start, y, end, y, row.column)
        yield from (self._mark(EARLIER, one, row, y) for one in before)
        yield from (self._mark(row.key, one, row, y) for one in after)
        if row.after and row.new:
            yield self._new(row, row.after, y)

    def _mark(self, role: str, point: ArrowPoint, row: ArrowRow, y: float) -> Marker:
        size = MARKS[role].size * _MARK * self.size
        return Marker(role, self._x(point.point, row), y, size, row.column)

    def _range(self, point: ArrowPoint, row: ArrowRow, y: float) -> Shape:
        low, high = self._x(point.low, row), self._x(point.high, row)
        if point.doubt:
            return Line("doubt", low, y, high, y, row.column)
        height = STROKES["range"].width * self.size
        return Bar("range", low, y - height / 2, high - low, height, row.column)

    def _new(self, row: ArrowRow, after: ArrowPoint, y: float) -> Shape:
        """The word for a first position, beyond the end of its range that has room for it."""
        right = after.point / row.last <= 0.75
        x, way = self._x(after.high if right else after.low, row), 1 if right else -1
        away = way * 0.8 * self.size
        end = x + away + way * text_width(_NEW, self._type("same"))
        at = x if self.left <= end <= self.right else self._x(after.point, row)
        word = self._label("same", at + away, (_NEW,), row.column, pin=at)
        return replace(word, y=y - word.height / 2, anchor="start" if right else "end")
