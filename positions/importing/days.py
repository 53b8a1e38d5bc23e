"""Days as a table of others writes them in, cells with ISO days out; what has two readings is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from positions.importing.cells import TableCell
from positions.importing.mapping import TableMapping
from positions.model.errors import Finding, Question, Repair
from positions.reading.day_forms import day_form, shown_order
from positions.reading.mended_days import DayReader, ReadDay


@dataclass(frozen=True)
class DatedCells:
    """The cells with their days, one repair for each way in which days were read, and what is asked."""

    cells: tuple[TableCell, ...]
    repairs: tuple[Repair, ...] = ()
    questions: tuple[Question, ...] = ()


def dated_cells(
    cells: Sequence[TableCell], mapping: TableMapping, file: str, answers: Mapping[str, str]
) -> DatedCells:
    """The cells in their order, each day as 2022-03-29; with a `day_format` in the mapping as they are.

    The order of day and month is that of the certain days of the column, or of the answer; without either
    it is asked once for the table, and the day is taken to come first.
    """
    written = {cell.texts["day"] for cell in cells if "day" in cell.texts}
    forms = {text: form for text in written if (form := day_form(text))}
    if mapping.day_format or not forms:
        return DatedCells(tuple(cells))
    orders, reader = shown_order(forms.values()), DayReader(file, answers)
    rows = {(cell.row, cell.texts["day"]) for cell in cells if cell.texts.get("day") in forms}
    read = {
        (row, text): reader.read(forms[text], orders, Finding(file, row, "day", text, "", row=True))
        for row, text in sorted(rows)
    }
    repairs: dict[str, Repair] = {}
    for (row, text), day in read.items():
        if day.way is None:
            continue
        key, way = day.way.kind or text, day.way
        first = Repair(file, row, "day", text, day.day, 0, row=True, how=way.how, chosen=way.chosen)
        told = repairs.setdefault(key, first)
        further = (*told.further, row) if way.chosen and told.times else told.further
        repairs[key] = replace(told, times=told.times + 1, further=further)
    return DatedCells(tuple(_dated(cell, read) for cell in cells), tuple(repairs.values()), reader.questions)


def _dated(cell: TableCell, read: Mapping[tuple[int, str], ReadDay]) -> TableCell:
    found = read.get((cell.row, cell.texts.get("day", "")))
    return replace(cell, texts={**cell.texts, "day": found.day}) if found else cell
