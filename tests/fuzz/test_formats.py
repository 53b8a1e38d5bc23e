"""Random text for each format, and random values for each record: located values, or findings."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from positions.model.dossier import Description
from positions.model.errors import DossierError
from positions.model.sources import Source
from positions.model.statements import STATEMENT_COLUMNS, Statement
from positions.reading.codings import COLUMNS
from positions.reading.json_text import located_json_list
from positions.reading.located import Located
from positions.reading.records import checked_record
from positions.reading.table import read_table
from positions.reading.yaml_text import located_yaml
from tests.fuzz import PIECES, cases
from tests.positions.factories import checked_records

ReadT = TypeVar("ReadT")
# A file is decoded before it is read: half characters and NUL are refused there.
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
WORDS = st.text(LETTERS, max_size=8)
MIXED = st.lists(st.sampled_from([one for one in PIECES if "\0" not in one]) | WORDS, max_size=30).map(
    "".join
)
FIELDS = st.sampled_from([*Source.model_fields, *Statement.model_fields, *Description.model_fields]) | WORDS
NUMBERS = st.integers() | st.floats() | st.sampled_from([10**310, -(10**310), 2**63])
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=6),
    max_leaves=15,
)


def outcome(read: Callable[[], ReadT]) -> ReadT | str:
    """What was read, or the findings as they are printed; any other error is raised."""
    try:
        return read()
    except DossierError as error:
        return str(error)


@cases(150, 15_000)
@given(text=MIXED)
def test_any_text_is_a_mapping_or_a_finding(text: str) -> None:
    """YAML that is none, or half of one, is told."""
    found = outcome(lambda: located_yaml(text, "dossier.yaml"))

    assert found
    if isinstance(found, Located):
        assert isinstance(found.value, dict)
        assert all(1 <= line <= len(text) + 1 for line in found.lines.values())


@cases(100, 10_000)
@given(text=MIXED.map(lambda text: f"[{text}]") | MIXED)
def test_any_text_is_a_list_or_a_finding(text: str) -> None:
    """JSON that is none, or half of one, is told."""
    found = outcome(lambda: located_json_list(text, "sources.json"))

    assert found
    assert isinstance(found, str) or isinstance(found.value, list)


@cases(100, 10_000)
@given(text=MIXED.map(lambda text: f"{','.join(STATEMENT_COLUMNS)}\n{text}") | MIXED)
def test_any_text_is_rows_or_a_finding(text: str) -> None:
    """CSV that is none, or half of one, is told."""
    table = outcome(lambda: read_table(text.encode(), "statements.csv", COLUMNS))
    if isinstance(table, str):
        return

    sound, findings = checked_records(table.rows, Statement)
    assert len(sound) <= len(table.rows.value)
    assert all(str(one).isprintable() for one in (*findings, *table.findings, *table.repairs, *table.notices))


@cases(100, 10_000)
@given(value=VALUES)
def test_any_value_is_a_record_or_findings(value: object) -> None:
    """Whatever JSON or YAML holds where a source or a dossier should stand, each fault is one line."""
    _, faults = checked_records(Located("sources.json", [value], {(): 1}), Source)
    record, findings = checked_record(Located("dossier.yaml", value, {(): 1}), Description)

    assert record is None
    assert all(str(finding).isprintable() for finding in (*faults, *findings))


@cases(50, 5_000)
@given(values=st.lists(VALUES, max_size=4))
def test_any_list_is_read_as_it_was_written(values: list[object]) -> None:
    """Sound JSON with distinct names is never refused, but for numbers that no text can hold."""
    text = json.dumps(values)

    assert json.dumps(located_json_list(text, "sources.json").value) == text
