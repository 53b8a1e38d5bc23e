"""What changed between two days as running text, by issue; alike changes of several are told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.analysis.change import (
    AGAIN,
    ENDED,
    FIRST,
    MOVED,
    NOTHING,
    PLACED,
    RANGE,
    RESTATED,
    SILENT,
    UNCHANGED,
    UNDATED,
    UNPLACED,
    WITHIN,
    WORDS,
    Change,
)
from positions.analysis.words import Stance
from positions.text.cell_sentences import attribution, record_told, stance_told
from positions.text.movement import move_size, toward_words
from positions.text.sentences import Part, Sentence, listed, sentence_of
from positions.text.stance import conditions_words
from positions.text.wording import day_words, issue_words, marked_ranges

if TYPE_CHECKING:
    from positions.measures.cell_change import CellChange
    from positions.model.issues import Issue
    from positions.tables import Tables
    from positions.view import View

# What all did who are named before it, and how their step follows; words without a step follow ": ".
_TOGETHER: dict[str, tuple[str, str]] = {
    FIRST: ("spoke for the first time on record after {since}", ", placed at"),
    WITHIN: ("spoke on record only after {since}, more than once", ", last placed at"),
    PLACED: ("said after {since} for the first time what fits the scale", ", placed at"),
    AGAIN: (
        "spoke after words that did not fit the scale or were of an earlier government",
        ", and said what is placed at",
    ),
    RESTATED: ("restated after {since}", " what is placed at"),
    UNCHANGED: ("spoke after {since}, but older words still lead", ", placed at"),
    UNDATED: ("spoke on a day that nobody names", ", and said what is placed at"),
    SILENT: ("said nothing newer after {since}, so that earlier words still stand", ", placed at"),
}
_ALONE = (MOVED, RANGE, UNPLACED, ENDED, WORDS)


@dataclass(frozen=True)
class _Row:
    """One actor between the two days, by its name in a sentence."""

    actor: str
    name: str
    changed: CellChange
    change: Change

    @property
    def stance(self) -> Stance | None:
        """The words on a step that lead on the later day, else those of the earlier one."""
        return self.change.after.point or self.change.before.point


def movement_sentences(view: View) -> tuple[tuple[Sentence, ...], ...]:
    """A paragraph per issue on which anybody is on record, moves first; of a grouping each member by name."""
    told = [tuple(_issue(issue, view)) for issue in view.issues]
    found = tuple(one for one in told if one)
    return found or ((sentence_of("No statement that could set a position was found on either day."),),)


def _issue(issue: Issue, view: View) -> Iterator[Sentence]:
    found = {
        row.actor: row
        for changed in view.changes
        if changed.issue == issue.id
        for row in _rows(changed, view.tables)
    }
    rows = sorted(found.values(), key=lambda row: row.name)
    for kind in _ALONE:
        yield from (_alone(row, issue, view.tables) for row in rows if row.change.kind == kind)
    for kind in _TOGETHER:
        for alike in _alike([row for row in rows if row.change.kind == kind]):
            yield _together(kind, alike, issue, view)


def _rows(changed: CellChange, tables: Tables) -> Iterator[_Row]:
    own = [(changed.holder, changed.change)] if changed.change else []
    for actor, one in (*own, *changed.members):
        if one.kind != NOTHING:
            yield _Row(actor, tables.in_sentence[actor], changed, one)


def _alike(rows: Sequence[_Row]) -> list[list[_Row]]:
    """The rows that end on the same steps together; those without a step each alone."""
    kinds: dict[tuple[object, ...], list[_Row]] = {}
    for row in rows:
        stance = row.stance
        key = (stance.ranges, stance.doubt) if stance else (row.actor,)
        kinds.setdefault(key, []).append(row)
    return list(kinds.values())


def _alone(row: _Row, issue: Issue, tables: Tables) -> Sentence:
    """A change that is told for one actor: from what to what, or newer words that stand on no step."""
    change, lead = row.change, f"On {issue_words(issue)}, "
    before, after = change.before.point, change.after.point
    if change.kind == ENDED and before:
        words = f"{lead}the government in office of {row.name} has said nothing on record; before it: "
        return sentence_of(words, _told(before, issue, tables))
    if change.kind == ENDED and (former := change.after.former):
        words = f"{lead}the government in office of {row.name} has said nothing on record; before it: "
        return sentence_of(words, Part(f"{record_told(former, tables)}.", (former.statement,)))
    if before and after:
        toward = toward_words(row.changed.directions, tables.in_sentence)
        moved = f"moved {move_size(change, issue)}{f' {toward}' if toward else ''}"
        did = moved if change.kind == MOVED else "spoke of other steps than before"
        return sentence_of(
            f"{lead}{row.name} {did}; before: ",
            _told(before, issue, tables, ";"),
            " now: ",
            _told(after, issue, tables),
        )
    line = change.after.lines[0]
    fits = "do not fit the scale" if issue.measured else "are on record"
    newer = f"{lead}newer words of {row.name} {fits}: {record_told(line, tables)}"
    if before is None:
        return sentence_of(Part(f"{newer}.", (line.statement,)))
    return sentence_of(Part(f"{newer};", (line.statement,)), " before: ", _told(before, issue, tables))


def _told(stance: Stance, issue: Issue, tables: Tables, end: str = ".") -> Part:
    return Part(f"{stance_told(stance, issue, tables, _weak(stance))}{end}", stance.statements)


def _weak(stance: Stance) -> str:
    return "low confidence" if stance.weak else ""


def _together(kind: str, rows: Sequence[_Row], issue: Issue, view: View) -> Sentence:
    """All who did the same and end on the same steps, each with its words of both days."""
    did, placed = _TOGETHER[kind]
    did = did.format(since=day_words(view.since or view.day))
    stance = rows[0].stance
    if stance is None:
        line = rows[0].change.after.lines[0]
        words = f"On {issue_words(issue)}, {rows[0].name} {did}: {record_told(line, view.tables)}."
        return sentence_of(Part(words, (line.statement,)))
    steps = marked_ranges(issue, stance, short=False)
    parts = [_actor(row, issue, view.tables) for row in rows]
    return sentence_of(f"On {issue_words(issue)}, ", *listed(parts), f" {did}{placed} {steps}.")


def _actor(row: _Row, issue: Issue, tables: Tables) -> Part:
    """An actor with the words that lead, their conditions, and the earlier ones where they are others."""
    stance, change = row.stance, row.change
    assert stance is not None
    earlier = change.before.point if change.kind != AGAIN else change.last
    if earlier is None or earlier.statements == stance.statements:
        return Part(f"{row.name} ({_whose(stance, tables)})", stance.statements)
    steps = marked_ranges(issue, earlier, short=False)
    other = earlier.ranges != stance.ranges
    before = f"earlier, {steps}, by" if other else "earlier by"
    words = f"{row.name} ({_whose(stance, tables)}; {before} {_whose(earlier, tables)})"
    return Part(words, (*stance.statements, *earlier.statements))


def _whose(stance: Stance, tables: Tables) -> str:
    conditions = conditions_words(stance.conditions) if stance.conditions else ""
    return attribution(stance, tables, conditions, _weak(stance))
