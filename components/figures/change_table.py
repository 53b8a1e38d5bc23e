"""What changed between two days as a table, and by kind with the statements behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from positions.text.grouping import members_words
from positions.text.movement import ChangeRow, change_rows, counted_rows
from positions.text.wording import day_words
from positions.view import View


@dataclass(frozen=True)
class Changed:
    """Actors of one column whose change on an issue is told in the same words; `statements` are ids.

    `positions` is how many actors they are, each with a position on the issue.
    """

    title: str
    words: str
    statements: tuple[str, ...]
    positions: int


def change_heads(view: View) -> tuple[str, str, str, str]:
    """The heads of a table of changes, with both days by name."""
    before = day_words(view.since) if view.since else "Earlier"
    return "Issue and actor", before, day_words(view.day), "Change"


def change_table(view: View) -> pd.DataFrame:
    """One row per actor and issue: where it stood on both days, and what changed, in words."""
    rows = [(f"{row.issue_name}: {row.name}", row.before, row.after, row.words) for row in change_rows(view)]
    return pd.DataFrame(rows, columns=list(change_heads(view)))


def changed(view: View, kind: str) -> tuple[Changed, ...]:
    """The changes of a kind, those of the members of a grouping that are told in the same words as one.

    Members that are columns of their own are not told in their grouping again.
    """
    alike: dict[tuple[str, str, str], list[ChangeRow]] = {}
    for row in counted_rows(view):
        if row.kind == kind:
            alike.setdefault((row.issue, row.column, row.words), []).append(row)
    return tuple(_changed(rows, view) for rows in alike.values())


def _changed(rows: Sequence[ChangeRow], view: View) -> Changed:
    first, names = rows[0], view.tables.names
    members = members_words([row.actor for row in rows], view.tables)
    name = first.name if len(rows) == 1 else f"{members} ({names[first.column]})"
    statements = dict.fromkeys(one for row in rows for one in row.statements)
    return Changed(f"{first.issue_name}: {name}", first.words, tuple(statements), len(rows))


def at_most(groups: Sequence[Changed], most: int) -> tuple[Changed, ...]:
    """The groups with `most` statements in all: each has its newest before any has two."""
    kept: list[list[str]] = [[] for _ in groups]
    for place in range(max((len(group.statements) for group in groups), default=0)):
        for group, ones in zip(groups, kept, strict=True):
            if place < len(group.statements) and sum(map(len, kept)) < most:
                ones.insert(0, group.statements[-1 - place])
    return tuple(
        replace(group, statements=tuple(ones)) for group, ones in zip(groups, kept, strict=True) if ones
    )
