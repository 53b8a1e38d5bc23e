"""Mending: what can mean one thing is read as it and told; what can mean two is left or asked."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from positions.model.dossier import Description
from positions.model.statements import MODES
from positions.reading.dossier import STATEMENTS, folder_files, load_dossier, read_files
from positions.reading.located import Located
from positions.reading.mending import Mending, mended_rows
from tests.conftest import SMALL, Changed
from tests.positions.factories import MODEST, by_column
from tests.positions.faults import findings_of

SMALL_DOSSIER = load_dossier(SMALL)
Row = dict[str, str]
KEY = "statements.csv:day-order"


def mending(*rows: Row, answers: dict[str, str] | None = None) -> Mending:
    """The rows, the first on line 2, mended against the small dossier."""
    lines: dict[tuple[str | int, ...], int] = {(place,): place + 2 for place in range(len(rows))}
    located = Located(STATEMENTS, by_column(rows), lines)
    return mended_rows(located, SMALL_DOSSIER, SMALL_DOSSIER.sources, answers)


def told(*rows: Row) -> list[str]:
    """The repairs as the reader sees them."""
    return [str(repair) for repair in mending(*rows).repairs]


@pytest.mark.parametrize(
    ("column", "written", "read_as"),
    [
        ("party", "Northland", "northland"),
        ("party", "  northland ", "northland"),
        ("party", "NORTHLAND", "northland"),
        ("party", "the northerners", "northland"),
        ("member", "The Salt Town", "salt"),
        ("speaker", "President Norin", "norrin"),
        ("speaker", "Ilva  Norrin", "norrin"),
        ("speaker", "Dune ministry", "dune_ministry"),
        ("issue", "Shares of the catch", "quota"),
        ("issue", "Access", "access"),
        ("source", "Southern Courier", "courier"),
        ("about", "Southland; Brackmoor", "southland;brack"),
        ("mode", "Direct quote", "direct_quote"),
        ("mode", "Direct_Quote", "direct_quote"),
        ("mode", " direct-quote", "direct_quote"),
        ("confidence", "HIGH", "high"),
        ("spread", "Doubt ", "doubt"),
        ("date_basis", "Explicit", "explicit"),
    ],
)
def test_a_name_stands_for_its_id(column: str, written: str, read_as: str) -> None:
    """Names, aliases, capitals, blanks and hyphens are read as the id or code, and that is told."""
    row = {column: written}

    assert list(mending(row).rows.value) == [{column: read_as}]
    assert told(row) == [f"statements.csv:2: {column}: {written!r} is read as {read_as!r}"]
    assert row == {column: written}


def test_a_member_in_the_party_column_is_read_with_its_grouping() -> None:
    """Who speaks for a member need not know which grouping lists it."""
    assert list(mending({"party": "Brackmoor"}).rows.value) == [{"party": "coast", "member": "brack"}]
    assert told({"party": "brack"}) == ["statements.csv:2: party: 'brack' is read as 'coast' (member: brack)"]


def test_a_member_that_contradicts_the_member_column_is_left() -> None:
    """Which of two members speaks only the author can tell."""
    row = {"party": "Brackmoor", "member": "dune"}

    assert mending(row).rows.value[0] == row


def test_a_name_of_two_is_left() -> None:
    """Two speakers with one alias are not told apart by guessing."""
    fields = SMALL_DOSSIER.model_dump(by_alias=True, exclude={"sources", "statements", "data_version"})
    fields["speakers"] = [{**one, "aliases": ["the President"]} for one in fields["speakers"]]
    row = {"speaker": "the President"}
    mended = mended_rows(Located(STATEMENTS, by_column([row])), Description.model_validate(fields))

    assert mended.rows.value[0] == row
    assert mended.repairs == ()


def test_composed_and_decomposed_letters_are_one_name() -> None:
    """A file from another system writes é as two characters; it is the same name."""
    fields = SMALL_DOSSIER.model_dump(by_alias=True, exclude={"sources", "statements", "data_version"})
    fields["parties"][0]["name"] = "Pérou"
    written = {"party": unicodedata.normalize("NFD", "Pérou")}
    mended = mended_rows(Located(STATEMENTS, by_column([written])), Description.model_validate(fields))

    assert list(mended.rows.value) == [{"party": "northland"}]


@pytest.mark.parametrize(
    ("written", "step"),
    [("Free passage at all times", "4"), ("free passage", "4"), ("3.0", "3"), ("3,0", "3"), (" 2", "2")],
)
def test_a_label_stands_for_its_step(written: str, step: str) -> None:
    """The words of the row's own scale, and a whole number with needless digits, are steps."""
    row = {"issue": "Access", "step_low": written, "step_high": written}

    assert list(mending(row).rows.value) == [{"issue": "access", "step_low": step, "step_high": step}]


def test_a_step_between_two_is_left() -> None:
    """No half step is rounded."""
    row = {"issue": "access", "step_low": "2.5", "step_high": "2.5"}

    assert mending(row).rows.value[0] == row


def test_one_end_of_a_range_is_both() -> None:
    """A single step may be written once."""
    assert list(mending({"step_high": "3"}).rows.value) == [{"step_low": "3", "step_high": "3"}]
    assert told({"step_low": "3"}) == [
        "statements.csv:2: step_high: empty, so it is taken as '3' (the step in step_low)"
    ]


@pytest.mark.parametrize(
    ("written", "day", "how"),
    [
        ("29.06.2017", "2017-06-29", " (day before month)"),
        ("29/06/2017", "2017-06-29", " (day before month)"),
        ("6/29/2017", "2017-06-29", " (month before day)"),
        ("06.06.2017", "2017-06-06", ""),
        ("42915", "2017-06-29", " (as spreadsheets number days)"),
        ("42915.0", "2017-06-29", " (as spreadsheets number days)"),
        ("2017-06-29 00:00:00", "2017-06-29", ""),
        ("2017-06-29T10:15", "2017-06-29", ""),
        ("2017/6/9", "2017-06-09", ""),
        ("06.2017", "2017-06", ""),
        (" 2017-06 ", "2017-06", ""),
        ("20170629", "2017-06-29", ""),
        ("June 29, 2017", "2017-06-29", ""),
        ("Thursday, 29 June 2017", "2017-06-29", ""),
        ("29-Jun-2017", "2017-06-29", ""),
        ("29th June 2017", "2017-06-29", ""),
        ("29th of June, 2017", "2017-06-29", ""),
        ("Sept. 9, 2017", "2017-09-09", ""),
        ("1er juin 2017", "2017-06-01", ""),
        ("29 juin 2017", "2017-06-29", ""),
        ("29. Juni 2017", "2017-06-29", ""),
        ("29.Juni 2017", "2017-06-29", ""),
        ("29 de junio de 2017", "2017-06-29", ""),
        ("29 июня 2017 г.", "2017-06-29", ""),
        ("29 червня 2017 року", "2017-06-29", ""),
        ("June 2017", "2017-06", ""),
    ],
)
def test_a_day_that_can_be_one_day_only_is_read(written: str, day: str, how: str) -> None:
    """Other countries' and spreadsheets' days are read, and the form is told."""
    assert list(mending({"said_on": written}).rows.value) == [{"said_on": day}]
    assert told({"said_on": written}) == [f"statements.csv:2: said_on: {written!r} is read as {day!r}{how}"]


NO_DAYS = (
    "31 June 2017",
    "29 Jun",
    "29 Juno 2017",
    "20171329",
    "about June 2017",
    "June 29 17",
    "1 2 June 2017",
)


@pytest.mark.parametrize(
    "written", ["31.02.2017", "13.13.2017", "2017-13-01", "soon", "291", "99/1/2017", *NO_DAYS]
)
def test_what_is_no_day_is_left(written: str) -> None:
    """A day that does not exist is a fault, and no repair hides it."""
    row = {"said_on": written}

    assert mending(row).rows.value[0] == row


@MODEST
@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)),
    st.sampled_from(["en", "en_GB", "de", "fr", "es", "it", "pt", "ru", "uk"]),
    st.sampled_from(["d MMMM y", "d. MMMM y", "MMMM d, y", "d MMM y", "EEEE, d MMMM y"]),
)
def test_a_day_with_the_name_of_its_month_is_that_day(day: dt.date, language: str, form: str) -> None:
    """As the languages of the sources write it, in full or short."""
    written = format_date(day, form, locale=language)

    assert list(mending({"said_on": written}).rows.value) == [{"said_on": day.isoformat()}]


def test_days_of_one_form_are_one_repair() -> None:
    """A file of a thousand such days says so once."""
    assert told(*[{"said_on": f"{day}.06.2017"} for day in (20, 21, 22)]) == [
        "statements.csv:2: said_on: '20.06.2017' is read as '2017-06-20' (day before month; 3 times)"
    ]


def test_certain_days_of_a_column_decide_for_the_others() -> None:
    """Where one day can only be day before month, the others with its separator are, too."""
    mended = mending({"said_on": "01.02.2022"}, {"said_on": "29.01.2022"})

    assert [row["said_on"] for row in mended.rows.value] == ["2022-02-01", "2022-01-29"]
    assert mended.questions == ()


@pytest.mark.parametrize("others", [("29/01/2022",), ("29.01.2022", "1.29.2022")])
def test_another_separator_or_a_contradiction_decides_nothing(others: tuple[str, ...]) -> None:
    """Evidence of another kind, or against itself, is none."""
    mended = mending({"said_on": "01.02.2022"}, *({"said_on": day} for day in others))

    assert [question.key for question in mended.questions] == [KEY]


def test_an_ambiguous_file_is_asked_once() -> None:
    """One question with both readings, whatever the number of days and columns."""
    mended = mending({"said_on": "01.02.2022", "until": "03.04.2022"}, {"said_on": "05.06.2022"})

    assert [(one.place, one.found, one.readings) for one in mended.questions] == [
        (
            "statements.csv:2: said_on",
            "01.02.2022",
            (
                ("day-month", "day before month: 01.02.2022 is 2022-02-01"),
                ("month-day", "month before day: 01.02.2022 is 2022-01-02"),
            ),
        )
    ]
    assert mended.repairs == ()


@pytest.mark.parametrize(("answer", "day"), [("day-month", "2022-02-01"), ("month-day", "2022-01-02")])
def test_an_answer_is_followed_and_told(answer: str, day: str) -> None:
    """What the author says is read so in the whole file."""
    mended = mending({"said_on": "01.02.2022"}, answers={KEY: answer})

    assert list(mended.rows.value) == [{"said_on": day}]
    assert mended.questions == ()
    assert mended.repairs[0].read_as.startswith(day)


def test_an_unknown_answer_is_no_answer() -> None:
    """A key that somebody made up leaves the question open."""
    assert mending({"said_on": "01.02.2022"}, answers={KEY: "perhaps"}).questions


ALL_AT_ONCE = (
    ("norrin,access,2031-05-09,explicit,direct_quote", "Ilva Norrin,ACCESS,29.03.2031,Explicit,Direct quote"),
    ("gazette-6,gazette,626,754,northland,", "gazette-6,gazette,626,754,The Northerners,"),
)


def test_a_dossier_written_by_hand_loads_with_its_repairs(changed: Changed) -> None:
    """Everything that is certain is mended in one pass and reported, and the dossier is the same."""
    reading = read_files(folder_files(changed(statements=ALL_AT_ONCE)))

    assert [repair.field for repair in reading.repairs] == [
        *("speaker", "issue", "mode", "date_basis", "party", "said_on")
    ]
    assert reading.dossier.statements[1:] == SMALL_DOSSIER.statements[1:]
    assert reading.dossier.statements[0] == SMALL_DOSSIER.statements[0].model_copy(
        update={"said_on": "2031-03-29"}
    )


def test_a_question_comes_with_the_other_faults_and_is_blamed_for_nothing_else(changed: Changed) -> None:
    """A day that is asked for makes no finding, not even that it lies outside of the period."""
    folder = changed(
        statements=[
            ("norrin,access,2031-05-09,explicit", "norrin,access,01.02.2031,explicit"),
            ("2031-05-10,inferred,attributed,northland", "2031-05-10,inferred,rumour,northland"),
        ]
    )
    findings = findings_of(lambda: read_files(folder_files(folder)))

    assert [(one.field, one.found) for one in findings] == [("mode", "rumour")]


written_rows = st.lists(
    st.fixed_dictionaries(
        {
            "party": st.sampled_from(["northland", "Northland ", "Brackmoor", "coast", "nobody"]),
            "issue": st.sampled_from(["access", "ACCESS", "Inspection", "fish"]),
            "mode": st.sampled_from([*MODES, "Direct Quote", "rumour"]),
            "said_on": st.sampled_from(["2031-05-09", "29.06.2031", "01.02.2031", "6/29/2031", "42915", "x"]),
            "step_low": st.sampled_from(["0", "3.0", "Closed", "2.5"]),
        },
        optional={"step_high": st.sampled_from(["1", "Free passage"]), "until": st.just("01/02/2031")},
    ),
    max_size=5,
)


@MODEST
@given(written_rows, st.sampled_from([{}, {KEY: "day-month"}, {KEY: "month-day"}]))
def test_mending_twice_is_mending_once(rows: list[Row], answers: dict[str, str]) -> None:
    """What was mended stands as it is: a second pass finds nothing to do."""
    once = mending(*rows, answers=answers)
    twice = mending(*once.rows.value, answers=answers)

    assert list(twice.rows.value) == list(once.rows.value)
    assert twice.repairs == ()


@MODEST
@given(st.permutations(range(4)), written_rows)
def test_the_order_of_the_rows_changes_none_of_them(order: list[int], rows: list[Row]) -> None:
    """Evidence is of the whole file, so that sorting a table reads it no differently."""
    rows = (rows * 4)[:4]
    shuffled = [rows[place] for place in order if place < len(rows)]
    mended = mending(*rows).rows.value

    assert list(mending(*shuffled).rows.value) == [mended[place] for place in order if place < len(rows)]


def test_a_faultless_row_is_returned_as_it_is() -> None:
    """Every row of the small dossier passes as it is, without a repair."""
    rows = [
        {
            name: ";".join(value) if isinstance(value, tuple) else str(value)
            for name, value in one.model_dump().items()
            if value not in (None, ())
        }
        for one in SMALL_DOSSIER.statements
    ]
    mended = mending(*rows)

    assert mended.repairs == ()
    assert mended.questions == ()
    assert list(mended.rows.value) == rows


def test_a_number_of_any_length_is_no_traceback(changed: Changed) -> None:
    """Ten thousand digits are a fault like any other."""
    digits = "1" * 10_000
    row = {"issue": "access", "step_low": digits, "step_high": f"{digits}.5", "said_on": digits}

    assert mending(row).rows.value[0] == row
    folder = changed(statements=[("direct_quote,,4,4,", f"direct_quote,,{digits},{digits}.5,")])
    assert [one.field for one in findings_of(lambda: load_dossier(folder))] == ["step_high", "step_low"]


@pytest.mark.parametrize(
    ("written", "orders"),
    [
        ("05/07/17", {"day-month": "2017-07-05", "month-day": "2017-05-07", "year-month": "2005-07-17"}),
        ("25.07.17", {"day-month": "2017-07-25", "year-month": "2025-07-17"}),
        ("5-7-17", {"day-month": "2017-07-05", "month-day": "2017-05-07"}),
        ("05/07/69", {"day-month": "1969-07-05", "month-day": "1969-05-07"}),
        ("05-Jul-17", {"day-month": "2017-07-05", "year-month": "2005-07-17"}),
        (
            "05/07/17 14:30",
            {"day-month": "2017-07-05", "month-day": "2017-05-07", "year-month": "2005-07-17"},
        ),
    ],
)
def test_a_year_of_two_digits_is_asked_for_with_all_its_readings(
    written: str, orders: dict[str, str]
) -> None:
    """Also where it may come first; the answer decides its own column, and only its own question."""
    key = f"{KEY}-of-short-years"
    row = {"said_on": written}
    (question,) = mending(row).questions

    assert question.key == key
    assert [words.rpartition(" ")[2] for _, words in question.readings] == list(orders.values())
    for order, day in orders.items():
        answered = mending(row, answers={key: order})
        assert list(answered.rows.value) == [{"said_on": day}]
        assert answered.questions == ()
        assert [one.chosen for one in answered.repairs] == [True]
    assert mending(row, answers={KEY: "day-month"}).questions == (question,)


def test_a_year_of_two_digits_is_certain_where_one_reading_or_the_column_shows_it() -> None:
    """31.12.99 is no other day, and other days of the column with the same sign show the order."""
    assert list(mending({"said_on": "31.12.99"}).rows.value) == [{"said_on": "1999-12-31"}]
    rows = [{"said_on": "25/07/2017"}, {"said_on": "05/07/17"}]
    found = mending(*rows)

    assert [row["said_on"] for row in found.rows.value] == ["2017-07-25", "2017-07-05"]
    assert found.questions == ()


def test_a_day_with_a_time_that_has_two_readings_is_asked_for_too() -> None:
    """A time behind it makes the order no clearer; a time alone does not hide the day."""
    assert [one.found for one in mending({"said_on": "05/07/2017 14:30"}).questions] == ["05/07/2017 14:30"]
    assert list(mending({"said_on": "25/07/2017 2:30 PM"}).rows.value) == [{"said_on": "2017-07-25"}]


def test_a_question_offers_what_makes_a_day_of_all_that_it_decides() -> None:
    """25.07.17 shows that the month does not come first; an answer that fits none stays open."""
    rows = [{"said_on": "05.07.17"}, {"said_on": "25.07.17"}]
    (question,) = mending(*rows).questions

    assert [order for order, _ in question.readings] == ["day-month", "year-month"]
    assert "can be read in two ways" in str(question)
    assert mending(*rows, answers={question.key: "month-day"}).questions


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("38,5", "38.5"),
        ("\N{MINUS SIGN}3,25", "-3.25"),
        ("37-40", "37/40"),
        ("37 – 40,5", "37/40.5"),
        (" 10 / 20 ", "10/20"),
        ("38,500", None),  # thirty-eight, or as many thousands
        ("40-37", None),
        ("12.5", None),  # as it is
        ("about 12", None),
    ],
)
def test_a_number_is_read_as_people_write_it(written: str, read: str | None) -> None:
    """A decimal comma and a dash between two numbers mean one thing; what has two readings stays."""
    found = mending({"id": "a", "value": written})

    assert found.rows.value[0]["value"] == (read or written)
    assert [one.read_as for one in found.repairs] == ([read] if read else [])
