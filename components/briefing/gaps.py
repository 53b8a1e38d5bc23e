"""Where the sides stand on each scale, and how far each pair is apart: rows of two sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from components.briefing.parts import GapText
from components.briefing.scale_parts import Blank, Gaps, PairCell, PairRow, Placed, RangeRow
from components.briefing.shown import Shown
from components.charts.pair_map import PairMap
from components.charts.range_plot import RangePlot
from positions.analysis.gap import Gap
from positions.cell import blank_words, holder_words
from positions.distance_words import overall_words
from positions.models import Issue
from positions.tables import Cell
from positions.text.wording import gap_words, interval_words, number_words


def gaps_part(shown: Shown) -> Gaps:
    """The range plot, widest gap first, with marks of the earlier day, and the pair map."""
    names, earlier = shown.tables.names, shown.cells_on(shown.since) if shown.since else []
    plot = RangePlot(shown.issues, shown.cells, shown.gaps, earlier)
    pairs = PairMap(shown.issues, shown.holders, names, shown.gaps)
    both = tuple((names[first], names[second]) for first, second in pairs.pairs())
    overall = overall_words(shown.tables, shown.selection)
    return Gaps(plot, _range_rows(plot, names), pairs, both, _pair_rows(pairs, shown.cells), overall)


def placed(cell: Cell, before: Mapping[str, Cell]) -> Placed:
    """A cell with a current position, and where it stood before, if known and elsewhere."""
    earlier = before.get(cell.holder)
    moved = earlier is not None and earlier.placed and earlier.point != cell.point
    return Placed(
        holder=cell.holder,
        label=holder_words(cell),
        point=cell.point,
        point_low=cell.point_low,
        point_high=cell.point_high,
        low=cell.low,
        high=cell.high,
        thin=cell.thin,
        before=earlier.point if earlier and moved else None,
    )


def widest_text(issue: Issue, widest: Sequence[Gap], names: Mapping[str, str]) -> GapText:
    """The widest gaps of one issue in words, each pair with its own interval where they differ."""
    if not widest:
        return GapText("no pair stated" if issue.scale else "no scale", (), 0, 0.0)
    pairs = [f"{names[gap.first]} – {names[gap.second]}" for gap in widest]
    intervals = [interval_words(gap.least, gap.most) for gap in widest]
    common = f" ({intervals[0]})" if intervals[0] and len(set(intervals)) == 1 else ""
    if len(set(intervals)) > 1:
        pairs = [f"{pair} ({one})" if one else pair for pair, one in zip(pairs, intervals, strict=True)]
    last = widest[0].last_step
    return GapText(gap_words(widest[0].gap, last) + common, tuple(pairs), int(last), widest[0].gap)


def _range_rows(plot: RangePlot, names: Mapping[str, str]) -> tuple[RangeRow, ...]:
    return tuple(
        RangeRow(
            issue,
            tuple(placed(cell, plot.before(issue)) for cell in cells if cell.placed),
            tuple(_blank(cell) for cell in cells if not cell.placed),
            widest_text(issue, widest, names),
        )
        for issue, cells, widest in plot.rows()
    )


def _pair_rows(pairs: PairMap, cells: Sequence[Cell]) -> tuple[PairRow, ...]:
    known = {(cell.holder, cell.issue): cell for cell in cells}
    return tuple(
        PairRow(
            issue,
            tuple(
                _pair(gap, [known[holder, issue.id] for holder in pair])
                for pair, gap in zip(pairs.pairs(), gaps, strict=True)
            ),
        )
        for issue, gaps in pairs.grid()
    )


def _pair(gap: Gap | None, cells: Sequence[Cell]) -> PairCell:
    if gap is None:
        missing = [cell for cell in cells if not cell.placed]
        return PairCell("–", "", None, "; ".join(f"{one.name}: {blank_words(one)}" for one in missing))
    return PairCell(number_words(gap.gap), interval_words(gap.least, gap.most), gap.share, "")


def _blank(cell: Cell) -> Blank:
    return Blank(cell.holder, cell.name, blank_words(cell))
