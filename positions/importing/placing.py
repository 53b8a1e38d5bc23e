"""What a text in a table means on an issue: a step, a number, or a blank of a kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from positions.importing.mapping import Missing, TableMapping, Values
from positions.model.fields import MOST_PLACES

_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
EMPTY = Missing(blank="not_stated", reason="the cell is empty")


@dataclass(frozen=True)
class Placing:
    """Where a value stands: on a step, at a number, or nowhere and why."""

    step: int | None = None
    number: Decimal | None = None
    blank: Missing | None = None


def placing_of(text: str, values: Values | None, mapping: TableMapping) -> Placing | None:
    """The placing of a text; None where it is neither a code nor a number of the scale.

    A code is the same however its number is written: 1, 1.0 and +1 are one. The steps of a scale that is
    reversed are turned here; a number is kept as it is, and the scale of its issue runs the other way.
    """
    if missing := missing_of(text, mapping):
        return Placing(blank=missing)
    if not text:
        return Placing(blank=EMPTY)
    if values is None:
        return None
    return _step(code_key(text, mapping), values, mapping) if values.codes else _number(text, values, mapping)


def missing_of(text: str, mapping: TableMapping) -> Missing | None:
    """What the mapping says of a missing code; None for any other text."""
    key = code_key(text, mapping)
    return next((one for code, one in mapping.missing.items() if code_key(code, mapping) == key), None)


def number_of(text: str, mapping: TableMapping) -> Decimal | None:
    """The number that a text is, exactly as it is written; None for anything else."""
    plain = text.strip().replace("−", "-")
    plain = plain.replace(",", ".") if mapping.decimal_comma else plain
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None


def expected_words(values: Values | None, mapping: TableMapping) -> str:
    """What could stand in a cell, for whoever mends it."""
    missing = ", ".join(code for code in mapping.missing if code)
    beside = f", or one of the missing codes {missing}" if missing else ""
    if values is None:
        return "empty; the mapping does not say what values of this issue mean"
    if values.ends:
        comma = "comma" if mapping.decimal_comma else "point"
        digits = f"with at most {MOST_PLACES} digits after a {comma}, or decimals in the mapping"
        return f"a number from {values.ends.low} to {values.ends.high}, {digits}{beside}"
    return f"one of the codes {', '.join(values.codes or {})}{beside}"


def code_key(text: str, mapping: TableMapping) -> str | Decimal:
    """What makes two texts one code: their number, else their letters."""
    number = number_of(text, mapping)
    return text.strip() if number is None else number


def _step(key: str | Decimal, values: Values, mapping: TableMapping) -> Placing | None:
    for code, step in (values.codes or {}).items():
        if code_key(code, mapping) == key:
            return Placing(step=len(values.labels or ()) - 1 - step if values.reversed else step)
    return None


def _number(text: str, values: Values, mapping: TableMapping) -> Placing | None:
    number, ends = number_of(text, mapping), values.ends
    if number is None or ends is None or not ends.low <= number <= ends.high:
        return None
    rounded = round(number, MOST_PLACES if mapping.decimals is None else mapping.decimals)
    if rounded != number and mapping.decimals is None:
        return None
    return Placing(number=number if rounded == number else rounded)
