"""How long search and positions take on 100,000 statements: `python -m tests.benchmark`.

Prints medians; it asserts no time, for a time is a property of a machine.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from positions.analysis.position import position_of
from positions.analysis.search import Query, matching, search_text
from positions.frames import statement_frame
from positions.model.fields import last_day
from positions.reading.dossier import dossier_folder, load_dossier
from positions.tables import Tables

ROWS = 100_000
PHRASE = '"15-year consultation period"'


def large(frame: pd.DataFrame) -> pd.DataFrame:
    """The statements repeated up to ROWS rows, each with an id of its own, in order of day."""
    copies = pd.concat([frame] * (ROWS // len(frame) + 1), ignore_index=True).head(ROWS)
    copies["id"] = [f"s{number:06d}" for number in range(ROWS)]
    return copies.sort_values(["day", "rank"], ignore_index=True)


def median_ms(call: Callable[[], object], repeats: int = 7) -> float:
    """Median wall time of the call in milliseconds."""
    times = []
    for _ in range(repeats):
        begun = time.perf_counter()
        call()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


def main() -> None:
    """Print one line per measurement."""
    dossier = load_dossier("istanbul-2022")
    day = last_day(dossier.period.last)
    frame = large(statement_frame(dossier))
    names = {one.id: one.name for one in dossier.speakers}
    searched = search_text(frame, names, {})
    found = matching(frame, searched, Query(day, text=PHRASE))
    tables = Tables(dossier, dossier_folder("istanbul-2022"))
    copies = ROWS // sum(map(len, tables.words.values()))
    many = {key: words * copies for key, words in tables.words.items()}
    calls: dict[str, Callable[[], object]] = {
        f"find {PHRASE} ({len(found)} hits)": lambda: matching(frame, searched, Query(day, text=PHRASE)),
        "find it under two filters": lambda: matching(
            frame, searched, Query(day, text=PHRASE, issues=["crimea"], sides=["ukraine"])
        ),
        "every position as of a day": lambda: [
            position_of(words, day, window=dossier.window) for words in many.values()
        ],
    }
    for words, call in calls.items():
        sys.stdout.write(f"{len(frame):,} statements, {words}: {median_ms(call):.0f} ms\n")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
