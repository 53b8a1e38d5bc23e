"""Days, steps, gaps and positions in words; no adjective, no verdict."""

from __future__ import annotations

import datetime as dt
import math
import re
import sys
from collections.abc import Sequence
from typing import Protocol

from positions.model.fields import UNDATED, date_ends, first_day, last_day
from positions.model.issues import Issue, Numeric
from positions.model.sources import Source
from positions.model.statements import Statement
from positions.text.dates import written, written_range

_DOUBLE = re.compile('[“”„"]')
_OPENING = re.compile(f"(^|[\\s(\\[]){_DOUBLE.pattern}")  # a double mark before a word
_DIGITS, _SURE = 3, sys.float_info.dig
_LONG = 10_000  # from here on thousands are set apart
SCALE_RULE = "Words in ‘ ’ are the dossier's names of steps and nobody's own."
MODE_WORDS: dict[str, str] = {
    "official_text": "official text",
    "direct_quote": "quoted directly",
    "reported_speech": "reported speech",
    "action": "measure taken or announced",
    "attributed": "said of the other side",
    "commentary": "commentary",
}


class Steps(Protocol):
    """From where to where words lie on a scale."""

    @property
    def low(self) -> float:
        """The lowest step or value."""

    @property
    def high(self) -> float:
        """The highest one."""


class Ranges(Protocol):
    """Each range of steps or values that words name, and whether the coder was unsure between them."""

    @property
    def ranges(self) -> tuple[tuple[float, float], ...]:
        """From where to where each lies, from the low end of the scale on."""

    @property
    def doubt(self) -> bool:
        """Whether the coder was unsure between these."""


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
    """A number as it is read: "2", "1.5", "12,500", rounded to three digits after its point.

    A number under 0.1 keeps three digits that are not 0. Data and the card of a statement have every digit.
    """
    small = math.ceil(-math.log10(abs(number))) if number else 0
    return exact_words(round(number, _DIGITS + max(0, small - 1)))


def exact_words(number: float) -> str:
    """The same with all of its digits, as far as a float is sure of them."""
    return f"{number:{',' if abs(number) >= _LONG else ''}.{_SURE}g}"


def count_words(count: float, thing: str, things: str | None = None) -> str:
    """A count with its noun: "1 source", "2 sources", "1.5 steps"."""
    return f"{number_words(count)} {thing if count == 1 else things or thing + 's'}"


def bracketed(sentence: str, words: str) -> str:
    """A sentence with some words in brackets at its end, and no full stop before them; nothing for ""."""
    return f"{sentence.removesuffix('.')} ({words})" if words else sentence


def interval_words(least: float, most: float) -> str:
    """The interval of a gap as "1–3", or "" when it is a single number."""
    ends = tuple(dict.fromkeys(map(number_words, (least, most))))
    return "–".join(ends) if len(ends) > 1 else ""


def length_words(issue: Issue, length: float | str) -> str:
    """A length on a scale as "2 steps" or "12.5 points"; one that is written already with the noun alone."""
    if issue.numeric:
        noun = (issue.numeric.one if length == 1 else None) or issue.numeric.unit
    else:
        noun = "step" if length == 1 else "steps"
    return f"{length if isinstance(length, str) else number_words(length)} {noun}"


def unit_words(issue: Issue) -> str:
    """What lengths on a scale are counted in: "steps", or the unit of a numeric scale."""
    return issue.numeric.unit if issue.numeric else "steps"


def gap_words(issue: Issue, gap: float | str) -> str:
    """A gap as "2 of 4 steps" or "12.5 of 100 points"."""
    told = gap if isinstance(gap, str) else number_words(gap)
    return f"{told} of {length_words(issue, issue.length)}"


def step_words(issue: Issue, low: float, high: float, *, short: bool = False) -> str:
    """The label of a step; of several the short labels of both ends: of two "A / B", of more "A to C".

    "A / C" would read as one or the other and leave B out. The middle of a range is nobody's position:
    words that fit steps 1 to 3 are never called step 2. A coder's doubt between them is told beside them.
    On a numeric scale the value with its unit and, unless `short`, its nearest anchor.
    """
    if issue.numeric:
        return _values(issue.numeric, low, high) if short else _anchored(issue, issue.numeric, low, high)
    first, last = issue.scale[int(low)], issue.scale[int(high)]
    if low == high:
        return first.short if short else first.label
    return f"{first.short} {_between(low, high)} {last.short}"


def short_steps(issue: Issue, steps: Steps) -> str:
    """The short labels of steps, as cells, charts and tables have them; a value with its nearest anchor.

    Long labels stand in running text, and behind the short ones where a scale is explained.
    """
    return step_words(issue, steps.low, steps.high, short=not issue.numeric)


def ranges_words(issue: Issue, words: Ranges, *, short: bool = False) -> str:
    """What words name, as `step_words` has it; those that lie apart one by one: "10 and 30 per cent"."""
    several = len(words.ranges) > 1
    return joined([step_words(issue, *one, short=short or several) for one in words.ranges])


def marked_ranges(issue: Issue, words: Ranges, *, short: bool = True) -> str:
    """What words name, as `marked_steps` has it; those that lie apart one by one: "‘A’ and ‘C’"."""
    several = len(words.ranges) > 1
    named = [marked_steps(issue, *one, doubt=words.doubt, short=short or several) for one in words.ranges]
    return joined(named)


def _between(low: float, high: float) -> str:
    return "/" if high - low == 1 else "to"


def marked_steps(issue: Issue, low: float, high: float, *, doubt: bool = False, short: bool = True) -> str:
    """A step in the words of the scale, in ‘ ’ to set it apart from what was said.

    Of a range its two ends, "‘A’ to ‘C’"; of steps between which a coder was in doubt each one, "‘A’, ‘B’ or
    ‘C’"; both by their short labels. A value has no words to set apart; unless `short`, it comes with its
    nearest anchor.
    """
    if issue.numeric:
        return step_words(issue, low, high, short=short)
    steps = range(int(low), int(high) + 1)
    named = [f"‘{step_words(issue, one, one, short=short or low != high)}’" for one in steps]
    return joined(named, "or") if doubt else " to ".join(dict.fromkeys((named[0], named[-1])))


def _values(scale: Numeric, low: float, high: float) -> str:
    """A value as "12.5 points", a range as "10 to 20 points"."""
    first, last = map(number_words, sorted((scale.value(low), scale.value(high))))
    if first != last:
        return f"{first} to {last} {scale.unit}"
    return f"{first} {(scale.one if first == '1' else None) or scale.unit}"


def _anchored(issue: Issue, scale: Numeric, low: float, high: float) -> str:
    """The same, with the words of the nearest end or anchor: "12.5 points (nearest mark 50: half)"."""
    told = _values(scale, low, high)
    ends = {scale.low: issue.low_end, scale.high: issue.high_end}
    words = ends | {anchor.value: anchor.label for anchor in scale.anchors}
    value = scale.value(low)
    nearest = min(words, key=lambda one: (abs(one - value), abs(one - scale.low)))
    if low != high or words[nearest] is None:
        return told
    if nearest == value:
        return f"{told}: {words[nearest]}"
    return f"{told} (nearest mark {number_words(nearest)}: {words[nearest]})"


def place_numbers(issue: Issue, low: float, high: float) -> str:
    """A place in numbers alone: "2", "1–3"; a value with its unit."""
    if issue.numeric:
        return _values(issue.numeric, low, high)
    return f"{low}" if low == high else f"{low}–{high}"


def place_words(issue: Issue, low: float, high: float) -> str:
    """The numbers of a place on a scale: "step 2", "steps 1 to 3", "12.5 points"."""
    if issue.numeric:
        return _values(issue.numeric, low, high)
    return f"step {low}" if low == high else f"steps {low} to {high}"


def placed_words(statement: Statement) -> str:
    """The steps or values that a statement names, as "1", "1–2" or "12.5–20"; else "not placed".

    Values have every digit that the statement has.
    """
    if statement.values:
        return "–".join(dict.fromkeys(map(exact_words, statement.values)))
    if statement.step_low is None or statement.step_high is None:
        return "not placed"
    return interval_words(statement.step_low, statement.step_high) or f"{statement.step_low}"


def capital(words: str) -> str:
    """Words at the start of a sentence: "The European Union", "Both"."""
    return words[:1].upper() + words[1:]


def issue_words(issue: Issue) -> str:
    """The name of an issue as it reads inside a sentence."""
    return issue.in_sentence or issue.name


def issue_title(issue: Issue, between: str = ": ") -> str:
    """An issue as "Dam: Who opens it?"; the name alone where that is the question."""
    return between.join(filter(None, (issue.name, issue.asks)))


def quoted(phrase: str) -> str:
    """A phrase in “ ”, double marks inside it as single ones: ‘ ’ alone set the words of a scale apart."""
    opened = _OPENING.sub(r"\1‘", phrase)
    return f"“{_DOUBLE.sub('’', opened)}”"


def joined(names: Sequence[str], last: str = "and") -> str:
    """Names as "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
