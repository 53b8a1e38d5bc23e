"""What changed between two days on each scale: a row per actor, laid out once for every medium.

Screen, PDF, slides, HTML and pictures draw an ArrowRow and decide nothing but the medium.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from components.figures.scale import OWN, REPORTED
from positions.analysis.change import FIRST, MOVED, NOTHING, SILENT, UNCHANGED, Change
from positions.analysis.words import Stance
from positions.model.issues import Issue
from positions.text.grouping import members_words
from positions.text.labels import CHANGE_WORDS
from positions.text.movement import ChangeRow, change_rows
from positions.text.scale import scale_marks
from positions.text.stance import stance_day
from positions.text.wording import joined
from positions.view import View


@dataclass(frozen=True)
class ArrowPoint:
    """The steps of some words, from `low` to `high`; with `doubt` the coder was unsure between them.

    `each` are the ranges that the words name, where these lie apart; else there is none.
    """

    low: float
    high: float
    doubt: bool
    each: tuple[ArrowPoint, ...] = ()

    @property
    def marks(self) -> tuple[ArrowPoint, ...]:
        """Where a mark stands each."""
        return self.each or (self,)

    @property
    def point(self) -> float:
        """Where the mark stands, in steps."""
        return (self.low + self.high) / 2


@dataclass(frozen=True)
class ArrowRow:
    """Actors of one column that did the same on an issue: a small mark, an arrow, a large mark.

    `before` is where they stood on the earlier day, or last where words without a step came between;
    `after` is None where the newer words stand on no step. `last` is the length of the scale, `guides`
    are its marks, `words` say
    the change, `moved` and `new` that it is a move or the first on record. `role`, `weak` and `old` give
    the look of the large mark as in `theme.mark_look`; `day` is that of the later words, "" where `words`
    have it or where actors spoke on several days.
    """

    issue: str
    name: str
    column: str
    before: ArrowPoint | None
    after: ArrowPoint | None
    last: float
    guides: tuple[float, ...]
    words: str
    moved: bool
    new: bool
    role: str
    weak: bool
    old: bool
    day: str

    @property
    def told(self) -> str:
        """The change in words, with the day of the later words."""
        day = self.day.replace(" ", "\u00a0")  # kept on one line
        return f"{self.words} ({day})" if day else self.words

    @property
    def trail(self) -> ArrowPoint | None:
        """Where the small mark stands; None where it would lie under the large one."""
        return self.before if self.before != self.after else None

    @property
    def key(self) -> str:
        """The key in `theme.MARKS` of the look of the large mark."""
        return "weak" if self.weak else "old" if self.old else self.role

    @property
    def changed(self) -> bool:
        """Whether the actors left where they had stood."""
        return self.trail is not None


@dataclass(frozen=True)
class ArrowPanel:
    """One issue: its rows in the order of the columns, and in a line who stands on no step on either day."""

    issue: Issue
    rows: tuple[ArrowRow, ...]
    note: str


def arrow_panels(view: View) -> tuple[ArrowPanel, ...]:
    """A panel per issue, those on which somebody moved first; none where no two days are compared."""
    told: dict[str, list[tuple[ChangeRow, Change]]] = {issue.id: [] for issue in view.issues}
    for row, change in zip(change_rows(view), _changes(view), strict=True):
        # A member that is a column of its own is drawn there, and not in its grouping again.
        if row.actor == row.column or row.actor not in view.columns:
            told[row.issue].append((row, change))
    if view.since is None:
        return ()
    panels = [_panel(issue, told[issue.id], view) for issue in view.issues]
    return tuple(sorted(panels, key=lambda panel: not any(row.moved for row in panel.rows)))


def _changes(view: View) -> Iterator[Change]:
    """The changes in the order of `change_rows`."""
    for one in view.changes:
        yield from [one.change] if one.change else [change for _, change in one.members]


def _panel(issue: Issue, told: Sequence[tuple[ChangeRow, Change]], view: View) -> ArrowPanel:
    drawn = [(row, _row(row, change, view)) for row, change in told if issue.measured and _placed(change)]
    rest = [row for row, change in told if not issue.measured or not _placed(change)]
    spoke = {row.column for row, _ in told}
    silent = [
        view.tables.names[column]
        for column in view.columns
        if column not in spoke and not view.cell(column, issue.id).statements
    ]
    return ArrowPanel(issue, tuple(_folded(drawn, view)), _note(rest, silent))


def _placed(change: Change) -> bool:
    """Whether there is anything to draw on either day."""
    return bool(_before(change) or change.after.point)


def _row(row: ChangeRow, change: Change, view: View) -> ArrowRow:
    before, after = _before(change), change.after.point
    leading, issue = change.after.point or change.before.point, view.tables.scales[row.issue]
    return ArrowRow(
        issue=row.issue,
        name=row.name,
        column=row.column,
        before=_point(before) if before else None,
        after=_point(after) if after else None,
        last=issue.length,
        guides=tuple(mark.at for mark in scale_marks(issue)),
        words=row.words,
        moved=row.kind == MOVED,
        new=row.kind == FIRST,
        role=_role(leading, view),
        weak=change.after.weak if after else change.before.weak,
        old=after is not None and _is_old(after, row.actor, view),
        day=stance_day(after, view.tables) if after and row.kind not in (SILENT, UNCHANGED) else "",
    )


def _before(change: Change) -> Stance | None:
    return change.before.point or change.last


def _point(stance: Stance) -> ArrowPoint:
    return ArrowPoint(stance.low, stance.high, stance.doubt, tuple(map(_point, stance.parts)))


def _role(stance: Stance | None, view: View) -> str:
    reported = stance and view.tables.by_id[stance.statements[0]].mode == "reported_speech"
    return REPORTED if reported else OWN


def _is_old(stance: Stance, actor: str, view: View) -> bool:
    return actor not in view.tables.lasting and view.tables.old(stance.day, view.day)


def _folded(rows: Sequence[tuple[ChangeRow, ArrowRow]], view: View) -> Iterator[ArrowRow]:
    """The rows, those of members of one grouping that say the same as one, which names them."""
    order = {key: place for place, key in reversed(list(enumerate(_key(row) for _, row in rows)))}
    for _, same in groupby(sorted(rows, key=lambda one: order[_key(one[1])]), key=lambda one: _key(one[1])):
        alike = list(same)
        change, row = alike[0]
        if len(alike) == 1:
            yield row
            continue
        names = members_words([one.actor for one, _ in alike], view.tables)
        day = row.day if len({one.day for _, one in alike}) == 1 else ""
        yield replace(row, name=f"{names} ({view.tables.names[change.column]})", day=day)


def _key(row: ArrowRow) -> tuple[object, ...]:
    return row.column, row.words, row.before, row.after, row.role, row.weak, row.old


def _note(rows: Sequence[ChangeRow], silent: Sequence[str]) -> str:
    """Who said something that stands on no step, or nothing at all, by what it was."""
    kinds: dict[str, list[str]] = {}
    told = [(row.words, row.name) for row in rows] + [(CHANGE_WORDS[NOTHING], name) for name in silent]
    for words, name in told:
        kinds.setdefault(words, []).append(name)
    line = " · ".join(f"{words}: {joined(names)}" for words, names in kinds.items())
    return line[:1].upper() + line[1:]
