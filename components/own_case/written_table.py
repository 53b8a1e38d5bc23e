"""A table to write in: what is written is checked with every cell, and stays until it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from components.app.escape import escaped
from components.app.st_output import show_table
from components.own_case.dossiers import Own, keep_own
from components.own_case.drafts import drafts_of, give_up, ground_of, keep_draft, written_rows
from positions.editing.rebasing import Name
from positions.editing.statements import Row
from positions.model.errors import DossierError, Finding
from positions.reading.dossier import read_files
from positions.reading.files import Files
from positions.text.faults import fault_table
from positions.text.wording import count_words

_FIRST = 2  # the number of the first row, as a spreadsheet counts below the heads
_CHECKED = "written_checked"


@dataclass(frozen=True)
class Editable:
    """A table as it is kept: its name and its file, rows, columns, and the files that other rows make.

    `file` is what faults of it are told of; `made` raises DossierError for rows that break a rule.
    """

    name: str
    file: str
    columns: Sequence[str]
    rows: Sequence[Row]
    config: Mapping[str, ColumnConfig]
    named: Name
    made: Callable[[list[Row]], Files]


def written_table(own: Own, table: Editable, key: str) -> None:
    """The editor, below it every fault with its row and column, and what can be done with what is written."""
    dossier = own.tables.dossier
    kept = [{column: row.get(column, "") for column in table.columns} for row in table.rows]
    place = (dossier.id, table.name)
    ground = ground_of(place, table.columns, kept, table.named, dossier.data_version)
    st.data_editor(
        pd.DataFrame(
            [[row.get(column, "") for column in table.columns] for row in ground.rows],
            columns=list(table.columns),
            index=pd.RangeIndex(_FIRST, _FIRST + len(ground.rows), name="row"),
            dtype="str",
        ),
        key=ground.key,
        num_rows="dynamic",
        hide_index=False,
        column_config=table.config,
        on_change=keep_draft,
        args=(place,),
    )
    keep_draft(place)
    if table.name not in drafts_of(dossier.id):
        st.caption("What is written here is checked with every cell; nothing differs from what is kept.")
        return
    numbered = written_rows(ground)
    rows, numbers = [row for _, row in numbered], [place + _FIRST for place, _ in numbered]
    _checked_and_kept(own, table, rows, numbers, key)


def _checked_and_kept(own: Own, table: Editable, rows: list[Row], numbers: list[int], key: str) -> None:
    checked = _checked(own, table, rows)
    if isinstance(checked, DossierError):
        st.markdown(f"**{escaped(count_words(len(checked.findings), 'fault'))}; nothing is kept yet.**")
        told = [_on_screen(one, table.file, numbers) for one in checked.findings]
        show_table(pd.DataFrame(fault_table(told)), f"Faults in what is written in {table.name}")
    else:
        st.markdown("**Every rule holds; nothing is kept yet.**")
    with st.container(horizontal=True, key=f"{key}_draft"):
        if not isinstance(checked, DossierError) and st.button("Keep these changes", key=f"{key}_keep"):
            drafts_of(own.tables.dossier.id).pop(table.name, None)
            keep_own(read_files(checked).dossier, checked, own.origin)
            st.toast(escaped(f"Kept: {count_words(len(rows), 'row')} of {table.name}."))
            st.rerun()
        place = (own.tables.dossier.id, table.name)
        st.button("Give up these changes", on_click=give_up, args=(place,), key=f"{key}_give_up")


def _checked(own: Own, table: Editable, rows: list[Row]) -> Files | DossierError:
    """The files that the rows make, or their faults; made once for what is written, not with every run."""
    asked = (own.tables.dossier.id, own.tables.dossier.data_version, table.name, rows)
    if (before := st.session_state.get(_CHECKED)) and before[0] == asked:
        found: Files | DossierError = before[1]
        return found
    try:
        found = table.made(rows)
        read_files(found)
    except DossierError as error:
        found = error
    st.session_state[_CHECKED] = (asked, found)
    return found


def _on_screen(finding: Finding, file: str, numbers: Sequence[int]) -> Finding:
    """The same fault with the number that its row has on the screen; of another file as it is."""
    if finding.file != file or finding.line is None:
        return finding
    return replace(
        finding,
        line=_number(finding.line, numbers),
        further=tuple(_number(line, numbers) for line in finding.further),
    )


def _number(line: int, numbers: Sequence[int]) -> int:
    place = line - _FIRST
    return numbers[place] if 0 <= place < len(numbers) else line
