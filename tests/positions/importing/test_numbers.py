"""Numbers and weights of a table are those of the dossier, digit for digit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.importing.table import Imported, import_table
from tests.positions.factories import MODEST
from tests.positions.faults import findings_of
from tests.positions.importing.made_tables import HEAD, csv_bytes, mapping_of

NUMBERS = f"""{HEAD}shape: long
columns: {{party: who, issue: what, value: answer, weight: salience}}
values: {{ends: {{low: 0, high: 10}}}}
"""


def numbers(*rows: tuple[str, str], more: str = "") -> Imported:
    """What a table of these values and weights makes, each of the same party on the same issue."""
    lines = [["who", "what", "answer", "salience"], *(["A", "Tax", *row] for row in rows)]
    return import_table(csv_bytes(lines), mapping_of(NUMBERS + more), "table.csv")


def test_a_number_is_kept_as_it_is_written() -> None:
    """No digit is added or lost, and the scale has the ends of the mapping."""
    found = numbers(("7.250", "2.5"))
    numeric = found.dossier.issues[0].numeric

    assert found.dossier.statements[0].value == "7.250"
    assert numeric is not None
    assert (numeric.low, numeric.high, numeric.unit) == (0, 10, "points")
    assert [(one.issue, one.weight, one.source) for one in found.dossier.parties[0].weights] == [
        ("tax", 2.5, "answers")
    ]


def test_more_digits_than_a_value_may_have_are_rounded_where_the_mapping_says_so() -> None:
    """The note keeps the number of the table, and the report counts; else the cell is told."""
    found = numbers(("5.571428571428571", ""), ("2.5", ""), more="decimals: 3\n")

    assert [(one.value, one.note) for one in found.dossier.statements] == [
        ("5.571", "In the table: 5.571428571428571."),
        ("2.5", None),
    ]
    assert [(one.line, one.found, one.times) for one in found.repairs] == [(2, "5.571428571428571", 1)]
    (kept,) = numbers(("5.571428571428571", "")).dossier.statements
    assert (kept.value, kept.note) == ("5.571428571428571", None)


def test_digits_beyond_those_of_a_float_are_cut_and_told() -> None:
    """More than eighteen after the point change nothing that is computed; the note keeps them."""
    (one,) = numbers(("0.12345678901234567890123", "")).dossier.statements

    assert one.value == "0.123456789012345679"
    assert one.note == "In the table: 0.12345678901234567890123."


@pytest.mark.parametrize("value", ["11", "-0.1", "1e400", "ten", "7,5"])
def test_a_number_that_is_none_of_the_scale_is_told(value: str) -> None:
    """The ends are named; nothing is cut to them."""
    found = findings_of(lambda: numbers((value, "")))

    assert [(one.line, one.field, one.found) for one in found] == [(2, "answer", value)]
    assert "a number from 0 to 10" in found[0].expected


def test_two_weights_of_a_party_for_an_issue_are_told() -> None:
    """Which of them counts is not guessed; a missing code is no weight."""
    missing = "missing: {-9: {blank: not_stated, reason: no view}}\n"
    found = findings_of(lambda: numbers(("1", "2"), ("1", "-9"), ("1", "3"), more=missing))

    assert [str(one) for one in found] == [
        "table.csv: row 4: weight: '3' is not 2, the weight of Tax for A in row 2"
    ]


@pytest.mark.parametrize("weight", ["101", "-1", "much"])
def test_a_weight_beyond_what_a_dossier_holds_is_told(weight: str) -> None:
    """It is never cut to the most or read as none."""
    found = findings_of(lambda: numbers(("1", weight)))

    assert [(one.line, one.field, one.found, one.expected) for one in found] == [
        (2, "weight", weight, "a number from 0 to 100")
    ]


def test_an_issue_may_have_a_weight_and_a_name_of_its_own() -> None:
    """What the mapping says of one issue or party goes before what the table calls it."""
    more = """issues: [{as_written: Tax, id: levy, name: The levy, core: true, weight: 2}]
parties: [{as_written: A, id: first, name: First List, note: Renamed.}]
"""
    found = numbers(("1", ""), more=more).dossier

    assert [(one.id, one.name, one.core, one.weight) for one in found.issues] == [
        ("levy", "The levy", True, 2)
    ]
    assert [(one.id, one.name, one.note) for one in found.parties] == [("first", "First List", "Renamed.")]


VALUES = st.dictionaries(
    st.tuples(st.sampled_from("ABCD"), st.sampled_from(["Tax", "Toll", "Dam"])),
    st.decimals(0, 10, places=3),
    min_size=1,
)


@given(VALUES)
@MODEST
def test_values_come_back_from_a_table_of_any_shape(values: dict[tuple[str, str], Decimal]) -> None:
    """Long or wide, each number stands at its party and issue, and nothing else does."""
    long = [["who", "what", "answer"], *([who, what, str(value)] for (who, what), value in values.items())]
    issues = sorted({what for _, what in values})
    wide = [["who", *issues]]
    for party in sorted({who for who, _ in values}):
        wide.append([party, *(str(values.get((party, what), "")) for what in issues)])
    scale = "values: {ends: {low: 0, high: 10}}\n"
    shapes = {
        "shape: long\ncolumns: {party: who, issue: what, value: answer}\n": long,
        'shape: wide\ncolumns: {party: who, value: "{issue}"}\n': wide,
    }

    for shape, lines in shapes.items():
        dossier = import_table(csv_bytes(lines), mapping_of(HEAD + scale + shape), "table.csv").dossier
        parties = {one.id: one.name for one in dossier.parties}
        issues_named = {one.id: one.name for one in dossier.issues}
        found = {(parties[one.party or ""], issues_named[one.issue]): one.value for one in dossier.statements}
        assert found == {key: str(value) for key, value in values.items()}
