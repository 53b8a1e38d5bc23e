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
    """A table as it is kept: its name, columns and rows, what checks others, and the files that they make.

    `file` is where faults of it are told; `check` and `made` raise DossierError for rows that break a rule.
    """

    name: str
    file: str
    columns: Sequence[str]
    rows: Sequence[Row]
    config: Mapping[str, ColumnConfig]
    named: Name
    check: Callable[[list[Row]], object]
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
        placeholder="",  # an empty cell is unknown, and says nothing
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
    faults = _faults(own, table, rows)
    if faults:
        _tell(faults, table, numbers)
    else:
        st.markdown("**Every rule holds; nothing is kept yet.**")
    with st.container(horizontal=True, key=f"{key}_draft"):
        pressed = not faults and st.button("Keep these changes", key=f"{key}_keep")
        place = (own.tables.dossier.id, table.name)
        st.button("Give up these changes", on_click=give_up, args=(place,), key=f"{key}_give_up")
    if pressed:
        _keep(own, table, rows, numbers)


def _keep(own: Own, table: Editable, rows: list[Row], numbers: list[int]) -> None:
    try:
        files = table.made(rows)
    except DossierError as error:
        _tell(error.findings, table, numbers)
        return
    drafts_of(own.tables.dossier.id).pop(table.name, None)
    keep_own(read_files(files).dossier, files, own.origin)
    further = "; save to the folder below" if own.origin else ""
    st.toast(escaped(f"Kept for this visit: {count_words(len(rows), 'row')} of {table.name}{further}."))
    st.rerun()


def _faults(own: Own, table: Editable, rows: list[Row]) -> Sequence[Finding]:
    """The faults of what is written; looked for once, not with every run."""
    asked = (own.tables.dossier.id, own.tables.dossier.data_version, rows)
    checked = st.session_state.setdefault(_CHECKED, {})
    if table.name not in checked or checked[table.name][0] != asked:
        try:
            table.check(rows)
        except DossierError as error:
            checked[table.name] = (asked, error.findings)
        else:
            checked[table.name] = (asked, ())
    found: Sequence[Finding] = checked[table.name][1]
    return found


def _tell(faults: Sequence[Finding], table: Editable, numbers: Sequence[int]) -> None:
    st.markdown(f"**{escaped(count_words(len(faults), 'fault'))}; nothing is kept yet.**")
    told = [_on_screen(one, table.file, numbers) for one in faults]
    show_table(pd.DataFrame(fault_table(told)), f"Faults in what is written in {table.name}")


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
