"""Formulas in a workbook: told with the value that was stored, never taken for words."""

from __future__ import annotations

from positions.importing.table import import_table
from positions.model.errors import Finding
from positions.reading.formulas import Formula, formulas, without_formulas
from tests.positions.faults import findings_of
from tests.positions.importing.made_tables import CODES, HEAD, mapping_of
from tests.positions.reading.test_spreadsheet import repacked, workbook

PASTE = "copy the cell and paste it as a value"


def stored(raw: bytes, formula: str, value: str) -> bytes:
    """The workbook with a value beside a formula, as a spreadsheet program saves it."""

    def change(_: str, content: bytes) -> bytes:
        written = f"<f>{formula}</f>".encode()
        for empty in (b"<v />", b"<v/>", b"<v></v>"):
            content = content.replace(written + empty, written + f"<v>{value}</v>".encode())
        return content

    return repacked(raw, change)


def test_a_formula_comes_with_its_stored_value_and_a_text_is_none() -> None:
    """A sheet without any is not named; a text that begins with "=" in quotation marks is a text."""
    raw = stored(workbook([["id"], ["=0+1"], ["'=2'"], ["=A1"]], Parties=[["name"]]), "0+1", "1")

    assert formulas(raw) == {"Statements": [Formula(2, 1, "=0+1", "1"), Formula(4, 1, "=A1", "")]}
    assert formulas(workbook([["id"]])) == {}


def test_each_formula_is_one_finding_and_its_stored_value_is_read_on() -> None:
    """The row keeps its other cells; where nothing is stored the formula stays."""
    found = [Formula(2, 1, "=0+1", "1"), Formula(3, 2, "=A1", "")]
    rows, findings = without_formulas(
        [(1, ["step", "why"]), (2, ["=0+1", "x"]), (3, ["2", "=A1"])], found, "S"
    )

    assert rows == [(1, ["step", "why"]), (2, ["1", "x"]), (3, ["2", "=A1"])]
    assert findings == [
        Finding("S", 2, "step", "=0+1", f"a value but a formula; its stored value is '1'; {PASTE}"),
        Finding("S", 3, "why", "=A1", f"a value but a formula; no value is stored with it; {PASTE}"),
    ]


def test_a_formula_in_a_table_of_others_is_told() -> None:
    """Beside a mapping as in a workbook of the product."""
    raw = stored(workbook([["Party", "Tax"], ["A", "=0+1"]]), "0+1", "1")
    mapping = mapping_of(f'{HEAD}{CODES}shape: wide\ncolumns: {{party: Party, value: "{{issue}}"}}\n')

    assert [str(one) for one in findings_of(lambda: import_table(raw, mapping, "t.xlsx"))] == [
        f"t.xlsx: row 2: Tax: '=0+1' is not a value but a formula; its stored value is '1'; {PASTE}"
    ]
