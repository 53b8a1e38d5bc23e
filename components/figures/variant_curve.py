"""The specification curve: how far apart the farthest are under every variant, above what each chose.

As in Simonsohn, Simmons and Nelson, "Specification curve analysis" (Nature Human Behaviour 4, 2020): a column
per variant, the widest gap at the left; below it a dot at each choice that the variant makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from components.colours import Inks
from components.figures.figure_text import filled_lines, text_width
from components.figures.scene import LEADING, Label, Line, Marker, Scene, Shape, moved
from components.theme import PALETTES, TYPES, Mark, Scheme
from positions.text.robustness import CHOICES, NOTHING_FIRM, RobustnessWords, VariantWords
from positions.text.wording import capital, count_words

COLUMN = "variant"  # whose marks these are: of no party
HEIGHTS = ((1.0, "whole scale"), (0.5, "half the scale"), (0.0, "no distance"))
HOW_FAR, FARTHEST, CODED = "How far apart", "Farthest apart", "as coded"
_MOST_NAMES = 8  # rows of what is farthest; the others share one
_DOT, _CURVE, _ROW, _BETWEEN = 0.62, 4.6, 1.35, 0.7  # in sizes of type
_WIDE, _HEADS = 38.0, 8.6  # so many sizes of type wide, heads have a column of their own, so many wide
_MOST_WIDE = 0.46  # of the width for names


@dataclass(frozen=True)
class Choice:
    """A row below the curve: its name, with a number of variants or none, and the places of these."""

    name: str
    places: tuple[int, ...]


def choices_of(found: RobustnessWords) -> dict[str, tuple[Choice, ...]]:
    """The rows under their heads: what is farthest apart, the most variants first, then every choice."""
    rows = found.rows
    named = [Choice(_counted(capital(name), times), _where(rows, name)) for name, times in found.counted]
    first, others = named[:_MOST_NAMES], named[_MOST_NAMES:]
    if others:
        places = sorted({place for one in others for place in one.places})
        first.append(Choice(_counted(count_words(len(others), "other"), len(places)), tuple(places)))
    empty = tuple(place for place, row in enumerate(rows) if row.share is None)
    if empty:
        first.append(Choice(_counted(capital(NOTHING_FIRM), len(empty)), empty))
    return {FARTHEST: tuple(first)} | {
        head: tuple(_chosen(options, [row.texts[kind] for row in rows]))
        for kind, (head, options) in enumerate(zip(CHOICES, found.options, strict=True))
    }


def curve_inks(scheme: Scheme, size: float) -> Inks:
    """The colours of the curve: its marks are nobody's and have the ink of the words."""
    return Inks({COLUMN: Mark(PALETTES[scheme].ink, "circle")}, scheme, size)


class VariantCurve:
    """The curve at a width in a size of type, in points: names at the left, a column for each variant.

    Heads of choices stand before the names where there is room, else over them.

    A variant that compares nothing has no mark on the curve; a mark there has the variant in words.
    """

    def __init__(self, found: RobustnessWords, width: float, size: float) -> None:
        self.found, self.width, self.size = found, width, size
        self.choices = choices_of(found)
        self.heads = _HEADS * size if width >= _WIDE * size else 0.0
        self.names = min(self.heads + self._widest() + size, _MOST_WIDE * width)
        self.step = (width - self.names) / max(1, len(found.rows))
        self.dot = min(_DOT * size, 0.72 * self.step)

    @cached_property
    def curve(self) -> tuple[float, float]:
        """The y of the whole scale and that of one step, between which the curve stands."""
        top = self.size * (LEADING + 0.5)
        return top, top + _CURVE * self.size

    @cached_property
    def rows(self) -> tuple[tuple[Choice, float, Label], ...]:
        """Each choice with the y of its marks and its name, from the top."""
        return tuple(one for part in self._parts for one in part[1])

    @cached_property
    def scene(self) -> Scene:
        """Curve and choices below each other, through both a line at the variant as coded; empty for none."""
        if not self.found.rows:
            return Scene(self.width, 0.0)
        foot = self.rows[-1][1] + _ROW * self.size / 2
        choices = (shape for head, rows in self._parts for shape in (head, *self._choices(rows)))
        return Scene(self.width, foot, (*self._coded(foot), *self._curve(), *choices))

    @cached_property
    def _parts(self) -> tuple[tuple[Label, tuple[tuple[Choice, float, Label], ...]], ...]:
        """The head of each kind of choice with its rows."""
        parts, y = [], self.curve[1] + 2 * _BETWEEN * self.size
        for words, choices in self.choices.items():
            head, rows, top = self._head(words, y), [], y
            y += 0.0 if self.heads else head.height + 0.15 * self.size
            for choice in choices:
                name = self._name(choice.name, "name")
                height = max(_ROW * self.size, name.height + 0.2 * self.size)
                middle = y + height / 2
                rows.append((choice, middle, replace(name, y=middle - name.height / 2)))
                y += height
            parts.append((head, tuple(rows)))
            y = max(y, top + head.height) + self.size * _BETWEEN
        return tuple(parts)

    def x(self, place: int) -> float:
        """The x of the variant at a place."""
        return self.names + (place + 0.5) * self.step

    def _widest(self) -> float:
        """How wide the longest name is, and the longest head where heads stand over the names."""
        heads = () if self.heads else (HOW_FAR, *self.choices)
        names = (one.name for choices in self.choices.values() for one in choices)
        size = TYPES["name"].size * self.size
        return max(text_width(one, size) for one in (*heads, *names, *(words for _, words in HEIGHTS)))

    def _head(self, words: str, y: float) -> Label:
        size = TYPES["pair"].size * self.size
        room = (self.heads or self.names) - 0.8 * self.size
        # In a column of their own heads stand in line with the first name.
        down = (_ROW * self.size - size * LEADING) / 2 if self.heads else 0.0
        return Label("pair", 0.0, y + down, tuple(filled_lines(words, size, room)), size)

    def _name(self, words: str, role: str) -> Label:
        size = TYPES[role].size * self.size
        room = self.names - self.heads - self.size
        return Label(role, self.heads, 0.0, tuple(filled_lines(words, size, room)), size)

    def _coded(self, foot: float) -> Iterator[Shape]:
        x, size = self.x(self.found.coded), TYPES["pair"].size * self.size
        yield Line("coded", x, self.curve[0] - 0.3 * self.size, x, foot)
        free = self.width - x > 4 * self.size
        yield Label("pair", x if free else self.width, 0.0, (CODED,), size, "start" if free else "end")

    def _curve(self) -> Iterator[Shape]:
        yield self._head(HOW_FAR, self.curve[0] - _ROW * self.size / 2 if self.heads else 0.0)
        for share, words in HEIGHTS:
            y, name = self._height(share), self._name(words, "step")
            yield Line("guide", self.names, y, self.width, y)
            yield moved(name, down=y - name.height / 2)
        for place, row in enumerate(self.found.rows):
            if row.share is not None:
                tip = " · ".join(row.texts)
                yield Marker("own", self.x(place), self._height(row.share), self.dot, COLUMN, tip)

    def _height(self, share: float) -> float:
        return self.curve[0] + (1 - share) * _CURVE * self.size

    def _choices(self, rows: Sequence[tuple[Choice, float, Label]]) -> Iterator[Shape]:
        for choice, y, name in rows:
            yield Line("guide", self.names, y, self.width, y)
            yield name
            for place in choice.places:
                yield Marker("own", self.x(place), y, self.dot, COLUMN)


def _counted(name: str, times: int) -> str:
    """A name with its number, which never stands on a line alone."""
    return f"{name}\u00a0·\u00a0{times}"


def _where(rows: Sequence[VariantWords], name: str) -> tuple[int, ...]:
    return tuple(place for place, row in enumerate(rows) if name in row.widest)


def _chosen(options: Sequence[str], texts: Sequence[str]) -> Iterator[Choice]:
    """Each option in its order, with the places of the variants that choose it."""
    for text in options:
        yield Choice(text, tuple(place for place, other in enumerate(texts) if other == text))
