"""A filled workbook in, the files of a dossier out, and faults told by sheet and row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType
from typing import Any

import yaml

from positions.model.dossier import Dossier
from positions.model.errors import DossierError, Finding, Notice
from positions.model.statements import Statement
from positions.reading.codings import CODINGS
from positions.reading.dossier import DESCRIPTION, SOURCES, STATEMENTS, Beforehand, Reading, read_files
from positions.reading.files import Files
from positions.reading.formulas import formulas, without_formulas
from positions.reading.json_text import located_json_list
from positions.reading.located import Path_, Rows
from positions.reading.merged_cells import merged_cells, own_columns, with_merged
from positions.reading.names import ACCEPT, NEAREST
from positions.reading.spreadsheet import sheets
from positions.reading.told import Told
from positions.reading.yaml_text import located_yaml
from positions.workbook import tables
from positions.workbook.example_rows import without_example
from positions.workbook.known_sheets import KnownSheets, is_of_dossier, known_sheets, missing_sheets
from positions.workbook.places import Places
from positions.workbook.rows import CODING, FIELD, VALUE, coding_rows, rows_of
from positions.workbook.table_alone import OWN_TABLE
from positions.workbook.tree import Tree, description_tree, source_list

_WIDTH = 110


class _Plain(yaml.SafeDumper):
    """Writes texts without quotation marks where it can, as every value of dossier.yaml is read as text."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - as PyYAML declares it

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - aliases are not read
        """True: everything is written out."""
        return True


def _as_text(dumper: yaml.SafeDumper, value: object) -> yaml.Node:
    return dumper.represent_str(str(value).lower())


_Plain.add_representer(int, _as_text)
_Plain.add_representer(bool, _as_text)


_SEARCHED = "Searched"
_UNSEARCHED = (
    "no search is recorded, so a blank says 'Not researched' and never 'Not stated'; "
    "a row for each source tells what was looked for in it"
)
_EXPECTED = f"one as `positions new` writes it, with sheets About, Parties, Issues and others; {OWN_TABLE}"


@dataclass(frozen=True)
class OpenedWorkbook:
    """The files that a workbook makes, where each of their lines stands in it, and what fits in none."""

    files: Files
    places: Places
    before: Beforehand = field(default_factory=Beforehand)


def read_workbook(raw: bytes, name: str) -> Reading:
    """The dossier in a workbook of that file name, as `read_files` reads it.

    Raises DossierError with every fault, told by sheet, row and column.
    """
    opened = files_of_workbook(raw, name)
    try:
        reading = read_files(opened.files, before=opened.before)
    except DossierError as error:
        raise opened.places.told_by_row(error) from None
    return opened.places.reading(reading)


def files_of_workbook(
    raw: bytes, name: str, answers: Mapping[str, str] = MappingProxyType({}), *, listed: bool = False
) -> OpenedWorkbook:
    """The files of a dossier that a workbook of that file name makes: three, and one for each coding.

    Every text of a cell is kept; what it must be, the reader of the files decides. Sheets of other
    names are left alone. A missing sheet, a head that no column has and a row that belongs to nothing
    are found beforehand. Where sources are `listed` in another file it needs no sheet of them.
    Raises DossierError for what is no workbook or has no sheet of a dossier.
    """
    known = known_sheets(sheets(raw, name), name)
    if tables.ABOUT.name not in known.rows:
        raise DossierError([Finding(name, None, "", "a workbook without a sheet About", _EXPECTED)])
    formed = _refuse_formulas(known, raw)
    merged = _fill_merged(known, raw)
    found, notices = without_example(known.rows, name)
    missing, unread = missing_sheets(found, name, listed=listed)
    if len(found.get(_SEARCHED, [])) < 2:  # heads alone are no search
        notices = (*notices, Notice(_SEARCHED, None, "", _UNSEARCHED))
    opened = files_of_sheets(found, answers)
    before = replace(
        opened.before,
        findings=(*missing, *formed, *merged.findings, *opened.before.findings),
        repairs=(*known.repairs, *merged.repairs, *opened.before.repairs),
        notices=(*merged.notices, *notices),
        unread=unread,
    )
    return replace(opened, before=before)


def _fill_merged(known: KnownSheets, raw: bytes) -> Told:
    """Put the text of each cell that is merged down a column into all of its rows; what is told of it."""
    told = Told()
    for written, cells in merged_cells(raw).items():
        sheet = next(name for name, one in known.written.items() if one == written)
        if is_of_dossier(sheet):
            rows = known.rows[sheet]
            merged = with_merged(rows, cells, own_columns(rows[0][1]) if rows else (), sheet)
            known.rows[sheet] = merged.rows
            told.take(merged)
    return told


def _refuse_formulas(known: KnownSheets, raw: bytes) -> list[Finding]:
    """A finding for each formula in a sheet of a dossier; its stored value takes its place there."""
    findings: list[Finding] = []
    for written, cells in formulas(raw).items():
        sheet = next(name for name, one in known.written.items() if one == written)
        if is_of_dossier(sheet):
            known.rows[sheet], told = without_formulas(known.rows[sheet], cells, sheet)
            findings += told
    return findings


def files_of_dossier(dossier: Dossier, codings: Mapping[str, Sequence[Statement]] | None = None) -> Files:
    """The files that make the same dossier when they are read, and its codings.

    Its `data_version` is another one, for that is a fingerprint of the letters of the files, and
    comments and layout of those that it was read from are not in it.
    """
    return files_of_sheets(sheets_of(dossier, codings)).files


def sheets_of(dossier: Dossier, codings: Mapping[str, Sequence[Statement]] | None = None) -> dict[str, Rows]:
    """The sheets of a dossier's workbook by their names, heads first, rows counted as a spreadsheet does."""
    rows: dict[str, list[list[str]]] = {**rows_of(dossier), **coding_rows(codings or {})}
    heads = {table.name: [*table.heads] for table in tables.TABLES} | {tables.ABOUT.name: [FIELD, VALUE]}
    heads[tables.STATEMENTS.name] += [column.name for column in dossier.kept]
    return {
        sheet: [*enumerate([heads.get(sheet, [*tables.STATEMENTS.heads]), *cells], start=1)]
        for sheet, cells in rows.items()
    }


def files_of_sheets(
    found: Mapping[str, Rows], answers: Mapping[str, str] = MappingProxyType({})
) -> OpenedWorkbook:
    """The same of the rows of each sheet by its name; a missing one is empty; faults come beforehand."""
    described = description_tree(found, accepting=answers.get(NEAREST) == ACCEPT)
    listed = source_list(found.get(tables.SOURCES.name, []))
    questions = listed.read_days(answers)
    rows = {STATEMENTS: tables.STATEMENTS.name} | {
        f"{CODINGS}/{sheet.removeprefix(CODING)}.csv": sheet for sheet in found if sheet.startswith(CODING)
    }
    texts = {DESCRIPTION: _yaml(described.value), SOURCES: _json(listed.value)}
    texts |= {file: _csv(found.get(sheet, [])) for file, sheet in rows.items()}
    lines = {
        DESCRIPTION: _lines(located_yaml(texts[DESCRIPTION], DESCRIPTION).lines, described),
        SOURCES: _lines(located_json_list(texts[SOURCES], SOURCES).lines, listed),
        **{file: _numbers(found.get(sheet, []), sheet) for file, sheet in rows.items()},
    }
    heads = {table.name: table.heads for table in tables.TABLES}
    files = {file: partial(str.encode, text) for file, text in texts.items()}
    elsewhere = {name: frozenset(ids) for name, ids in described.elsewhere.items()}
    before = Beforehand(
        (*described.findings, *listed.findings),
        (*described.repairs, *listed.repairs),
        questions=questions,
        elsewhere=elsewhere,
    )
    fields = {(DESCRIPTION, name): (tables.ABOUT.name, row) for name, row in described.fields.items()}
    lacking = frozenset(described.lacking | listed.lacking)
    return OpenedWorkbook(files, Places(lines, heads, fields, lacking), before)


def _yaml(tree: Mapping[str, Any]) -> str:
    return yaml.dump(tree, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=_WIDTH)


def _json(records: list[dict[str, Any]]) -> str:
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def _csv(rows: Rows) -> str:
    """The rows as comma-separated text, each as long as the heads are; the heads alone for none."""
    width = max((len(cells) for _, cells in rows), default=0)
    written = io.StringIO(newline="")
    lines = [[*cells, *[""] * (width - len(cells))] for _, cells in rows] or [[*tables.STATEMENTS.heads]]
    csv.writer(written, lineterminator="\n").writerows(lines)
    return written.getvalue()


def _lines(lines: Mapping[Path_, int], tree: Tree) -> list[tuple[int, str, int]]:
    return sorted((lines[path], *place) for path, place in tree.places.items() if path in lines)


def _numbers(rows: Rows, sheet: str) -> list[tuple[int, str, int]]:
    """Which row of the sheet each row of the comma-separated file is, for that has none of nothing."""
    return [(place, sheet, number) for place, (number, _) in enumerate(rows, start=1)]
