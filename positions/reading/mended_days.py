"""Days of a table in any form in, ISO days out, or the question which number is the month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from positions.model.errors import Finding, Question
from positions.reading.day_forms import ORDER_WORDS, DayForm, Order, day_form, shown_order
from positions.reading.located import Located
from positions.reading.repairs import Repairs, Row, Way
from positions.reading.row_columns import RowColumns

DAYS = ("said_on", "until")


@dataclass(frozen=True)
class Dated:
    """The rows with their days, and the (line, column) of those that the question is about."""

    rows: RowColumns
    questions: tuple[Question, ...] = ()
    asked: frozenset[tuple[int | None, str]] = frozenset()


@dataclass(frozen=True)
class Mended:
    """A file with its repairs, the questions about its days, and the (line, field) of what these ask."""

    located: Located
    questions: tuple[Question, ...] = ()
    asked: frozenset[tuple[int | None, str]] = frozenset()


@dataclass(frozen=True)
class ReadDay:
    """The day that was read, and how, as repairs of its kind are told; None where it is asked for."""

    day: str
    way: Way | None


class DayReader:
    """Reads the days of one table; those of which only the author knows the month are one question.

    Years of two digits are a question of their own, for these may also come first.
    """

    def __init__(self, table: str, answers: Mapping[str, str]) -> None:
        self._table, self._answers = table, answers
        self._asked: dict[str, list[tuple[Finding, DayForm]]] = {}

    def read(self, form: DayForm, orders: Mapping[str, Order], place: Finding) -> ReadDay:
        """The day of a form, in the order that days with its separator show, else in that of the answer.

        Without either the day is taken to come first, and is asked for.
        """
        shown = form.shows or orders.get(form.separator)
        shown = shown if shown in form.readings else None
        answer = next((order for order in form.readings if order == self._answers.get(self._key(form))), None)
        order = shown or answer
        if form.certain:
            words = form.words or (ORDER_WORDS[order] if order else "the same in either order")
            how = words if form.telling or (order and form.separator) else ""
            return ReadDay(form.certain, Way(f"{words}{form.separator}", how))
        if shown:
            words = ORDER_WORDS[shown]
            return ReadDay(form.readings[shown], Way(f"{words}{form.separator}", words))
        if answer:  # each day is told, because no other day shows its order
            how = f"{ORDER_WORDS[answer]}, as answered"
            return ReadDay(form.readings[answer], Way(how=how, chosen=True))
        self._asked.setdefault(self._key(form), []).append((place, form))
        return ReadDay(next(iter(form.readings.values())), None)

    @property
    def asked(self) -> list[Finding]:
        """Where the days stand that are asked for, in the order in which they were read."""
        return [place for asked in self._asked.values() for place, _ in asked]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Which of the numbers is the month, of all days that were asked for; none for none."""
        return tuple(_question(key, asked) for key, asked in self._asked.items())

    def _key(self, form: DayForm) -> str:
        return f"{self._table}:day-order{'-of-short-years' if form.short else ''}"


def _question(key: str, asked: Sequence[tuple[Finding, DayForm]]) -> Question:
    """The question about days, with the orders that make a day of each of them."""
    first, form = asked[0]
    orders = [order for order in ORDER_WORDS if all(order in one.readings for _, one in asked)]
    readings = tuple((one, f"{ORDER_WORDS[one]}: {first.found} is {form.readings[one]}") for one in orders)
    return Question(key, tuple(place for place, _ in asked), readings)


def mended_days(rows: Located, repairs: Repairs, answers: Mapping[str, str]) -> Dated:
    """The rows in their order with ISO days.

    The order of day and month is that of the certain days of the column with the same separator; where
    there are none, or they disagree, it is asked once for the file and the day is taken to come first.
    """
    reader = DayReader(rows.file, answers)
    mended: dict[int, Row] = {}
    for column in DAYS:
        cells = rows.value.column(column)
        forms = {day: form for day in {*cells} if day and (form := day_form(day))}
        orders = shown_order(forms.values())
        for place, written in enumerate(cells) if forms else ():
            if written is None or written not in forms:
                continue
            read = reader.read(forms[written], orders, rows.finding((place,), column, written, ""))
            mended[place] = {**mended.get(place, {}), column: read.day}
            if read.way:
                repairs.note(place, column, written, read.day, read.way)
    asked = frozenset((one.line, one.field) for one in reader.asked)
    return Dated(rows.value.with_rows(mended), reader.questions, asked)
