"""Changed statements written back into their folder: whole, with a backup, and over nobody's work."""

from __future__ import annotations

import csv
import datetime as dt
import io
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock

from positions.editing.statements import Row, rows_of
from positions.editing.transaction import (
    PART,
    finish_interrupted,
    is_interrupted,
    replace_together,
    write_whole,
)
from positions.export.cell_text import marked, unmarked
from positions.reading.dossier import STATEMENTS

LOG = "changes.csv"
BACKUPS = "backups"
_LOCK = ".positions.lock"
_LOG_COLUMNS = ("when", "who", "statement", "column", "before", "after", "why")


Line = tuple[str, str, str, str, str]  # record, column, value before and after, reason


class Conflict(Exception):  # noqa: N818 - the reader's word
    """Somebody has changed the file since it was read; `theirs` is what stands there, None for nothing."""

    def __init__(self, file: str, theirs: bytes | None) -> None:
        self.file, self.theirs = file, theirs
        super().__init__(f"{file} has been changed by somebody else since it was read here.")


@dataclass(frozen=True)
class Reasons:
    """Why statements were changed: `why` for all of them, `of` for single ones by their ids."""

    why: str = ""
    of: Mapping[str, str] = field(default_factory=dict)


def save_statements(folder: Path, read: bytes, changed: bytes, who: str, why: str | Reasons) -> Path | None:
    """Write the changed statements and the log of what was changed; the answer is the backup of those before.

    `read` is what the file held when it was opened here. A statement that has a reason of its own is logged
    though it stays as it is: that was decided. Nothing is written, and None answered, where nothing differs
    and nothing was decided. Raises Conflict when another has written since, and OSError when the folder
    cannot be written to; the file is then as it was.
    """
    reasons = Reasons(why) if isinstance(why, str) else why
    if read == changed and not reasons.of:
        return None
    lines = logged_changes(rows_of(read), rows_of(changed), reasons)
    return save_files(folder, {STATEMENTS: read}, {STATEMENTS: changed}, who, lines)[-1]


def save_files(
    folder: Path, read: Mapping[str, bytes], changed: Mapping[str, bytes], who: str, lines: Sequence[Line]
) -> list[Path]:
    """Write the changed files, the last of them last, and the log; the answer are the backups, one for each.

    `read` is what all of them held when they were opened here. Raises Conflict for the first that another
    has written since, before anything is written, and OSError when the folder cannot be written to: where
    there is no room for one of them none is changed. All are the old or all the new ones: a save that the
    machine cuts short is ended by `finish_save` or by the next one. The old ones are in the backups.
    """
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    with _locked(folder):
        finish_interrupted(folder, folder / BACKUPS)
        for name, content in read.items():
            path = folder / name
            theirs = path.read_bytes() if path.is_file() else None
            if theirs != content:
                raise Conflict(name, theirs)
        mark = f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}"
        backups = [folder / BACKUPS / f"{mark}-{name}" for name in changed]
        (folder / BACKUPS).mkdir(exist_ok=True)
        for backup, name in zip(backups, changed, strict=True):
            write_whole(backup, read[name], folder / BACKUPS / PART)
        log = folder / LOG
        before = log.read_bytes() if log.is_file() else b""
        replace_together(folder, {LOG: _logged(before, lines, now, who), **changed})
    return backups


def finish_save(folder: Path) -> str | None:
    """End a save that was cut short and answer what was done, in one sentence; None where none was.

    Raises OSError when the folder cannot be written to.
    """
    if not is_interrupted(folder):
        return None
    with _locked(folder):
        return finish_interrupted(folder, folder / BACKUPS)


def changes_between(before: Sequence[Row], after: Sequence[Row]) -> list[tuple[str, str, str, str]]:
    """Statement, column, value before and value after of each cell that differs, in the order of `after`.

    A row that is new differs in all that it holds; one that is gone is told once, with its summary before.
    """
    old, new = ({row["id"]: row for row in rows} for rows in (before, after))
    changed = [
        (name, column, old.get(name, {}).get(column, ""), row.get(column, ""))
        for name, row in new.items()
        for column in dict.fromkeys((*row, *old.get(name, {})))
        if old.get(name, {}).get(column, "") != row.get(column, "")
    ]
    return changed + [(name, "id", f"{name}: {old[name]['summary']}", "") for name in old if name not in new]


def logged_changes(before: Sequence[Row], after: Sequence[Row], reasons: Reasons) -> list[Line]:
    """A line for each changed cell with its reason, and one for each decision that changes nothing."""
    changes = [(*one, reasons.of.get(one[0], reasons.why)) for one in changes_between(before, after)]
    changed = {one[0] for one in changes}
    rows = {row["id"]: row for row in after}
    return changes + [
        (name, column, rows[name].get(column, ""), rows[name].get(column, ""), reason)
        for name, reason in reasons.of.items()
        if name in rows and name not in changed
        for column in ("value" if rows[name].get("value") else "step_low",)
    ]


def logged_reasons(folder: Path) -> list[tuple[str, str]]:
    """Statement and reason of each line in the log of that folder; none where there is no log."""
    log = folder / LOG
    if not log.is_file():
        return []
    lines = csv.DictReader(io.StringIO(log.read_bytes().decode("utf-8-sig", "replace"), newline=""))
    return [(unmarked(line.get("statement") or ""), unmarked(line.get("why") or "")) for line in lines]


def _locked(folder: Path) -> FileLock:
    return FileLock(folder / _LOCK, timeout=10)


def _logged(before: bytes, changes: Sequence[Line], when: dt.datetime, who: str) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    if not before:
        writer.writerow(_LOG_COLUMNS)
    for change in changes:
        writer.writerow((when.isoformat(), *(marked(text) for text in (who, *change))))
    return before + text.getvalue().encode()
