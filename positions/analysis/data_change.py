"""What differs between two versions of the statements: newly said, newly found, corrected, left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from positions.model.dossier import Dossier
from positions.model.fields import last_day
from positions.model.statements import Statement

SAID, FOUND, CORRECTED, LEFT_OUT = "newly said", "newly found", "corrected", "left out"
KINDS = (SAID, FOUND, CORRECTED, LEFT_OUT)


@dataclass(frozen=True)
class DataChange:
    """A statement that differs between two versions; `statement` is the later one, or the one that is gone.

    Of a correction `before` is the earlier one and `fields` are those that differ, in the order of
    statements.csv.
    """

    kind: str
    statement: Statement
    before: Statement | None = None
    fields: tuple[str, ...] = ()

    @property
    def day(self) -> dt.date:
        """The day on which the statement was said; the last that it can mean."""
        return last_day(self.statement.said_on)


def data_changes(earlier: Dossier, later: Dossier) -> tuple[DataChange, ...]:
    """What changed from one version to the other: by kind in the order of KINDS, in each the newest first.

    A statement that is new was newly said where its day lies after every day of the earlier version, and
    newly found, though said before, where it does not. Statements are told apart by their ids; equal
    versions differ in nothing.
    """
    old, new = ({one.id: one for one in version.statements} for version in (earlier, later))
    known = max((last_day(one.said_on) for one in earlier.statements), default=dt.date.min)
    changes = [
        DataChange(SAID if last_day(one.said_on) > known else FOUND, one)
        for name, one in new.items()
        if name not in old
    ]
    changes += [DataChange(LEFT_OUT, one) for name, one in old.items() if name not in new]
    changes += [
        DataChange(CORRECTED, one, old[name], _differing(old[name], one))
        for name, one in new.items()
        if name in old and old[name] != one
    ]
    return tuple(sorted(changes, key=_in_order))


@dataclass(frozen=True)
class PrintChanges:
    """What differs from a version of which only fingerprints are known, in the order of the dossier.

    `left_out` are ids, since of these statements nothing else is known.
    """

    new: tuple[Statement, ...]
    corrected: tuple[Statement, ...]
    left_out: tuple[str, ...]


def fingerprints(dossier: Dossier) -> dict[str, str]:
    """A fingerprint of each statement by its id: the same as long as no field of it differs."""
    return {one.id: _fingerprint(one) for one in dossier.statements}


def print_changes(earlier: Mapping[str, str], later: Dossier) -> PrintChanges:
    """Which statements are new, corrected or left out since their fingerprints were taken."""
    now = fingerprints(later)
    return PrintChanges(
        new=tuple(one for one in later.statements if one.id not in earlier),
        corrected=tuple(one for one in later.statements if earlier.get(one.id, now[one.id]) != now[one.id]),
        left_out=tuple(name for name in earlier if name not in now),
    )


def _fingerprint(statement: Statement) -> str:
    """Empty fields are left out, so that a column that comes later changes nothing of what has none."""
    return sha256(statement.model_dump_json(exclude_none=True).encode()).hexdigest()[:16]


def said_since(dossier: Dossier, day: dt.date) -> tuple[DataChange, ...]:
    """The statements that were said after a day, newest first."""
    return tuple(
        sorted(
            (DataChange(SAID, one) for one in dossier.statements if last_day(one.said_on) > day),
            key=_in_order,
        )
    )


def _differing(before: Statement, after: Statement) -> tuple[str, ...]:
    return tuple(name for name in Statement.model_fields if getattr(before, name) != getattr(after, name))


def _in_order(change: DataChange) -> tuple[int, int, str]:
    return KINDS.index(change.kind), -change.day.toordinal(), change.statement.id
