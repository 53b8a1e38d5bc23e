"""Records made column by column are those that their rows make one by one, in less memory."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from positions.model.dossier import Dossier
from positions.model.statements import STATEMENT_COLUMNS, Statement
from positions.reading import records
from positions.reading.located import Located
from positions.reading.records import columnwise_records, completed_records
from tests.positions.factories import FEW, by_column, dossiers, said

Row = dict[str, str]
ODD = (
    "",
    " a ",
    "two words",
    "-1",
    "3",
    "4.0",
    "2030-02-30",
    "2030-05",
    "undated",
    "high",
    "said",
    "x" * 5000,
)
ROW = {
    name: str(value)
    for name, value in said("s1", "north_head", 2).model_dump(exclude_defaults=True, mode="json").items()
}


def row_of(statement: Statement) -> Row:
    """The row of a table that says what a statement does."""
    written = {name: getattr(statement, name) for name in STATEMENT_COLUMNS} | {
        "about": ";".join(statement.about)
    }
    return {name: str(value) for name, value in written.items() if value not in (None, "")}


def one_by_one(rows: list[Row]) -> list[Statement] | None:
    """What each row alone makes; None where one makes nothing."""
    try:
        return [Statement.model_validate(row) for row in rows]
    except ValidationError:
        return None


@given(
    dossiers(),
    st.lists(
        st.tuples(st.integers(0, 19), st.sampled_from([*STATEMENT_COLUMNS, "own"]), st.sampled_from(ODD)),
        max_size=2,
    ),
)
@FEW
def test_records_are_those_of_their_rows(dossier: Dossier, odd: list[tuple[int, str, str]]) -> None:
    """With the same values of the same kinds and the same fields set; none where a row has a fault."""
    rows = [row_of(one) for one in dossier.statements]
    for place, name, text in odd:
        if place < len(rows):
            rows[place] |= {name: text}
    expected, found = one_by_one(rows), columnwise_records(by_column(rows), Statement)

    assert found == expected
    assert repr(found) == repr(expected)
    assert [one.model_fields_set for one in found or ()] == [one.model_fields_set for one in expected or ()]


@pytest.mark.parametrize("name", STATEMENT_COLUMNS)
@pytest.mark.parametrize("text", ODD)
def test_an_odd_value_is_read_or_refused_as_in_its_row(name: str, text: str) -> None:
    """Column by column, each value that may be a fault there."""
    assert columnwise_records(by_column([ROW, ROW | {name: text}]), Statement) == one_by_one(
        [ROW, ROW | {name: text}]
    )


def test_a_record_is_as_good_as_any_other() -> None:
    """It can be copied with changes, packed, written and compared, and it stays as it is."""
    (made,) = columnwise_records(by_column([ROW]), Statement) or [Statement.model_construct()]
    alone = Statement.model_validate(ROW)

    assert made.model_copy(update={"note": "why"}) == alone.model_copy(update={"note": "why"})
    assert made.model_copy(update={"note": "why"}).model_fields_set == {*ROW, "note"}
    assert made.model_fields_set == {*ROW}
    assert made.model_dump_json(exclude_unset=True) == alone.model_dump_json(exclude_unset=True)
    assert pickle.loads(pickle.dumps(made)) == alone
    assert hash(made) == hash(alone)
    with pytest.raises(ValidationError, match="frozen"):
        made.id = "s2"


def test_what_several_rows_say_is_there_once() -> None:
    """Two records share their texts, though the rows came from a file with a copy each."""
    rows = [{name: "".join(list(text)) for name, text in ROW.items()} for _ in range(2)]
    found = columnwise_records(by_column(rows), Statement)

    assert found is not None
    first, second = found
    assert all(getattr(first, name) is getattr(second, name) for name in STATEMENT_COLUMNS)


@given(dossiers(), st.sampled_from(STATEMENT_COLUMNS), st.sampled_from(ODD))
@FEW
def test_faults_of_a_long_table_are_those_of_a_short_one(dossier: Dossier, name: str, text: str) -> None:
    """Whichever way the rows are read, records and findings are the same."""
    rows = [row_of(one) for one in dossier.statements] + [ROW | {name: text}]
    table = Located(
        "statements.csv", by_column(rows), {(place,): place + 2 for place in range(len(rows))}, table=True
    )
    short = completed_records(table, Statement)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(records, "_FEW", 0)

        assert completed_records(table, Statement) == short
