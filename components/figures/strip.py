"""The strip of a cell: a block for each step of the scale, filled by what current words say of it.

A numeric scale is cut into as many parts as make a bar without gaps, and the part of a value is filled.
"""

from __future__ import annotations

from positions.cell import Cell
from positions.model.issues import Issue
from positions.text.scale import scale_marks
from positions.text.stance import shown_others
from positions.text.wording import step_words

POINT, OTHER, DOUBT, OLD, MEMBER, EMPTY = "point", "other", "doubt", "old", "member", ""
PARTS = 24  # of a numeric scale; more than a scale of steps can have, and a whole number to each quarter
MOST_COLUMNS = 9  # from here on blocks are drawn as one bar, where each would have a column of its own


def strip_of(cell: Cell) -> tuple[str, ...]:
    """One of the six kinds for each block from 0 on; empty without a scale or where nobody stands on it."""
    if cell.last_step is None or not cell.placed:
        return ()
    blocks = [EMPTY] * (_block(cell.last_step, cell) + 1)
    if cell.grouped is None and cell.position.point:
        for other in shown_others(cell.position.point, cell.position.others):
            for place in _blocks(other.low, other.high, cell):
                blocks[place] = OTHER
    if cell.grouped and cell.grouped.common is not None:
        for place in _blocks(*cell.grouped.common, cell):
            blocks[place] = _kind(cell, doubt=_unsure(cell))
        return tuple(blocks)
    for _, stance in cell.stances:
        kind = MEMBER if cell.state == "split" and not stance.doubt else _kind(cell, doubt=stance.doubt)
        for place in (block for ends in stance.ranges for block in _blocks(*ends, cell)):
            blocks[place] = kind if blocks[place] in (EMPTY, OTHER, DOUBT) else blocks[place]
    return tuple(blocks)


def block_labels(issue: Issue) -> tuple[str, ...]:
    """What each block of a strip stands for; a part of a numeric scale by the value in its middle."""
    if not issue.numeric:
        return tuple(mark.explained for mark in scale_marks(issue))
    places = (place * issue.length / PARTS for place in range(PARTS + 1))
    return tuple(f"about {step_words(issue, place, place, short=True)}" for place in places)


def labelled_blocks(cell: Cell, issue: Issue) -> list[tuple[str, str, str]]:
    """The scale from its first end on as blocks, each with its long words and with the short ones of cells.

    Empty where nobody stands on it; short words that the long ones hold are "". Of a numeric scale both
    ends, the anchors, and every value that current words name, without short words.
    """
    blocks = strip_of(cell)
    if not issue.numeric or not blocks:
        marks = zip(blocks, scale_marks(issue), strict=False)
        return [(kind, mark.label, mark.short_apart) for kind, mark in marks]
    others = shown_others(cell.position.point, cell.position.others) if cell.position.point else []
    stances = [*(stance for _, stance in cell.stances), *others]
    named = {place for one in stances for ends in one.ranges for place in ends}
    found = {mark.at: (EMPTY, mark.explained, "") for mark in scale_marks(issue)}
    found |= {place: (blocks[_block(place, cell)], step_words(issue, place, place), "") for place in named}
    return [found[place] for place in sorted(found)]


def _block(place: float, cell: Cell) -> int:
    return round(place * PARTS / (cell.last_step or 1)) if cell.numeric else int(place)


def _blocks(low: float, high: float, cell: Cell) -> range:
    return range(_block(low, cell), _block(high, cell) + 1)


def _unsure(cell: Cell) -> bool:
    return all(stance.doubt for _, stance in cell.stances)


def _kind(cell: Cell, *, doubt: bool) -> str:
    return DOUBT if doubt or cell.state == "weak" else OLD if cell.old else POINT
