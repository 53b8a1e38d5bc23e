"""Sources: a table of all, and of the chosen one every statement, in its text where a copy is at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from components.app.cache import shared
from components.app.controls import colour_scheme
from components.app.escape import escaped
from components.app.paging import statements_sheet
from components.app.source_texts import added_text, own_text
from components.app.st_output import show_footer, show_list
from components.own_case.dossiers import Own, keep_own, own_dossiers
from components.own_case.statement_form import Marked, forget_phrase, statement_form
from components.reader.component import source_reader
from components.reader.view import in_text_order, reader_view
from components.record_table.component import record_table
from components.server.kept_files import made_and_kept
from components.theme import party_marks
from positions.editing.statements import found_passages, with_passages
from positions.export.web_annotations import web_annotations
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.reading.dossier import read_files
from positions.reading.source_texts import NO_FINGERPRINT, TEXTS, TEXTS_VARIABLE, SourceText
from positions.reading.text_checks import Check, check, counted_checks
from positions.selection import Selection
from positions.tables import Tables
from positions.text.sources import source_facts, source_table, sources_finding, sources_measure
from positions.text.wording import capital, count_words, day_words, quoted
from positions.view import View

_NO_PHRASES = "Not verified: no phrase of this source is kept, so there is nothing to hold a copy against."
_MARKED = "marked_passage"
_MOST_REASONS = 5
PER_SHEET = 100  # cards, which are 2,600 nodes; no source of a bundled dossier has more
_source_table = shared(source_table)


def render(view: View) -> Selection:
    """Draw the page; the answer is the selection with the chosen source."""
    tables, selection = view.tables, view.selection
    st.title(escaped(sources_finding(view)), anchor=False)
    st.caption(escaped(sources_measure(view)))
    table = _source_table(view)
    shown = selection.source or table.first.id
    chosen = record_table(table, key="source_table", opened=shown)
    if chosen:
        shown, selection = chosen, replace(selection, source=chosen)
    with st.container(key="source_detail"):
        _source(tables, tables.sources[shown])
    day = day_words(selection.day)
    show_footer(f"As of {day} · every day of the source is shown · data {tables.dossier.data_version}")
    return selection


def _source(tables: Tables, source: Source) -> None:
    """One source: its facts, then its statements, beside its text where that is verified."""
    statements = in_text_order(one for one in tables.dossier.statements if one.source == source.id)
    st.header(escaped(source.title), anchor=False)
    st.caption(escaped(source_facts(source, len(statements))))
    text = own_text(tables, source.id)
    own = own_dossiers().get(tables.dossier.id)
    if not own and source.custom.sha256 is None and not any(one.phrase for one in statements):
        st.caption(_NO_PHRASES)
    elif text.text is None:
        text = _without_text(tables, source, text)
    else:
        _checked(own, text, statements, [check(one, source, text) for one in statements])
    shown = _sheet(source, statements, text)
    drawn = reader_view(tables, text, shown, party_marks(tables.dossier, colour_scheme()))
    span = source_reader(drawn, coded=own is not None)
    if own:
        _coding(own, source, text, span)
    made = partial(web_annotations, tables.dossier, statements)
    name, mime = f"annotations_{source.id}_v{tables.dossier.data_version}.jsonld", "application/ld+json"
    st.download_button(
        "Passages as W3C annotations (JSON-LD)",
        data=partial(made_and_kept, made, mime, name),
        file_name=name,
        mime=mime,
        on_click="ignore",
        type="tertiary",
    )


def _sheet(source: Source, statements: Sequence[Statement], text: SourceText) -> Sequence[Statement]:
    """The statements drawn at once, with the control of further sheets where there are more."""
    if len(statements) <= PER_SHEET:
        return statements
    note = "; the text marks the passages of these" if text.text is not None else ""
    return statements_sheet(statements, PER_SHEET, key=f"sheet_{source.id}", note=note)


def _checked(
    own: Own | None, text: SourceText, statements: Sequence[Statement], found: Sequence[Check]
) -> None:
    """How many phrases stand in the text at hand, why others do not, and a button that records passages."""
    told = [capital(text.note)] if text.note else []
    if own and text.note == NO_FINGERPRINT:
        told.append("`positions fingerprint` with the folder of the dossier records its sha256")
    st.caption(" · ".join((*map(escaped, told), escaped(f"of this source {counted_checks(found)}"))))
    show_list(_reasons(statements, found))
    places = found_passages(found)
    if own and places and st.button(f"Record {count_words(len(places), 'passage')}", key="record_passages"):
        files = with_passages(own.files, places)
        keep_own(read_files(files).dossier, files, own.origin)
        st.rerun()


def _reasons(statements: Sequence[Statement], found: Sequence[Check]) -> list[str]:
    """Why phrases are not verified, the first of them; every card has its own among its codes."""
    told = [
        f"{quoted(said.phrase) if said.phrase else said.summary} {one.reason}"
        for said, one in zip(statements, found, strict=True)
        if one.reason and not one.place
    ]
    more = len(told) - _MOST_REASONS
    return [*told[:_MOST_REASONS], *([f"{more} more, each under How it is coded"] if more > 0 else [])]


def _coding(own: Own, source: Source, text: SourceText, span: tuple[int, int] | None) -> None:
    """The form of a new statement; words that were just marked in the text are its passage."""
    marked = st.session_state.get(_MARKED, {}).get(source.id)
    if span and text.text is not None:
        forget_phrase()
        marked = Marked(*span, text.text[slice(*span)].strip())
        st.session_state[_MARKED] = {source.id: marked}
    st.header("A new statement", anchor=False)
    if marked:
        st.caption(escaped(f"Characters {marked.start} to {marked.end}: {marked.words}"))
    statement_form(own, source.id, marked, text)


def _without_text(tables: Tables, source: Source, text: SourceText) -> SourceText:
    """Say plainly that the text is not here and how to add it; the answer is what was added."""
    st.caption(
        escaped(
            f"Not verified: {text.note}. The texts are not part of this dossier. To see each passage in its "
            f"place, add your copy below, or put {source.id}.txt into the folder {TEXTS} of the dossier, or "
            f"into one that {TEXTS_VARIABLE} names."
        )
    )
    with st.expander("Add your copy of this text", key="own_copy"):
        given = added_text(tables, source.id)
    if given is not None and given.text is None:
        st.warning(escaped(f"Not verified: {given.note}. Its passages are not shown."))
    return given if given is not None and given.text is not None else text
