"""The workbook opens again with all its sheets, and nothing in it runs."""

from __future__ import annotations

import io

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from positions.export.workbook import workbook
from positions.model.dossier import Dossier
from positions.reading.dossier import load_dossier
from positions.text.wording import day_words
from tests.positions.export.hostile import HOSTILE, hostile_view, view_of

ISTANBUL = load_dossier("istanbul-2022")
ROWS = ("cells", "gaps", "variants", "moves", "changes", "divergences", "statements", "sources", "codebook")
NAMES = ["read me", "matrix", *ROWS]


def opened(dossier: Dossier) -> Workbook:
    """The workbook of the landing view, read by another library."""
    return load_workbook(io.BytesIO(workbook(view_of(dossier))))


def texts_in(sheet: Worksheet) -> list[str]:
    """All texts of a sheet."""
    return [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def test_eleven_sheets_each_with_one_row_of_heads() -> None:
    """Frozen, filtered, with a head over every column and texts that wrap."""
    book = opened(ISTANBUL)

    assert book.sheetnames == NAMES
    for sheet in book.worksheets:
        assert sheet.freeze_panes in ("A2", "B2")
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(isinstance(cell.value, str) for cell in sheet[1])
        assert all(sheet.column_dimensions[cell.coordinate[:-1]].width > 10 for cell in sheet[1])
        assert sheet["A2"].alignment.wrap_text


def test_the_read_me_says_what_one_holds_in_hand() -> None:
    """Title, the view's own three lines, coverage, version, licence, limits, and every sheet and column."""
    book, view = opened(ISTANBUL), view_of(ISTANBUL)
    held, applies = view.coverage
    told = texts_in(book["read me"])
    written = " ".join(told)

    for words in (
        ISTANBUL.title,
        ISTANBUL.question,
        day_words(view.day),
        view.finding,
        view.measure,
        view.source_line,
        f"{held} of {applies} cells have a position",
        ISTANBUL.data_version,
        ISTANBUL.licence,
        *ISTANBUL.limits,
    ):
        assert words in written
    for name in NAMES:
        assert name in told
    for name in ROWS:
        assert {f"{name}: {head.value}" for head in book[name][1]} <= set(told)


def test_matrix_and_cells_say_the_same() -> None:
    """Every line of a cell in the long sheet stands in the wide one."""
    book = opened(ISTANBUL)
    heads = [cell.value for cell in book["cells"][1]]
    matrix = " ".join(texts_in(book["matrix"]))

    assert [cell.value for cell in book["matrix"][1]] == [
        "Issue",
        "Russia",
        "Ukraine",
        "West",
        "Farthest apart",
    ]
    for row in book["cells"].iter_rows(min_row=2, values_only=True):
        cell = dict(zip(heads, row, strict=True))
        assert str(cell["words"]) in matrix
        for column in ("body", "evidence", "others", "notes"):
            assert str(cell[column] or "") in matrix


def test_every_source_and_scale_is_explained() -> None:
    """A reader finds where the statements stand and what the steps mean."""
    book = opened(ISTANBUL)
    sources, explained = texts_in(book["sources"]), texts_in(book["codebook"])

    assert {one.title for one in ISTANBUL.sources} <= set(sources)
    steps = [step for issue in ISTANBUL.issues for step in issue.scale]
    assert all(any(step.label in text for text in explained) for step in steps)
    assert all(any(step.short.lower() in text.lower() for text in explained) for step in steps)


def test_no_cell_would_run_in_a_spreadsheet() -> None:
    """Formulas in texts are stored as strings, marked as quoted, and read back unchanged."""
    book = load_workbook(io.BytesIO(workbook(hostile_view())))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    hostile = [cell for cell in cells if cell.value in HOSTILE]

    assert {cell.value for cell in hostile} == set(HOSTILE)
    assert {cell.data_type for cell in hostile} == {"s"}
    assert all(cell.quotePrefix for cell in hostile)
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_the_day_of_making_is_the_as_of_day() -> None:
    """No clock is read."""
    assert opened(ISTANBUL).properties.created.date() == view_of(ISTANBUL).day
