"""Rows as people write them in, rows in the words of the dossier out; what is not certain stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from positions.model.dossier import Description
from positions.model.errors import Question, Repair
from positions.model.fields import is_value
from positions.model.issues import Issue
from positions.model.parties import Speaker
from positions.model.sources import Source
from positions.model.statements import CODES
from positions.reading.located import Located
from positions.reading.mended_days import mended_days
from positions.reading.names import (
    ACCEPT,
    ACCEPTED,
    NEAREST,
    Names,
    code_names,
    members_of,
    names_of,
    several,
    source_names,
)
from positions.reading.repairs import Repairs, Row, Way
from positions.reading.row_columns import RowColumns

STEPS = ("step_low", "step_high")
_WHOLE = re.compile(r"(\d{1,3})(?:[.,]0+)?")
_DIGITS = frozenset(map(str, range(21)))
_NUMBER = r"\d{1,9}(?:[.,]\d{1,18})?"
_NUMBERS = re.compile(rf"(-?{_NUMBER})(?: ?[-–/] ?({_NUMBER}))?", re.ASCII)
_THOUSANDS = re.compile(r",\d{3}$")


@dataclass(frozen=True)
class Column:
    """Values of a column that stand as they are, and what another is read as: cells by column, or none.

    `nearest` is what it may be read as where nearest values are accepted.
    """

    known: frozenset[str]
    read: Callable[[str, Row], Row]
    nearest: Callable[[str], str | None] = lambda _written: None


_SPACED = re.compile(r" *; *")


@dataclass(frozen=True)
class Mending:
    """The rows as they are read, what was mended, and what only the author can tell.

    `asked` are the (line, column) of days that a question is about; for now their day comes first.
    """

    rows: Located
    repairs: tuple[Repair, ...] = ()
    questions: tuple[Question, ...] = ()
    asked: frozenset[tuple[int | None, str]] = frozenset()


def mended_rows(
    rows: Located,
    description: Description | None,
    sources: Iterable[Source] = (),
    answers: Mapping[str, str] | None = None,
) -> Mending:
    """The rows with names, codes, steps and days as the dossier writes them, in their order.

    A repair of one value comes once, with the row
    that it is met in first and how often it is met. Without a description names and labels stay as they are.
    Days with two readings that no other day of their column decides are one question for the file, until
    the answers hold "day-month" or "month-day" under its key. With the answer ACCEPT of NEAREST a value of a
    closed list that is none of it is read as the one most like it.
    """
    repairs = Repairs(rows)
    readers = {**_described(description, sources), **_codes(), "value": _value(rows.value)}
    columns, places = _needed(readers, rows.value)
    accepting = (answers or {}).get(NEAREST) == ACCEPT
    named = {place: _mended(rows.value[place], columns, repairs, place, accepting) for place in places}
    dated = mended_days(replace(rows, value=rows.value.with_rows(named)), repairs, answers or {})
    speakers = description.speakers if description else ()
    found = dated.rows.with_rows(dict(_members(dated.rows, speakers, repairs)))
    return Mending(replace(rows, value=found), repairs.told(), dated.questions, dated.asked)


def _members(rows: RowColumns, speakers: Iterable[Speaker], repairs: Repairs) -> Iterator[tuple[int, Row]]:
    """The member for which the speaker speaks, by place, of rows that name its party and no member."""
    speaking = {one.id: one for one in speakers if one.member or any(office.member for office in one.offices)}
    columns = map(rows.column, ("party", "member", "speaker", "said_on"))
    for place, (party, member, id_, said_on) in enumerate(zip(*columns, strict=True)):
        if member or not party or id_ not in speaking or not said_on:
            continue
        with suppress(ValueError):  # a day that is none is a fault of its own
            speaker = speaking[id_].when_saying(said_on)
            if speaker.member and speaker.party == party:
                repairs.note(place, "member", "", speaker.member, Way(how="for which the speaker speaks"))
                yield place, {"member": speaker.member}


def _needed(columns: Mapping[str, Column], rows: RowColumns) -> tuple[dict[str, Column], list[int]]:
    """The columns with values that do not stand as they are, and the places of the rows with one of them.

    None of the other columns gets a value from these. Rows with one end of a range alone are among them.
    """
    ends = zip(*map(rows.column, STEPS), strict=True)
    places = {place for place, (low, high) in enumerate(ends) if (low is None) != (high is None)}
    found = {}
    for name, column in columns.items():
        cells, known = rows.column(name), column.known | {None}
        if not known.issuperset(cells):
            found[name] = column
            places.update(place for place, cell in enumerate(cells) if cell not in known)
    return found, sorted(places)


def _mended(row: Row, columns: Mapping[str, Column], repairs: Repairs, place: int, accepting: bool) -> Row:
    """The row itself if all its values are known, else a copy with what can be read."""
    mended = row
    for name, column in columns.items():
        written = mended.get(name)
        if written is None or written in column.known:
            continue
        cells = column.read(written, mended)
        if any(mended.get(other, cell) != cell for other, cell in cells.items() if other != name):
            continue
        way = Way(how=_beside(name, cells))
        near = column.nearest(cells.get(name, written)) if accepting else None
        if near and near != cells.get(name) and cells.get(name) not in column.known:
            cells, way = {**cells, name: near}, ACCEPTED
        if cells and cells[name] != written:
            mended = {**mended, **cells}
            if cells[name] != _SPACED.sub(";", written):  # a blank beside a semicolon is no fault
                repairs.note(place, name, written, cells[name], way)
    return _paired(mended, repairs, place)


def _beside(name: str, cells: Row) -> str:
    """What is read into other columns from the same cell."""
    return ", ".join(f"{other}: {cell}" for other, cell in cells.items() if other != name)


def _paired(row: Row, repairs: Repairs, place: int) -> Row:
    """The row with both ends of its range where one is given, for a single step is both."""
    if (STEPS[0] in row) == (STEPS[1] in row):
        return row
    given, missing = STEPS if STEPS[0] in row else STEPS[::-1]
    step = row[given]
    if step not in _DIGITS:
        return row
    repairs.note(place, missing, "", step, Way(f"one end {step}", f"the step in {given}"))
    return {**row, missing: step}


def _described(description: Description | None, sources: Iterable[Source]) -> dict[str, Column]:
    """The columns whose values dossier.yaml and sources.json name, the issue before its steps."""
    if description is None:
        return {"source": _named("source", source_names(sources))}
    members = [member for party in description.parties for member in party.members]
    issues = {issue.id: issue for issue in description.issues}
    sides = names_of((*description.parties, *members))
    return {
        "source": _named("source", source_names(sources)),
        "party": _party(names_of(description.parties), names_of(members), members_of(description)),
        "member": _named("member", names_of(members)),
        "speaker": _named("speaker", names_of(description.speakers)),
        "issue": _named("issue", names_of(description.issues)),
        "about": Column(
            sides.ids,
            lambda written, _row: {"about": _each(written, sides, sides.id_of)},
            lambda written: _each(written, sides, sides.nearest),
        ),
        **{name: _step(name, issues) for name in STEPS},
    }


def _value(rows: RowColumns) -> Column:
    """Numbers with a decimal comma, and ranges with a dash; a comma before three digits has two readings."""

    def read(written: str, _row: Row) -> Row:
        found = _NUMBERS.fullmatch(" ".join(written.replace("\N{MINUS SIGN}", "-").split()))
        if not found or any(_THOUSANDS.search(one) for one in found.groups("")):
            return {}
        low, high = (one.replace(",", ".") for one in found.groups(""))
        in_order = not high or float(low) <= float(high)
        return {"value": f"{low}/{high}" if high else low} if in_order else {}

    return Column(frozenset(one for one in rows.column("value") if one and is_value(one)), read)


def _codes() -> dict[str, Column]:
    return {name: _named(name, code_names(codes)) for name, codes in CODES.items()}


def _named(column: str, names: Names) -> Column:
    def read(written: str, _row: Row) -> Row:
        found = names.id_of(written)
        return {column: found} if found else {}

    return Column(names.ids, read, names.nearest)


def _party(parties: Names, members: Names, grouping: Mapping[str, str]) -> Column:
    """The party column, in which a member stands for its grouping and itself."""

    def read(written: str, _row: Row) -> Row:
        if party := parties.id_of(written):
            return {"party": party}
        member = members.id_of(written)
        return {"party": grouping[member], "member": member} if member else {}

    return Column(parties.ids, read, parties.nearest)


def _each(written: str, sides: Names, meant: Callable[[str], str | None]) -> str:
    """Ids for what stands between the semicolons, or commas between sides, as far as they are found."""
    return ";".join(";".join(several(one, sides)) or meant(one) or one for one in written.split(";"))


def _step(column: str, issues: Mapping[str, Issue]) -> Column:
    """A step as a whole number, or as its label or short label on the scale of the row's issue."""
    labels = {
        issue.id: Names((str(step.step), (step.label, step.short)) for step in issue.scale)
        for issue in issues.values()
    }

    def read(written: str, row: Row) -> Row:
        if match := _WHOLE.fullmatch(written.strip()):
            return {column: str(int(match[1]))}
        names = labels.get(row.get("issue", ""))
        found = names.id_of(written) if names else None
        return {column: found} if found else {}

    return Column(_DIGITS, read)
