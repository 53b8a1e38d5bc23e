"""Your data: begin a negotiation of your own, load it with every fault told at once, take any along."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.app.address import open_page
from components.app.escape import escaped
from components.app.st_output import opened_part, show_footer, show_heading, show_list, show_table
from components.own_case.changes import offer_editing, show_changes
from components.own_case.dossiers import keep_own, opened_from, own_dossiers
from components.server.kept_files import made_and_kept
from components.server.turns import aside
from positions.export.names import handling_part
from positions.importing.cells import LeftOutCell
from positions.importing.example_files import example_files
from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Finding, Question, Repair
from positions.reading.codings import load_codings
from positions.reading.files import Files
from positions.reading.names import ACCEPT, NEAREST, can_be_accepted
from positions.reading.spreadsheet import is_workbook
from positions.selection import Selection, default_selection
from positions.start.case import new_case, new_workbook
from positions.text.faults import fault_table, left_out_table, preview_table, repair_table
from positions.text.wording import count_words, day_words
from positions.view import View
from positions.workbook.loading import Loaded, loaded_files
from positions.workbook.marking import marked_workbook
from positions.workbook.writing import workbook_of

_XLSX, _ZIP = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip"
_KINDS = ["xlsx", "zip", "csv", "tsv", "parquet", "txt", "yaml", "yml", "json", "ris", "bib"]
_MOST_MB = 25
_CASE = "my-case"
_ANSWERS = "answers_of_load"


def render(view: View) -> Selection:
    """Draw the page; the answer is the selection as it was."""
    show_heading(
        "Bring a negotiation of your own",
        "What you load is read by the machine that serves this page, shown to you alone, and gone when you "
        "leave or reload the page; take along below what is to stay.",
    )
    _begin()
    _load()
    _take_along(view)
    own = (f"{id_} (from {one.given_words})" if one.given else id_ for id_, one in own_dossiers().items())
    loaded = ", ".join(own) or "nothing yet"
    data = view.tables.dossier.data_version
    show_footer(f"As of {day_words(view.day)} · loaded in this visit: {loaded} · data {data}")
    return view.selection


def _begin() -> None:
    """A case with one fictional example in each table, as a workbook and as a folder."""
    st.subheader("Begin", anchor=False)
    st.caption(
        "A made-up case that can be shown from the first second. Fill six things in its place: title, "
        "parties, issues, their steps, sources, and a row for each statement."
    )
    with st.container(horizontal=True, key="begin"):
        _download("A workbook to fill (XLSX)", f"{_CASE}.xlsx", _XLSX, partial(new_workbook, _CASE))
        _download("The same as a folder (ZIP)", f"{_CASE}.zip", _ZIP, lambda: _packed(new_case(_CASE)))
        table = "A table with its mapping (ZIP)"
        _download(table, "table-with-mapping.zip", _ZIP, lambda: _packed(_as_files(example_files())))


def _as_files(contents: Mapping[str, bytes]) -> Files:
    return {name: partial(bytes, content) for name, content in contents.items()}


def _load() -> None:
    """Files in; a dossier to show, or every fault of every file at once."""
    st.subheader("Load", anchor=False)
    given = st.file_uploader(
        "A workbook or a ZIP, the files of a folder together, or a table with its mapping.yaml; beside it, "
        "if you have one, a list of sources as CSL-JSON, RIS or BibTeX",
        type=_KINDS,
        accept_multiple_files=True,
        key="own_files",
        max_upload_size=_MOST_MB,
    )
    if not given:
        return
    try:
        with aside():
            found = loaded_files([(one.name, one.getvalue()) for one in given], _answers(given))
    except DossierError as error:
        _refused(error, given)
        return
    _read(found, given)


def _answers(given: Sequence[UploadedFile]) -> dict[str, str]:
    """What the reader has answered about these very files."""
    kept, answers = st.session_state.get(_ANSWERS, ((), {}))
    files = tuple(one.file_id for one in given)
    if kept != files:
        st.session_state[_ANSWERS] = (files, answers := {})
    found: dict[str, str] = answers
    return found


def _refused(error: DossierError, given: Sequence[UploadedFile]) -> None:
    """What is to be answered, what is to be mended by hand, and what was mended already."""
    for question in error.questions:
        _ask(question)
    if error.findings:
        faults = count_words(len(error.findings), "fault")
        st.markdown(f"**{escaped(faults)}; nothing is loaded until they are mended.**")
        _table("Faults", fault_table(error.findings), len(error.findings))
        if near := sum(map(can_be_accepted, error.findings)):
            st.button(
                escaped(f"Accept the nearest value ({count_words(near, 'fault')})"),
                on_click=_accept,
                key="accept_nearest",
            )
        _marked("Your workbook with these cells marked (XLSX)", given, error.findings, error.repairs)
    _mended(error.repairs)
    show_list(str(notice) for notice in error.notices)


def _marked(
    title: str, given: Sequence[UploadedFile], findings: Sequence[Finding], repairs: Sequence[Repair]
) -> None:
    """The workbook that was given, with the faults marked and what was chosen written in."""
    book = next((one for one in given if is_workbook(one.getvalue())), None)
    if book:
        make = partial(marked_workbook, book.getvalue(), findings, repairs)
        _download(title, f"marked-{book.name}", _XLSX, make)


def _accept() -> None:
    """Read the files again with the nearest value in the place of each that is none of its list."""
    st.session_state[_ANSWERS][1][NEAREST] = ACCEPT


def _ask(question: Question) -> None:
    """A question about a whole table; the next run reads it again with the answer."""
    words = dict(question.readings)
    place = f"{question.place}: how is {question.found} to be read?"
    answer = st.radio(
        escaped(place), list(words), format_func=lambda key: escaped(words[key]), index=None, key=question.key
    )
    if question.also:
        st.caption(escaped(f"Your answer also decides {question.also}."))
    if answer:
        st.session_state[_ANSWERS][1][question.key] = answer
        st.rerun()


def _read(found: Loaded, given: Sequence[UploadedFile]) -> None:
    """A dossier without a fault: what it holds, what was mended, and the way to its matrix."""
    dossier = found.dossier
    counts = (
        count_words(len(dossier.statements), "statement"),
        count_words(len(dossier.sources), "source"),
        count_words(len(dossier.parties), "party", "parties"),
        count_words(len(dossier.issues), "issue"),
    )
    st.markdown(f"**{escaped(dossier.title)}** reads without a fault: {escaped(', '.join(counts))}.")
    if st.button("Show it", type="primary", key="show_own"):
        files = _as_files(found.files)
        names = tuple(one.name for one in given)
        shown = own_dossiers()[keep_own(dossier, files, given=names)].tables.dossier
        open_page("compare", default_selection(shown), shown)
    if any(one.chosen for one in found.repairs):
        _marked("Your workbook with what you chose in its cells (XLSX)", given, (), found.repairs)
    if found.left_out is not None:
        _preview(dossier, found.left_out)
    _mended(found.repairs)
    show_list(str(notice) for notice in found.notices)


def _preview(dossier: Dossier, left_out: Sequence[LeftOutCell]) -> None:
    """The first statements of a table as they are read, and each cell that makes none with its reason."""
    rows = preview_table(dossier)
    st.caption(escaped(f"The first {len(rows)} of {count_words(len(dossier.statements), 'statement')}:"))
    show_table(pd.DataFrame(rows), "The first statements")
    if left_out:
        title = f"{count_words(len(left_out), 'cell')} left out, each with its reason"
        if part := opened_part(title, "cells_left_out"):
            with part:
                _table(title, left_out_table(left_out), len(left_out))


def _mended(repairs: Sequence[Repair]) -> None:
    """What was certain and is read otherwise than it is written; never silent."""
    if repairs:
        places = count_words(sum(one.times for one in repairs), "place")
        with st.expander(escaped(f"Mended while reading, in {places}"), key="repairs"):
            _table("Mended while reading", repair_table(repairs), len(repairs))


def _table(caption: str, rows: list[dict[str, str]], of: int) -> None:
    show_table(pd.DataFrame(rows), caption)
    if of > len(rows):
        st.caption(escaped(f"and {of - len(rows):,} more"))


def _take_along(view: View) -> None:
    """The dossier that is shown, in the form in which it can be changed and loaded again."""
    st.subheader("Change and take along", anchor=False)
    dossier = view.tables.dossier
    own = own_dossiers().get(dossier.id)
    place = own.given_words if own else opened_from(view.tables)
    origin = f" (from {place})" if place else ""
    st.caption(escaped(f"{dossier.title}{origin}: change it here or in a spreadsheet, then load it above."))
    if own:
        show_changes(own)
    else:
        offer_editing(view.tables)
    name = f"{dossier.id}_v{dossier.data_version}{handling_part(dossier)}"
    with st.container(horizontal=True, key="take_along"):
        codings = partial(load_codings, dossier, view.tables.folder)
        make = lambda: workbook_of(dossier, codings())  # noqa: E731 - made on the click
        _download("This dossier as a workbook (XLSX)", f"{name}.xlsx", _XLSX, make)
        if own:
            _download("Its files as they are now (ZIP)", f"{name}.zip", _ZIP, partial(_packed, own.files))


def _packed(files: Files) -> bytes:
    """The files of a dossier as one archive, each with the same bytes each time."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content(), zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _download(title: str, name: str, mime: str, make: Callable[[], bytes]) -> None:
    st.download_button(
        title,
        data=partial(made_and_kept, make, mime, name),
        file_name=name,
        mime=mime,
        on_click="ignore",
        key=f"own_{name}",
    )
