"""Gaps: how far apart, on which issue, between whom; where stated ranges meet."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from components.charts import distance_grid, pair_map, range_plot
from components.controls import arrows_control, colour_scheme
from components.show import show_chart, show_footer, show_table
from components.statements.component import statement_cards
from components.statements.view import View, card_view
from components.text import escaped
from components.theme import Mark, party_marks
from positions.analysis.distance import Distance, overall_distances
from positions.analysis.gap import APART, MEET, NEAR, Gap, pair_gaps
from positions.distance_words import DISTANCE_RULE, weighed_issues, weights_words
from positions.frames import typed_rows
from positions.headline import footer, headline, lede
from positions.models import Issue
from positions.selection import Selection, key_days
from positions.tables import Cell, Tables, comparable, speaking_columns, standing
from positions.text.wording import count_words, gap_sentence

_MOST_IN_MAP = 5  # columns; their pairs still stand side by side
_MOST_CARDS = 12
_RELATIONS = {
    MEET: ("Meet", "stated ranges touch"),
    NEAR: ("Near", "one step between them"),
    APART: ("Apart", "more than one step between them"),
}


def render(tables: Tables, selection: Selection) -> Selection:
    """Draw the page; the answer is the selection with the earlier day to draw arrows from."""
    standings = standing(tables, selection.day)
    columns = speaking_columns(standings, selection.columns(tables.dossier), selection.issues)
    frame = pair_gaps(comparable(standings, columns, selection.issues))
    shown = _Shown(tables, selection, columns, typed_rows(frame, Gap), _in_order(standings, columns))
    main = frame[frame["first"].isin(selection.parties) & frame["second"].isin(selection.parties)]
    st.title(escaped(headline(main, tables.dossier, selection)))
    st.caption(escaped(lede(tables.statements, standings, selection, columns)))
    selection = arrows_control(selection, key_days(tables.dossier))
    shown = replace(shown, selection=selection)
    _ranges(shown)
    if len(columns) > 1:
        if len(columns) <= _MOST_IN_MAP:
            _pairs(shown)
        _distances(shown, frame)
        _relations(replace(shown, gaps=typed_rows(main, Gap)))
    weights = weights_words(selection, tables)
    show_footer(f"{footer(standings, tables.dossier, selection, columns)} · overall distance, {weights}")
    return selection


@dataclass(frozen=True)
class _Shown:
    """What every part of the page needs: the view, its columns, and its gaps and cells as rows."""

    tables: Tables
    selection: Selection
    columns: tuple[str, ...]
    gaps: list[Gap]
    cells: list[Cell]

    @property
    def issues(self) -> list[Issue]:
        return [self.tables.scales[issue] for issue in self.selection.issues]

    @property
    def marks(self) -> dict[str, Mark]:
        return party_marks(self.tables.dossier, colour_scheme())


def _in_order(standings: pd.DataFrame, columns: tuple[str, ...]) -> list[Cell]:
    cells = [cell for cell in typed_rows(standings, Cell) if cell.holder in columns]
    return sorted(cells, key=lambda cell: columns.index(cell.holder))


def _ranges(shown: _Shown) -> None:
    since = shown.selection.since
    earlier = _in_order(standing(shown.tables, since), shown.columns) if since else []
    plot = range_plot.RangePlot(shown.issues, shown.cells, shown.gaps, earlier)
    figure = range_plot.draw(plot, shown.marks, colour_scheme())
    show_chart(figure, key="range_plot", words=range_plot.describe(plot), table=range_plot.table(plot))


def _pairs(shown: _Shown) -> None:
    st.header("Every pair on every issue")
    st.caption(
        "Steps between two positions, in brackets the interval that the stated ranges allow. "
        "A dash: one of the two stated nothing that can be placed."
    )
    grid = pair_map.PairMap(shown.issues, shown.columns, shown.tables.names, shown.gaps)
    figure = pair_map.draw(grid, colour_scheme())
    show_chart(figure, key="pair_map", words=pair_map.describe(grid), table=pair_map.table(grid))


def _distances(shown: _Shown, gaps: pd.DataFrame) -> None:
    st.header("Overall distance")
    weights = weights_words(shown.selection, shown.tables)
    st.caption(escaped(f"{DISTANCE_RULE.capitalize()}; {weights}."))
    scaled = weighed_issues(shown.selection, shown.tables)
    weighed = overall_distances(gaps, shown.columns, scaled, dict(shown.selection.weights))
    distances = typed_rows(weighed, Distance)
    grid = distance_grid.DistanceGrid(shown.columns, shown.tables.names, distances)
    if len(shown.columns) <= _MOST_IN_MAP:
        show_table(distance_grid.table(grid))
        return
    if all(one.withheld for one in distances):
        st.caption("No two of these columns stand on half of the issues, so every distance is withheld.")
        return
    figure = distance_grid.draw(grid, colour_scheme())
    show_chart(figure, key="distances", words=distance_grid.describe(grid), table=distance_grid.table(grid))


def _relations(shown: _Shown) -> None:
    st.header("Meet, near, apart")
    for place, (relation, (title, meaning)) in zip(
        st.columns(3, gap="medium"), _RELATIONS.items(), strict=True
    ):
        gaps = [gap for gap in shown.gaps if gap.relation == relation]
        with place:
            st.subheader(title)
            st.caption(f"{meaning} · {count_words(len(gaps), 'pair')}{_more(gaps)}")
            if gaps:
                groups = [_both_sides(gap, shown) for gap in gaps[:_MOST_CARDS]]
                statement_cards(groups, key=f"relation_{relation}")


def _more(gaps: list[Gap]) -> str:
    """Says that not all pairs have their cards, where there are too many to read."""
    return f", the first {_MOST_CARDS} below" if len(gaps) > _MOST_CARDS else ""


def _both_sides(gap: Gap, shown: _Shown) -> View:
    """The statements on which the two positions rest, with the gap in words."""
    issue = shown.tables.scales[gap.issue]
    cells = {cell.holder: cell for cell in shown.cells if cell.issue == gap.issue}
    first, second = cells[gap.first], cells[gap.second]
    cards = [
        card_view(shown.tables.by_id[cell.statement], shown.tables, shown.marks) for cell in (first, second)
    ]
    return {
        "title": f"{issue.name}: {first.name} – {second.name}",
        "note": gap_sentence(issue, first.stand, second.stand),
        "cards": cards,
    }
