"""Cost against the number of statements: `python -m tests.benchmarks.scale 1000 10000 100000`.

Prints a median in seconds for each step and size, each size in a process of its own, and the power of
the size with which the cost grew; beside them DuckDB's latest row per party and issue, where it is installed.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import math
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from positions.analysis.bulk import Positions, positions_at
from positions.analysis.search import Query, matching
from positions.export.table import positions_csv
from positions.reading.dossier import load_dossier
from positions.rows.statements import shown_statements
from positions.selection import Selection, default_selection
from positions.tables import Tables
from positions.view import View
from tests.benchmarks.synthetic import LAST, write_dossier

PARTIES_SHOWN = 6
_LATEST = """select party, issue, arg_max(id, (said_on, id)) from statements
where said_on <= '{day}' group by party, issue"""


def main() -> None:
    """Measure the sizes that were given, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--parties", type=int, default=200)
    parser.add_argument("--issues", type=int, default=500)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        sys.stdout.write(json.dumps(measured(options.sizes[0], options)))
        return
    shape = [f"--{name}={getattr(options, name)}" for name in ("parties", "issues", "runs")]
    sys.stdout.write(table({size: alone(size, *shape) for size in options.sizes}))


def alone(size: int, *shape: str) -> dict[str, float]:
    """`measured` in a process of its own, with options of this command."""
    module = [sys.executable, "-m", "tests.benchmarks.scale", "--alone", *shape, str(size)]
    found: dict[str, float] = json.loads(subprocess.run(module, check=True, capture_output=True).stdout)
    return found


def table(found: dict[int, dict[str, float]]) -> str:
    """One line per step: a column per size, then the power of the size, where more than one was measured."""
    sizes = list(found)
    lines = [f"{'':34}" + "".join(f"{size:>12,}" for size in sizes) + "     power"]
    for step in found[sizes[0]]:
        cells = [found[size][step] for size in sizes]
        figures = "".join(f"{cell:12.3f}" for cell in cells)
        lines.append(f"{step:34}{figures}{power(sizes, cells):10.2f}")
    return "\n".join(lines) + "\n"


def power(sizes: list[int], costs: list[float]) -> float:
    """The slope of the line through the logarithms: 1 is linear; NaN for a single size."""
    if len(sizes) < 2:
        return math.nan
    logarithms = [[math.log(one) for one in measures] for measures in (sizes, costs)]
    return statistics.linear_regression(*logarithms).slope


def measured(size: int, options: argparse.Namespace) -> dict[str, float]:
    """The median seconds of each step for a dossier of that size, then memory in megabytes."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_dossier(folder, statements=size, parties=options.parties, issues=options.issues)
        found = {"load": median(lambda: load_dossier(folder), min(options.runs, 2 if size > 50_000 else 5))}
        dossier = load_dossier(folder)
        found |= _steps(lambda: Tables(dossier, folder), options.runs)
        found["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        found |= _duckdb(folder / "statements.csv", options.runs)
    return found


def _steps(fresh: Callable[[], Tables], runs: int) -> dict[str, float]:
    """What a reader does, each on tables that answered nothing yet but what every answer needs."""
    found = {
        "frame of statements": median(lambda: fresh().statements, runs),
        "words of every cell": median(lambda: fresh().words, runs),
        "columns of these words": median(lambda: fresh().word_columns, runs),
        "texts to search": median(lambda: fresh().searched, runs),
    }
    tables = fresh()
    _ = tables.statements, tables.searched, tables.word_columns  # made once, whatever is asked of them then
    found["search for a number"] = median(
        lambda: matching(tables.statements, tables.searched, Query(LAST, text="number 77")), runs
    )
    parties = tuple(one.id for one in tables.dossier.parties)
    shown = replace(default_selection(tables.dossier), parties=parties[:PARTIES_SHOWN])
    whole = replace(shown, parties=parties, issues=tuple(one.id for one in tables.dossier.issues))
    calls: dict[str, tuple[Selection, Callable[[View], object]]] = {
        "first view: cells and gaps": (shown, lambda view: (view.cells, view.gaps)),
        "movement of that view": (shown, lambda view: (view.changes, view.tracks)),
        "statements of that view": (shown, shown_statements),
        "every position as of a day": (whole, _positions),
        "every position in a file": (whole, positions_csv),
        "every cell with its evidence": (whole, lambda view: view.cells),
    }
    for name, (selection, call) in calls.items():
        found[name] = _of_views(
            tables, selection, call, 1 if name == "every cell with its evidence" else runs
        )
    found["raw columns, MB"] = float(tables.statements.memory_usage(deep=True).sum()) / 1e6
    return found


def _positions(view: View) -> Positions:
    """Where all actors stand on all issues, over columns that are there already, as DuckDB's table is."""
    return positions_at(view.tables.word_columns, view.day, window=view.tables.dossier.window)


def _of_views(tables: Tables, selection: Selection, call: Callable[[View], object], runs: int) -> float:
    """The median for a view of a day that nobody looked at before, so that nothing is remembered."""
    days = iter(tables.statements["day"].dt.date.drop_duplicates().iloc[::-1])
    return median(lambda: call(View(tables, replace(selection, day=next(days)))), runs)


def _duckdb(file: Path, runs: int) -> dict[str, float]:
    if importlib.util.find_spec("duckdb") is None:
        return {}
    with importlib.import_module("duckdb").connect() as base:
        read = f"from read_csv('{file}', all_varchar=true)"
        queries = {
            "DuckDB: load": f"create or replace table statements as {read}",
            "DuckDB: search for a number": "select id from statements where summary like '%number 77%'",
            "DuckDB: latest of every cell": _LATEST.format(day=LAST),
        }
        return {
            name: median(lambda query=query: base.execute(query).fetchall(), runs)  # type: ignore[misc]
            for name, query in queries.items()
        }


def median(call: Callable[[], object], runs: int) -> float:
    """Median wall time of the call in seconds."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        call()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    main()
