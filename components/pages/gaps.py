"""Gaps: how far apart, on which issue, between whom; where the newest words name one step."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.app.cache import shared
from components.app.controls import arrows_control, colour_scheme
from components.app.escape import escaped
from components.app.meeting_lines import moves_part
from components.app.paging import sheet_of
from components.app.pair_lists import pair_lists
from components.app.st_output import (
    Drawn,
    folds,
    opened_part,
    show_chart,
    show_footer,
    show_heading,
    show_paragraphs,
    show_table,
)
from components.charts import distance_grid, pair_map, range_plot, variant_curve
from components.figures.ranges import PHONE, SCREEN
from components.figures.step_labels import NARROW
from components.theme import Scheme, view_marks
from positions.selection import Selection
from positions.text.distance import DISTANCE_RULE, MOST_WEIGHTS, WEIGHT_HEADS, weight_rows, weights_words
from positions.text.robustness import count_sentences, removal_sentences
from positions.text.wording import capital
from positions.view import View, view_of

_ROOMS = {"wide": SCREEN, "narrow": PHONE}
_MOST_IN_MAP = 5  # columns; the pairs of more have no room beside each other


def render(view: View) -> Selection:
    """Draw the page; the answer is the selection with the earlier day to draw arrows from."""
    if not view.scaled:
        show_heading(view.finding, view.measure)
        st.info("None of the chosen issues has a scale, so there are no gaps to show.")
        show_footer(view.source_line)
        return view.selection
    since = view.selection.since
    days = sorted({*view.earlier_days, *([since] if since else [])})
    with st.container(key="gaps_head", horizontal=True, vertical_alignment="top"):
        with st.container():
            show_heading(view.finding, view.measure)
        with st.container(key="arrows_from", width=180):
            selection = arrows_control(view.selection, days)
    view = view_of(view.tables, selection)
    sheet = sheet_of(view)
    show_chart(_ranges(sheet, colour_scheme()), key="range_plot")
    if sheet.pairs:
        _pairs(sheet)
        _choices(view)
        moves_part(sheet, sheet.scaled, whole=True)
        _distances(sheet)
        pair_lists(sheet, view_marks(view, colour_scheme()))
    show_footer(view.source_line)
    return selection


@shared
def _ranges(view: View, scheme: Scheme) -> Drawn:
    layouts = (range_plot.draw(view, scheme, name, room) for name, room in _ROOMS.items())
    return Drawn(tuple(layouts), range_plot.describe(view), range_plot.table(view))


@shared
def _pair_map(view: View, scheme: Scheme) -> Drawn:
    pages = {"wide": pair_map.WIDE, "narrow": NARROW}
    layouts = (pair_map.draw(view, scheme, name, page) for name, page in pages.items())
    return Drawn(tuple(layouts), pair_map.describe(view), pair_map.table(view))


@shared
def _distance_grid(view: View, scheme: Scheme) -> Drawn:
    return Drawn((distance_grid.draw(view, scheme),), distance_grid.describe(view), distance_grid.table(view))


def _pairs(view: View) -> None:
    st.header("Every pair on every issue", anchor=False)
    units = ", or units of a scale of values," if any(issue.numeric for issue in view.scaled) else ""
    st.caption(
        f"Steps{units} between the newest words of the two; below, the interval that these words allow. "
        "The darker, the larger a part of the scale. A dash: one of the two stands on no step."
    )
    if len(view.columns) > _MOST_IN_MAP:
        title = f"{len(view.pairs)} pairs as a table"
        if part := opened_part(title, "pair_map_table"):
            with part:
                turned = pair_map.table(view).set_index("Issue").T.rename_axis("Pair").reset_index()
                show_table(turned, title)
        return
    show_chart(_pair_map(view, colour_scheme()), key="pair_map")


@shared
def _variants(view: View, scheme: Scheme) -> Drawn:
    layouts = (variant_curve.draw(view, scheme, name, room) for name, room in _ROOMS.items())
    return Drawn(tuple(layouts), variant_curve.describe(view), variant_curve.table(view))


_counted, _removed = shared(count_sentences), shared(removal_sentences)


def _choices(view: View) -> None:
    """In how many variants of coding the finding holds; what takes longer, when it is asked for."""
    st.header("How far this finding depends on choices", anchor=False)
    with st.container(key="choices"):
        show_paragraphs(_counted(view))
    with folds("choices"):
        if part := opened_part(f"All {view.robustness.count} variants", "variants"):
            with part:
                show_chart(_variants(view, colour_scheme()), key="variant_curve")
        if view.farthest and (part := opened_part("One statement or one source left out", "left_out_one")):
            with part:
                show_paragraphs(_removed(view))


def _weights(view: View) -> None:
    """Every weight, folded, where they are too many for the sentence."""
    weights = weight_rows(view)
    if len(weights) <= MOST_WEIGHTS:
        return
    with folds("weights"):
        if part := opened_part(f"All {len(weights)} weights", "all_weights"):
            with part:
                show_table(
                    pd.DataFrame(weights, columns=list(WEIGHT_HEADS)),
                    "Weights of issues, for all parties or for one",
                )


def _distances(view: View) -> None:
    st.header("Overall distance", anchor=False)
    st.caption(escaped(f"{capital(DISTANCE_RULE)}; {weights_words(view)}."))
    _weights(view)
    if len(view.columns) <= _MOST_IN_MAP:
        show_table(distance_grid.table(view), "Overall distance of every two columns")
        return
    if all(one.withheld for one in view.distances):
        st.caption(escaped(distance_grid.describe(view)))
        return
    st.caption("Per cent of the scale; a dash: withheld. Numbers above are those of the names at the left.")
    show_chart(_distance_grid(view, colour_scheme()), key="distances")
