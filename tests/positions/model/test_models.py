"""Records: the columns of a statement, and what no record lets pass."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from positions.model.dossier import Dossier
from positions.model.fields import first_day, last_day
from positions.model.parties import AUTHORITIES, CELL_AUTHORITIES, Member, Party
from positions.model.sources import CslDate, Source
from positions.model.statements import (
    CELL_MODES,
    MODES,
    OPTIONAL_COLUMNS,
    STATEMENT_COLUMNS,
    Reference,
    Statement,
)

COLUMNS = (
    "id, source, start, end, party, member, speaker, issue, said_on, date_basis, mode, about, step_low, "
    "step_high, value, spread, until, summary, condition, phrase, phrase_at, confidence, coder, note, "
    "status, by, checked_by"
)


def csl(*parts: int) -> CslDate:
    """A date as sources.json writes it."""
    return CslDate.model_validate({"date-parts": [parts]})


def test_the_columns_of_statements_csv_are_fixed() -> None:
    """Spreadsheets of other people stay readable: these columns, in this order."""
    assert ", ".join(STATEMENT_COLUMNS) == COLUMNS


def test_modes_stand_strongest_first_and_four_of_them_set_a_cell() -> None:
    """What is said of others and commentary never set a cell."""
    assert MODES == (
        "official_text",
        "direct_quote",
        "reported_speech",
        "action",
        "attributed",
        "commentary",
    )
    assert set(MODES) - set(CELL_MODES) == {"attributed", "commentary"}


def test_columns_that_a_file_may_leave_out() -> None:
    """What a statement cannot be without must be there; the rest is empty in every row, save the party."""
    required = {name for name, field in Statement.model_fields.items() if field.is_required()}

    assert {"spread", "until", "condition", "note"} <= set(OPTIONAL_COLUMNS)
    assert set(STATEMENT_COLUMNS) - set(OPTIONAL_COLUMNS) == required | {"party"}


def test_three_authorities_set_a_cell() -> None:
    """Individuals and commentators never do; an adviser stands below the others."""
    assert CELL_AUTHORITIES == ("principal", "delegated", "adviser") == AUTHORITIES[:3]


def test_what_a_statement_need_not_say(small: Dossier) -> None:
    """Without a word on it a range has no reason, and a measure no end."""
    written = small.statements[0].model_dump(exclude={"spread", "until"})
    statement = Statement.model_validate(written)

    assert (statement.spread, statement.until) == (None, None)


@pytest.mark.parametrize(("name", "value"), [("spread", "guess"), ("until", "soon"), ("until", "undated")])
def test_what_a_statement_cannot_say(small: Dossier, name: str, value: str) -> None:
    """A range was said or is in doubt, and an end is a date."""
    with pytest.raises(ValidationError, match=name):
        Statement.model_validate(small.statements[0].model_dump() | {name: value})


def test_a_member_is_a_state_unless_it_is_a_body() -> None:
    """Who is listed without a kind is counted as a state and speaks for itself alone."""
    state = Member(id="east", name="East")
    body = Member(id="council", name="Council", kind="body", speaks_for=("east",))

    assert (state.kind, state.speaks_for) == ("state", ())
    assert (body.kind, body.speaks_for) == ("body", ("east",))


def test_members_of_others_may_be_included_without_being_a_part() -> None:
    """A grouping's members are its own and those that it includes, in that order."""
    own = Member(id="east", name="East")
    party = Party(id="far", name="Far", kind="grouping", members=(own,), includes=("west", "isle"))

    assert party.member_ids == ("east", "west", "isle")
    assert party.part_of is None


def test_a_record_cannot_be_changed(small: Dossier) -> None:
    """What was read stays what was written."""
    with pytest.raises(ValidationError, match="frozen"):
        small.statements[0].summary = "something else"


def test_a_record_has_no_unknown_field(small: Dossier) -> None:
    """A misspelt field is told, not dropped."""
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Statement.model_validate(small.statements[0].model_dump() | {"sumary": "x"})


def test_a_statement_leads_to_the_passage_that_proves_it(small: Dossier) -> None:
    """The reference is the source with the span; both ends may be unknown."""
    assert small.statements[0].reference == Reference(source="gazette", start=30, end=151)
    unread = next(one for one in small.statements if one.id == "bulletin-1")
    assert unread.reference == Reference(source="bulletin", start=None, end=None)


def test_an_empty_cell_is_unknown_and_never_zero(small: Dossier) -> None:
    """Step 0 and no step are different things."""
    steps = {one.id: (one.step_low, one.step_high) for one in small.statements}

    assert steps["gazette-1"] == (0, 0)
    assert steps["gazette-4"] == (None, None)
    assert steps["courier-2"] == (3, 4)


@given(day=st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)))
def test_a_day_of_publication_is_kept_as_written(day: dt.date) -> None:
    """Year, month and day of a source are those of its record."""
    assert first_day(csl(day.year, day.month, day.day).approximate) == day


def test_a_publication_known_to_the_month_or_year_does_not_pretend_to_a_day() -> None:
    """A year alone counts from its last day, so that nothing was published too early."""
    assert csl(2031, 6).approximate == "2031-06"
    assert csl(2031).approximate == "2031"
    assert last_day(csl(2031).approximate) == dt.date(2031, 12, 31)


@pytest.mark.parametrize("parts", [(2031, 13), (2031, 2, 30), (2031, -1), (2031, 0), (20310, 2, 3), (0,)])
def test_a_publication_on_no_day_of_the_calendar_is_refused(parts: tuple[int, ...]) -> None:
    """A source has a date that exists."""
    with pytest.raises(ValidationError, match="a date that exists"):
        csl(*parts)


@pytest.mark.parametrize("year", [31, 795, 3000, 9999])
def test_a_publication_in_a_far_year_is_refused(year: int) -> None:
    """A date exists, but no calendar here counts windows around it."""
    with pytest.raises(ValidationError, match="a day in the years 1000 to 2999"):
        csl(year, 1, 1)


def numbers(schema: Any) -> Iterator[dict[str, Any]]:
    """Every whole number that a schema allows, but for the parts of a date, which must make a day."""
    if isinstance(schema, dict):
        if schema.get("type") == "integer":
            yield schema
        for name, inner in schema.items():
            yield from () if name == "date-parts" else numbers(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from numbers(inner)


def test_every_number_of_a_dossier_has_a_lowest_and_a_highest_value() -> None:
    """No file can hold a number so large that a day or a memory is counted past its end."""
    found = list(numbers(Dossier.model_json_schema()))

    assert len(found) > 5
    assert all({"minimum", "maximum"} <= set(one) for one in found)


def test_the_names_of_csl_json_are_used_in_files(small: Dossier) -> None:
    """A source goes out as it came in, with the field names of reference managers."""
    written = small.sources[1].model_dump(by_alias=True, exclude_defaults=True, mode="json")

    assert written["publisher-place"] == "Southland"
    assert written["issued"] == {"date-parts": [[2031, 5, 14]]}
    assert Source.model_validate(written) == small.sources[1]
