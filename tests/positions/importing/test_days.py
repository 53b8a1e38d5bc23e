"""Days of a table of others: what is certain is read and told, what has two readings is asked once."""

from __future__ import annotations

import pytest

from positions.importing.table import Imported, import_table
from positions.model.errors import DossierError
from tests.positions.importing.made_tables import CODES, HEAD, csv_bytes, mapping_of

LONG = f"{HEAD}{CODES}shape: long\ncolumns: {{party: who, issue: what, value: answer, day: when}}\n"
KEY = "table.csv:day-order"


def made(*days: str, text: str = LONG, **answers: str) -> Imported:
    """What a table with these days makes, a row for each."""
    rows = [[f"P{place}", "Tax", "1", day] for place, day in enumerate(days)]
    lines = [["who", "what", "answer", "when"], *rows]
    return import_table(csv_bytes(lines), mapping_of(text), "table.csv", answers)


def test_a_certain_day_shows_the_order_of_the_others() -> None:
    """One repair tells them all, at the first of them."""
    found = made("13.04.2031", "01.02.2031", "2031-05-01")

    assert [one.said_on for one in found.dossier.statements] == ["2031-04-13", "2031-02-01", "2031-05-01"]
    assert [str(one) for one in found.repairs] == [
        "table.csv: row 2: day: '13.04.2031' is read as '2031-04-13' (day before month; 2 times)"
    ]


def test_days_with_two_readings_are_asked_once_and_answered() -> None:
    """Nothing is written before; with the answer each day is told as it was read."""
    with pytest.raises(DossierError) as error:
        made("01.02.2031", "03.04.2031")
    (question,) = error.value.questions
    found = made("01.02.2031", "03.04.2031", **{KEY: "month-day"})

    assert (question.key, [key for key, _ in question.readings]) == (KEY, ["day-month", "month-day"])
    assert error.value.findings == []
    assert [one.said_on for one in found.dossier.statements] == ["2031-01-02", "2031-03-04"]
    assert [one.how for one in found.repairs] == ["month before day, as answered"] * 2


def test_a_format_in_the_mapping_decides() -> None:
    """Who says how days are written is not asked."""
    found = made("01.02.2031", text=f"{LONG}day_format: '%d.%m.%Y'\n")

    assert [one.said_on for one in found.dossier.statements] == ["2031-02-01"]
    assert found.repairs == ()


def test_faults_and_questions_come_together() -> None:
    """A cell that cannot be read and a day that can be read in two ways are told in one pass."""
    with pytest.raises(DossierError) as error:
        made("01.02.2031", "30.30.2031")

    assert [one.found for one in error.value.findings] == ["30.30.2031"]
    assert [one.found for one in error.value.questions] == ["01.02.2031"]


def test_a_day_of_a_wide_row_is_one_day() -> None:
    """However many issues stand in the row."""
    text = f'{HEAD}{CODES}shape: wide\ncolumns: {{party: who, day: when, value: "{{issue}}"}}\n'
    lines = [["who", "when", "Tax", "Toll"], ["A", "13.04.2031", "1", "0"], ["B", "01.02.2031", "0", "1"]]
    found = import_table(csv_bytes(lines), mapping_of(text), "table.csv")
    with pytest.raises(DossierError) as error:
        import_table(csv_bytes([lines[0], lines[2]]), mapping_of(text), "table.csv")

    assert [one.times for one in found.repairs] == [2]
    assert error.value.questions[0].also == ""
