"""Random and spoilt input: the answer is what was promised, and never another error or a hang.

The short form runs with the other tests and is the same every time. The long form, of more than
100,000 cases that are new each time: `POSITIONS_FUZZ=long pytest tests/fuzz`.
"""

from __future__ import annotations

import datetime as dt
import os

from hypothesis import HealthCheck, settings

LONG = os.environ.get("POSITIONS_FUZZ") == "long"
LONGEST = dt.timedelta(seconds=20)  # for one case; what takes longer hangs

# Pieces that mean something to one of the formats, or break what reads them.
PIECES = (
    *("\0", "\n", "\r", "\t", " ", '"', "'", ",", ";", ": ", "-", "#", "[", "]", "{", "}", "? ", "<<: "),
    *("*a", "&a ", "!!x ", "NaN", "null", "true", "-1", "0", "1e999", "9" * 5000, "[" * 3000, "{a: " * 60),
    *("\\ud800", '"\\ud800": ', '"\\U00110000"', "\ufeff", "\u2028", "\x85", "\x0b", "é", "北", "\u202e"),
    *(
        "9999-12-31",
        "0001-01-01",
        "2031-02-30",
        "20",
        "21",
        "=1+1",
        "%",
        "---\n",
        "...\n",
        "| ",
        ">-\n",
        "https://[",
        "//a]",
    ),
)


def cases(short: int, long: int) -> settings:
    """How many cases a property is tried on; the short form takes the same ones every time."""
    return settings(
        max_examples=long if LONG else short,
        deadline=LONGEST,
        database=None,
        derandomize=not LONG,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
