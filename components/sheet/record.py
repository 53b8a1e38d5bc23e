"""The record over time as one drawing for every medium: an axis with events and days, a panel per issue.

It is laid out in the pixels of `geometry` and then set in the size of type of its room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from components.figures.figure_text import filled_lines
from components.figures.legend import Meaning, legend_scene
from components.figures.range_band import Room as Width
from components.figures.scene import (
    Anchor,
    Band,
    Drawing,
    Label,
    Line,
    Marker,
    Scene,
    Shape,
    moved,
    scaled,
)
from components.sheet.axis import POLE, Flag, flags, named_ticks
from components.sheet.clusters import Cluster, clusters
from components.sheet.geometry import AXIS, NAME, WORDS, LabelPlace, PanelPlace, Room
from components.sheet.layout import Line as Track
from components.sheet.layout import Movement, Panel
from components.sheet.words import READING, Said, mark_words, panel_sentence, record_marks
from components.theme import TYPES

_PAIRED, _BESIDE, _GUTTER = 60.0, 3, 2.2  # sizes of type from which so many panels stand beside each other
_BROAD = 500.0  # pixels from which words at the left are on fewer lines
_MARK, _SLASH = 10.0, 4.0  # pixels of a mark, and half of a slash
_SLASHES = 14.0  # pixels that the mark of a silence takes
_OVER = 7.0  # of uprights beyond the steps
_MOST_TOLD = 6
_LEADING = 1.1


class Record:
    """The record in a room, its panels in one column or in two where there is room for them.

    `step` is the least height of a step, in pixels. With `said` every mark tells what was said and what it
    opens, and marks of one side that would lie on each other are one with their number.
    """

    def __init__(
        self,
        movement: Movement,
        width: Width,
        step: float = 24,
        *,
        paired: bool = False,
        said: Said | None = None,
    ) -> None:
        self.movement, self.width, self.said = movement, width, said
        beside = paired and len(movement.panels) >= _BESIDE and width.width >= _PAIRED * width.size
        self.columns = 2 if beside else 1
        each = (width.width - _GUTTER * width.size * (self.columns - 1)) / self.columns
        self.unit = TYPES["step"].size * width.size / WORDS
        wide = each / self.unit
        broad = wide > _BROAD
        self.room = Room(
            width=wide,
            left=min(160, (0.28 if broad else 0.243) * wide),
            right=min(190, max(106, 0.25 * wide)),
            step=step if broad or paired else step + 8,
            levels=3 if said and broad else 2,
            lines=2 if broad else 3,
            leading=_LEADING,
        )

    @cached_property
    def drawing(self) -> Drawing:
        """Axis, panels and legend; no panels where no issue has a scale."""
        room, shown = self.width, self.movement.panels
        head = scaled(Scene(self.room.width, self.axis + AXIS, tuple(self._axis())), self.unit)
        each, columns = head.width, min(self.columns, len(shown))
        apart = (room.width - each) / max(1, self.columns - 1)
        heads = [moved(one, right=place * apart) for place in range(columns) for one in head.shapes]
        marks = [Meaning("mark", key, words) for key, words in record_marks(self.movement)]
        read = [] if self.said else [Meaning("words", "", READING)]
        legend = legend_scene([*marks, *read], room.width, room.size)
        return Drawing(
            room.width,
            room.size,
            Scene(room.width, head.height if shown else 0.0, tuple(heads)),
            tuple(Band(panel.issue.name, panel_sentence(panel), self._panel(panel)) for panel in shown),
            legend if shown else Scene(room.width, 0.0),
            self.columns,
        )

    @property
    def beside(self) -> tuple[float, float]:
        """What is left and right of the axis, in the unit of the drawing."""
        return self.room.left * self.unit, self.room.right * self.unit

    def _x(self, at: float) -> float:
        return self.room.left + self.room.plot * at

    @cached_property
    def _flags(self) -> tuple[Flag, ...]:
        return flags(self.movement, self.room)

    @cached_property
    def axis(self) -> float:
        """The height of the axis in the head, in pixels."""
        return self.room.level * (max((flag.level for flag in self._flags), default=-1) + 1) + 8

    @cached_property
    def _silences(self) -> tuple[float, ...]:
        """Where a silence is marked; one mark stands for those so close that two would touch."""
        found: list[float] = []
        for one in self.movement.axis.silences:
            x = self._x((one.left + one.right) / 2)
            found += [x] if not found or x - found[-1] >= _SLASHES else []
        return tuple(found)

    def _axis(self) -> Iterator[Shape]:
        """Named events on poles, the axis with its days, cut where a silence is left out."""
        y = self.axis
        for flag in self._flags:
            yield from self._event(flag, y)
        half = _SLASH / 2
        cuts = [x + side for x in self._silences for side in (-half, half)]
        ends = [self._x(0), *cuts, self._x(1)]
        for start, end in zip(ends[::2], ends[1::2], strict=True):
            yield Line("axis", start, y, end, y)
        for x in cuts:
            yield Line("axis", x - half, y + _SLASH, x + half, y - _SLASH, pin=x)
        for event in self.movement.events:
            yield Marker("own", self._x(event.at), y, 7.0, tip=event.words)
        for tick in named_ticks(self.movement, self.room):
            yield Label("step", self._x(tick.at), y + 7, (tick.words,), WORDS, "middle")

    def _event(self, flag: Flag, y: float) -> Iterator[Shape]:
        x, foot = self._x(flag.event.at), y - 8 - self.room.level * flag.level
        yield Line("pole", x, y, x, foot - self.room.level + 6)
        side: tuple[Anchor, float] = ("end", -POLE) if flag.turned else ("start", POLE)
        top = foot - len(flag.lines) * _LEADING * WORDS
        yield Label("event", x + side[1], top, flag.lines, WORDS, side[0], pin=x, leading=_LEADING)

    def _panel(self, panel: Panel) -> Scene:
        """One issue: its name over its steps, lines and marks, names at their ends, who stands on no step."""
        place = PanelPlace(panel, self.room)
        note = Label(
            "blank", 0.0, place.floor, tuple(filled_lines(panel.note, WORDS, self.room.width)), WORDS
        )
        shapes = (
            Label("issue", 0.0, 0.0, (panel.issue.name,), NAME * 1.08),
            *self._ground(place),
            *self._strokes(place),
            *self._marks(place),
            *(shape for one in place.labels for shape in self._name(one)),
            *((note,) if panel.note else ()),
        )
        return scaled(
            Scene(self.room.width, place.floor + note.height + min(14, self.room.step - 10), shapes),
            self.unit,
        )

    def _ground(self, place: PanelPlace) -> Iterator[Shape]:
        """The steps with their words, and uprights at named events, silences and the earlier day."""
        left = self._x(0)
        for rung, lines in zip(place.panel.ladder.rungs, place.steps, strict=True):
            y = place.y(rung.at)
            yield Line("rule", left, y, self._x(1), y)
            high = len(lines) * _LEADING * WORDS
            yield Label("step", left - 11, y - high / 2, lines, WORDS, "end", pin=left, leading=_LEADING)
        low, high = place.y(0) + _OVER, place.y(place.panel.ladder.length) - _OVER
        uprights = [("rule", self._x(flag.event.at)) for flag in self._flags]
        uprights += [("silence", x) for x in self._silences]
        uprights += [("since", self._x(self.movement.since))] if self.movement.since is not None else []
        for role, x in uprights:
            yield Line(role, x, low, x, high)

    def _strokes(self, place: PanelPlace) -> Iterator[Shape]:
        """The lines, then the ranges of what was said on one day."""
        for track in place.panel.lines:
            yield from self._track(track, place)
        for one in place.panel.spoken:
            if one.low != one.high:
                x, low, high = self._x(one.at), place.y(one.low, one.column), place.y(one.high, one.column)
                yield Line("unsure" if one.doubt else "said", x, low, x, high, one.column)

    def _track(self, track: Track, place: PanelPlace) -> Iterator[Line]:
        """Level on each point, upright where one leads on to the next."""
        for stretch, after in zip(track.stretches, (*track.stretches[1:], None), strict=True):
            y, right = place.y(stretch.point, track.column), self._x(stretch.right)
            thin = " thin" if stretch.weak or track.member else ""
            role = f"stand{thin}{' old' if stretch.old else ''}"
            yield Line(role, self._x(stretch.left), y, right, y, track.column)
            if stretch.joined and after and after.point != stretch.point:
                yield Line(role, right, y, right, place.y(after.point, track.column), track.column)

    def _marks(self, place: PanelPlace) -> Iterator[Shape]:
        panel = place.panel
        marks = [
            Marker(
                one.key,
                self._x(one.at),
                place.y(one.point, one.column),
                _MARK * one.look.size,
                one.column,
                "\n".join(mark_words(one, panel, self.said)) if self.said else "",
                opens=f"{one.column}.{panel.issue.id}.{one.day}" if self.said else "",
            )
            for one in panel.spoken
        ]
        for cluster in clusters(marks, place.floor) if self.said else ():
            yield from _together([marks[one] for one in cluster.marks], cluster)
        yield from () if self.said else marks

    def _name(self, one: LabelPlace) -> Iterator[Shape]:
        """A name right of the end of its lines, joined to it."""
        x, column, high = self._x(1), one.label.column, len(one.lines) * _LEADING * NAME
        yield Line("leader", x + 3, one.end, x + 10, one.middle, column, pin=x)
        yield Marker("own", x + 17, one.middle, 9.0, column, pin=x)
        yield Label(
            "name",
            x + 30,
            one.middle - high / 2,
            one.lines,
            NAME,
            column=column,
            pin=x,
            leading=_LEADING,
        )


def _together(marks: Sequence[Marker], cluster: Cluster) -> Iterator[Shape]:
    """The last of some marks with a line from the first, their number, and what each says first."""
    last = marks[-1]
    if cluster.lift is None:
        yield last
        return
    told = [f"{len(marks)} marks", *(one.tip.split("\n")[0] for one in marks[:_MOST_TOLD])]
    told += [f"and {len(marks) - _MOST_TOLD} more"] if len(marks) > _MOST_TOLD else []
    size = WORDS * 0.88
    yield Line("together", marks[0].x, last.y, last.x, last.y, last.column)
    yield replace(last, tip="\n".join(told))
    yield Label(
        "count", last.x, last.y + cluster.lift - size, (str(len(marks)),), size, "middle", last.column
    )
