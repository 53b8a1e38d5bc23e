"""A cell in the fewest words: the point, that a condition or a doubt is on record, and the day."""

from __future__ import annotations

from collections.abc import Iterator

from positions.cell import Cell
from positions.tables import Tables
from positions.text.disputed import stances_coders
from positions.text.lines import CellWords
from positions.text.stance import stance_day
from positions.text.tight import UNSURE_BRIEFLY, age_of, doubts_of, months_words, tight_lines

CONDITION, DOUBT = "condition", "doubt"


def marked_words(cell: Cell, words: CellWords, tables: Tables) -> CellWords:
    """The point of a cell with marks for what stands elsewhere: conditions, coders, doubts, age.

    Of a blank its kind alone, without a scale the tight words. No condition, doubt or age lacks its mark.
    """
    tight = tight_lines(cell, words, tables)
    if cell.blank:
        return CellWords(tight.title, (), "", (), ())
    if not tables.scales[cell.issue].measured:
        return tight
    return CellWords(tight.title, (), " · ".join(_marks(cell, tables)), (), ())


def _marks(cell: Cell, tables: Tables) -> Iterator[str]:
    """The day or months, and what makes the words less than they seem."""
    stances = [stance for _, stance in cell.stances]
    days = sorted(stances, key=lambda one: one.day)
    if len({one.day for one in days}) > 1:
        yield months_words(days[0], days[-1], tables)
    else:
        yield from (stance_day(one, tables) for one in days[:1])
    conditions = {one for stance in stances for one in stance.conditions}
    if conditions:
        yield CONDITION if len(conditions) == 1 else f"{CONDITION}s"
    yield from (DOUBT if one == UNSURE_BRIEFLY else one for one in doubts_of(cell))
    if coders := stances_coders(stances):
        yield coders
    yield from age_of(cell)
