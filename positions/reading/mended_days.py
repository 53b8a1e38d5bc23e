"""Days of a table in any form in, ISO days out, or the question which number is the month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from positions.model.errors import Question
from positions.reading.day_forms import ORDER_WORDS, DayForm, Order, day_form, shown_order
from positions.reading.located import Located
from positions.reading.repairs import Repairs, Row, Way

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
    key, answer = answered(rows.file, answers)
    mended: list[Row] = list(rows.value)
    asked: list[tuple[int, str]] = []
    for column in DAYS:
        forms = _forms(mended, column)
        orders = shown_order(forms.values())
        for place, row in enumerate(mended) if forms else ():
            form = forms.get(row.get(column, ""))
            if form is None:
                continue
            read = read_day(form, orders, answer)
            mended[place] = {**row, column: read.day}
            if read.words:
                way = Way(f"{read.words}{form.separator}", read.how)
                repairs.note(place, column, row[column], read.day, way)
            else:
                asked.append((place, column))
    first = asked[0] if asked else None
    questions = (day_question(key, rows.file, first[1], rows.value[first[0]][first[1]]),) if first else ()
    return Dated(mended, questions, frozenset((rows.line((place,)), column) for place, column in asked))


def _forms(rows: Iterable[Row], column: str) -> dict[str, DayForm]:
    """The forms of those days of a column that are not ISO, by how they are written."""
    written = {row[column] for row in rows if column in row}
    return {day: form for day in written if (form := day_form(day))}


@dataclass(frozen=True)
class ReadDay:
    """The day that was read, and in `words` which form it was in; without words it is asked for.

    `how` are the words that a reader needs: the order, or what a number was, if the day does not show it.
    """

    day: str
    words: str
    how: str = ""


def answered(file: str, answers: Mapping[str, str]) -> tuple[str, Order | None]:
    """The key of the question for the order of day and month in a file, and the answer, if there is one."""
    key = f"{file}:day-order"
    return key, next((order for order in ORDER_WORDS if order == answers.get(key)), None)


def read_day(form: DayForm, orders: Mapping[str, Order], answer: Order | None) -> ReadDay:
    """The day of a form, with the order that other days with its separator show, or that was chosen."""
    order = form.shows or orders.get(form.separator, answer)
    words = form.words or (ORDER_WORDS[order] if order else "the same in either order")
    day = form.certain or form.readings[order or "day-month"]
    if not (order or form.certain):
        return ReadDay(day, "")
    ordered = bool(order and form.separator)
    return ReadDay(day, words, words if ordered or form.telling else "")


def day_question(key: str, file: str, field: str, found: str) -> Question:
    """Which of the two numbers of a day is its month."""
    form = day_form(found)
    assert form is not None
    readings = tuple(
        (order, f"{words}: {found} is {form.readings[order]}") for order, words in ORDER_WORDS.items()
    )
    return Question(key, file, field, found, readings)
