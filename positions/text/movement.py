"""What changed between two days in words: a finding, a grey line, a row per actor and issue; no verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from positions.analysis.change import (
    AGAIN,
    AWAY,
    ENDED,
    FIRST,
    MOVED,
    NOTHING,
    RESTATED,
    SILENT,
    TOWARD,
    UNDATED,
    Change,
    Direction,
)
from positions.analysis.position import Position
from positions.analysis.words import Stance
from positions.model.fields import UNDATED as NO_DAY
from positions.text.coder_differences import stances_coders
from positions.text.headline import MOST_WORDS, in_sentence, shown_words
from positions.text.labels import BLANK_WORDS, CHANGE_WORDS
from positions.text.stance import (
    brief_doubt,
    doubted_words,
    speaker_words,
    speakers_words,
    stance_day,
    stance_words,
)
from positions.text.wording import (
    bracketed,
    capital,
    count_words,
    day_words,
    interval_words,
    joined,
    length_words,
    ranges_words,
    said_on_words,
)

if TYPE_CHECKING:
    from positions.measures.cell_change import CellChange
    from positions.model.issues import Issue
    from positions.view import View

NO_DAYS = "no statement of this dossier has a day, so that nothing can be told over time"
DIRECTION_RULE = (
    "Toward and away from compare a side's two positions with where the other stood on the earlier day, so "
    "that nobody moves because another did."
)


@dataclass(frozen=True)
class ChangeRow:
    """One actor on one issue between the two days, in words; `column` is its own or its grouping's.

    `line` says who, on what and what changed: "Northland on the dam, 1 step toward Southland: …".
    """

    issue: str
    issue_name: str
    column: str
    actor: str
    name: str
    kind: str
    before: str
    after: str
    words: str
    statements: tuple[str, ...]
    line: str


@lru_cache(maxsize=64)
def change_rows(view: View) -> tuple[ChangeRow, ...]:
    """One row per actor and issue, issue by issue; a grouping has a row for each member that spoke."""
    return tuple(row for one in view.changes for row in _rows(one, view))


def counted_rows(view: View) -> list[ChangeRow]:
    """The rows that are counted: an actor once on an issue, if it has a column only as this column."""
    return [row for row in change_rows(view) if row.actor == row.column or row.actor not in view.columns]


def compared_rows(view: View) -> list[ChangeRow]:
    """The counted rows of who is on record on either day."""
    return [row for row in counted_rows(view) if row.kind != NOTHING]


def _rows(changed: CellChange, view: View) -> Iterator[ChangeRow]:
    names = view.tables.names
    if changed.change is not None:
        yield _row(changed, changed.holder, names[changed.holder], changed.change, view)
        return
    for member, one in changed.members:
        yield _row(changed, member, f"{names[member]} ({names[changed.holder]})", one, view)


def _row(changed: CellChange, actor: str, name: str, change: Change, view: View) -> ChangeRow:
    issue, words = view.tables.scales[changed.issue], change_words(changed, change, view)
    comma = "" if words.startswith(_TOLD[MOVED]) else ","
    return ChangeRow(
        issue=changed.issue,
        issue_name=issue.name,
        column=changed.holder,
        actor=actor,
        name=name,
        kind=change.kind,
        before=position_words(change.before, issue, view),
        after=position_words(change.after, issue, view),
        words=words,
        statements=_statements(change),
        line=f"{name} on {in_sentence(view, changed.issue)}{comma} {words}",
    )


def _statements(change: Change) -> tuple[str, ...]:
    """Ids of the statements behind both positions, the earlier first."""
    found: list[str] = []
    for one in (change.before, change.after):
        found += one.point.statements if one.point else ()
        found += [line.statement for line in one.lines[:1]] if not one.point else []
    if change.kind == ENDED and change.after.former:
        found.append(change.after.former.statement)
    return tuple(dict.fromkeys(found))


def position_words(position: Position, issue: Issue, view: View) -> str:
    """A position on one day, with who said it and when; of words without a step the newest."""
    if position.point:
        return _stance(position.point, issue, view)
    if position.lines:
        line = position.lines[0]
        said = view.tables.by_id[line.statement]
        head = f"{said_on_words(said.said_on)} · {speaker_words(view.tables, line.speaker)}"
        loose = f"{BLANK_WORDS['ambiguous']}: " if issue.measured else ""
        return f"{loose}{bracketed(said.summary, head)}"
    return "Nothing current"


def _stance(stance: Stance, issue: Issue, view: View) -> str:
    tables = view.tables
    weak = ", low confidence" if stance.weak and not brief_doubt(stance) else ""
    head = f"{stance_day(stance, tables)} · {speakers_words(stance, tables)}"
    return f"{doubted_words(issue, stance)}{weak} ({head})"


def change_words(changed: CellChange, change: Change, view: View) -> str:
    """One change in words: "1 step toward …: A → B", "restated: …", "silent since 3 Mar 2022: …".

    Where a coder placed words that are named elsewhere, it ends in that.
    """
    issue = view.tables.scales[changed.issue]
    later = change.after.point
    label = _placed_words(issue, later) if later else ""
    marks = ("rests on low confidence" if change.weak else "", *doubts_of(change))
    doubts = "".join(f"; {one}" for one in marks if one)
    if change.kind == MOVED and change.before.point and later and change.moved is not None:
        toward = toward_words(changed.directions, view.tables.in_sentence)
        size = move_size(change, issue)
        told = f"{size} {toward}" if toward else f"{_TOLD[MOVED]} {size}"
        return f"{told}: {_placed_words(issue, change.before.point)} → {label}{doubts}"
    if change.kind == SILENT and _since(change, view) != NO_DAY:
        return f"silent since {_since(change, view)}{f': {label}' if label else ''}{doubts}"
    if change.kind == AGAIN:
        last = f"; last placed at {_placed_words(issue, change.last)}" if change.last else ""
        return f"{CHANGE_WORDS[AGAIN]}: {label}{last}{doubts}"
    words = CHANGE_WORDS[UNDATED if change.kind == SILENT else change.kind]
    return f"{words}: {label}{doubts}" if label else f"{words}{doubts}"


def doubts_of(change: Change) -> tuple[str, ...]:
    """What is in doubt about the steps that a change names: by its own coder first, then between coders."""
    before = change.before.point if change.kind == MOVED else None
    named = [stance for stance in (before, change.after.point) if stance]
    return tuple(dict.fromkeys(filter(None, (*map(brief_doubt, named), stances_coders(named)))))


def _placed_words(issue: Issue, stance: Stance) -> str:
    """Some steps by their labels; a value without its nearest mark, which a move would tell twice."""
    return ranges_words(issue, stance, short=True) if issue.numeric else stance_words(issue, stance)


def move_size(change: Change, issue: Issue) -> str:
    """How long a move is; an interval where one of the two covers a range, said or in doubt."""
    one, other = change.before.point, change.after.point
    assert one is not None
    assert other is not None
    least = max(other.low - one.high, one.low - other.high)
    most = max(other.high - one.low, one.high - other.low)
    between = interval_words(least, most)
    return length_words(issue, between or most)


def _since(change: Change, view: View) -> str:
    """The day of the words that still lead, as precisely as it is known."""
    point = change.after.point or change.before.point
    if point:
        return stance_day(point, view.tables)
    return said_on_words(view.tables.by_id[change.after.lines[0].statement].said_on)


def toward_words(directions: Iterable[Direction], names: Mapping[str, str]) -> str:
    """Toward whom and away from whom, by name and in the order of names."""
    told, found = [], [*directions]
    for word in (TOWARD, AWAY):
        others = sorted(names[one.other] for one in found if one.word == word)
        told += [f"{word} {joined(others)}"] if others else []
    return ", ".join(told)


def finding(view: View) -> str:
    """Who moved toward or away from whom on which issue, the largest move first; at most 14 words.

    A move on whose steps nobody was in doubt goes before any other; one in doubt is called so, whatever is
    left out for it.
    """
    if view.since is None:
        return f"No earlier day to compare with {day_words(view.day)}"
    moves = _moves(view)
    candidates = [*_moved(view, moves), *_first(view), f"No firm move between {_span(view)}"]
    return next((told for told in candidates if len(told.split()) <= MOST_WORDS), candidates[-1])


def _moves(view: View) -> list[tuple[CellChange, str, Change]]:
    """All firm moves, those without a doubt before the rest, the largest share of the scale first."""
    rows = []
    for changed in view.changes:
        own = [(changed.holder, changed.change)] if changed.change else []
        rows += [
            (changed, actor, one)
            for actor, one in [*own, *changed.members]
            if one.kind == MOVED
            and not one.weak
            and one.moved is not None
            and (actor == changed.holder or actor not in view.columns)
        ]
    length = {issue.id: issue.length for issue in view.scaled}

    def rank(row: tuple[CellChange, str, Change]) -> tuple[bool, float]:
        changed, _, one = row
        return bool(doubts_of(one)), -abs(one.moved or 0) / length[changed.issue]

    return sorted(rows, key=rank)


def ordered_moves(view: View) -> list[ChangeRow]:
    """The rows of all moves as the finding ranks them; those on low confidence come last."""
    place = {(one.issue, one.holder, actor): at for at, (one, actor, _) in enumerate(_moves(view))}
    rows = [row for row in change_rows(view) if row.kind == MOVED]
    return sorted(rows, key=lambda row: place.get((row.issue, row.column, row.actor), len(place)))


def _moved(view: View, moves: Sequence[tuple[CellChange, str, Change]]) -> Iterator[str]:
    if not moves:
        return
    changed, actor, one = moves[0]
    names, issue = view.tables.in_sentence, in_sentence(view, changed.issue)
    name = capital(names[actor])
    size = move_size(one, view.tables.scales[changed.issue])
    doubts = [bool(doubts_of(move)) for _, _, move in moves]
    rest = len(moves) - 1
    more = f"; {count_words(rest, 'more move')}{_doubted(doubts[1:])}" if rest else ""
    more = f"{''.join(f', {doubt}' for doubt in doubts_of(one)[-1:])}{more}"
    most = max((abs(to.nearer) for to in changed.directions), default=0)
    if most:
        toward = toward_words((to for to in changed.directions if abs(to.nearer) == most), names)
        yield f"{name} moved {size} {toward} on {issue}{more}"
    yield f"{name} moved {size} on {issue}{more}"
    yield f"{count_words(len(moves), 'move')} between {_span(view)}{_doubted(doubts)}"


def _doubted(doubts: Sequence[bool]) -> str:
    """How many of some moves are in doubt: ", 1 in doubt", ", all in doubt"; "" for none."""
    if not any(doubts):
        return ""
    count = "" if len(doubts) == 1 else "all " if all(doubts) else f"{sum(doubts)} "
    return f", {count}in doubt"


def _first(view: View) -> Iterator[str]:
    """Who is first on record, where nobody moved."""
    if _moves(view):
        return
    rows = [row for row in change_rows(view) if row.kind == FIRST]
    if rows:
        issue = in_sentence(view, rows[0].issue)
        rest = len(rows) - 1
        more = f", and {rest} more" if rest else ""
        yield f"No firm move; first on record: {rows[0].name} on {issue}{more}"


def measure_line(view: View) -> str:
    """The two days, and how many of the actors that spoke did what."""
    if view.since is None:
        until = f"Stated positions over time, until {day_words(view.day)}"
        return until if view.tables.dated else f"{until} · {NO_DAYS}"
    rows = compared_rows(view)
    moves = _moves(view)
    counts = {kind: sum(row.kind == kind for row in rows) for kind in _TOLD}
    counts["other"] = len(rows) - sum(counts.values())
    counts["weak"], counts[MOVED] = counts[MOVED] - len(moves), len(moves)
    doubted = _doubted([bool(doubts_of(one)) for _, _, one in moves])
    words = _TOLD | {MOVED: f"{_TOLD[MOVED]}{doubted}"} | _FURTHER
    told = [f"{counts[kind]} {of}" for kind, of in words.items() if counts[kind]]
    shown = shown_words(view.selection, view.tables.dossier)
    parts = [f"Between {_span(view)}", shown, f"{count_words(len(rows), 'position')} compared", *told]
    return " · ".join(part for part in parts if part)


_TOLD = {
    MOVED: "moved",
    FIRST: "first on record",
    RESTATED: "restated",
    SILENT: "silent since the earlier day",
    UNDATED: "with undated words",
    ENDED: "without words of the government in office",
}
_FURTHER = {"other": "with other newer words", "weak": "moved on low confidence"}


def _span(view: View) -> str:
    """Two days as "3 Mar and 5 Apr 2022"."""
    since, until = view.since or view.day, view.day
    first = day_words(since)
    if since.year == until.year:
        first = first.removesuffix(f" {since.year}")
    return f"{first} and {day_words(until)}"
