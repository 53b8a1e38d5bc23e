"""Evidence: every statement, with search and filters, and the positions that rest on little."""

from __future__ import annotations

import streamlit as st

from components.app.controls import colour_scheme
from components.app.escape import escaped
from components.app.hits import found_statements
from components.app.paging import statements_sheet
from components.app.source_texts import own_text
from components.app.st_output import Drawn, folds, show_chart, show_footer
from components.app.statement_filters import search_control, show_only, statement_filters
from components.charts.coverage_map import CoverageMap, describe, draw, table
from components.record_table.component import record_table
from components.statements.component import statement_cards
from components.statements.view import card_view
from components.theme import party_marks
from positions.analysis.coverage import counts_by_side
from positions.model.fields import said_year
from positions.selection import Selection, alphabetical, years_of
from positions.tables import Tables
from positions.text.citation import source_head
from positions.text.listing import found_finding, found_measure
from positions.text.weak_positions import doubtful_table, doubtful_words
from positions.text.wording import day_words
from positions.view import View

# Key of the expander; its state is true while it is open.
COVERAGE = "coverage"
COMMENTARY = "commentary"
_MOST_SIDES, _MOST_SOURCES = 12, 12
PER_SHEET = 20


def render(view: View) -> Selection:
    """Draw the page; the answer is the selection with search and filters as they now stand."""
    tables = view.tables
    head, search = st.container(), st.container()
    with folds("evidence"):
        filters, doubtful, coverage = (st.container() for _ in range(3))
    with doubtful:  # these two first, for a click on them sets the filters
        _doubtful(view)
    with coverage:
        coverage_part(tables, view.selection)
    with search:
        selection = search_control(view.selection)
    with filters:
        selection = statement_filters(selection, tables.dossier)
    found = found_statements(tables, selection)
    with head:
        narrowed = len(found) < int((tables.statements["day"].dt.date <= selection.day).sum())
        st.title(escaped(found_finding(len(found), narrowed=narrowed)), anchor=False)
        st.caption(escaped(found_measure(len(found), int(found["own"].sum()), selection.day)))
    _sheet(tables, list(found["id"]))
    show_footer(
        f"As of {day_words(selection.day)} · data {tables.dossier.data_version} · {tables.dossier.licence}"
    )
    return selection


def _doubtful(view: View) -> None:
    """The old and the weak positions of the view, folded; a chosen one filters the statements."""
    words = doubtful_words(view)
    if not words:
        return
    part = st.expander(escaped(words), key="doubtful", on_change="rerun")
    if part.open:
        with part:
            chosen = record_table(doubtful_table(view), key="doubtful_table")
        if chosen:
            side, _, issue = chosen.partition(".")
            show_only(sides=side, topics=issue)


def _sheet(tables: Tables, ids: list[str]) -> None:
    if not ids:
        st.info("No statement matches. Take away a filter or a word, or choose a later day.", icon=None)
        return
    shown = statements_sheet([tables.by_id[one] for one in ids], PER_SHEET, key="sheet")
    marks = party_marks(tables.dossier, colour_scheme())
    cards = [card_view(one, tables, marks, own_text(tables, one.source)) for one in shown]
    statement_cards([{"title": "", "note": "", "cards": cards}], key="statements")


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
