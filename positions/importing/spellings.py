"""Codes and names that a table writes in several ways: codes are read as what they can be, names are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from positions.importing.cells import TableCell
from positions.importing.mapping import TableMapping, Values, values_of
from positions.importing.placing import code_key
from positions.integrity.uniqueness import look
from positions.model.errors import Finding, Repair


def spelled_cells(
    cells: Sequence[TableCell], mapping: TableMapping, file: str
) -> tuple[tuple[TableCell, ...], list[Repair]]:
    """The cells in their order with each value as its code is written, and a repair for each such text.

    A text that is a code itself, that could be two of them, or that is none stays as it is.
    """
    found: list[TableCell] = []
    mended: dict[tuple[str, str], list[TableCell]] = {}
    codes = {
        id(values): _Codes(values, mapping) for values in {id(one): one for one in _all(mapping)}.values()
    }
    for cell in cells:
        text = cell.texts.get("value", "")
        code = codes[id(values_of(mapping, cell.texts["issue"]))].meant(text) if text else None
        if code is None:
            found.append(cell)
        else:
            found.append(replace(cell, texts={**cell.texts, "value": code}))
            mended.setdefault((text, code), []).append(cell)
    return tuple(found), [
        Repair(file, same[0].row, same[0].heading, text, code, times=len(same), row=True)
        for (text, code), same in mended.items()
    ]


def _all(mapping: TableMapping) -> Iterable[Values | None]:
    return (mapping.values, *(one.values for one in mapping.issues if one.values))


class _Codes:
    """The codes of one kind of values, those that are no value among them."""

    def __init__(self, values: Values | None, mapping: TableMapping) -> None:
        self._mapping = mapping
        every = [*((values.codes or {}) if values else {}), *filter(None, mapping.missing)]
        self._keys = {code_key(one, mapping) for one in every}
        self._plain: dict[str, list[str]] = {}
        for one in every:
            self._plain.setdefault(one.strip().casefold(), []).append(one)

    def meant(self, text: str) -> str | None:
        """The one code from which a text differs in capitals alone; None for any other text."""
        if code_key(text, self._mapping) in self._keys:
            return None
        like = self._plain.get(text.strip().casefold(), [])
        return like[0] if len(like) == 1 else None


def spelling_faults(cells: Sequence[TableCell], mapping: TableMapping, file: str) -> Iterator[Finding]:
    """A finding for each name that looks like an earlier one: other capitals, other blanks.

    It stands at the first row of the name, in the order of the cells. Names that the mapping gives other
    names are none of them.
    """
    for role, several in (("party", "parties"), ("issue", "issues")):
        given = {one.as_written: one.name for one in getattr(mapping, several) if one.name}
        rows: dict[str, int] = {}
        for cell in cells:
            rows.setdefault(cell.texts[role], cell.row)
        first: dict[str, str] = {}
        for name, row in rows.items():
            other = first.setdefault(look(given.get(name, name)), name)
            if other != name:
                expected = f"written as in row {rows[other]}, {other!r}; if it is another {role}, give each "
                expected += f"a name of its own under {several} in the mapping"
                yield Finding(file, row, role, name, expected, row=True)
