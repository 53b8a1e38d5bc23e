"""What the marks and lines of a figure mean: exactly those that it uses, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from components.figures.scale import EARLIER, Reach, ScaleRow, Spot
from positions.text.labels import LINE_WORDS, MARK_WORDS


@dataclass(frozen=True)
class Meaning:
    """A mark, by its key in `theme.MARKS`, a line, by its key in LINE_WORDS, or a name, and what it means."""

    kind: Literal["mark", "line", "name"]
    key: str
    words: str


def meanings(rows: Sequence[ScaleRow]) -> tuple[Meaning, ...]:
    """The legend of some rows: marks, lines, and how members are named, in the order of the house."""
    spots = [spot for row in rows for spot in (*row.spots, *row.earlier)]
    reaches = [reach for row in rows for reach in row.reaches]
    gaps = [row.ends for row in rows if row.ends and row.ends[0] != row.ends[1]]
    named = [Meaning("name", "by_name", MARK_WORDS["by_name"])] if any(one.by_name for one in spots) else []
    return (*legend(spots, reaches, gap=bool(gaps)), *named)


def legend(spots: Iterable[Spot], reaches: Iterable[Reach], *, gap: bool) -> tuple[Meaning, ...]:
    """The legend of marks and ranges, and of the line of the gap if there is one."""
    drawn = list(spots)
    marks = {mark_key(spot) for spot in drawn}
    lines = set(_lines(drawn, list(reaches), gap=gap))
    return (
        *(Meaning("mark", key, words) for key, words in MARK_WORDS.items() if key in marks),
        *(Meaning("line", key, words) for key, words in LINE_WORDS.items() if key in lines),
    )


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
