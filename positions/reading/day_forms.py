"""Days as spreadsheets and people write them in, days as ISO 8601 writes them out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

# The languages of which names of months are read, where none of them calls another month so.
_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "ru", "uk")
_ALSO = {"sept": 9}
_WORD = r"([^\W\d_]{3,})\.?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(\d{4})(?:\s*(?:г|р|года|року)\.?)?"
_BETWEEN = r"(?:\s+(?:of|de|di)\s+|[\s./-]+|,\s*|(?<=\.))"
_DAY_FIRST = re.compile(rf"{_DAY}{_BETWEEN}{_WORD}{_BETWEEN}{_YEAR}", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"{_WORD}\s*{_DAY}(?:\s*,\s*|\s+){_YEAR}", re.IGNORECASE)
_MONTH_NAME_AND_YEAR = re.compile(rf"{_WORD}{_BETWEEN}{_YEAR}", re.IGNORECASE)
_WEEKDAY = re.compile(rf"{_WORD},?\s+(?=\S)")
Order = Literal["day-month", "month-day", "year-month"]
ORDER_WORDS: dict[Order, str] = {
    "day-month": "day before month",
    "month-day": "month before day",
    "year-month": "year before month",  # of years with two digits alone
}

_ISO_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?")
_ISO = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})")
_TIME = r"(?:,?[ T]\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?)?"
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([./-])(\d{{1,2}})\2(\d{{4}}){_TIME}")
_SHORT_YEAR = re.compile(rf"(\d{{1,2}})([./-])(\d{{1,2}})\2(\d{{2}}){_TIME}")
_SHORT_YEAR_NAMED = re.compile(r"(\d{1,2})\.?([ ./-])\s*([^\W\d_]{3,}\.?)\2\s*['’]?(\d{2})")
_FIRST_OF_1900S = 69  # of years with two digits, as POSIX reads %y
_TOGETHER = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_SERIAL = re.compile(r"(\d{5})([.,]0+)?")
_SERIALS_BEGIN = dt.date(1899, 12, 30)  # the day that spreadsheets call 0, their 29 February 1900 counted


@dataclass(frozen=True)
class DayForm:
    """What a written day can mean: one ISO day for each order of day and month that makes a day.

    A form that names its order has one reading, and no separator; `words` say what it is. Of a year with
    two digits, which is `short`, the year may also come first.
    """

    readings: dict[Order, str]
    separator: str = ""
    words: str = ""
    telling: bool = False
    """Whether the words say what the day itself does not show, as of a number that counts days."""
    short: bool = False

    @property
    def certain(self) -> str | None:
        """The day, if every order that makes a day makes the same one."""
        days = set(self.readings.values())
        return days.pop() if len(days) == 1 else None

    @property
    def shows(self) -> Order | None:
        """The order that this day proves for others with its separator; None if it fits both or neither."""
        return next(iter(self.readings)) if self.separator and len(self.readings) == 1 else None


def day_form(written: object) -> DayForm | None:
    """The form of a written day; None for what is ISO already, and for what is no day that exists."""
    if not isinstance(written, str):
        return None
    text = written.strip().strip("“”„\"'’‘«»")
    if match := _YEAR_LAST.fullmatch(text):
        return _year_last(match)
    if match := _SHORT_YEAR.fullmatch(text):
        return _short_year(match)
    if match := _SHORT_YEAR_NAMED.fullmatch(text):
        return _short_year_named(match)
    day, words = _named_order(text)
    if not day or day == written:
        return None
    return DayForm({"day-month": day}, words=words, telling=_SERIAL.fullmatch(text) is not None)


def shown_order(forms: Iterable[DayForm]) -> dict[str, Order]:
    """By separator the order of day and month that the certain days prove; none where they disagree."""
    orders: dict[str, set[Order]] = {}
    for form in forms:
        if form.shows:
            orders.setdefault(form.separator, set()).add(form.shows)
    return {separator: found.pop() for separator, found in orders.items() if len(found) == 1}


def _year_last(match: re.Match[str]) -> DayForm | None:
    first, second, year = (int(match[place]) for place in (1, 3, 4))
    ordered: dict[Order, str | None] = {
        "day-month": _iso(year, second, first),
        "month-day": _iso(year, first, second),
    }
    return _of_orders(ordered, match[2])


def _short_year(match: re.Match[str]) -> DayForm | None:
    first, second, last = (int(match[place]) for place in (1, 3, 4))
    ordered: dict[Order, str | None] = {
        "day-month": _iso(_whole_year(last), second, first),
        "month-day": _iso(_whole_year(last), first, second),
        "year-month": _iso(_whole_year(first), second, last) if len(match[1]) == 2 else None,
    }
    return _of_orders(ordered, match[2], short=True)


def _short_year_named(match: re.Match[str]) -> DayForm | None:
    first, month, last = match[1], match[3], match[4]
    ordered: dict[Order, str | None] = {
        "day-month": named_month_day(f"{first} {month} {_whole_year(int(last))}"),
        "year-month": named_month_day(f"{last} {month} {_whole_year(int(first))}")
        if len(first) == 2
        else None,
    }
    return _of_orders(ordered, "", short=True)


def _of_orders(ordered: Mapping[Order, str | None], separator: str, *, short: bool = False) -> DayForm | None:
    """The form with the orders that make a day; None if none does."""
    readings = {order: day for order, day in ordered.items() if day}
    return DayForm(readings, separator, short=short) if readings else None


def _whole_year(digits: int) -> int:
    return digits + (1900 if digits >= _FIRST_OF_1900S else 2000)


def _named_order(text: str) -> tuple[str | None, str]:
    if match := _ISO_WITH_TIME.fullmatch(text):
        return _iso(*map(int, match[1].split("-"))), "without its time"
    if match := _YEAR_FIRST.fullmatch(_TOGETHER.sub(r"\1/\2/\3", text)):
        return _iso(int(match[1]), int(match[3]), int(match[4])), "year, month, day"
    if match := _MONTH_AND_YEAR.fullmatch(text):
        month = _iso(int(match[2]), int(match[1]), 1)
        return month and month[:7], "month and year"
    if match := _SERIAL.fullmatch(text):
        return (_SERIALS_BEGIN + dt.timedelta(days=int(match[1]))).isoformat(), "as spreadsheets number days"
    if _ISO.fullmatch(text):
        return text, "without blanks"
    return named_month_day(text), "with the name of its month"


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def named_month_day(text: str) -> str | None:
    """The day, or the month without one, as ISO 8601; None for any other text, and for no day that exists."""
    text = _without_weekday(text)
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(text):
        month, day, year = match.groups()
    elif match := _MONTH_NAME_AND_YEAR.fullmatch(text):
        month, day, year = match[1], "1", match[2]
    else:
        return None
    number = _months().get(month.casefold())
    try:
        found = dt.date(int(year), number or 0, int(day)).isoformat()
    except ValueError:
        return None
    return found[:7] if match.re is _MONTH_NAME_AND_YEAR else found


def _without_weekday(text: str) -> str:
    match = _WEEKDAY.match(text)
    return text[match.end() :] if match and match[1].casefold() in _weekdays() else text


@cache
def _months() -> dict[str, int]:
    """The number of each name, in small letters without a full stop; none for a name of two months."""
    from babel import Locale  # noqa: PLC0415 - sound files need nothing of it

    numbers: dict[str, set[int]] = {name: {number} for name, number in _ALSO.items()}
    for language in _LANGUAGES:
        for context in Locale.parse(language).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in context[width].items():
                    numbers.setdefault(name.casefold().rstrip("."), set()).add(int(number))
    return {name: found.pop() for name, found in numbers.items() if len(found) == 1}


@cache
def _weekdays() -> frozenset[str]:
    from babel import Locale  # noqa: PLC0415

    contexts = (context for one in _LANGUAGES for context in Locale.parse(one).days.values())
    widths = (context[width] for context in contexts for width in ("wide", "abbreviated"))
    return frozenset(name.casefold().rstrip(".") for names in widths for name in names.values())
