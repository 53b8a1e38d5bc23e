"""Field types that carry meaning: ids, steps, short texts, and days known only to the month."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
LONGEST_PHRASE = 12
LONGEST_LABEL = 9


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
    return value


def _at_most(limit: int) -> Any:
    def check(value: str) -> str:
        if len(value.split()) > limit:
            raise PydanticCustomError("too_many_words", "at most {limit} words", {"limit": limit})
        return value

    return AfterValidator(check)


def _ids(value: object) -> object:
    return tuple(value.split(";")) if isinstance(value, str) else value


Slug = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=80)]
Step = Annotated[int, Field(ge=0, le=20)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Label = Annotated[Name, _at_most(LONGEST_LABEL)]
Phrase = Annotated[Name, _at_most(LONGEST_PHRASE)]
ApproxDate = Annotated[str, AfterValidator(_approximate_date)]
Slugs = Annotated[tuple[Slug, ...], BeforeValidator(_ids)]
