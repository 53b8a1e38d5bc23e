"""A cell of a table in, what it says in the dossier's terms out; what cannot be read is a finding."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pydantic import TypeAdapter, ValidationError

from positions.importing.cells import TableCell
from positions.importing.mapping import MOST_WEIGHT, THE_PARTY, TableMapping, values_of
from positions.importing.mapping_file import spread_over
from positions.importing.placing import EMPTY, Placing, expected_words, missing_of, number_of, placing_of
from positions.model.errors import Finding
from positions.model.fields import SaidOn
from positions.model.parties import AUTHORITIES
from positions.model.statements import CONFIDENCES, MODES

_DAY: TypeAdapter[str] = TypeAdapter(SaidOn)
_CHOICES = {"mode": MODES, "confidence": CONFIDENCES, "authority": AUTHORITIES}
_Fault = tuple[str, str, str]  # heading or role, what was found, what was expected
_NEEDED = ("mode", "confidence", "coder", "day")


@dataclass(frozen=True)
class Coding:
    """A cell that could be read. `texts` holds every role that the cell or the defaults of the mapping say.

    `placing` is None where the table has no values, `given` where its value is no number, `weight` where
    it has none for the cell.
    """

    cell: TableCell
    placing: Placing | None
    given: Decimal | None
    weight: Decimal | None
    texts: Mapping[str, str]

    @property
    def party(self) -> str:
        """The side as the table writes it."""
        return self.texts["party"]

    @property
    def rounded(self) -> bool:
        """Whether its number has fewer digits than the table gives it."""
        number = self.placing.number if self.placing else None
        return number is not None and number != self.given

    @property
    def issue(self) -> str:
        """The question as the table writes it."""
        return self.texts["issue"]


def codings_of(
    cells: Sequence[TableCell], mapping: TableMapping, file: str
) -> tuple[list[Coding], list[Finding]]:
    """The cells that can be read, in order, and a finding for each text that cannot.

    The same text under the same heading is told once, where it stands first, with its count; so is a
    column of which no text can be read.
    """
    faults: dict[_Fault, list[int]] = {}
    found: list[Coding] = []
    for cell in cells:
        coding = _Reading(cell, mapping)
        for fault in coding.faults():
            faults.setdefault(fault, []).append(cell.row)
        found.append(coding.coding())
    return found, [
        Finding(file, rows[0], field, text, f"{expected}{often}", row=True)
        for (field, text, expected), rows, often in _told_once(faults, cells, mapping)
    ]


def _told_once(
    faults: Mapping[_Fault, list[int]], cells: Sequence[TableCell], mapping: TableMapping
) -> Iterator[tuple[_Fault, list[int], str]]:
    """The faults with their rows, and what else is to be said: how often, or that a column has no value.

    In a wide table a column of which no text is a value is hardly a party or an issue; only the first
    fault of it is told, unless no column can be read.
    """
    over = spread_over(mapping.columns) if mapping.shape == "wide" else None
    filled = Counter(cell.heading for cell in cells if "value" in cell.texts)
    faulty = Counter(dict.fromkeys(filled, 0))
    for (field, _, _), rows in faults.items():
        faulty[field] += len(rows)
    unread = {name for name, count in filled.items() if over and count == faulty[name] and count > 1}
    told: set[str] = set()
    for fault, rows in faults.items():
        field = fault[0]
        if field not in unread or unread == filled.keys():
            yield fault, rows, _often(rows)
        elif field not in told:
            told.add(field)
            none = f"; nor is any of the {filled[field]:,} texts of this column"
            yield fault, rows, f"{none}: if it is no {over}, name it under ignored in the mapping"


def _often(rows: Sequence[int]) -> str:
    return f"; so it stands in {len(rows):,} cells" if len(rows) > 1 else ""


class _Reading:
    """One cell with the defaults of the mapping, and what is wrong with it."""

    def __init__(self, cell: TableCell, mapping: TableMapping) -> None:
        self.cell, self.mapping = cell, mapping
        self.values = values_of(mapping, cell.texts["issue"])
        defaults = {name: str(value) for name, value in mapping.defaults if value is not None}
        self.texts = {**defaults, "source": mapping.sources[0].id, **cell.texts}
        addresses = {one.url: one.id for one in mapping.sources if one.url}
        self.texts["source"] = addresses.get(self.texts["source"], self.texts["source"])
        if mapping.columns.speaker and not cell.texts.keys() & {"speaker", "office"}:
            self.texts["office"] = THE_PARTY  # the default is the office of persons, and none is named
        if "day" in cell.texts and mapping.day_format:
            self.texts["day"] = _day(cell.texts["day"], mapping.day_format)

    def coding(self) -> Coding:
        placing = None
        if self.mapping.columns.value:
            placing = placing_of(self.cell.texts.get("value", ""), self.values, self.mapping)
        given, weight = (
            number_of(text, self.mapping) for text in (self.cell.texts.get("value", ""), self._weight())
        )
        return Coding(self.cell, placing, given, weight, self.texts)

    def _weight(self) -> str:
        """The text of the weight; "" for a missing code."""
        text = self.cell.texts.get("weight", "")
        return "" if missing_of(text, self.mapping) else text

    def faults(self) -> Iterator[_Fault]:
        """What is wrong with the cell; of an empty one, which makes no statement, nothing else is needed."""
        placing = self.coding().placing
        is_empty = placing is not None and placing.blank == EMPTY
        for role in _NEEDED:
            if role not in self.texts and not is_empty:
                yield role, "", f"a text, or a value for such cells in the mapping: defaults.{role}"
        value = self.cell.texts.get("value", "")
        if self.mapping.columns.value and placing_of(value, self.values, self.mapping) is None:
            yield self.cell.heading, value, expected_words(self.values, self.mapping)
        for role, choices in _CHOICES.items():
            if role in self.texts and self.texts[role] not in choices:
                yield role, self.texts[role], f"one of {', '.join(choices)}"
        sources = [one.id for one in self.mapping.sources]
        if self.texts["source"] not in sources:
            expected = f"one of the sources of the mapping, {', '.join(sources)}, or the address of one"
            yield "source", self.texts["source"], expected
        yield from self._number_faults()
        yield from self._day_faults()

    def _number_faults(self) -> Iterator[_Fault]:
        if weight := self._weight():
            number = number_of(weight, self.mapping)
            if number is None or not 0 <= number <= MOST_WEIGHT:
                yield "weight", weight, f"a number from 0 to {MOST_WEIGHT}"
        for role in ("start", "end"):
            if role in self.cell.texts and not self.cell.texts[role].isdecimal():
                yield role, self.cell.texts[role], "a whole number"

    def _day_faults(self) -> Iterator[_Fault]:
        if "day" not in self.texts:
            return
        try:
            _DAY.validate_python(self.texts["day"])
        except ValidationError as error:
            written = f"a day written as {self.mapping.day_format}"
            expected = written if self.mapping.day_format else error.errors()[0]["msg"]
            yield "day", self.cell.texts.get("day", self.texts["day"]), expected


def _day(text: str, written: str) -> str:
    """The day as 2022-03-29; the text itself where it is not written so."""
    try:
        return dt.datetime.strptime(text, written).date().isoformat()
    except ValueError:
        return text
