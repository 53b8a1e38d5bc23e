"""What a reader has chosen to see of a dossier; ids only."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from positions.model.dossier import Dossier
from positions.model.fields import first_day, last_day, said_year
from positions.model.parties import SIDE_KINDS, Member, Party
from positions.text.direction import bare

MOST_PARTIES, MOST_ISSUES = 6, 10  # of the landing view: what a reader takes in at once


@dataclass(frozen=True)
class Selection:
    """One view of a dossier. `parties` and `issues` keep the order in which they are shown.

    `parties` may hold members of a grouping too, as columns of their own. `stretch` is the part
    of the period that is looked at, `span` the days for which a position counts as current;
    None for both is what the dossier says. `cell` is the holder and issue whose evidence is
    open. The fields from `text` to `years` narrow the list of statements; empty means all.
    `since` is the earlier day of a comparison of two; `issue` and `source` are those of the
    pages about one; `near` is the party by whose distance an overview is sorted. `weights` are those of
    the overall distance, by issue in the order of ids, only those that are not 1. `dates` is the language
    of days in what is handed out, None for English. `view` is the one that is shown alone, for a
    screenshot. `report`, `size` and `sheet` are what is looked at of what is exported, None for the
    first of each. With `cleared`, statements that are not cleared are left out.
    """

    dossier: str
    day: dt.date
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    unfolded: tuple[str, ...] = ()
    stretch: str | None = None
    span: int | None = None
    cell: tuple[str, str] | None = None
    text: str = ""
    sides: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    confidences: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    since: dt.date | None = None
    issue: str | None = None
    source: str | None = None
    near: str | None = None
    weights: tuple[tuple[str, float], ...] = ()
    dates: str | None = None
    cleared: bool = False
    view: str | None = None
    report: str | None = None
    size: str | None = None
    sheet: int | None = None

    def columns(self, dossier: Dossier) -> tuple[str, ...]:
        """Ids of the columns to show: parties, each unfolded grouping followed by its members."""
        members = {party.id: party.member_ids for party in dossier.parties}
        columns = (
            holder
            for party in self.parties
            for holder in (party, *(members[party] if party in self.unfolded else ()))
        )
        return tuple(dict.fromkeys(columns))


# The fields that narrow the list of statements.
SEARCHED = ("text", "sides", "speakers", "topics", "sources", "modes", "confidences", "years")


# The fields that bear on cells, gaps and changes; the others say what is looked at of them.
_BEARING = (
    "dossier",
    "day",
    "parties",
    "issues",
    "unfolded",
    "stretch",
    "span",
    "since",
    "weights",
    "dates",
    "cleared",
)


def bearing(selection: Selection) -> Selection:
    """The selection with nothing but what bears on cells, gaps and changes, and on the language of dates."""
    return Selection(**{name: getattr(selection, name) for name in _BEARING})


def without_search(selection: Selection) -> Selection:
    """The selection with every statement in the list."""
    nothing: dict[str, Any] = dict.fromkeys(SEARCHED, ()) | {"text": ""}
    return replace(selection, **nothing)


def alphabetical(dossier: Dossier) -> tuple[str, ...]:
    """Ids of all parties in alphabetical order of their names, the order used everywhere."""
    return tuple(party.id for party in sorted(dossier.parties, key=_sorted_by))


def offered_columns(dossier: Dossier) -> tuple[str, ...]:
    """Ids of all parties and members in alphabetical order of their names: all that can be a column."""
    return tuple(one.id for one in sorted(dossier.holders, key=_sorted_by))


def _sorted_by(holder: Party | Member) -> str:
    return bare(holder.name).casefold()


def days_covered(dossier: Dossier, stretch: str | None = None) -> tuple[dt.date, dt.date]:
    """First and last day of the stretch with that id, or of the dossier's whole period."""
    period = next((one for one in dossier.stretches if one.id == stretch), dossier.period)
    return first_day(period.first), last_day(period.last)


def key_days(dossier: Dossier, stretch: str | None = None) -> tuple[dt.date, ...]:
    """Days on which something was said or happened, in order; between them nothing can change.

    Only those of the stretch with that id, and its last day; of the whole period for None.
    """
    said = {last_day(one.said_on) for one in dossier.statements}
    happened = {last_day(event.day) for event in dossier.events if event.day}
    first, last = days_covered(dossier, stretch)
    return tuple(sorted(day for day in said | happened | {last} if first <= day <= last))


def years_of(dossier: Dossier) -> list[str]:
    """The years in which something was said, as text, in order; "undated" last."""
    return sorted({said_year(one.said_on) for one in dossier.statements})


def default_selection(dossier: Dossier, day: dt.date | None = None) -> Selection:
    """The landing view as of a day, else of the last of the period: all sides, core issues.

    The first six and the first ten of them. A grouping that a dossier shows in its parts from a day on
    stands in them from then on.
    """
    day = day or last_day(dossier.period.last)
    core = tuple(issue.id for issue in dossier.issues if issue.core)
    return Selection(
        dossier=dossier.id,
        day=day,
        parties=default_parties(dossier, day),
        issues=(core or tuple(issue.id for issue in dossier.issues))[:MOST_ISSUES],
    )


def default_parties(dossier: Dossier, day: dt.date) -> tuple[str, ...]:
    """Ids of the columns of the landing view as of a day, in alphabetical order of their names."""
    return main_parties(dossier, day)[:MOST_PARTIES]


def main_parties(dossier: Dossier, day: dt.date) -> tuple[str, ...]:
    """Ids of all states and groupings as of a day, in alphabetical order of their names."""
    shown: set[str] = set()
    for party in dossier.parties:
        if party.kind in SIDE_KINDS and not party.part_of:
            apart = party.apart_since is not None and first_day(party.apart_since) <= day
            shown |= set(party.apart) if apart else {party.id}
    return tuple(one for one in offered_columns(dossier) if one in shown)


@dataclass(frozen=True)
class Shown:
    """How many of the parties and issues of a dossier that is too wide for one look are shown."""

    parties: int
    all_parties: int
    issues: int
    all_issues: int

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self.parties == self.all_parties and self.issues == self.all_issues


def shown_of(selection: Selection, dossier: Dossier) -> Shown | None:
    """What is shown of all states, groupings and issues; None where a landing view leaves nothing out."""
    main, issues = main_parties(dossier, selection.day), [issue.id for issue in dossier.issues]
    core = [issue.id for issue in dossier.issues if issue.core]
    if len(main) <= MOST_PARTIES and len(core or issues) <= MOST_ISSUES:
        return None
    kept = [one for one in main if one in selection.parties]
    return Shown(len(kept), len(main), len(selection.issues), len(issues))


def unless_chosen(selection: Selection, dossier: Dossier, *, parties: bool, issues: bool) -> Selection:
    """The selection with all parties and issues that a landing view of a wide dossier leaves out.

    For data that say nothing of what is left out; `parties` and `issues` say which of the two a reader chose.
    """
    if shown_of(selection, dossier) is None:
        return selection
    every = everything(selection, dossier)
    return replace(
        selection,
        parties=selection.parties if parties else every.parties,
        issues=selection.issues if issues else every.issues,
    )


def everything(selection: Selection, dossier: Dossier) -> Selection:
    """The selection with all states and groupings, what else was chosen, and all issues."""
    wanted = {*main_parties(dossier, selection.day), *selection.parties}
    return replace(
        selection,
        parties=tuple(one for one in offered_columns(dossier) if one in wanted),
        issues=tuple(issue.id for issue in dossier.issues),
    )
