"""Days of a table in any form in, ISO days out, or the question which number is the month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from positions.model.errors import Question
from positions.reading.day_forms import ORDER_WORDS, DayForm, Order, day_form, shown_order
from positions.reading.located import Located
from positions.reading.repairs import Repairs, Row

DAYS = ("said_on", "until")


@dataclass(frozen=True)
class Dated:
    """The rows with their days, and the (line, column) of those that the question is about."""

    rows: list[Row]
    questions: tuple[Question, ...] = ()
    asked: frozenset[tuple[int | None, str]] = frozenset()


def mended_days(rows: Located, repairs: Repairs, answers: Mapping[str, str]) -> Dated:
    """The rows in their order, a row whose days are ISO as the very same object.

    The order of day and month is that of the certain days of the column with the same separator; where
    there are none, or they disagree, it is asked once for the file and the day is taken to come first.
    """
    key = f"{rows.file}:day-order"
    answer: Order | None = next((order for order in ORDER_WORDS if order == answers.get(key)), None)
    mended: list[Row] = list(rows.value)
    asked: list[tuple[int, str]] = []
    for column in DAYS:
        forms = _forms(mended, column)
        orders = shown_order(forms.values())
        for place, row in enumerate(mended) if forms else ():
            form = forms.get(row.get(column, ""))
            if form is None:
                continue
            order = form.shows or orders.get(form.separator, answer)
            day = form.certain or form.readings[order or "day-month"]
            mended[place] = {**row, column: day}
            if order or form.certain:
                words = form.words or (ORDER_WORDS[order] if order else "the same in either order")
                repairs.note(place, column, row[column], f"{day}, {words}", f"{words}{form.separator}")
            else:
                asked.append((place, column))
    questions = (_question(key, rows, asked[0]),) if asked else ()
    return Dated(mended, questions, frozenset((rows.line((place,)), column) for place, column in asked))


def _forms(rows: Iterable[Row], column: str) -> dict[str, DayForm]:
    """The forms of those days of a column that are not ISO, by how they are written."""
    written = {row[column] for row in rows if column in row}
    return {day: form for day in written if (form := day_form(day))}


def _question(key: str, rows: Located, first: tuple[int, str]) -> Question:
    place, column = first
    found = rows.value[place][column]
    form = day_form(found)
    assert form is not None
    readings = tuple(
        (order, f"{words}: {found} is {form.readings[order]}") for order, words in ORDER_WORDS.items()
    )
    return Question(key, rows.file, column, found, readings)
