"""Days, steps, gaps and positions in words; no adjective, no verdict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from positions.model.fields import UNDATED, date_ends, first_day, last_day
from positions.model.issues import Issue
from positions.model.sources import Source
from positions.text.dates import written, written_range

MODE_WORDS: dict[str, str] = {
    "official_text": "official text",
    "direct_quote": "quoted directly",
    "reported_speech": "reported speech",
    "action": "measure taken or announced",
    "attributed": "said of the other side",
    "commentary": "commentary",
}


def day_words(day: dt.date) -> str:
    """A day as "29 Mar 2022", in the language that `positions.text.dates` has for days."""
    return written(day, "day")


def day_of_month_words(day: dt.date) -> str:
    """A day without its year, as "29 Mar"."""
    return written(day, "day_of_month")


def said_on_words(approximate: str) -> str:
    """A date as precisely as given: "29 Mar 2022", "Mar 2022", "about 2022", "28–30 Mar 2022", "undated"."""
    if approximate == UNDATED:
        return UNDATED
    first, last = date_ends(approximate)
    if first == last:
        return f"{'about ' if approximate.endswith('~') else ''}{_date_words(first)}"
    if len(first) == len(last) == 10:
        return written_range(first_day(first), last_day(last))
    return f"{_date_words(first)} – {_date_words(last)}"


def said_in_words(approximate: str) -> str:
    """The month of a date, as "Mar 2022"; what is known to no single month stays as given."""
    if approximate == UNDATED or approximate.endswith("~"):
        return said_on_words(approximate)
    first, last = date_ends(approximate)
    one_month = len(first) >= 7 and first[:7] == last[:7]
    return _date_words(first[:7]) if one_month else said_on_words(approximate)


def _date_words(given: str) -> str:
    """A day, month or year by the length in which it is written."""
    if len(given) == 4:
        return given
    return written(last_day(given), "day" if len(given) == 10 else "month")


_SEASONS = {"1": "spring", "2": "summer", "3": "autumn", "4": "winter"}  # the numbers of CSL


def published_words(source: Source) -> str:
    """The day of publication as "29 Mar 2022", "about Mar 2022" or "2022"; "day not printed" for none.

    A season stands before its year, and a date that is given in words is told in these.
    """
    issued = source.issued
    if issued is None:
        return "day not printed"
    date = issued.approximate
    if date is None or issued.date_parts is None:
        on = issued.in_words
    else:
        season = f"{_SEASONS.get(str(issued.season), str(issued.season))} " if issued.season else ""
        on = f"{season}{said_on_words(date)}"
    return f"{'about ' if issued.circa else ''}{on}"


def read_words(source: Source) -> str:
    """How much of a source was read, how and, where it is known, when: "a stored copy, 22 Nov 2026"."""
    on = source.custom.read_on
    parts = (
        source.custom.read_in or "",
        "opening only" if source.custom.extent == "opening" else "",
        said_on_words(on) if on else "",
    )
    return ", ".join(part for part in parts if part)


def age_words(days: float) -> str:
    """An age as "180 days", "14 months" or "4 years": whole months beyond a year, years from three on."""
    if days <= 365:
        return count_words(days, "day")
    months = int(days / 30.44)
    return count_words(months, "month") if months < 36 else count_words(int(days / 365.25), "year")


def number_words(number: float) -> str:
    """A number of steps without a needless ".0": "2", "1.5"."""
    return f"{number:g}"


def count_words(count: float, thing: str, things: str | None = None) -> str:
    """A count with its noun: "1 source", "2 sources", "1.5 steps"."""
    return f"{number_words(count)} {thing if count == 1 else things or thing + 's'}"


def interval_words(least: float, most: float) -> str:
    """The interval of a gap as "1–3", or "" when it is a single number."""
    return "" if least == most else f"{number_words(least)}–{number_words(most)}"


def gap_words(gap: float, last_step: float) -> str:
    """A gap as "2 of 4 steps"."""
    return f"{number_words(gap)} of {count_words(last_step, 'step')}"


def step_words(issue: Issue, low: int, high: int, *, doubt: bool = False, short: bool = False) -> str:
    """The label of a step; of several the short labels of both ends, "A / B" where they are a choice.

    The middle of a range is nobody's position: words that fit steps 1 to 3 are never called step 2.
    """
    first, last = issue.scale[low], issue.scale[high]
    if low == high:
        return first.short if short else first.label
    return f"{first.short} {'/' if doubt or high - low == 1 else 'to'} {last.short}"


def issue_words(issue: Issue) -> str:
    """The name of an issue as it reads inside a sentence."""
    return issue.in_sentence or issue.name


def month_words(day: dt.date) -> str:
    """The month and year of a day, as "Apr 2025"."""
    return written(day, "month")


def quoted(phrase: str) -> str:
    """A phrase in quotation marks; in single ones when it holds double ones itself."""
    return f"‘{phrase}’" if any(mark in phrase for mark in '“”"') else f"“{phrase}”"


def joined(names: Sequence[str], last: str = "and") -> str:
    """Names as "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
