"""The worked examples of the Method page: a position, a gap and groupings, from the dossier on screen."""

from __future__ import annotations

from components.app.cache import shared
from components.app.still_text import StillText
from positions.method.worked_gap import gap_example, gap_lines, gap_places, gap_result, grouping_examples
from positions.method.worked_position import CHOICE_RULE, position_example, position_steps, position_table
from positions.text.gaps import pair_words
from positions.text.wording import day_words
from positions.view import View

_position, _gap = shared(position_example), shared(gap_example)


def position_part(view: View, text: StillText) -> None:
    """How one position comes about, in numbered sentences, with the statements below."""
    example, day = _position(view), day_words(view.day)
    if example is None:
        text.told([f"By {day} nobody on screen stands on a step; choose a later day or other columns."])
        return
    cell = example.cell
    text.subheading(f"Worked example: {cell.name} on {cell.issue_name}, {day}")
    text.told([CHOICE_RULE])
    text.listed(position_steps(example, view.tables), "ol")
    text.table(position_table(example, view.tables), "The statements of this position")


def gap_part(view: View, text: StillText) -> None:
    """How one gap is computed, going on from the worked position where that has one."""
    position, day = _position(view), day_words(view.day)
    example = _gap(view, (position.cell.holder, position.cell.issue) if position else None)
    if example is None:
        text.told([f"By {day} no two columns on screen have a point each to show this on."])
        return
    issue = view.tables.scales[example.gap.issue].name
    pair = pair_words(example.gap, view.tables, inside=True)
    text.subheading(f"Worked example: {pair} on {issue}, {day}")
    text.listed(gap_places(example, view))
    text.table(gap_lines(example), "The formula with the numbers of this gap")
    text.told([gap_result(example, view)])


def grouping_part(view: View, text: StillText) -> None:
    """A sentence for each way in which a grouping on screen is told."""
    examples = grouping_examples(view)
    if examples:
        text.subheading(f"On screen, {day_words(view.day)}")
        text.listed(examples)
