"""A day in words and back: the language in which days are written, and a typed day, read."""

from __future__ import annotations

import datetime as dt
import re
from calendar import month_name
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

from positions.model.fields import last_day

Part = Literal["day", "day_of_month", "day_alone", "month"]
ENGLISH, ISO = "en", "iso"
LANGUAGES: dict[str, str] = {
    ENGLISH: "English · 29 Mar 2022",
    ISO: "Numbers · 2022-03-29",
    "uk": "Ukrainian · 29 бер. 2022",
    "ru": "Russian · 29 мар. 2022",
    "fr": "French · 29 mars 2022",
    "de": "German · 29. März 2022",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LANGUAGE = ContextVar("language_of_dates", default=ENGLISH)
# Day before month before year in each of the languages.
_PATTERNS: dict[Part, str] = {"day": "d MMM y", "day_of_month": "d MMM", "day_alone": "d", "month": "MMM y"}
_NUMBERS: dict[Part, str] = {"day": "%Y-%m-%d", "day_of_month": "%m-%d", "day_alone": "%d", "month": "%Y-%m"}
_MONTHS_BY_NAME = {name.casefold()[:3]: number for number, name in enumerate(month_name) if name}
_TYPED_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9}) (?:(\d{1,2})(?:st|nd|rd|th)? )?(\d{4})"
)
_TYPED_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_TYPED_NUMBERS = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


def written_range(first: dt.date, last: dt.date) -> str:
    """Two days as a range that says once what they share: "28–30 Jun 2017", "28 Jun – 2 Jul 2017"."""
    if first.year != last.year or _LANGUAGE.get() == ISO:
        return f"{written(first, 'day')} – {written(last, 'day')}"
    if first.month == last.month:
        return f"{written(first, 'day_alone')}–{written(last, 'day')}"
    return f"{written(first, 'day_of_month')} – {written(last, 'day')}"


@contextmanager
def dates_in(language: str | None) -> Iterator[None]:
    """Days are written in that key of LANGUAGES inside the block; None means English.

    A thread that is started inside does not inherit it.
    """
    before = _LANGUAGE.set(language or ENGLISH)
    try:
        yield
    finally:
        _LANGUAGE.reset(before)


def written(day: dt.date, part: Part) -> str:
    """A day with or without its year and month, or its month with the year, in the language that is set."""
    language = _LANGUAGE.get()
    if language == ISO:
        return day.strftime(_NUMBERS[part])
    if language == ENGLISH:
        words = {"d": str(day.day), "MMM": MONTHS[day.month - 1], "y": str(day.year)}
        return " ".join(words[one] for one in _PATTERNS[part].split())
    return _translated(day, _PATTERNS[part], language)


def _translated(day: dt.date, pattern: str, language: str) -> str:
    """A day by the months of the Unicode locale data; imported here, because English needs none."""
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(day, pattern.replace("d", "d.") if language == "de" else pattern, locale=language)


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
    found = _TYPED_WORDS.fullmatch(words)
    month = _MONTHS_BY_NAME.get(found[2][:3]) if found else None
    if found is None or month is None or not month_name[month].casefold().startswith(found[2].rstrip(".")):
        return None
    day = found[1] or found[3]
    return dt.date(int(found[4]), month, int(day)) if day else last_day(f"{found[4]}-{month:02d}")


def _iso(words: str) -> dt.date | None:
    found = _TYPED_ISO.fullmatch(words)
    if not found:
        return None
    if found[3]:
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    return last_day(f"{found[1]}-{int(found[2] or 12):02d}")


def _numbers(words: str) -> dt.date | None:
    """Day and month in either order, where only one of the two orders is a day."""
    found = _TYPED_NUMBERS.fullmatch(words)
    if not found:
        return None
    first, second, year = map(int, found.groups())
    if "." in words or first > 12 or first == second:
        return dt.date(year, second, first)
    return dt.date(year, first, second) if second > 12 else None


def no_day_words(text: str, first: dt.date, last: dt.date) -> str:
    """Why what was typed leads nowhere: no day, or none of the days that are covered."""
    covered = f"The days run from {written(first, 'day')} to {written(last, 'day')}"
    if typed_day(text) is None:
        return f"“{text[:40]}” could not be read as a day. Write it as {written(last, 'day')}. {covered}."
    return f"{covered}; “{text[:40]}” is not among them."
