"""A day as a reader types it, read; and what to say where it cannot be."""

from __future__ import annotations

import datetime as dt
import re
from calendar import month_name

from positions.model.fields import last_day
from positions.text.wording import day_words

_MONTHS = {name.casefold()[:3]: number for number, name in enumerate(month_name) if name}
_WRITTEN = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9}) (?:(\d{1,2})(?:st|nd|rd|th)? )?(\d{4})")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_NUMBERS = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


def typed_day(text: str) -> dt.date | None:
    """The day of "29 Mar 2022", "March 29, 2022", "2022-03-29", "29.3.2022"; None for none, or for two.

    Of a month or year alone it is the last day. "3/4/2022" is read as no day: it may be two.
    """
    words = " ".join(re.sub(r"[,.](?!\d)", " ", text.casefold()).split())
    try:
        return _written(words) or _iso(words) or _numbers(words)
    except ValueError:
        return None


def _written(words: str) -> dt.date | None:
    found = _WRITTEN.fullmatch(words)
    month = _MONTHS.get(found[2][:3]) if found else None
    if found is None or month is None or not month_name[month].casefold().startswith(found[2].rstrip(".")):
        return None
    day = found[1] or found[3]
    return dt.date(int(found[4]), month, int(day)) if day else last_day(f"{found[4]}-{month:02d}")


def _iso(words: str) -> dt.date | None:
    found = _ISO.fullmatch(words)
    if not found:
        return None
    if found[3]:
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    return last_day(f"{found[1]}-{int(found[2] or 12):02d}")


def _numbers(words: str) -> dt.date | None:
    """Day and month in either order, where only one of the two orders is a day."""
    found = _NUMBERS.fullmatch(words)
    if not found:
        return None
    first, second, year = map(int, found.groups())
    if "." in words or first > 12 or first == second:
        return dt.date(year, second, first)
    return dt.date(year, first, second) if second > 12 else None


def no_day_words(text: str, first: dt.date, last: dt.date) -> str:
    """Why what was typed leads nowhere: no day, or none of the days that are covered."""
    covered = f"The days run from {day_words(first)} to {day_words(last)}"
    if typed_day(text) is None:
        return f"“{text[:40]}” could not be read as a day. Write it as {day_words(last)}. {covered}."
    return f"{covered}; “{text[:40]}” is not among them."
