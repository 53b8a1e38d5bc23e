"""Workbooks to rows of text: what a cell says, which row it stands in, and what is not opened."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from positions.model.errors import Finding
from positions.reading import spreadsheet
from positions.reading.spreadsheet import has_external_links, is_workbook, sheets
from tests.fuzz import cases
from tests.positions.faults import findings_of

FILE = "statements.xlsx"
CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)


def workbook(rows: list[list[object]], **others: list[list[object]]) -> bytes:
    """A workbook with a sheet "Statements" of these rows, and others."""
    book = Workbook(write_only=True)
    for title, content in {"Statements": rows, **others}.items():
        sheet = book.create_sheet(title)
        for row in content:
            sheet.append(row)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def repacked(raw: bytes, change: Callable[[str, bytes], bytes], **added: bytes) -> bytes:
    """The workbook with each part changed, and parts added; `__` in their names is a slash."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(part, old.read(part)))
        for name, content in added.items():
            new.writestr(name.replace("__", "/"), content)
    return written.getvalue()


def as_it_is(_: str, content: bytes) -> bytes:
    """The part unchanged."""
    return content


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Çavuş, 北", "Çavuş, 北"),
        ("one\ntwo", "one\ntwo"),
        ("12", "12"),
        (3, "3"),
        (3.0, "3"),
        (2.5, "2.5"),
        (1e300, "1e+300"),
        (True, "TRUE"),
        (dt.date(2017, 6, 29), "2017-06-29"),
        (dt.datetime(2017, 6, 29), "2017-06-29"),
        (dt.datetime(2017, 6, 29, 14, 30), "2017-06-29 14:30:00"),
        ('=HYPERLINK("https://x.example")', '=HYPERLINK("https://x.example")'),
        (ArrayFormula("A1:A2", "=B1:B2"), "=B1:B2"),
        ("a_x000D_b", "a\rb"),
    ],
)
def test_a_cell_is_the_text_that_would_be_typed(value: object, text: str) -> None:
    """Days are days, whole numbers have no fraction, and a formula is its words and is not run."""
    assert sheets(workbook([[value]]), FILE) == {"Statements": [(1, [text])]}


def test_rows_are_numbered_as_the_spreadsheet_does() -> None:
    """Empty rows and rows with line breaks in a cell do not shift the numbers below them."""
    rows: list[list[object]] = [["id"], [], ["a\nb"], [None, " "], [None, "c", None]]

    assert sheets(workbook(rows), FILE)["Statements"] == [(1, ["id"]), (3, ["a\nb"]), (5, ["", "c"])]


def test_every_sheet_is_read_in_its_order() -> None:
    """The sheets of a whole dossier come together; an empty one has no rows."""
    read = sheets(workbook([["id"]], Parties=[["name"]], About=[]), FILE)

    assert list(read.items()) == [("Statements", [(1, ["id"])]), ("Parties", [(1, ["name"])]), ("About", [])]


@cases(20, 5_000)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=5))
def test_texts_come_back_letter_by_letter(rows: list[list[str]]) -> None:
    """What is typed into a workbook as text is read as that text, whatever it looks like."""
    quoted: list[list[object]] = [[f"'{cell}'" for cell in row] for row in rows]

    read = sheets(workbook(quoted), FILE)["Statements"]

    assert [cells for _, cells in read] == quoted


def test_a_wrong_size_of_a_sheet_is_not_believed() -> None:
    """A sheet that calls itself a million rows long or one cell small is read by its rows."""

    def claim(part: str, content: bytes) -> bytes:
        return content.replace(b'ref="A1:B1"', b'ref="A1:XFD1048576"') if "sheet1" in part else content

    assert sheets(repacked(workbook([["a", "b"]]), claim), FILE) == {"Statements": [(1, ["a", "b"])]}


@pytest.mark.parametrize(
    ("raw", "found", "expected"),
    [
        (b"id,name\n", "this content", "a workbook of the kind .xlsx"),
        (b"", "this content", "a workbook of the kind .xlsx"),
        (b"PK\x03\x04 and no more", "this content", "a workbook of the kind .xlsx"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Workbook",
            "a workbook of the old kind (.xls)",
            "a workbook saved as .xlsx",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a workbook with a password",
            "a workbook without one",
        ),
        (
            repacked(workbook([["a"]]), as_it_is, xl__vbaProject__bin=b"").replace(
                b"vbaProject/bin", b"vbaProject.bin"
            ),
            "a workbook with macros",
            "one without; save it as .xlsx",
        ),
        (
            repacked(workbook([["a"]]), lambda part, content: content[:99] if "sheet1" in part else content),
            "a damaged workbook",
            "a workbook that a spreadsheet program opens",
        ),
    ],
)
def test_what_cannot_or_must_not_be_opened_is_told_in_one_sentence(
    raw: bytes, found: str, expected: str
) -> None:
    """Nobody is shown a traceback, and no macro is carried along."""
    assert findings_of(lambda: sheets(raw, FILE)) == [Finding(FILE, None, "", found, expected)]


def test_a_workbook_that_swells_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file of a gigabyte of blanks is one finding, not a full memory."""
    monkeypatch.setattr(spreadsheet, "MOST_UNPACKED_MB", 1)
    bomb = repacked(workbook([["a"]]), as_it_is, xl__blanks=b" " * 3_000_000)

    assert len(bomb) < 100_000
    assert findings_of(lambda: sheets(bomb, FILE)) == [
        Finding(FILE, None, "", "3 MB when unpacked", "at most 1 MB")
    ]


@pytest.mark.parametrize(("place", "far"), [(b'r="A1"', b'r="ZZZ1"'), (b'<row r="1"', b'<row r="999999999"')])
def test_a_cell_far_away_does_not_fill_the_memory(
    place: bytes, far: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The empty cells before a cell at the end of the world are counted, not kept."""
    monkeypatch.setattr(spreadsheet, "MOST_CELLS", 1_000)
    raw = repacked(
        workbook([["a"]]), lambda part, text: text.replace(place, far) if "sheet1" in part else text
    )

    assert [finding.found for finding in findings_of(lambda: sheets(raw, FILE))] == ["a larger workbook"]


def test_entities_that_multiply_are_not_unfolded() -> None:
    """A billion laughs in a sheet end in a finding."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}]>'.encode()

    def laugh(part: str, content: bytes) -> bytes:
        return head + content.replace(b">1<", b">&l9;<") if "sheet1" in part else content

    findings = findings_of(lambda: sheets(repacked(workbook([[1]]), laugh), FILE))

    assert [finding.found for finding in findings] == ["a damaged workbook"]


def test_links_to_other_files_are_seen() -> None:
    """A workbook that takes values from elsewhere can be told from one that stands alone."""
    alone = workbook([["a"]])

    assert not has_external_links(alone)
    assert has_external_links(repacked(alone, as_it_is, xl__externalLinks__externalLink1=b""))


def test_a_workbook_is_known_by_its_content() -> None:
    """The name of a file may lie."""
    assert is_workbook(workbook([["a"]]))
    assert not is_workbook(b"id,name\n")
    assert not is_workbook(repacked(b"PK\x05\x06" + b"\0" * 18, as_it_is, dossier=b"x"))
