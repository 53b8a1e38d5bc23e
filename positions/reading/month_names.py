"""Days with the name of their month in them, in, ISO days out: "6th October 1997", "6 octobre 1997"."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

# The languages of which names of months are read, where none of them calls another month so.
_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "ru", "uk")
_ALSO = {"sept": 9}
_WORD = r"([^\W\d_]{3,})\.?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(\d{4})(?:\s*(?:г|р|года|року)\.?)?"
_BETWEEN = r"(?:\s+(?:of|de|di)\s+|[\s./-]+|,\s*|(?<=\.))"
_DAY_FIRST = re.compile(rf"{_DAY}{_BETWEEN}{_WORD}{_BETWEEN}{_YEAR}", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"{_WORD}\s*{_DAY}(?:\s*,\s*|\s+){_YEAR}", re.IGNORECASE)
_MONTH_AND_YEAR = re.compile(rf"{_WORD}{_BETWEEN}{_YEAR}", re.IGNORECASE)
_WEEKDAY = re.compile(rf"{_WORD},?\s+(?=\S)")


def named_month_day(text: str) -> str | None:
    """The day, or the month without one, as ISO 8601; None for any other text, and for no day that exists."""
    text = _without_weekday(text)
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(text):
        month, day, year = match.groups()
    elif match := _MONTH_AND_YEAR.fullmatch(text):
        month, day, year = match[1], "1", match[2]
    else:
        return None
    number = _months().get(month.casefold())
    try:
        found = dt.date(int(year), number or 0, int(day)).isoformat()
    except ValueError:
        return None
    return found[:7] if match.re is _MONTH_AND_YEAR else found


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
