"""Field types that carry meaning: ids, steps, short texts, and days known only to the month."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_VALUE = re.compile(r"-?\d{1,9}(\.\d{1,6})?(/-?\d{1,9}(\.\d{1,6})?)?", re.ASCII)
# Signs that no page shows: office files and SVG cannot hold the one kind, and the other turns words around.
UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
LONGEST_PHRASE = 12
LONGEST_LABEL = 9
# Years that calendars of every library can count from and to, with room for a window on both sides.
FIRST_YEAR, LAST_YEAR = 1000, 2999
MOST_DAYS = 36_500  # a hundred years
MOST_COUNTED = 1_000_000
MOST_WEIGHT = 100.0
LONGEST_PASSAGE = 100_000  # characters, of which each statement's are looked through for its phrase
GREATEST_NUMBER, MOST_PLACES = 999_999_999, 6  # fifteen digits, which a float keeps exactly
LONGEST_TEXT = 20_000_000  # characters; three times the longest novel


# A dossier names a few thousand days, and each of them in many of its rows.
@lru_cache(maxsize=20_000)
def first_day(approximate: str) -> dt.date:
    """The earliest day that "2022-03" or "2022-03-29" can mean."""
    return dt.date.fromisoformat(approximate if len(approximate) == 10 else f"{approximate}-01")


@lru_cache(maxsize=20_000)
def last_day(approximate: str) -> dt.date:
    """The latest day that "2022-03" or "2022-03-29" can mean: a bare month counts from its end."""
    first = first_day(approximate)
    if len(approximate) == 10:
        return first
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


@lru_cache(maxsize=20_000)
def _approximate_date(value: str) -> str:
    try:
        if not _DAY.fullmatch(value):
            raise ValueError(value)
        first_day(value)
    except ValueError:
        raise PydanticCustomError("approx_date", "a day (2022-03-29) or a month (2022-03)") from None
    return in_known_years(value)


def in_known_years(approximate: str) -> str:
    """The day or month as it was given; a year that no calendar here counts is a fault of its field."""
    if not FIRST_YEAR <= first_day(approximate).year <= LAST_YEAR:
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


def _seen(value: str) -> str:
    if found := UNSEEN.search(value):
        sign = {"sign": f"U+{ord(found.group()):04X}"}
        raise PydanticCustomError("unseen_sign", "a text without the unseen sign {sign}; delete it", sign)
    return value


def _number(value: float) -> float:
    if round(value, MOST_PLACES) != value:
        places = {"places": MOST_PLACES}
        raise PydanticCustomError("number", "a number with at most {places} digits after its point", places)
    return value


def value_ends(value: str) -> tuple[float, float]:
    """The two numbers of "10/20", or twice that of "12.5"."""
    first, _, last = value.partition("/")
    return float(first), float(last or first)


def _value(value: str) -> str:
    if not _VALUE.fullmatch(value):
        raise PydanticCustomError("value", "a number as 12.5, or two as 10/20 for a range of them")
    return value


def _ids(value: object) -> object:
    return tuple(value.split(";")) if isinstance(value, str) else value


Slug = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=80)]
Step = Annotated[int, Field(ge=0, le=20)]
Number = Annotated[
    float, Field(ge=-GREATEST_NUMBER, le=GREATEST_NUMBER, allow_inf_nan=False), AfterValidator(_number)
]
Weight = Annotated[float, Field(ge=0, le=MOST_WEIGHT, allow_inf_nan=False)]
Value = Annotated[str, AfterValidator(_value)]
Days = Annotated[int, Field(ge=1, le=MOST_DAYS)]
Count = Annotated[int, Field(ge=0, le=MOST_COUNTED)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000), AfterValidator(_seen)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_seen)]
Address = Annotated[Text, AfterValidator(_address)]
Label = Annotated[Name, _at_most(LONGEST_LABEL)]
Phrase = Annotated[Name, _at_most(LONGEST_PHRASE)]
ApproxDate = Annotated[str, AfterValidator(_approximate_date)]
Slugs = Annotated[tuple[Slug, ...], BeforeValidator(_ids)]
