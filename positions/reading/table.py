"""The bytes of a table in, CSV, workbook or Parquet; its rows by column out, and all that was met."""

from __future__ import annotations

import csv
import io
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from positions.model.errors import DossierError, Finding, Notice, Repair
from positions.model.fields import LONGEST_CELL, LONGEST_NAME, UNSEEN
from positions.reading.csv_text import csv_rows
from positions.reading.encoding import decoded_text
from positions.reading.formulas import formulas, without_formulas
from positions.reading.heads import LOOKED_THROUGH, Columns, Heads, above_heads, head_place, heads_of
from positions.reading.located import Located, NumberedRow, Rows, without_text
from positions.reading.merged_cells import merged_cells, own_columns, with_merged
from positions.reading.parquet import is_parquet, parquet_table
from positions.reading.row_columns import Cells, RowColumns, RowLines
from positions.reading.spreadsheet import has_external_links, is_workbook, sheets
from positions.reading.told import Told

_LOST_LETTER = re.compile(r"\S*[^\W\d_]\?[a-z]\S*")
# Rows one by one, the whole text, and faults that are found as the rows are read.
_Found = tuple[Iterator[NumberedRow], str, list[Finding]]
_AT_A_TIME = 1_000  # rows that are written in one go
_OF_AN_ADDRESS = re.compile(r"[/=&]")


@dataclass(frozen=True)
class Table:
    """The rows without their empty cells, the cells of columns that are not known, and what was told.

    `kept` has the cells of each such column by place in `rows`; `lacking` are columns that are not there.
    `text` is the content, alike for tables that say the same in another encoding or kind of file.
    """

    rows: Located
    text: str
    kept: dict[str, dict[int, str]] = field(default_factory=dict)
    lacking: frozenset[str] = frozenset()
    repairs: tuple[Repair, ...] = ()
    notices: tuple[Notice, ...] = ()
    findings: tuple[Finding, ...] = ()

    def own_faults(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings of its rows but for what only follows from a column that is not there."""
        return (one for one in findings if one.found is not None or one.field not in self.lacking)


def read_table(raw: bytes, file: str, columns: Columns, sheet: str = "statements") -> Table:
    """The table that the bytes hold: CSV of any encoding and delimiter, a workbook's `sheet`, or Parquet.

    Empty rows are passed over; the first other row holds the heads. A row with too few or too many cells
    is a finding and left out. Raises DossierError only for what is no table at all: an empty file, a
    workbook that cannot be opened or has no such sheet, Parquet that cannot be read as texts.
    """
    told = Told()
    if is_workbook(raw):
        rows, text, broken = _from_workbook(raw, file, columns, sheet, told)
    elif is_parquet(raw, file):
        rows, text, broken = _from_parquet(raw, file, told)
    else:
        rows, text, broken = _from_csv(raw, file, columns, told)
    top = list(islice(rows, LOOKED_THROUGH))
    place = head_place(top, columns)
    told.repairs += above_heads(top, place, file)
    first, written = top[place] if top else (1, [])
    body = _body(chain(top[place + 1 :], rows), first, len(written), file)
    told.findings += broken  # which are known when the last row is read
    heads = heads_of(written, columns, file, first)
    if any(heads.names) or not told.findings:
        told.take(heads)
    told.take(body)
    _tell_nameless(heads, body, told)
    told.findings += _halves(heads, body, columns)
    located = _located(heads, body, columns.defaults, complete=not told.findings)
    if _may_lack_letters(text, told):
        told.notices += _lost_letters(located)
    kept = {name: body.column(place) for place, name in heads.kept.items()}
    told.findings += _unfit(kept, located)
    return Table(
        located, text, kept, heads.lacking, tuple(told.repairs), tuple(told.notices), tuple(told.findings)
    )


@dataclass(frozen=True)
class _Body:
    """The rows below the heads that have a cell per column, and what was told of the others."""

    file: str
    first: int
    numbers: array[int]
    columns: list[list[str | None]]
    notices: tuple[Notice, ...]
    findings: tuple[Finding, ...]
    repairs: tuple[Repair, ...] = ()

    def column(self, place: int) -> dict[int, str]:
        """The filled cells of a column by their place in the rows."""
        return {row: cell for row, cell in enumerate(self.columns[place]) if cell is not None}


def _from_csv(raw: bytes, file: str, columns: Columns, told: Told) -> _Found:
    decoded = decoded_text(raw, file)
    if (not decoded.text or decoded.text.isspace()) and not decoded.findings:
        raise without_text(file)
    rows, repairs, findings = csv_rows(decoded.text, file, lambda head: columns.named(head) is not None)
    told.take(decoded)
    told.repairs += repairs
    return rows, decoded.text, findings


def _from_workbook(raw: bytes, file: str, columns: Columns, wanted: str, told: Told) -> _Found:
    """The rows of the sheet of that name, or of the only one that is not empty."""
    found = {name: rows for name, rows in sheets(raw, file).items() if rows}
    named = [name for name in found if name.strip().casefold() == wanted]
    if len(named or found) != 1:
        names = ", ".join(found) or None
        raise DossierError([Finding(file, None, "", names, f"a sheet named {wanted}")])
    name = (named or list(found))[0]
    told.repairs.append(
        Repair(file, None, "", "a workbook", name, sentence=f"a workbook, of which the sheet {name} is read")
    )
    if has_external_links(raw):
        told.notices.append(Notice(file, None, "", "takes values from other files, which are not read"))
    heads = head_place(found[name], columns) + 1
    rows, findings = without_formulas(found[name], formulas(raw).get(name, ()), file, heads)
    own = own_columns(rows[heads - 1][1]) if rows else ()
    merged = with_merged(rows, merged_cells(raw).get(name, ()), own, file, heads)
    told.take(merged)
    return _filled_up(merged.rows), _comma_separated(merged.rows), findings


def _from_parquet(raw: bytes, file: str, told: Told) -> _Found:
    table = parquet_table(raw, file)
    words = "a Parquet file, which has no row of heads; its first row is told as row 2, as in a spreadsheet"
    told.repairs.append(
        Repair(file, None, "", "Parquet", "a table with its first row as row 2", sentence=words)
    )
    return table.rows(), _comma_separated(table.rows()), []


def _comma_separated(rows: Iterable[NumberedRow]) -> str:
    """The cells as they would stand in CSV, made part by part: `io.StringIO` takes four bytes a letter."""
    parts, cells = list[str](), (cells for _, cells in rows)
    while some := list(islice(cells, _AT_A_TIME)):
        written = io.StringIO()
        csv.writer(written, lineterminator="\n").writerows(some)
        parts.append(written.getvalue())
    return "".join(parts)


def _filled_up(rows: Rows) -> Iterator[NumberedRow]:
    """The rows of a sheet, which end at their last filled cell, made as wide as the widest."""
    width = max((len(cells) for _, cells in rows), default=0)
    return ((number, cells + [""] * (width - len(cells))) for number, cells in rows)


def _body(rows: Iterable[NumberedRow], first: int, width: int, file: str) -> _Body:
    """The rows that have a cell per column; empty cells beyond the last are ignored, others a fault."""
    numbers, trailing, findings = array("L"), list[int](), list[Finding]()
    columns: list[list[str | None]] = [[] for _ in range(width)]
    for number, cells in rows:
        if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
            trailing.append(number)
        elif len(cells) != width:
            found, expected = f"{len(cells)} cells", f"{width} cells, one per column"
            findings.append(Finding(file, number, "", found, expected, row=True))
            continue
        numbers.append(number)
        for column, cell in zip(columns, cells, strict=False):
            column.append(cell if cell.strip() else None)
    words = f"empty cells beyond column {width} are ignored in {len(trailing):,} of the rows"
    notices = [Notice(file, number, "", words, row=True) for number in trailing[:1]]
    return _Body(file, first, numbers, columns, tuple(notices), tuple(findings))


def _tell_nameless(heads: Heads, body: _Body, told: Told) -> None:
    """Columns without a head: ignored if they are empty, else a fault."""
    empty = []
    for place in heads.nameless:
        filled = next(iter(body.column(place)), None)
        if filled is None:
            empty.append(place + 1)
            continue
        expected = f"a name for column {place + 1}, which is filled in row {body.numbers[filled]}"
        told.findings.append(Finding(body.file, body.first, "", None, expected, row=True))
    if empty:
        further = f" and {len(empty) - 1:,} more are" if len(empty) > 1 else " is"
        words = f"an empty {_ordinal(empty[0])} column{further} ignored"
        told.notices.append(Notice(body.file, body.first, "", words, row=True))


def _halves(heads: Heads, body: _Body, columns: Columns) -> Iterator[Finding]:
    """Columns that are not there though the other one of their pair is filled."""
    for lacking, other in chain(columns.pairs, (pair[::-1] for pair in columns.pairs)):
        if lacking not in heads.lacking or other in heads.lacking:
            continue
        if body.column(heads.names.index(other)):
            expected = (
                f"a column named {lacking} beside {other}: of a range each has one end, else both the same"
            )
            yield Finding(body.file, body.first, lacking, None, expected, row=True)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _located(heads: Heads, body: _Body, defaults: Mapping[str, str], *, complete: bool) -> Located:
    columns: dict[str, Cells] = {
        name: [text] * len(body.numbers) for name, text in defaults.items() if name in heads.lacking
    }
    for name, cells in zip(heads.names, body.columns, strict=True):
        if name and any(cells):  # of two columns of one name, which is a fault, the later filled cell counts
            columns[name] = _later(columns[name], cells) if name in columns else cells
    rows, lines = RowColumns(columns, len(body.numbers)), RowLines(body.first, body.numbers)
    return Located(body.file, rows, lines, table=True, complete=complete)


def _later(first: Cells, second: Cells) -> list[str | None]:
    return [later or earlier for earlier, later in zip(first, second, strict=True)]


def _unfit(kept: dict[str, dict[int, str]], rows: Located) -> Iterator[Finding]:
    """Cells and heads of columns that are not known, but for which no output has a place."""
    for name, column in kept.items():
        if len(name) > LONGEST_NAME or UNSEEN.search(name):
            yield rows.finding((), "", name, f"a name of at most {LONGEST_NAME} characters that can be seen")
        for place, cell in column.items():
            if len(cell) > LONGEST_CELL or UNSEEN.search(cell):
                expected = f"a text of at most {LONGEST_CELL:,} characters that can be seen"
                yield rows.finding((place,), name, cell, expected)


def _may_lack_letters(text: str, told: Told) -> bool:
    """Whether a program that knows few letters may have written the text, with "?" for all others."""
    return "?" in text and (text.isascii() or any(one.field == "encoding" for one in told.repairs))


def _lost_letters(rows: Located) -> Iterator[Notice]:
    """A notice for each word with a question mark inside, where it stands first."""
    counts: dict[str, int] = {}
    places: dict[str, Finding] = {}
    for place, row in enumerate(rows.value):
        for name, cell in row.items():
            for word in _LOST_LETTER.findall(cell) if "?" in cell else ():
                if not _OF_AN_ADDRESS.search(word):
                    counts[word] = counts.get(word, 0) + 1
                    places.setdefault(word, rows.finding((place,), name, word, ""))
    for word, found in places.items():
        often = f" ({counts[word]:,} times)" if counts[word] > 1 else ""
        words = f"{word!r} has a question mark inside, perhaps for a letter that was lost in saving{often}"
        yield Notice(found.file, found.line, found.field, words, row=True, statement=found.statement)
