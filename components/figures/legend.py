"""What the marks and lines of a figure mean: exactly those that it uses, in words and as a scene."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from components.figures.figure_text import filled_lines, text_width
from components.figures.scale import EARLIER, Reach, ScaleRow, Spot
from components.figures.scene import LEADING, Bar, Label, Line, Marker, Scene, Shape
from components.theme import MARKS, STROKES, TYPES
from positions.model.issues import Issue
from positions.text.labels import MARK_WORDS, line_words


@dataclass(frozen=True)
class Meaning:
    """What a figure uses and what it means.

    `key` is one of `theme.MARKS`, of LINE_WORDS, the sample of a name, a column whose mark is named, or
    empty for words alone.
    """

    kind: Literal["mark", "line", "name", "side", "words"]
    key: str
    words: str


NAMED = "A (B)"  # how a member stands in the place of its grouping


def meanings(rows: Sequence[ScaleRow]) -> tuple[Meaning, ...]:
    """The legend of some rows: marks, lines, and how members are named, in the order of the house."""
    spots = [spot for row in rows for spot in (*row.spots, *row.earlier)]
    reaches = [reach for row in rows for reach in row.reaches]
    gaps = [row.ends for row in rows if row.ends and row.ends[0] != row.ends[1]]
    named = [Meaning("name", NAMED, MARK_WORDS["by_name"])] if any(one.by_name for one in spots) else []
    return (*legend(spots, reaches, gap=bool(gaps), issues=[row.issue for row in rows]), *named)


def legend(
    spots: Iterable[Spot], reaches: Iterable[Reach], *, gap: bool, issues: Iterable[Issue]
) -> tuple[Meaning, ...]:
    """The legend of marks and ranges on the scales of issues, and of the line of the gap if there is one."""
    told = lines_of(issues)
    drawn = list(spots)
    marks = {mark_key(spot) for spot in drawn}
    lines = set(_lines(drawn, list(reaches), gap=gap))
    return (
        *(Meaning("mark", key, words) for key, words in MARK_WORDS.items() if key in marks),
        *(Meaning("line", key, words) for key, words in told.items() if key in lines),
    )


def lines_of(issues: Iterable[Issue]) -> dict[str, str]:
    """What lines mean on the scales of issues."""
    kinds = {issue.numeric is not None for issue in issues}
    return line_words(steps=False in kinds, values=True in kinds)


def sides(names: Mapping[str, str], keyed: Set[str]) -> tuple[Meaning, ...]:
    """The marks of those columns that a legend can tell, in the order of the names."""
    return tuple(Meaning("side", one, name) for one, name in names.items() if one in keyed)


def mark_key(spot: Spot) -> str:
    """The key in `theme.MARKS` of the look that `theme.mark_look` gives a mark."""
    if spot.role == EARLIER:
        return EARLIER
    return "weak" if spot.weak else "old" if spot.old else spot.role


def _lines(spots: Sequence[Spot], reaches: Sequence[Reach], *, gap: bool) -> Iterator[str]:
    if gap:
        yield "gap"
    if reaches:
        yield "range"
    if any(spot.doubt for spot in spots):
        yield "doubt"
    if any(spot.coded for spot in spots):
        yield "coders"


_KEY, _SIDE, _BETWEEN, _MARK = 2.0, 1.4, 1.5, 1.08  # in sizes of type
_NAMES = 0.9  # of the width is for names, whose letters may be wider than usual


def legend_scene(meanings: Sequence[Meaning], width: float, size: float) -> Scene:
    """What the marks and lines mean, one after the other, in as many rows as it takes; in grey."""
    shapes = list[Shape]()
    left = top = 0.0
    for one in meanings:
        role = "name" if one.kind == "side" else "legend"
        words = TYPES[role].size * size
        key = _key_width(one, size, words)
        room = (width - key) * (_NAMES if one.kind == "side" else 1)
        lines = tuple(filled_lines(one.words, words, room))
        wide = key + max(text_width(line, words) for line in lines)
        if left and left + wide > width:
            left, top = 0.0, _foot(shapes) + 0.2 * size
        shapes += [*_sample(one, left, top, size)]
        shapes.append(Label(role, left + key, top, lines, words, pin=0))
        left += wide + _BETWEEN * size
    return Scene(width, _foot(shapes) + 0.2 * size if shapes else 0, tuple(shapes))


def _key_width(one: Meaning, size: float, words: float) -> float:
    """What the sample before the words takes."""
    if one.kind == "name":
        return max(_KEY * size, text_width(one.key, words) + 0.5 * size)
    return {"side": _SIDE * size, "words": 0.0}.get(one.kind, _KEY * size)


def _foot(shapes: Sequence[Shape]) -> float:
    return max(one.y + one.height for one in shapes if isinstance(one, Label))


def _sample(one: Meaning, left: float, top: float, size: float) -> Iterator[Shape]:
    """A grey copy of the mark or line."""
    words = TYPES["legend"].size * size
    y, long = top + LEADING * words / 2, (_KEY - 0.6) * size
    if one.kind == "name":
        yield Label("legend", left, top, (one.key,), words, pin=0)
    elif one.kind == "words":
        return
    elif one.kind == "side":
        yield Marker("own", left + _MARK / 2 * size, y, MARKS["own"].size * _MARK * size, one.key, pin=0)
    elif one.kind == "mark":
        yield Marker(one.key, left + long / 2, y, MARKS[one.key].size * _MARK * size, pin=0)
    elif one.key == "range":
        height = STROKES["range"].width * size
        yield Bar("range", left, y - height / 2, long, height, pin=0)
    else:
        yield Line(one.key, left, y, left + long, y, pin=0)
