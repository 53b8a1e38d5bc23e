"""How fast and how big, in one table: `python -m tests.benchmarks.table` writes it into the README.

Each figure is the median of five runs, beside a bare Streamlit app or DuckDB that was measured in turn
with it; ratios of one run can be compared, seconds of two machines cannot.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.scale import alone
from tests.benchmarks.serving import Measures, served

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- how fast, how big -->", "<!-- end of how fast, how big -->"
SIZE, RUNS = 100_000, 5
HEADS = ("Case", "Here", "Beside it", "Ratio")
_BARE, _DUCKDB = "a bare Streamlit app", "DuckDB"


@dataclass(frozen=True)
class Case:
    """A line of the table: what is measured, in which unit, where it is found, and what stands beside it."""

    words: str
    unit: str
    here: str
    beside: str = ""
    beside_words: str = ""


SERVED = (
    Case("From the command to the first page", "s", "start", "start", _BARE),
    Case("Of that, time of a processor", "s", "processor", "processor", _BARE),
    Case("The first page of a further reader", "s", "further", "further", _BARE),
    Case("The same page again", "s", "again", "again", _BARE),
    Case("Sent until the matrix stands", "kB", "bytes", "bytes", _BARE),
    Case("Memory with one reader", "MB", "memory", "memory", _BARE),
    Case("Memory for each further reader", "MB", "reader", "reader", _BARE),
)
SIZED = (
    Case("Load and check all files", "s", "load", "DuckDB: load", f"{_DUCKDB} reads the table alone"),
    Case("Cells and gaps of six parties on ten issues", "s", "first view: cells and gaps"),
    Case("Movement of these", "s", "movement of that view"),
    Case("Words of all as columns, made once", "s", "columns of these words"),
    Case(
        "Every position as of a day, over these",
        "s",
        "every position as of a day",
        "DuckDB: latest of every cell",
        f"{_DUCKDB} finds the latest row alone",
    ),
    Case("Every position in a file", "s", "every position in a file"),
    Case("Search", "s", "search for a number", "DuckDB: search for a number", f"{_DUCKDB} in one column"),
    Case("Most memory", "MB", "peak memory, MB", "raw columns, MB", "the table's own columns"),
)
CASES = tuple(case.words for case in SERVED) + tuple(f"{SIZE:,} statements: {case.words}" for case in SIZED)


def main() -> None:
    """Measure every case and write the table between the marks of the README."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    here, beside = served(RUNS)
    sized = alone(SIZE, f"--runs={RUNS}")
    text = README.read_text(encoding="utf-8")
    README.write_text(with_table(text, table(here, beside, sized)), encoding="utf-8")


def table(here: Measures, beside: Measures, sized: Measures) -> str:
    """The table in Markdown, with a sentence on the machine; a dash where nothing was measured beside it."""
    lines = [_line(case, here, beside) for case in SERVED] + [_line(case, sized, sized) for case in SIZED]
    rows = [HEADS, ("---",) * len(HEADS), *((words, *line) for words, line in zip(CASES, lines, strict=True))]
    machine = (
        f"Python {sys.version.split()[0]}; {os.cpu_count()} processors, for which {os.getloadavg()[1]:.0f} "
        "programs ran or waited"
    )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + f"\n\nMedians of {RUNS} runs; {machine}.\n"


def _line(case: Case, here: Mapping[str, float], beside: Mapping[str, float]) -> tuple[str, str, str]:
    measured, other = here[case.here], beside.get(case.beside)
    if other is None:
        return _figure(measured, case.unit), "—", "—"
    ratio = f"{float(f'{measured / other:.2g}'):g}" if other else "—"
    return _figure(measured, case.unit), f"{_figure(other, case.unit)}, {case.beside_words}", ratio


def _figure(measured: float, unit: str) -> str:
    return f"{measured:,.0f} {unit}" if measured >= 100 else f"{measured:.3g} {unit}"


def with_table(text: str, made: str) -> str:
    """A text with the table between its two marks, and nothing else changed."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{made}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    main()
