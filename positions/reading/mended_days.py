"""Days of a table in any form in, ISO days out, or the question which number is the month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from positions.model.errors import Finding, Question
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
    """Reads the days of one table; those of which only the author knows the month are one question."""

    def __init__(self, table: str, answers: Mapping[str, str]) -> None:
        self._key = f"{table}:day-order"
        self._answer = next((order for order in ORDER_WORDS if order == answers.get(self._key)), None)
        self.asked: list[Finding] = []

    def read(self, form: DayForm, orders: Mapping[str, Order], place: Finding) -> ReadDay:
        """The day of a form, in the order that days with its separator show, else in that of the answer.

        Without either the day is taken to come first, and is asked for.
        """
        shown = form.shows or orders.get(form.separator)
        order = shown or self._answer
        if form.certain:
            words = form.words or (ORDER_WORDS[order] if order else "the same in either order")
            how = words if form.telling or (order and form.separator) else ""
            return ReadDay(form.certain, Way(f"{words}{form.separator}", how))
        if shown:
            words = ORDER_WORDS[shown]
            return ReadDay(form.readings[shown], Way(f"{words}{form.separator}", words))
        if self._answer:  # each day is told, because no other day shows its order
            how = f"{ORDER_WORDS[self._answer]}, as answered"
            return ReadDay(form.readings[self._answer], Way(how=how, chosen=True))
        self.asked.append(place)
        return ReadDay(form.readings["day-month"], None)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Which of the two numbers is the month, of all days that were asked for; none for none."""
        if not self.asked:
            return ()
        found = self.asked[0].found or ""
        form = day_form(found)
        assert form is not None
        readings = tuple(
            (order, f"{words}: {found} is {form.readings[order]}") for order, words in ORDER_WORDS.items()
        )
        return (Question(self._key, tuple(self.asked), readings),)


def mended_days(rows: Located, repairs: Repairs, answers: Mapping[str, str]) -> Dated:
    """The rows in their order, a row whose days are ISO as the very same object.

    The order of day and month is that of the certain days of the column with the same separator; where
    there are none, or they disagree, it is asked once for the file and the day is taken to come first.
    """
    reader = DayReader(rows.file, answers)
    mended: list[Row] = list(rows.value)
    for column in DAYS:
        forms = _forms(mended, column)
        orders = shown_order(forms.values())
        for place, row in enumerate(mended) if forms else ():
            form = forms.get(row.get(column, ""))
            if form is None:
                continue
            read = reader.read(form, orders, rows.finding((place,), column, row[column], ""))
            mended[place] = {**row, column: read.day}
            if read.way:
                repairs.note(place, column, row[column], read.day, read.way)
    return Dated(mended, reader.questions, frozenset((one.line, one.field) for one in reader.asked))


def _forms(rows: Iterable[Row], column: str) -> dict[str, DayForm]:
    """The forms of those days of a column that are not ISO, by how they are written."""
    written = {row[column] for row in rows if column in row}
    return {day: form for day in written if (form := day_form(day))}
