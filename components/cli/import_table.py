"""`positions import table`: a table becomes a dossier, by a mapping that says what its columns mean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from components.cli.files import content_of, listed_sources, write_folder
from components.cli.output import say
from components.cli.view import ANSWER_DAYS, DayOrder, answered, say_mended, without_faults
from positions.importing.example_files import MAPPING, TABLE, example_files
from positions.importing.mapping_file import located_mapping
from positions.importing.table import Imported, import_table
from positions.text.wording import count_words

_FIRST_ROWS = 5

TableFile = Annotated[
    Path | None,
    typer.Argument(metavar="TABLE", help="the table: CSV, XLSX, Parquet, annotations as JSON, or SQLite"),
]
MappingFile = Annotated[
    Path | None,
    typer.Option("--mapping", help="what its columns and codes mean: mapping.yaml, see --example"),
]
Example = Annotated[
    bool,
    typer.Option(
        "--example", help="print a small table and a mapping that works on it, or write them with --out"
    ),
]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="a folder that is not there yet")]
Sources = Annotated[
    Path | None,
    typer.Option(
        "--sources", help="list of sources in place of those of the mapping: RIS, BibTeX or CSL-JSON"
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="count and show the first rows, and write nothing")]

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Make a dossier of what others publish.")


@app.callback()
def _import() -> None:
    """Make a dossier of what others publish."""


@app.command("table")
def import_table_file(
    table: TableFile = None,
    mapping: MappingFile = None,
    out: Out = None,
    dry_run: DryRun = False,
    example: Example = False,
    sources: Sources = None,
    days: DayOrder = None,
) -> None:
    """Write the dossier that a table makes, and tell what was read and what was left out, and why.

    A mapping says what the columns and codes of the table mean: --example prints one with comments, and
    `positions schema --file mapping` each of its fields. Exit code 1: the mapping or a cell cannot be read,
    or the folder is there already; then nothing is written.
    """
    if example:
        _example(out)
        return
    if table is None or mapping is None:
        lacking = "TABLE" if table is None else "--mapping"
        raise typer.BadParameter("is missing; --example prints a table and a mapping", param_hint=lacking)
    if not out and not dry_run:
        raise typer.BadParameter("name a folder to write into, or --dry-run", param_hint="--out")
    listed = listed_sources(sources)[0] if sources else None
    said, given = (content_of(mapping), mapping.name), (content_of(table), table.name)
    known = without_faults(
        answered(lambda answers: located_mapping(*said, listed, answers), days), ANSWER_DAYS
    )
    say_mended(known.located.repairs, ())
    made = without_faults(
        answered(lambda answers: import_table(given[0], known.mapping, given[1], answers), days), ANSWER_DAYS
    )
    say("\n".join((*_report(made), *(f"note: {one}" for one in known.notices(made.without_effect)))))
    if dry_run:
        say("\n".join(_first_rows(made)))
    elif out:
        say(f"written: {write_folder(out, made.files)}")


def _example(out: Path | None) -> None:
    """Print the two files of the example, or write them into a folder that is not there yet."""
    if out:
        folder = write_folder(out, example_files())
        command = f"positions import table {folder / TABLE} --mapping {folder / MAPPING} --dry-run"
        say(f"{folder}: {TABLE} and {MAPPING}; `{command}` reads them")
        return
    for name, content in example_files().items():
        say(f"----- {name}\n{content.decode()}")


def _report(made: Imported) -> Iterator[str]:
    """What was read, and what was left out by reason, the most frequent first."""
    yield from (f"mended: {repair}" for repair in made.repairs)
    yield from (f"note: {notice}" for notice in made.notices)
    total = made.read + sum(made.left_out.values())
    dossier = made.dossier
    refusals = f", {len(dossier.refusals):,} of them refusals to answer" if dossier.refusals else ""
    yield f"{made.read:,} of {total:,} cells read as statements{refusals}"
    for reason, count in sorted(made.left_out.items(), key=lambda one: (-one[1], one[0])):
        yield f"{count:,} left out: {reason}"
    if made.unused:
        yield f"not named in the mapping, so not read: {', '.join(made.unused)}"
    parties, issues = len(dossier.parties), len(dossier.issues)
    yield f"{count_words(parties, 'party', 'parties')}, {count_words(issues, 'issue')}"


def _first_rows(made: Imported) -> Iterator[str]:
    yield f"the first rows as they would be read, of {made.read:,}:"
    for one in made.dossier.statements[:_FIRST_ROWS]:
        yield f"{one.id}: {one.summary}"
