"""The cells of a table, long or wide, each with the texts that belong to it and the place it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from positions.importing.headings import Headings, headings_of
from positions.importing.mapping import TableMapping
from positions.importing.mapping_file import spread_over
from positions.model.errors import DossierError, Finding, Notice
from positions.reading.located import Rows

_OTHER = {"issue": "party", "party": "issue"}  # what the rows of a wide table are
_TELLING_APART = ("member", "speaker", "day", "source")
_MOST_NAMED = 5  # rows


@dataclass(frozen=True)
class TableCell:
    """One value of a table: row and column as a spreadsheet counts them, and by role what is said of it.

    `texts` holds no empty text; `value` is not in it where the cell is empty.
    """

    row: int
    column: int
    heading: str
    texts: Mapping[str, str]

    @property
    def id(self) -> str:
        """The place in the table as an id, "r12c5", so that every statement leads back to its cell."""
        return f"r{self.row}c{self.column}"


@dataclass(frozen=True)
class LeftOutCell:
    """A cell that makes no statement: its row as a spreadsheet counts, its heading, and why."""

    row: int
    heading: str
    why: str


@dataclass(frozen=True)
class TableCells:
    """The cells that stand for a party and an issue, in order, and the others that were left out."""

    cells: tuple[TableCell, ...]
    left_out: tuple[LeftOutCell, ...]
    unused: tuple[str, ...]
    notices: tuple[Notice, ...]


def table_cells(rows: Rows, mapping: TableMapping, file: str) -> TableCells:
    """The cells of the table. Raises DossierError where its headings are not those of the mapping."""
    headings = headings_of(rows, mapping, file)
    body = rows[mapping.header_lines :]
    _refuse_parties_by_parties(body, headings, mapping, file)
    left_out: list[LeftOutCell] = []
    found: list[TableCell] = []
    for number, cells in body:
        if not any(cell.strip() for cell in cells):
            continue
        made = list(_cells_of(number, cells, headings, mapping))
        why = _why_left_out(cells, headings, mapping)
        if why:
            left_out += [LeftOutCell(number, cell.heading, why) for cell in made]
            continue
        for cell in made:
            lacking = [role for role in ("party", "issue") if role not in cell.texts]
            if lacking:
                left_out.append(LeftOutCell(number, cell.heading, f"no {lacking[0]} is named in the row"))
            else:
                found.append(cell)
    alike = tuple(_rows_alike(body, headings, mapping, file))
    return TableCells(tuple(found), tuple(left_out), headings.unused, alike)


def _rows_alike(body: Rows, headings: Headings, mapping: TableMapping, file: str) -> Iterator[Notice]:
    """Rows of a wide table that speak for the same party, or of the same issue, and nothing tells apart."""
    role = _OTHER.get(spread_over(mapping.columns) or "")
    if mapping.shape == "long" or role is None:
        return
    columns = [headings.roles[one] for one in (role, *_TELLING_APART) if one in headings.roles]
    rows: dict[tuple[str, ...], list[int]] = {}
    for number, cells in body:
        if (name := _text(cells, headings.roles[role])) and not _why_left_out(cells, headings, mapping):
            rows.setdefault((name, *(_text(cells, one) for one in columns[1:])), []).append(number)
    for (name, *_), (first, *others) in rows.items():
        if others:
            named = ", ".join(map(str, (first, *others)[:_MOST_NAMED]))
            named += f" and {len(others) + 1 - _MOST_NAMED:,} more" if len(others) >= _MOST_NAMED else ""
            alike = f"rows {named} are of {name}, and nothing tells them apart"
            words = f"{alike}: where they differ, the position holds each of their values"
            yield Notice(file, others[0], headings.texts[headings.roles[role]], words, row=True)


def _why_left_out(cells: Sequence[str], headings: Headings, mapping: TableMapping) -> str | None:
    for text, column in headings.only.items():
        if _text(cells, column) not in mapping.only[text]:
            return f"{text} is not {' or '.join(mapping.only[text])}"
    return None


def _cells_of(
    number: int, cells: Sequence[str], headings: Headings, mapping: TableMapping
) -> Iterator[TableCell]:
    """The cells of a row: one of a long table, one for each issue or party of a wide one."""
    texts = {role: _text(cells, column) for role, column in headings.roles.items()}
    if mapping.shape == "long":
        column = headings.roles.get("value", headings.roles["issue"])
        yield _cell(number, column, headings, texts)
        return
    over = spread_over(mapping.columns) or ""
    for key, roles in headings.spread.items():
        own = {role: _text(cells, column) for role, column in roles.items()}
        yield _cell(number, roles["value"], headings, {**texts, **own, over: key})


def _cell(number: int, column: int, headings: Headings, texts: Mapping[str, str]) -> TableCell:
    held = {role: text for role, text in texts.items() if text}
    return TableCell(number, column + 1, headings.texts[column], held)


def _text(cells: Sequence[str], column: int) -> str:
    return cells[column].strip() if column < len(cells) else ""


def _refuse_parties_by_parties(body: Rows, headings: Headings, mapping: TableMapping, file: str) -> None:
    """A table whose rows and columns bear the same names compares parties with parties."""
    over = spread_over(mapping.columns)
    role = "party" if over == "issue" else "issue"
    if mapping.shape == "long" or role not in headings.roles:
        return
    names = {_text(cells, headings.roles[role]).casefold() for _, cells in body} - {""}
    if names == {key.casefold() for key in headings.spread}:
        found = "the same names in rows and columns"
        expected = "a table of parties by issues"
        raise DossierError([Finding(file, body[0][0], "", found, expected, row=True)])
