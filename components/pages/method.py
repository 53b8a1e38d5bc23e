"""Method: how statements become positions and gaps, told by the dossier on screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pandas as pd
import streamlit as st

from components.app.cache import dossier_tables, shared
from components.app.escape import escaped
from components.app.st_output import opened_part, show_footer, show_table
from components.app.still_text import StillText
from components.app.worked_examples import gap_part, grouping_part, position_part
from components.theme import LOOKS, look_words
from positions.analysis.change import KINDS
from positions.cell import STATES
from positions.method import agreement, evenness, inventory, premises, provenance
from positions.method.certainty import certainty_table
from positions.method.codebook import codebook
from positions.model.dossier import Dossier
from positions.model.errors import DossierError, UnknownDossier
from positions.model.issues import Issue
from positions.selection import Selection, years_of
from positions.tables import Tables
from positions.text.coder_differences import disputed_sentence, lacking_sentence
from positions.text.labels import CHANGE_WORDS
from positions.text.scale import coded_heads, coded_rows
from positions.text.wording import count_words, day_words, issue_title, joined
from positions.view import View

_Of = TypeVar("_Of", View, Tables)
_Made = TypeVar("_Made")
_MOST_ROWS = 15  # of a table that is shown at once
_RECORDS = (
    "One record is one position of one speaker on one day, as the coders found it listed. Blank is none. "
    "Mediators and reference texts are counted together. Beyond the records the dossier has {further}: "
    "second positions in one record, further signatories by name, and texts that are rows of their own."
)
_ELSEWHERE = (
    "As of {day} the two say the same of every cell that they have in common, but for these. Where they "
    "differ, the one that was coded from whole texts is the better witness."
)


def render(view: View) -> Selection:
    """Draw the page; the selection comes back as it was."""
    dossier = view.tables.dossier
    st.title("How statements become positions and gaps", anchor=False)
    counts = (
        count_words(len(dossier.statements), "statement"),
        count_words(len(dossier.sources), "source"),
        count_words(len(dossier.issues), "issue"),
    )
    st.caption(escaped(f"{dossier.title}: {', '.join(counts)} · examples as of {day_words(view.day)}"))
    contents, text = st.container(), StillText()
    with st.container(key="method"):
        for section in _SECTIONS:
            section(view, text)
        text.show()
    with contents:
        text.show_contents()
    show_footer(f"As of {day_words(view.day)} · data {dossier.data_version} · {dossier.licence}")
    return view.selection


@shared
def _of(table: Callable[[_Of], _Made], of: _Of) -> _Made:
    """What a function makes of a view or of a dossier's tables, made once for all readers."""
    return table(of)


@shared
def _of_dossier(table: Callable[[Dossier], _Made], tables: Tables) -> _Made:
    """What a function makes of a dossier, made once; its tables are the key, for they are quick to hash."""
    return table(tables.dossier)


_differences = shared(provenance.difference_table)


def _limits(view: View, text: StillText) -> None:
    text.heading("What the sources can and cannot tell")
    text.listed(view.tables.dossier.limits)


def _premises(view: View, text: StillText) -> None:
    text.heading("Premises")
    text.listed(premises.premises(view.tables.dossier))


def _statements(view: View, text: StillText) -> None:
    text.heading("What a statement is")
    text.told((*premises.STATEMENT_PARAGRAPHS, premises.date_sentence(view.tables.dossier)))
    text.table(_of_dossier(inventory.mode_table, view.tables), "How statements reached us")
    text.table(_of(inventory.authority_table, view.tables), "Authority of speakers")


def _positions(view: View, text: StillText) -> None:
    text.heading("How a position is computed")
    text.told(premises.position_rule(view.tables.dossier))
    position_part(view, text)


def _gaps(view: View, text: StillText) -> None:
    text.heading("How a gap is computed")
    text.told(premises.GAP_PARAGRAPHS)
    gap_part(view, text)


def _changes(_: View, text: StillText) -> None:
    text.heading("What counts as a change")
    text.told(premises.CHANGE_PARAGRAPHS)
    rows = [(words.capitalize(), KINDS[kind]) for kind, words in CHANGE_WORDS.items()]
    text.table(pd.DataFrame(rows, columns=["Kind", "Meaning"]), "Kinds of change")


def _groupings(view: View, text: StillText) -> None:
    if not view.tables.memberships:
        return
    text.heading("Groupings")
    text.told(premises.GROUPING_PARAGRAPHS)
    grouping_part(view, text)
    table = _of(inventory.grouping_table, view)
    if not table.empty:
        _folded(text, "Every grouping on screen with its members", "groupings", table)


def _blanks(view: View, text: StillText) -> None:
    text.heading("How cells look")
    held, applies = view.coverage
    counted = (
        f"Of {count_words(applies, 'cell')} on screen {held} have a position as of {day_words(view.day)}."
    )
    text.told((*premises.BLANK_PARAGRAPHS, counted))
    looks = {state: look_words(LOOKS[state]) for state in STATES}
    text.table(inventory.blank_table(view, looks), "Looks of a cell")
    text.told(
        (
            f"On top of these, old words: {look_words(LOOKS['old'])}; a grouping told by name: "
            f"{look_words(LOOKS['by_name'])}.",
        )
    )


def _fairness(view: View, text: StillText) -> None:
    text.heading("Fairness")
    text.told((*premises.fairness(view.tables.dossier), view.tables.dossier.naming_note))
    _table(text, "effort", "side", _of(inventory.effort_table, view.tables))
    text.told(
        (
            "How many placements on screen rest on doubt, low confidence, an inferred day, one source or "
            "old words, and on how many coders differ:",
        )
    )
    text.table(_of(certainty_table, view), "Certainty of placements on screen")
    text.told(("The same over all statements of the dossier, on screen or not, by side:",))
    text.table(_of(evenness.certainty_by_side, view.tables), "Certainty of all statements by side")
    text.told(premises.VERB_PARAGRAPHS)
    text.table(_of(evenness.verb_table, view.tables), "Verbs by side")


def _years(view: View, text: StillText) -> None:
    """Records by year, side and issue, and those that were left out; for dossiers of several years."""
    dossier = view.tables.dossier
    if len(years_of(dossier)) > 1:
        text.heading("Records by year")
        further = len(dossier.statements) - len(provenance.first_rows(dossier))
        text.told((_RECORDS.format(further=count_words(further, "further row")),))
        _folded(text, "Year by year", "years", _of_dossier(provenance.year_table, view.tables))
    if dossier.left_out:
        text.subheading(f"Left out · {len(dossier.left_out)}")
        _table(text, "left_out", "record", _of_dossier(provenance.left_out_table, view.tables))


def _looked_for(view: View, text: StillText) -> None:
    """What was looked for side by side and quarter by quarter, and not found."""
    if view.tables.dossier.looked_for:
        text.heading("Looked for, and found or not")
        text.told(premises.LOOKED_PARAGRAPHS)
        _table(text, "looked_for", "side", _of(evenness.looked_for_table, view.tables))


def _elsewhere(view: View, text: StillText) -> None:
    """Another dossier on the same days: where the two differ, and why."""
    compared = view.tables.dossier.compared
    if compared is None:
        return
    try:
        other = dossier_tables(compared.dossier)
    except (DossierError, UnknownDossier):
        text.told((f"{compared.dossier} is not here or cannot be read, so the two are not compared.",))
        return
    day = provenance.compared_day_words(view.tables.dossier)
    text.heading("Where another dossier says something else")
    text.told((f"{other.dossier.title} covers the same days. {_ELSEWHERE.format(day=day)}",))
    _table(text, "differences", "difference", _differences(view.tables, other))


def _sources(view: View, text: StillText) -> None:
    text.heading("Sources and their outlets")
    text.told(premises.OUTLET_PARAGRAPHS)
    _table(text, "flags", "remark", _of_dossier(evenness.flag_table, view.tables))
    if any(source.custom.site for source in view.tables.dossier.sources):
        text.table(_of_dossier(evenness.site_table, view.tables), "Sources by site")
    _table(text, "all_sources", "source", _of(inventory.source_table, view.tables))


def _table(text: StillText, key: str, noun: str, table: pd.DataFrame) -> None:
    """A table with a row for each of what the noun says; a long one is folded under their number."""
    title = count_words(len(table), noun)
    if len(table) > _MOST_ROWS:
        _folded(text, title, key, table)
    else:
        text.table(table, title)


def _folded(text: StillText, title: str, key: str, table: pd.DataFrame) -> None:
    """A long table, drawn when its expander is opened."""
    text.show()
    if part := opened_part(title, key):
        with part:
            show_table(table, title)


def _names(view: View, text: StillText) -> None:
    table = _of_dossier(inventory.name_table, view.tables)
    if not table.empty:
        text.heading("Names and how they were printed")
        text.told(("One spelling is used throughout; a search finds that one.",))
        _table(text, "names", "name", table)


def _coders(view: View, text: StillText) -> None:
    text.heading("How far two coders agree")
    try:
        compared = _of(agreement.compared_codings, view.tables)
    except DossierError as error:
        text.told(("The codings beside this dossier cannot be compared until these faults are mended:",))
        text.show()
        st.text(str(error))
        return
    if not compared:
        text.told(("No second coding is kept beside this dossier, so agreement is not known.",))
        return
    dossier = view.tables.dossier
    figures = [one for pair in compared for one in agreement.agreement_sentences(pair, dossier)]
    review = agreement.review_sentence(dossier)
    lacking = lacking_sentence(view.tables, sorted(view.tables.codings))
    text.told((*figures, *agreement.reading_sentences(dossier), review, lacking, disputed_sentence(view)))
    for pair in compared:
        both = joined([pair.first, pair.second])
        text.subheading(f"Agreement of {both} by issue")
        _table(text, f"agreement_{pair.first}_{pair.second}", "issue", pair.by_issue)
        if not pair.disputed.empty:
            text.subheading(f"Placed on unlike steps by {both}")
            _table(text, f"disputed_{pair.first}_{pair.second}", "statement", pair.disputed)


def _codebook(view: View, text: StillText) -> None:
    dossier = view.tables.dossier
    text.heading("Codebook")
    text.told(
        ("Every issue with its question, its coding rule and its scale. The file adds speakers and columns.",)
    )
    text.show()
    st.download_button(
        "Download the codebook (Markdown)",
        _of_dossier(codebook, view.tables).encode(),
        file_name=f"codebook_{dossier.id}_v{dossier.data_version}.md",
        mime="text/markdown",
        on_click="ignore",
    )
    if scales := opened_part("Issues and scales", "scales"):
        with scales:
            for issue in dossier.issues:
                _scale(issue, text)
            text.show()


def _scale(issue: Issue, text: StillText) -> None:
    text.subheading(issue_title(issue))
    text.told((issue.rule,))
    if issue.measured:
        scale = pd.DataFrame(coded_rows(issue), columns=list(coded_heads(issue)))
        text.table(scale, f"Scale of {issue.name}")


def _licence(view: View, text: StillText) -> None:
    dossier = view.tables.dossier
    text.heading("Licence and version")
    text.told(
        (
            f"{dossier.licence}. Version {dossier.data_version} of the dossier {dossier.id}; it changes with "
            "every change of a file, and stands under each page and in each copied citation.",
        )
    )


_SECTIONS = (
    _limits,
    _premises,
    _statements,
    _positions,
    _gaps,
    _changes,
    _groupings,
    _blanks,
    _fairness,
    _years,
    _looked_for,
    _elsewhere,
    _sources,
    _names,
    _coders,
    _codebook,
    _licence,
)
