"""One view of a dossier, computed once: what every page, format, table and terminal output reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import combinations, groupby
from operator import attrgetter

from positions.analysis.distance import Distance, overall_distances
from positions.analysis.divergence import DAYS
from positions.analysis.gap import FIRM, SAME, Gap, Placed, compared, farthest, pair_gap, uncounted, widest
from positions.analysis.meeting import Tally
from positions.analysis.robustness import Removal, Robustness
from positions.analysis.why import Why, why
from positions.cell import Cell, cell_of
from positions.measures import other_words, tallies, variants
from positions.measures.cell_change import CellChange, cell_changes
from positions.measures.other_words import OtherWords
from positions.measures.tracks import Track, tracks_of
from positions.model.issues import Issue
from positions.selection import Selection, key_days
from positions.tables import Tables
from positions.text import headline, movement

_A_YEAR = dt.timedelta(days=366)


@dataclass(frozen=True, eq=False)
class View:
    """What a selection shows of a dossier. Nothing of it is computed anywhere else.

    Columns stand in the order of the selection, issues too. Gaps are those of every two columns of
    which none is a part of the other.
    """

    tables: Tables
    selection: Selection

    def __post_init__(self) -> None:
        """Leave out what is not cleared, where the reader wants that."""
        if self.selection.cleared:
            object.__setattr__(self, "tables", self.tables.cleared)

    @property
    def day(self) -> dt.date:
        """The as-of day."""
        return self.selection.day

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """The issues shown, in order."""
        return tuple(self.tables.scales[issue] for issue in self.selection.issues)

    @cached_property
    def scaled(self) -> tuple[Issue, ...]:
        """Those of the issues shown that have a scale."""
        return tuple(issue for issue in self.issues if issue.measured)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Ids of the columns: members of unfolded groupings only where they said something."""
        chosen = self.selection.columns(self.tables.dossier)
        return tuple(one for one in chosen if one in self.selection.parties or self._speaks(one))

    def _speaks(self, holder: str) -> bool:
        return any(self._cell(holder, issue.id).statements for issue in self.issues)

    @cached_property
    def silent(self) -> dict[str, tuple[str, ...]]:
        """By unfolded grouping the members that have no column, because they said nothing here."""
        return {
            one: tuple(member for member in self.tables.members.get(one, ()) if member not in self.columns)
            for one in self.selection.unfolded
            if one in self.columns
        }

    def cell(self, holder: str, issue: str) -> Cell:
        """The cell of a column on an issue."""
        return self._cell(holder, issue)

    def _cell(self, holder: str, issue: str) -> Cell:
        return cell_at(self.tables, holder, issue, self.day, self.selection.span)

    def row(self, issue: str) -> tuple[Cell, ...]:
        """The cells of an issue, a column each."""
        return tuple(self._cell(holder, issue) for holder in self.columns)

    def why(self, cell: Cell) -> Why:
        """Why one of the cells says what it says, statement by statement."""
        return why(cell, self.tables, self.selection.span)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """All cells, issue by issue."""
        return tuple(cell for issue in self.issues for cell in self.row(issue.id))

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps of all pairs of columns on all issues with a scale, issue by issue."""
        return tuple(gap for issue in self.scaled for gap in self._gaps(issue))

    def _gaps(self, issue: Issue, holder: str | None = None) -> tuple[Gap, ...]:
        """The gaps of all pairs of columns on an issue, or of those alone that the holder is one of."""
        placed = [one for cell in self.row(issue.id) if (one := cell.for_gaps) is not None]
        return self.gaps_between(issue.id, placed, holder)

    def gaps_between(
        self, issue: str, placed: Sequence[Placed], holder: str | None = None
    ) -> tuple[Gap, ...]:
        """The gaps of every two of some placed columns, neither a part of the other; all or a holder's."""
        length = self.tables.scales[issue].length
        return tuple(
            pair_gap(issue, length, first, second)
            for first, second in combinations(placed, 2)
            if holder in (None, first.holder, second.holder)
            and not self.overlap(first.holder, second.holder)
            and compared(first, second)
        )

    def distances_to(self, holder: str) -> tuple[Distance, ...]:
        """The overall distance of a column to every other, the nearest first; those withheld last.

        The column itself is `first` of each. Of two equally far the one that stands first comes first.
        """
        others = [one for one in self.columns if not self.overlap(one, holder)]
        gaps = [gap for issue in self.scaled for gap in self._gaps(issue, holder)]
        issues, weights = [one.id for one in self.scaled], dict(self.selection.weights)
        found = [overall_distances(gaps, (holder, one), issues, weights)[0] for one in others]
        return tuple(sorted(found, key=lambda one: (one.withheld, one.distance or 0.0)))

    @cached_property
    def _inside(self) -> dict[str, frozenset[str]]:
        """By column everything that belongs to it: itself, members, parts."""
        found = {}
        for party in self.tables.dossier.parties:
            parts = (one.id for one in self.tables.dossier.parties if one.part_of == party.id)
            found[party.id] = frozenset({party.id, *party.member_ids, *parts})
        return found

    def overlap(self, first: str, second: str) -> bool:
        """Whether two columns are the same, or one is a part of the other."""
        inside = self._inside
        return first == second or second in inside.get(first, ()) or first in inside.get(second, ())

    def gaps_on(self, issue: str) -> tuple[Gap, ...]:
        """The gaps on one issue."""
        return self._gaps_by_issue.get(issue, ())

    @cached_property
    def _gaps_by_issue(self) -> dict[str, tuple[Gap, ...]]:
        return {issue: tuple(found) for issue, found in groupby(self.gaps, key=attrgetter("issue"))}

    def gap(self, issue: str, first: str, second: str) -> Gap | None:
        """The gap of two columns on an issue; None where there is none."""
        found = self._gaps_by_pair
        return found.get((issue, first, second)) or found.get((issue, second, first))

    @cached_property
    def _gaps_by_pair(self) -> dict[tuple[str, str, str], Gap]:
        return {(gap.issue, *gap.pair): gap for gap in self.gaps}

    def widest_on(self, issue: str) -> tuple[Gap, ...]:
        """The widest firm gaps on one issue; ties are all kept."""
        return widest(self.gaps_on(issue))

    @cached_property
    def widest(self) -> tuple[Gap, ...]:
        """The firm gaps with the largest share of their scale; ties are all kept."""
        return widest(self.gaps)

    @cached_property
    def farthest(self) -> tuple[Gap, ...]:
        """Those of the widest that a finding names: the ones at no common step, if there are any."""
        return farthest(self.gaps)

    @cached_property
    def uncounted(self) -> tuple[Gap, ...]:
        """The gaps that reach farther than `widest` and do not count, as they are not firm."""
        return uncounted(self.gaps)

    @cached_property
    def robustness(self) -> Robustness:
        """What is farthest apart under every variant of coding that the dossier names."""
        return variants.robustness(self)

    @cached_property
    def removals(self) -> tuple[Removal, ...]:
        """What is farthest apart without each statement, and each source, behind the view."""
        return variants.removals(self)

    @cached_property
    def same(self) -> tuple[Gap, ...]:
        """The firm pairs that share a step."""
        return tuple(gap for gap in self.gaps if gap.basis == FIRM and gap.relation == SAME)

    @cached_property
    def by_gap(self) -> tuple[Issue, ...]:
        """The issues with a scale, the widest gap first; those without one last, else in order."""
        shares = {
            one.id: max((gap.share or 0 for gap in self.widest_on(one.id)), default=-1.0)
            for one in self.scaled
        }
        return tuple(sorted(self.scaled, key=lambda issue: -shares[issue.id]))

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every two columns of which none is a part of the other."""
        return tuple(pair for pair in combinations(self.columns, 2) if not self.overlap(*pair))

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """For every two columns on which issues they would meet if every stated condition held."""
        return tallies.tallies(self)

    def other_words(self, days: int = DAYS) -> tuple[OtherWords, ...]:
        """Words of one actor that lie far apart within so many days, the newest first."""
        return other_words.other_words(self, days)

    @cached_property
    def splits(self) -> tuple[Cell, ...]:
        """The cells of groupings whose members stand on different steps."""
        return tuple(cell for cell in self.cells if cell.state == "split")

    @cached_property
    def coverage(self) -> tuple[int, int]:
        """How many of the cells hold words that lead, and how many apply at all."""
        applies = [cell for cell in self.cells if cell.state != "not_applicable"]
        return sum(not cell.blank for cell in applies), len(applies)

    @cached_property
    def statements(self) -> tuple[str, ...]:
        """Ids of the statements that the cells show, in reading order, each once."""
        return tuple(dict.fromkeys(one for cell in self.cells for one in cell.statements))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each of the statements, from 1, as every output with notes prints it."""
        return {one: place for place, one in enumerate(self.statements, start=1)}

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources behind what is shown, in the dossier's order."""
        used = {self.tables.by_id[one].source for one in self.statements}
        return tuple(source for source in self.tables.sources if source in used)

    @cached_property
    def weights(self) -> dict[str, float]:
        """The weight of each issue with a scale where it is not 1: the reader's, else the dossier's."""
        given = {one.id: one.weighs for one in self.scaled if one.weighs != 1}
        shown = {one.id for one in self.scaled}
        return given | {issue: weight for issue, weight in self.selection.weights if issue in shown}

    @cached_property
    def weights_of_parties(self) -> dict[tuple[str, str], float]:
        """The weights that the dossier has for a party and an issue, if the reader set none for it."""
        chosen = dict(self.selection.weights)
        return {
            (party.id, one.issue): one.weight
            for party in self.tables.dossier.parties
            for one in party.weights
            if one.issue not in chosen
        }

    @cached_property
    def distances(self) -> tuple[Distance, ...]:
        """The overall distance of every two columns, with the weights of reader or dossier."""
        pairs = {frozenset(pair) for pair in self.pairs}
        found = overall_distances(
            self.gaps, self.columns, [one.id for one in self.scaled], self.weights, self.weights_of_parties
        )
        return tuple(one for one in found if frozenset((one.first, one.second)) in pairs)

    @cached_property
    def finding(self) -> str:
        """The one line at the top, at most 14 words: what is farthest apart, between whom."""
        return headline.finding(self)

    @cached_property
    def measure(self) -> str:
        """The grey line under it: what is measured, who shares a step, coverage, day."""
        return headline.measure_line(self)

    @cached_property
    def source_line(self) -> str:
        """The line under every output: day, sources, order rule, data version, assumption."""
        return headline.source_line(self)

    def on(self, day: dt.date) -> View:
        """The same view as of another day, with the same columns."""
        return _Fixed(self.tables, replace(self.selection, day=day, since=None), self.columns)

    @cached_property
    def earlier_days(self) -> tuple[dt.date, ...]:
        """The days of the period that the as-of day can be compared with, in order."""
        return tuple(day for day in key_days(self.tables.dossier, self.selection.stretch) if day < self.day)

    @cached_property
    def default_since(self) -> dt.date | None:
        """The first earlier day with a placed statement, of the last year; else the first earlier day."""
        days = self.earlier_days
        after = max(self.tables.first_placed_day or self.day, self.day - _A_YEAR)
        return next((day for day in days if day >= after), days[0] if days else None)

    @cached_property
    def since(self) -> dt.date | None:
        """The earlier of the two compared days: the reader's, else the default; None for one day alone."""
        chosen = self.selection.since
        return chosen if chosen and chosen < self.day else self.default_since

    @cached_property
    def changes(self) -> tuple[CellChange, ...]:
        """What changed since the earlier day, issue by issue; empty where there is none."""
        if self.since is None:
            return ()
        before = self.on(self.since)
        return cell_changes(self, before)

    @cached_property
    def movement_finding(self) -> str:
        """Who moved toward or away from whom on what, at most 14 words."""
        return movement.finding(self)

    @cached_property
    def movement_measure(self) -> str:
        """The grey line under it: the two days, and what else changed."""
        return movement.measure_line(self)

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """Positions over time up to the day, issue by issue: a line per actor, for a grouping its members."""
        return tracks_of(self)

    def actors(self, column: str) -> Sequence[str]:
        """Those whose own words a column is: itself, or the members of a grouping that are no columns."""
        inside = self.tables.memberships.get(column)
        if inside is None:
            return (column,)
        return tuple(one for one in (*inside.states, *inside.bodies) if one not in self.columns)


@dataclass(frozen=True, eq=False)
class _Fixed(View):
    """A view whose columns are given, so that two days are compared column by column."""

    given: tuple[str, ...] = ()

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Ids of the columns."""
        return self.given


# A page that is drawn again, and the next reader of it, ask for the same; a view is some 100 kB.
@lru_cache(maxsize=256)
def view_of(tables: Tables, selection: Selection) -> View:
    """The view of a selection; the same one for the same question."""
    return View(tables, selection)


@lru_cache(maxsize=20_000)
def cell_at(tables: Tables, holder: str, issue: str, day: dt.date, oldest: int | None) -> Cell:
    """The cell of a party or member on an issue as of a day, kept for whoever asks again."""
    return cell_of(tables, holder, issue, day, oldest)
