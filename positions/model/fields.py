"""Field types that carry meaning: ids, steps, short texts, and days as precisely as they are known."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

# Digits after the point of a value: with nine before it more than a float keeps, so that none is lost.
VALUE_PLACES = 18
_PLAIN = rf"-?\d{{1,9}}(\.\d{{1,{VALUE_PLACES}}})?"
_VALUE = re.compile(rf"{_PLAIN}(/{_PLAIN})?", re.ASCII)
# Signs that no page shows: office files and SVG cannot hold the one kind, and the other turns words around.
UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
SLUG, LONGEST_SLUG = r"^[A-Za-z0-9][A-Za-z0-9_-]*$", 80
LONGEST_PHRASE = 12
LONGEST_NAME, LONGEST_CELL = 200, 4000  # characters
LONGEST_LABEL = 9
# Years that calendars of every library can count from and to, with room for a window on both sides.
FIRST_YEAR, LAST_YEAR = 1000, 2999
MOST_DAYS = 36_500  # a hundred years
MOST_COUNTED = 1_000_000
MOST_WEIGHT = 100.0
LONGEST_PASSAGE = 100_000  # characters, of which each statement's are looked through for its phrase
GREATEST_NUMBER, MOST_PLACES = 999_999_999, 6  # fifteen digits, which a float keeps exactly
LONGEST_TEXT = 20_000_000  # characters; three times the longest novel


# A strict part of EDTF (ISO 8601-2, level 1): a day, month or year, "about" one of them, or a range.
# The libraries edtf and undate read far more, which nothing here could print as given; to refuse that again
# takes more lines than this, and edtf 5.0 takes milliseconds for each date, of which there are thousands.
# A range may leave out what its end shares with its beginning: 2017-06-28/30 (ISO 8601).
_DATE = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_END = rf"{_DATE}|[0-9]{{2}}(?:-[0-9]{{2}})?"
_APPROXIMATE = re.compile(rf"(?P<about>{_DATE})~|(?P<first>{_DATE})(?:/(?P<last>{_END}))?")
_DAYS = re.compile(r"(?<![0-9-])([0-9]{4}-[0-9]{2})-([0-9]{2})(?![0-9])")
_SHORTEST_SHARED = len("2017-")
_WEB = re.compile(r"https?://[^\s/?#\"<>\\]+[^\s\"<>\\]*", re.IGNORECASE)
UNDATED = "undated"
# Before every day that can be named, so that undated words count over the whole period; never printed.
UNDATED_DAY = dt.date(FIRST_YEAR, 1, 1)


# A dossier names a few thousand days, and each of them in many of its rows.
@lru_cache(maxsize=20_000)
def date_ends(approximate: str) -> tuple[str, str]:
    """First and last day, month or year of a date, the same but for a range; ValueError for anything else."""
    found = _APPROXIMATE.fullmatch(approximate)
    if not found:
        raise ValueError(approximate)
    first = found["about"] or found["first"]
    last = found["last"] or first
    if re.fullmatch(_DATE, last):
        return first, last
    shared = len(first) - len(last)
    if shared < _SHORTEST_SHARED:
        raise ValueError(approximate)
    return first, first[:shared] + last


@lru_cache(maxsize=20_000)
def first_day(approximate: str) -> dt.date:
    """The earliest day that "2022", "2022-03", "2022-03-29~" or "2022-03-28/2022-03-30" can mean."""
    if approximate == UNDATED:
        return UNDATED_DAY
    year, month, day = (*date_ends(approximate)[0].split("-"), "1", "1")[:3]
    return dt.date(int(year), int(month), int(day))


@lru_cache(maxsize=20_000)
def last_day(approximate: str) -> dt.date:
    """The latest day that a date can mean, from which it counts; "about" moves neither end."""
    if approximate == UNDATED:
        return UNDATED_DAY
    last = date_ends(approximate)[1]
    if len(last) == 10:
        return dt.date.fromisoformat(last)
    year, month = int(last[:4]), int(last[5:] or 12)
    return dt.date(year, month, calendar.monthrange(year, month)[1])


@lru_cache(maxsize=20_000)
def _approximate_date(value: str) -> str:
    try:
        first, last = date_ends(value)
        in_order = first_day(value) <= last_day(value)
    except ValueError:
        _tell_missing_day(value)
        raise PydanticCustomError("approx_date", _FORMS) from None
    if not in_order:
        raise PydanticCustomError("range_order", "a range whose first day comes first")
    return in_known_years(f"{first}/{last}" if "/" in value else value)


def _tell_missing_day(value: str) -> None:
    """Nothing where a text names no day of a month that lacks it."""
    for month, day in _DAYS.findall(value):
        year, of_year = int(month[:4]), int(month[5:])
        if 1 <= of_year <= 12 and year:
            days = calendar.monthrange(year, of_year)[1]
            if not 1 <= int(day) <= days:
                told = {"month": month, "days": days}
                raise PydanticCustomError("no_such_day", "a day that exists; {month} has {days} days", told)


_FORMS = (
    "a day (2022-03-29), a month (2022-03), a year (2022), about one of them (2022-03~) "
    "or a range (2022-03-28/2022-03-30)"
)


def said_year(approximate: str) -> str:
    """The year from which a date counts; "undated" for none."""
    return approximate if approximate == UNDATED else str(last_day(approximate).year)


def in_known_years(approximate: str) -> str:
    """The date as it was given; a year that no calendar here counts is a fault of its field."""
    if not (first_day(approximate).year >= FIRST_YEAR and last_day(approximate).year <= LAST_YEAR):
        years = {"first": FIRST_YEAR, "last": LAST_YEAR}
        raise PydanticCustomError("far_year", "a day in the years {first} to {last}", years)
    return approximate


def _at_most(limit: int) -> Any:
    def check(value: str) -> str:
        if len(value.split()) > limit:
            raise PydanticCustomError("too_many_words", "at most {limit} words", {"limit": limit})
        return value

    return AfterValidator(check)


def _address(value: str) -> str:
    try:
        urlsplit(value)
    except ValueError:
        raise PydanticCustomError("web_address", "an address that a browser could open") from None
    return value


def _web_address(value: str) -> str:
    if not is_web_address(value):
        raise PydanticCustomError("web_address", "an address that begins with http:// or https://")
    return value


def is_web_address(value: str) -> bool:
    """Whether an address is one of the web, as only such an address becomes a link."""
    return _WEB.fullmatch(value) is not None


def _exact_day(value: str) -> str:
    if len(value) != 10 or value == UNDATED:
        raise PydanticCustomError("exact_day", "a day such as 2022-03-29")
    return value


def _seen(value: str) -> str:
    if found := UNSEEN.search(value):
        sign = {"sign": f"U+{ord(found.group()):04X}"}
        raise PydanticCustomError("unseen_sign", "a text without the unseen sign {sign}; delete it", sign)
    return value


def _said_on(value: str) -> str:
    try:
        return value if value == UNDATED else _approximate_date(value)
    except PydanticCustomError as error:
        if error.type != "approx_date":
            raise
        raise PydanticCustomError("said_on", f"{_FORMS}, or {UNDATED}") from None


def _number(value: float) -> float:
    if round(value, MOST_PLACES) != value:
        places = {"places": MOST_PLACES}
        raise PydanticCustomError("number", "a number with at most {places} digits after its point", places)
    return value


def value_ends(value: str) -> tuple[float, float]:
    """The two numbers of "10/20", or twice that of "12.5"."""
    first, _, last = value.partition("/")
    return float(first), float(last or first)


def is_value(text: str) -> bool:
    """Whether a text is a number as 12.5, or two as 10/20."""
    return bool(_VALUE.fullmatch(text))


def _value(value: str) -> str:
    if not is_value(value):
        raise PydanticCustomError("value", "a number as 12.5, or two as 10/20 for a range of them")
    return value


def _ids(value: object) -> object:
    return tuple(value.split(";")) if isinstance(value, str) else value


ID = re.compile(SLUG[1:-1].replace("*", f"{{0,{LONGEST_SLUG - 1}}}"))
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=LONGEST_SLUG)]
Step = Annotated[int, Field(ge=0, le=20)]
Number = Annotated[
    float, Field(ge=-GREATEST_NUMBER, le=GREATEST_NUMBER, allow_inf_nan=False), AfterValidator(_number)
]
Weight = Annotated[float, Field(ge=0, le=MOST_WEIGHT, allow_inf_nan=False)]
Value = Annotated[str, AfterValidator(_value)]
Days = Annotated[int, Field(ge=1, le=MOST_DAYS)]
Count = Annotated[int, Field(ge=0, le=MOST_COUNTED)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_CELL), AfterValidator(_seen)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_NAME), AfterValidator(_seen)]
Address = Annotated[Text, AfterValidator(_address)]
Label = Annotated[Name, _at_most(LONGEST_LABEL)]
Phrase = Annotated[Name, _at_most(LONGEST_PHRASE)]
ApproxDate = Annotated[str, AfterValidator(_approximate_date)]
WebAddress = Annotated[Address, AfterValidator(_web_address)]
ExactDay = Annotated[ApproxDate, AfterValidator(_exact_day)]
SaidOn = Annotated[str, AfterValidator(_said_on)]
Slugs = Annotated[tuple[Slug, ...], BeforeValidator(_ids)]
