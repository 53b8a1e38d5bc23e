"""The statements behind a view as rows: every column of statements.csv, then names in words."""

from __future__ import annotations

import pandas as pd

from positions.model.fields import last_day
from positions.model.statements import Statement
from positions.rows import row_frame, row_of
from positions.text.coder_differences import coded_facts
from positions.view import View


class StatementRow(Statement):
    """A statement as it was coded, with the names that its ids stand for."""

    issue_name: str
    """Name of the issue."""
    side_name: str | None
    """Name of the member or party that speaks; empty for commentary."""
    speaker_name: str
    """Name of the speaker."""
    office: str
    """The speaker's office."""
    authority: str
    """Authority of the speaker to bind the side."""
    source_name: str
    """Short name of the source."""
    number: int | None
    """Its number in the notes of every output of this view; empty where no cell shows it."""
    codings: str | None
    """What each coder made of it, a line each, with the coder's note; empty where no coding has it."""


def statement_rows(view: View) -> list[StatementRow]:
    """The statements of `shown_statements` as rows, in their order."""
    return [_row(one, view) for one in shown_statements(view)]


def statement_frame(view: View) -> pd.DataFrame:
    """The same as a table of plain cells; columns that are kept as they were found stand last.

    One of those that is named as a column here was once written by this program, and is left out.
    """
    rows = statement_rows(view)
    frame = row_frame(rows, StatementRow)
    for column in view.tables.dossier.kept:
        if column.name not in StatementRow.model_fields:
            frame[column.name] = pd.Series([column.cells.get(row.id) for row in rows], dtype="object")
    return frame


def shown_statements(view: View) -> list[Statement]:
    """Statements on the shown issues by or about the shown columns, to the as-of day, in file order."""
    members = {member for column in view.columns for member in view.tables.members.get(column, ())}
    sides = {*view.columns, *members}
    return [
        one
        for one in view.tables.dossier.statements
        if one.issue in view.selection.issues
        and last_day(one.said_on) <= view.day
        and not sides.isdisjoint({one.party, one.member, *one.about})
    ]


def _row(statement: Statement, view: View) -> StatementRow:
    tables = view.tables
    speaker = tables.speaker_of(statement)
    side = statement.member or statement.party
    return row_of(
        StatementRow,
        statement,
        issue_name=tables.scales[statement.issue].name,
        side_name=tables.names[side] if side else None,
        speaker_name=speaker.name,
        office=speaker.office,
        authority=speaker.authority,
        source_name=tables.sources[statement.source].custom.short_name,
        number=view.numbers.get(statement.id),
        codings="\n".join(f"{name}: {told}" for name, told in coded_facts(statement, tables)) or None,
    )
