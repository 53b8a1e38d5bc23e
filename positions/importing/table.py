"""A table and its mapping in; the three files of a dossier out, and the count of what was read."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Any

import yaml

from positions.importing.actors import Actors
from positions.importing.cells import LeftOutCell, table_cells
from positions.importing.coding import Coding, codings_of
from positions.importing.days import dated_cells
from positions.importing.description import description_of
from positions.importing.doubts import alike_notices, doubtful_notices
from positions.importing.headings import called_as_spread, headings_of
from positions.importing.mapping import TableMapping
from positions.importing.rows import MAGIC, table_rows
from positions.importing.scales import Scales
from positions.importing.spellings import spelled_cells, spelling_faults
from positions.importing.statements import reason_left_out, statement_of
from positions.importing.thousands import grouped_faults
from positions.importing.weights import weight_faults, weight_notices
from positions.importing.without_effect import ReadTable, without_effect
from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Finding, Notice, Repair
from positions.model.fields import UNDATED
from positions.model.statements import STATEMENT_COLUMNS
from positions.reading.dossier import DESCRIPTION, SOURCES, STATEMENTS, read_files
from positions.reading.located import Path_
from positions.reading.spreadsheet import is_workbook


@dataclass(frozen=True)
class Imported:
    """A checked dossier made of a table, and its files by name.

    `read` and the cells that were left out, in order of their rows, are all cells of the table. `unused`
    are headings that the mapping does not name; `repairs` say what was mended to read the table, `notices`
    what may not be meant;
    `without_effect` are places of the mapping that change nothing, each with why.
    """

    dossier: Dossier
    files: Mapping[str, bytes]
    read: int
    cells_left_out: tuple[LeftOutCell, ...]
    unused: tuple[str, ...]
    repairs: tuple[Repair, ...]
    notices: tuple[Notice, ...]
    without_effect: tuple[tuple[Path_, str], ...]

    @property
    def left_out(self) -> Mapping[str, int]:
        """How many cells were left out, by reason."""
        return Counter(one.why for one in self.cells_left_out)


def import_table(
    raw: bytes, mapping: TableMapping, file: str, answers: Mapping[str, str] = MappingProxyType({})
) -> Imported:
    """The dossier that a table makes; the same table and mapping make the same bytes.

    Raises DossierError with every cell that cannot be read, for a table without any statement, and with the
    question which number of its days is the month, where neither they nor the `answers` say it.
    """
    table = table_rows(raw, mapping, file)
    headings = headings_of(table.rows, mapping, file)
    mapping = called_as_spread(mapping, headings)
    found = table_cells(table.rows, mapping, file)
    dated = dated_cells(found.cells, mapping, file, answers)
    cells, spelled = spelled_cells(dated.cells, mapping, file)
    codings, findings = codings_of(cells, mapping, file)
    findings += [
        *weight_faults(codings, file),
        *grouped_faults(cells, mapping, headings, file, table.numbers),
    ]
    findings += spelling_faults(cells, mapping, file)
    if findings or dated.questions:
        raise DossierError(findings, (*table.repairs, *dated.repairs, *spelled), dated.questions)
    actors, scales = Actors(codings, mapping), Scales(codings, mapping)
    reasons = [reason_left_out(one, actors) for one in codings]
    told = [one for one, reason in zip(codings, reasons, strict=True) if reason is None]
    if not told:
        raise DossierError([Finding(file, None, "", "no value in any cell", "a table with values")])
    if all(one.texts["day"] == UNDATED for one in told) and not any(one.issued for one in mapping.sources):
        expected = "a day; without any, the mapping says when a source was issued"
        raise DossierError([Finding(file, None, "day", UNDATED, expected)])
    files = _files(
        description_of(codings, told, mapping, actors, scales),
        mapping,
        [statement_of(one, actors, scales) for one in told],
    )
    return Imported(
        dossier=_checked(files, file),
        files=files,
        read=len(told),
        cells_left_out=_left_out(found.left_out, codings, reasons),
        unused=found.unused,
        repairs=(*table.repairs, *dated.repairs, *spelled, *_rounded(told, mapping, file)),
        notices=(
            *table.notices,
            *found.notices,
            *alike_notices(told, mapping, file),
            *weight_notices(told, file),
            *doubtful_notices(codings, mapping, file),
        ),
        without_effect=tuple(
            without_effect(
                ReadTable(
                    mapping,
                    is_workbook=is_workbook(raw),
                    is_database=raw.startswith(MAGIC),
                    body=table.rows[mapping.header_lines :],
                    headings=headings,
                    codings=codings,
                )
            )
        ),
    )


def _left_out(
    before: Sequence[LeftOutCell], codings: Sequence[Coding], reasons: Sequence[str | None]
) -> tuple[LeftOutCell, ...]:
    found = [
        LeftOutCell(one.cell.row, one.cell.heading, why)
        for one, why in zip(codings, reasons, strict=True)
        if why
    ]
    return tuple(sorted([*before, *found], key=lambda one: one.row))


def _rounded(codings: Sequence[Coding], mapping: TableMapping, file: str) -> Iterator[Repair]:
    """One repair for all numbers that were rounded, at the first of them."""
    found = [one for one in codings if one.rounded]
    if found:
        cell, words = (
            found[0].cell,
            f"rounded to {mapping.decimals} digits after the point, as the mapping says",
        )
        value = cell.texts["value"]
        told = f"{value!r} is {words}"
        yield Repair(file, cell.row, cell.heading, value, words, times=len(found), row=True, sentence=told)


def _checked(files: Mapping[str, bytes], table: str) -> Dossier:
    """The dossier that the files make; what is wrong with them comes from the table or the mapping."""
    try:
        return read_files({name: partial(bytes, content) for name, content in files.items()}).dossier
    except DossierError as error:
        made = [replace(one, file=f"{table}, read as {one.file}") for one in error.findings]
        raise DossierError(made) from None


def _files(
    description: Mapping[str, Any], mapping: TableMapping, rows: Sequence[Mapping[str, str]]
) -> dict[str, bytes]:
    written = io.StringIO(newline="")
    used = {name for row in rows for name in row}
    writer = csv.DictWriter(
        written, [name for name in STATEMENT_COLUMNS if name in used], lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(rows)
    sources = [
        source.model_dump(mode="json", by_alias=True, exclude_defaults=True) for source in mapping.sources
    ]
    return {
        DESCRIPTION: yaml.safe_dump(
            dict(description), sort_keys=False, allow_unicode=True, width=1000
        ).encode(),
        SOURCES: (json.dumps(sources, ensure_ascii=False, indent=2) + "\n").encode(),
        STATEMENTS: written.getvalue().encode(),
    }
