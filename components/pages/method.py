"""Method: how statements become positions and gaps, told by the dossier on screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd
import streamlit as st

from components.cache import dossier_tables
from components.prose import listed, told
from components.show import show_footer, show_table
from components.text import escaped
from components.worked_examples import gap_part, position_part
from positions import coders, holdings, method, records
from positions.codebook import codebook
from positions.frames import typed_rows
from positions.models import Issue
from positions.selection import Selection, years_of
from positions.tables import Cell, Tables, standing
from positions.text.wording import count_words, day_words, joined

# How matrix.css draws each kind of cell that takes no part in gaps.
LOOKS: dict[str, str] = {
    "not_stated": "dashed edge, faint stripes, and the number of sources looked in",
    "not_researched": "dotted edge, no stripes",
    "declined": "solid edge, double at the left, with the words of the refusal",
    "ambiguous": "grooved left edge with a faint shade, with what was said",
    "text_only": "thin solid edge, ridged at the left, with what the text says",
    "not_applicable": "no edge at all",
    "stale": "its tint kept but paler, dotted at the left, with its age",
}

_RECORDS = (
    "One record is one position of one speaker on one day, as the coders found it listed. Blank is none. "
    "Mediators and reference texts are counted together. Beyond the records the dossier has {further}: "
    "second positions in one record, further signatories by name, and texts that are rows of their own."
)
_ELSEWHERE = (
    "As of {day} the two say the same of every cell that they have in common, but for these. Where they "
    "differ, the one that was coded from whole texts is the better witness."
)


@dataclass(frozen=True)
class _Shown:
    """The dossier on screen as of the chosen day."""

    tables: Tables
    selection: Selection

    @cached_property
    def cells(self) -> list[Cell]:
        return typed_rows(standing(self.tables, self.selection.day), Cell)

    @property
    def day(self) -> str:
        return day_words(self.selection.day)


def render(tables: Tables, selection: Selection) -> Selection:
    """Draw the page; the selection comes back as it was."""
    dossier, shown = tables.dossier, _Shown(tables, selection)
    st.title("How statements become positions and gaps")
    counts = (
        count_words(len(dossier.statements), "statement"),
        count_words(len(dossier.sources), "source"),
        count_words(len(dossier.issues), "issue"),
    )
    st.caption(escaped(f"{dossier.title}: {', '.join(counts)} · examples as of {shown.day}"))
    with st.container(key="method"):
        for section in _SECTIONS:
            section(shown)
    show_footer(f"As of {shown.day} · data {dossier.data_version} · {dossier.licence}")
    return selection


def _premises(shown: _Shown) -> None:
    st.header("Premises")
    listed(method.premises(shown.tables.dossier))


def _statements(shown: _Shown) -> None:
    st.header("What a statement is")
    told((*method.STATEMENT_PARAGRAPHS, method.date_sentence(shown.tables.dossier)))
    show_table(holdings.mode_table(shown.tables.dossier))
    show_table(holdings.authority_table(shown.tables))


def _positions(shown: _Shown) -> None:
    st.header("How a position is computed")
    told(method.position_rule(shown.tables.dossier))
    position_part(shown.tables, shown.selection.day)


def _gaps(shown: _Shown) -> None:
    st.header("How a gap is computed")
    told(method.GAP_PARAGRAPHS)
    gap_part(shown.tables, shown.selection.day)


def _groupings(shown: _Shown) -> None:
    table = holdings.grouping_table(shown.cells, shown.tables)
    if shown.tables.membership.empty:
        return
    st.header("Groupings")
    told(method.GROUPING_PARAGRAPHS)
    if not table.empty:
        show_table(table)


def _blanks(shown: _Shown) -> None:
    st.header("Cells without a position")
    cells = [cell for cell in shown.cells if cell.kind != "member"]
    stated = sum(cell.state == "stated" for cell in cells)
    counted = f"Of {len(cells)} cells of all sides and issues {stated} state something as of {shown.day}."
    told((*method.BLANK_PARAGRAPHS, counted))
    show_table(holdings.blank_table(cells, LOOKS))


def _fairness(shown: _Shown) -> None:
    st.header("Fairness")
    told((*method.fairness(shown.tables.dossier), shown.tables.dossier.naming_note))
    show_table(holdings.effort_table(shown.tables))


def _years(shown: _Shown) -> None:
    """Records by year, side and issue, and those that were left out; for dossiers of several years."""
    dossier = shown.tables.dossier
    if len(years_of(dossier)) > 1:
        st.header("Records by year")
        further = len(dossier.statements) - len(records.first_rows(dossier))
        told((_RECORDS.format(further=count_words(further, "further row")),))
        _folded("Year by year", "years", records.year_table(dossier))
    if dossier.left_out:
        st.subheader(escaped(f"Left out · {len(dossier.left_out)}"))
        show_table(records.left_out_table(dossier))


def _elsewhere(shown: _Shown) -> None:
    """Another dossier on the same days: where the two differ, and why."""
    compared = shown.tables.dossier.compared
    if compared is None:
        return
    other = dossier_tables(compared.dossier)
    day = records.compared_day_words(shown.tables.dossier)
    st.header("Where another dossier says something else")
    told((f"{other.dossier.title} covers the same days. {_ELSEWHERE.format(day=day)}",))
    show_table(records.difference_table(dossier_tables(shown.tables.dossier.id), other))


def _sources(shown: _Shown) -> None:
    st.header("What the sources can and cannot tell")
    listed(shown.tables.dossier.limits)
    table = holdings.source_table(shown.tables)
    if len(table) > holdings.MOST_SOURCES:
        _folded(count_words(len(table), "source"), "all_sources", table)
    else:
        show_table(table)


def _folded(title: str, key: str, table: pd.DataFrame) -> None:
    """A long table, drawn when its expander is opened."""
    part = st.expander(title, key=key, on_change="rerun")
    if part.open:
        with part:
            show_table(table)


def _names(shown: _Shown) -> None:
    table = holdings.name_table(shown.tables.dossier)
    if not table.empty:
        st.header("Names and how they were printed")
        told(("One spelling is used throughout; a search finds that one.",))
        show_table(table)


def _coders(shown: _Shown) -> None:
    st.header("How far two coders agree")
    compared = coders.compared_codings(shown.tables)
    if not compared:
        told(("No second coding is kept beside this dossier, so agreement is not known.",))
        return
    figures = [one for pair in compared for one in coders.agreement_sentences(pair, shown.tables.dossier)]
    told((*figures, *coders.reading_sentences(), coders.review_sentence(shown.tables.dossier)))
    for pair in compared:
        if not pair.disputed.empty:
            both = joined([pair.first, pair.second])
            st.subheader(escaped(f"Placed on unlike steps by {both}"))
            show_table(pair.disputed)


def _codebook(shown: _Shown) -> None:
    dossier = shown.tables.dossier
    st.header("Codebook")
    told(
        ("Every issue with its question, its coding rule and its scale. The file adds speakers and columns.",)
    )
    st.download_button(
        "Download the codebook (Markdown)",
        codebook(dossier).encode(),
        file_name=f"codebook_{dossier.id}_v{dossier.data_version}.md",
        mime="text/markdown",
        on_click="ignore",
    )
    scales = st.expander("Issues and scales", key="scales", on_change="rerun")
    if scales.open:
        with scales:
            for issue in dossier.issues:
                _scale(issue)


def _scale(issue: Issue) -> None:
    st.subheader(escaped(f"{issue.name}: {issue.question}"))
    told((issue.rule,))
    if issue.scale:
        rows = [(str(step.step), step.label, step.rule) for step in issue.scale]
        show_table(pd.DataFrame(rows, columns=["Step", "Label", "Coded when"]))


def _licence(shown: _Shown) -> None:
    dossier = shown.tables.dossier
    st.header("Licence and version")
    told(
        (
            f"{dossier.licence}. Version {dossier.data_version} of the dossier {dossier.id}; it changes with "
            "every change of a file, and stands under each page and in each copied citation.",
        )
    )


_SECTIONS = (
    _premises,
    _statements,
    _positions,
    _gaps,
    _groupings,
    _blanks,
    _fairness,
    _years,
    _elsewhere,
    _sources,
    _names,
    _coders,
    _codebook,
    _licence,
)
