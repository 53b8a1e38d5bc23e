"""Where the evidence is thick and thin: two maps of counts in an expander, each cell a filter."""

from __future__ import annotations

import streamlit as st

from components.app.controls import colour_scheme
from components.app.st_output import Drawn, show_chart
from components.app.statement_filters import show_only
from components.charts.coverage_map import CoverageMap, describe, draw, table
from positions.analysis.coverage import counts_by_side
from positions.model.fields import said_year
from positions.selection import Selection, alphabetical, years_of
from positions.tables import Tables
from positions.text.citation import source_head

# Key of the expander; its state is true while it is open.
COVERAGE = "coverage"
COMMENTARY = "commentary"
_MOST_SIDES, _MOST_SOURCES = 12, 12


def coverage_part(tables: Tables, selection: Selection) -> None:
    """The closed expander; open, both maps. A clicked cell sets the filters drawn after it."""
    part = st.expander("Where the evidence is thick and thin", key=COVERAGE, on_change="rerun")
    if not part.open:
        return
    with part:
        st.caption(
            "Statements that can set a cell, in brackets all that were found; darker is more. “No side” is "
            "commentary. A click lists the statements of a cell, with those about that side."
        )
        maps = coverage_maps(tables, selection)
        wide = any(len(coverage.sides) > 6 for coverage in maps.values())
        places = [st.container(), st.container()] if wide else st.columns(2, gap="large")
        for column, (by, coverage) in zip(places, maps.items(), strict=True):
            with column:
                drawn = Drawn(draw(coverage, colour_scheme()), describe(coverage), table(coverage))
                clicked = show_chart(drawn, key=f"coverage_{by}", asks=True)
            if clicked:
                row, _, side = clicked.partition(".")
                show_only(**{by: row}, **({"sides": side} if side else {"modes": COMMENTARY}))


def coverage_maps(tables: Tables, selection: Selection) -> dict[str, CoverageMap]:
    """The map of issues and the map of sources, by the filter that a click on a row sets.

    Where the sources are many, years stand in their place; where the sides are, reference texts
    are left out.
    """
    dossier, statements, day = tables.dossier, tables.statements, selection.day
    kinds = {party.id: party.kind for party in dossier.parties if not party.part_of}
    shown = [one for one in alphabetical(dossier) if one in kinds]
    if len(shown) > _MOST_SIDES:
        shown = [one for one in shown if kinds[one] != "reference"]
    sides = {party: tables.names[party] for party in shown} | {"": "No side"}
    issues = {issue.id: issue.name for issue in dossier.issues}
    maps = {"topics": CoverageMap("Issue", issues, sides, counts_by_side(statements, "issue", day))}
    if len(dossier.sources) <= _MOST_SOURCES:
        sources = {source.id: source_head(source.id, tables) for source in dossier.sources}
        return maps | {
            "sources": CoverageMap("Source", sources, sides, counts_by_side(statements, "source", day))
        }
    dated = statements.assign(year=statements["said_on"].map(said_year))
    years = {year: year for year in years_of(dossier)}
    return maps | {"years": CoverageMap("Year", years, sides, counts_by_side(dated, "year", day))}
