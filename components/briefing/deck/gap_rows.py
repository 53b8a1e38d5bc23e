"""How the issues of the gap chart stand on slides: heights of lanes, of words and of rows, in EMU."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pptx.util import Emu, Inches, Pt

from components.briefing.deck.fitting import fitting_groups
from components.briefing.deck.look import BODY, BOTTOM, LEAST, PALETTE, TOP, Words
from components.briefing.deck.mark_legend import LEGEND
from components.briefing.deck.table import Box, row_height
from components.briefing.deck.type_width import text_width
from components.briefing.range_lanes import Placed, placed_marks
from components.figures.scale import ScaleRow
from components.theme import Mark
from positions.text.wording import count_words

MOST_PAIRS = 4  # of a gap that are named beside its scale
LEFT, RIGHT = Inches(2.3), Inches(2.1)  # room for the issue and for the gap
WIDTH = Emu(BODY - LEFT - RIGHT)
LINE, MARK, AIR = Inches(0.2), Inches(0.1), Inches(0.14)  # a line of a label, half a mark, between issues
_MOST_AIR = Inches(0.3)
_LETTERS = (30, 45, 70)  # of a line of a label; more where a row would not fit its slide


@dataclass(frozen=True)
class GapRow:
    """An issue on its slide: heights over the scale by lane, of its step words, and of all; in EMU."""

    row: ScaleRow
    marks: tuple[Placed, ...]
    lanes: tuple[int, ...]
    words: int
    height: int

    @property
    def scale(self) -> int:
        """How far under the top of the row the scale lies."""
        return self.lanes[0]


def gap_row(row: ScaleRow, looks: Mapping[str, Mark]) -> GapRow:
    """The row with labels as narrow as lets it fit a slide."""
    rows = (_row_with(row, placed_marks(row, looks, label_share, letters)) for letters in _LETTERS)
    return next((one for one in rows if one.height <= BOTTOM - TOP - LEGEND), None) or _row_with(
        row, placed_marks(row, looks, label_share, _LETTERS[-1])
    )


def _row_with(row: ScaleRow, marks: tuple[Placed, ...]) -> GapRow:
    count = max((mark.lane for mark in marks), default=0) + 1
    lines = [max((len(one.lines) for one in marks if one.lane == lane), default=1) for lane in range(count)]
    each = [count * LINE + 2 * MARK for count in lines]
    lanes = tuple(sum(each[lane:]) - MARK for lane in range(count))
    words = row_height(
        [Box((Words(step.short),)) for step in row.issue.scale], [step_width(row)] * (row.last + 1)
    )
    sides = [(issue_words(row), LEFT), (gap_words(row), RIGHT)]
    beside = [row_height([Box(tuple(text))], [room - AIR]) for text, room in sides]
    return GapRow(row, marks, lanes, words, max(lanes[0] + MARK + words, *beside) + AIR)


def label_share(line: str) -> float:
    """The width of a line of a label as a share of the chart."""
    return Pt(text_width(line, LEAST)) / WIDTH


def step_width(row: ScaleRow) -> int:
    """The room for the words of a step."""
    return int(WIDTH / (row.last + 1))


def row_groups(rows: Sequence[GapRow]) -> Iterator[list[GapRow]]:
    """The rows in groups that fit a slide over the legend, with the room that is left between them."""
    room = BOTTOM - TOP - LEGEND
    for group in fitting_groups([row.height for row in rows], room):
        shown = [rows[place] for place in group]
        left = (room - sum(row.height for row in shown)) // len(shown)
        more = max(0, min(left, int(_MOST_AIR)))
        yield [replace(row, height=row.height + more) for row in shown]


def issue_words(row: ScaleRow) -> list[Words]:
    """The issue's name, and who has no place on its scale, by the reason for it."""
    blanks = [f"{blank.names}: {blank.words}" for blank in row.blanks]
    return [
        Words(row.issue.name, 14, bold=True),
        *(Words(one, italic=True, colour=PALETTE.mute) for one in blanks),
    ]


def gap_words(row: ScaleRow) -> list[Words]:
    """The size of the gap and its pairs, of many the first; the notes of the slide name them all."""
    pairs, more = row.gap.pairs[:MOST_PAIRS], len(row.gap.pairs) - MOST_PAIRS
    told = [*pairs, *([f"and {count_words(more, 'more pair')}"] if more > 0 else [])]
    return [Words(row.gap.size, 14, bold=True), *(Words(one, colour=PALETTE.mute) for one in told)]
