"""Faults and repairs of a dossier's files as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable

from positions.importing.cells import LeftOutCell
from positions.model.dossier import Dossier
from positions.model.errors import Finding, Repair
from positions.text.wording import placed_words, said_on_words

_PREVIEWED = 10
_MOST = 200  # rows; a file with more faults has few causes


def fault_table(findings: Iterable[Finding]) -> list[dict[str, str]]:
    """A row per fault in their order, the first two hundred: where it stands, what was found and expected."""
    return [
        {
            "File": one.file,
            "Row": _row(one),
            "Field": one.field,
            "Found": "nothing" if one.found is None else one.found,
            "Expected": one.wanted,
        }
        for one in [*findings][:_MOST]
    ]


def repair_table(repairs: Iterable[Repair]) -> list[dict[str, str]]:
    """A row per repair in their order, the first two hundred: what stands there, and as what it is read."""
    return [
        {
            "File": one.file,
            "Row": _row(one) if one.times == 1 else f"{one.times:,} rows",
            "Field": one.field,
            "Written": one.found or "nothing",
            "Read as": f"{one.read_as} ({one.how})" if one.how else one.read_as,
        }
        for one in [*repairs][:_MOST]
    ]


def preview_table(dossier: Dossier) -> list[dict[str, str]]:
    """The first ten statements as they are read from a table: where they stood, who, on what, when, where."""
    names = {one.id: one.name for one in (*dossier.holders, *dossier.issues)}
    return [
        {
            "Cell": one.id,
            "Side": names.get(one.member or one.party or "", "nobody"),
            "Issue": names[one.issue],
            "Day": said_on_words(one.said_on),
            "Placed at": placed_words(one),
            "Summary": one.summary,
        }
        for one in dossier.statements[:_PREVIEWED]
    ]


def left_out_table(cells: Iterable[LeftOutCell]) -> list[dict[str, str]]:
    """A row per cell that makes no statement, the first two hundred: its row, its column, and why."""
    return [
        {"Row": str(one.row), "Column": one.heading, "Left out because": one.why} for one in [*cells][:_MOST]
    ]


def change_table(
    changes: Iterable[tuple[str, str, str, str]], sides: tuple[str, str] = ("Before", "After")
) -> list[dict[str, str]]:
    """A row per changed cell in their order, the first two hundred: statement, column, and both values."""
    heads = ("Statement", "Column", *sides)
    return [dict(zip(heads, one, strict=True)) for one in [*changes][:_MOST]]


def _row(one: Finding | Repair) -> str:
    """The row or line, and the statement's id where it has one."""
    if one.line is None:
        return ""
    row = f"{one.line} ({one.statement})" if one.statement else str(one.line)
    further = one.further if isinstance(one, Finding) else ()
    return f"{row} and {len(further):,} more" if further else row
