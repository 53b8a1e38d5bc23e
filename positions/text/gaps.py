"""Gaps in words: how many steps, between whom, from which step to which; no adjective, no verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.analysis.gap import BY_NAME, CONTRADICTS, SAME, SPLIT, WEAK, Gap, Point, uncounted
from positions.analysis.words import Stance
from positions.cell import Cell
from positions.model.issues import Issue
from positions.tables import Tables
from positions.text.cell import blank_words
from positions.text.coder_differences import gap_coders
from positions.text.grouping import members_words
from positions.text.labels import BASIS_WORDS, NO_SCALE, NOT_COMPARED, RELATION_WORDS
from positions.text.stance import CONTRADICTS as CONTRADICTING
from positions.text.stance import stance_month
from positions.text.wording import (
    bracketed,
    count_words,
    gap_words,
    interval_words,
    issue_words,
    joined,
    number_words,
    ranges_words,
    said_on_words,
)

if TYPE_CHECKING:
    from positions.view import View

_MOST_NAMED, _QUARTERS = 3, 4


def gap_size(gap: Gap, tables: Tables) -> str:
    """The size as "3 of 4 steps", with the interval where there is one: "2 of 4 steps (1–2)"."""
    interval, issue = interval_words(gap.least, gap.most), tables.scales[gap.issue]
    if gap.gap is None:
        return gap_words(issue, interval or gap.least)
    return gap_words(issue, gap.gap) + (f" ({interval})" if interval else "")


def coded_size(gap: Gap, tables: Tables) -> str:
    """The size with the interval over all codings beside that of the words: "2 of 4 steps (coders 1–3)"."""
    told, coders = gap_size(gap, tables), gap_coders(gap)
    if not coders:
        return told
    return f"{told.removesuffix(')')}; {coders})" if told.endswith(")") else f"{told} ({coders})"


def _interval(gap: Gap) -> str:
    """What its words and the codings allow a gap to be, short; "" for a single number."""
    return "; ".join(one for one in (interval_words(gap.least, gap.most), gap_coders(gap)) if one)


def pair_words(gap: Gap, tables: Tables, *, inside: bool = False) -> str:
    """The pair by name, "A – B"; of a grouping by name its members; `inside` a sentence "the A and the B"."""
    return _paired([side_words(gap, place, tables, inside=inside) for place in (0, 1)], inside)


def _paired(names: Sequence[str], inside: bool) -> str:
    return (" and " if inside else " – ").join(names)


def side_words(gap: Gap, place: int, tables: Tables, *, inside: bool = False) -> str:
    """One side of a gap by name: a grouping of which few spoke by its members, whether split or not."""
    holder, few = gap.pair[place], gap.few[place]
    if few:
        return f"{members_words(few, tables, inside=inside)} ({tables.names[holder]})"
    return (tables.in_sentence if inside else tables.names)[holder]


def gap_sentence(gap: Gap, tables: Tables) -> str:
    """A gap in words: "2 of 4 steps: from Reduced in places to General ceasefire first"."""
    issue = tables.scales[gap.issue]
    if gap.gap is None:
        near, far = (points_words(gap, points, tables) for points in (gap.nearest, gap.farthest))
        told = f"{coded_size(gap, tables)}: nearest {near}; farthest {far}"
        return told if gap.basis == SPLIT else f"{told}; {BASIS_WORDS[gap.basis]}"
    if gap.relation == SAME:
        return f"the same {'value' if issue.numeric else 'step'}: {shared_words(gap, tables)}"
    ends = [ranges_words(issue, point, short=True) for point in _along(gap)]
    # "from A to C to D" reads as a way with a stop; labels may hold "to" themselves.
    lead, to = ("between", "and") if any(" to " in one for one in ends) else ("from", "to")
    return _on_basis(f"{coded_size(gap, tables)}: {lead} {ends[0]} {to} {ends[1]}", gap)


def shared_words(gap: Gap, tables: Tables) -> str:
    """The step or value that the two of a gap share, without saying so: "General ceasefire first"."""
    ends = [ranges_words(tables.scales[gap.issue], point, short=True) for point in _along(gap)]
    told = joined(list(dict.fromkeys(ends)), "and")
    return _on_basis(f"{told} ({gap_coders(gap)} apart)" if gap.coders else told, gap)


def _along(gap: Gap) -> tuple[Point, Point]:
    """The nearest points of the two, the one at the lower end of the scale first."""
    one, other = sorted(gap.nearest, key=lambda point: (point.middle, point.low))
    return one, other


def _on_basis(told: str, gap: Gap) -> str:
    return f"{told}; {BASIS_WORDS[gap.basis]}" if BASIS_WORDS[gap.basis] else told


def points_words(gap: Gap, points: tuple[Point, Point], tables: Tables) -> str:
    """Two points with whose they are, members by name: "… at No alliance and … at Free choice"."""
    issue = tables.scales[gap.issue]
    told = []
    for place, point in enumerate(points):
        who = members_words(point.members, tables) if point.members else tables.names[gap.pair[place]]
        told.append(f"{who} at {ranges_words(issue, point, short=True)}")
    return " and ".join(told)


def relation_words(gap: Gap, tables: Tables) -> str:
    """How the points of a gap lie to each other: "Same step", of values "Same value"; "" of several."""
    if gap.relation == SAME and tables.scales[gap.issue].numeric:
        return "Same value"
    return RELATION_WORDS.get(gap.relation or "", "")


def touch_words(gap: Gap, tables: Tables) -> str:
    """That other current words of the two name one step, although the points do not; "" where none do."""
    if gap.touch is None:
        return ""
    one, other = (tables.by_id[statement] for statement in gap.touch)
    told = "; ".join(bracketed(said.summary, said_on_words(said.said_on)) for said in (one, other))
    return f"Other current words of the two name one step: {told}"


def why_not_compared(cell_first: Cell, cell_second: Cell) -> str:
    """Why two columns have no gap on an issue: who of them stands on no step."""
    blank = [cell.name for cell in (cell_first, cell_second) if not cell.placed]
    return f"{joined(blank)}: no step"


@dataclass(frozen=True)
class WidestWords:
    """The widest firm gap of an issue: its size, its pairs by name, and `filled` of `segments` of a bar.

    `wider` is a line on gaps that reach farther and are not counted, or none. Where there is no firm gap,
    `size` says so, `pairs` say why, and `segments` is 0.
    """

    size: str
    pairs: tuple[str, ...]
    segments: int = 0
    filled: float = 0.0
    wider: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands below the size."""
        return (*self.pairs, *self.wider)


def widest_words(view: View, issue: str) -> WidestWords:
    """The widest firm gap of an issue in words; each pair with its own interval where they differ."""
    gaps, scale = view.widest_on(issue), view.tables.scales[issue]
    if not scale.measured:
        return WidestWords(NO_SCALE, ())
    if not gaps:
        return WidestWords(NOT_COMPARED, tuple(_reasons(view, issue)))
    each = [_interval(gap) for gap in gaps]
    pairs = [dated_pair(gap, view) for gap in gaps]
    size = coded_size(gaps[0], view.tables)
    if len(set(each)) > 1:
        size = gap_words(scale, gaps[0].gap or 0.0)
        pairs = [f"{pair} ({one})" if one else pair for pair, one in zip(pairs, each, strict=True)]
    segments = bar_segments(scale)
    filled = (gaps[0].gap or 0.0) / scale.length * segments
    wider = _wider(uncounted(view.gaps_on(issue)), view.tables)
    return WidestWords(size, tuple(pairs), segments, filled, wider)


def _wider(gaps: Sequence[Gap], tables: Tables) -> tuple[str, ...]:
    """The farthest-reaching of the gaps of an issue that do not count, and how many more there are."""
    if not gaps:
        return ()
    pair = " – ".join(tables.names[one] for one in gaps[0].pair)
    told = f"wider, not counted: {pair} ({number_words(_reach(gaps[0]))})"
    more = len(gaps) - 1
    return (told + (f"; {count_words(more, 'more pair')}" if more else ""),)


def uncounted_words(view: View) -> str:
    """The same of all issues, with the farthest members of a grouping and why it is not counted; or ""."""
    gaps, tables = view.uncounted, view.tables
    if not gaps:
        return ""
    scale = tables.scales[gaps[0].issue]
    pair = " – ".join(_farthest_side(gaps[0], place, tables) for place in (0, 1))
    size = gap_words(scale, _reach(gaps[0]))
    more = f" and {count_words(len(gaps) - 1, 'more pair')}" if len(gaps) > 1 else ""
    return f"wider, not counted: {issue_words(scale)}, {pair}, {size} ({_UNCOUNTED[gaps[0].basis]}){more}"


def _reach(gap: Gap) -> float:
    return gap.reach * gap.last_step


def _farthest_side(gap: Gap, place: int, tables: Tables) -> str:
    """One side of a gap, a grouping with those members that stand farthest."""
    members, name = gap.farthest[place].members, tables.names[gap.pair[place]]
    return f"{members_words(members, tables)} ({name})" if members else name


def bar_segments(issue: Issue) -> int:
    """Of how many segments the bar of a whole scale is: one per step, quarters of a numeric scale."""
    return _QUARTERS if issue.numeric else int(issue.length)


def dated_pair(gap: Gap, view: View, *, inside: bool = False) -> str:
    """The pair by name as in `pair_words`; a side whose words are old with the month that they are from."""
    told = []
    for place, holder in enumerate(gap.pair):
        newest = _newest(gap.nearest[place], holder, view)
        old = view.tables.old(newest.day, view.day) and holder not in view.tables.lasting
        name = side_words(gap, place, view.tables, inside=inside)
        told.append(f"{name} ({stance_month(newest, view.tables)})" if old else name)
    return _paired(told, inside)


def _newest(point: Point, holder: str, view: View) -> Stance:
    """The newest words of a point; of a grouping those of its states, if any spoke."""
    inside = view.tables.memberships.get(holder)
    pairs = list(zip(point.members, point.stances, strict=True)) if inside else []
    states = [stance for member, stance in pairs if inside and member in inside.states]
    return max(states or point.stances, key=lambda one: one.day)


def _reasons(view: View, issue: str) -> Iterator[str]:
    """Why columns are not compared, each kind once with its names."""
    kinds: dict[str, list[str]] = {}
    for cell in view.row(issue):
        if not cell.firm:
            kinds.setdefault(_why_not_firm(cell), []).append(cell.name)
    for word, names in kinds.items():
        shown = (
            names
            if len(names) <= _MOST_NAMED + 1
            else [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED} more"]
        )
        yield f"{joined(shown)}: {word}"


def _why_not_firm(cell: Cell) -> str:
    if cell.by_name:
        return "told by name"
    known = _NOT_FIRM.get(cell.state)
    return known or (CONTRADICTING if cell.contradicts else blank_words(cell))


_UNCOUNTED = {
    BY_NAME: "some members only",
    CONTRADICTS: CONTRADICTING,
    WEAK: "low confidence",
    SPLIT: "split",
}
_NOT_FIRM = {"weak": "low confidence", "split": "split"}
