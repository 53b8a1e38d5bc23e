"""What a reader has chosen to see, and its address; ids only, parsed and never trusted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from positions.fields import first_day, last_day
from positions.models import CONFIDENCES, MODES, Dossier

Address = dict[str, str]
_KINDS_SHOWN = ("state", "grouping")


@dataclass(frozen=True)
class Selection:
    """One view of a dossier. `parties` and `issues` keep the order in which they are shown.

    `parties` may hold members of a grouping too, as columns of their own. `stretch` is the part
    of the period that is looked at, `span` the days for which a position counts as current;
    None for both is what the dossier says. `cell` is the holder and issue whose evidence is
    open. The fields from `text` to `years` narrow the list of statements; empty means all.
    `since` is the earlier day of a comparison of two; `issue` and `source` are those of the
    pages about one.
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

    def columns(self, dossier: Dossier) -> tuple[str, ...]:
        """Ids of the columns to show: parties, each unfolded grouping followed by its members."""
        members = {party.id: party.member_ids for party in dossier.parties}
        columns = (
            holder
            for party in self.parties
            for holder in (party, *(members[party] if party in self.unfolded else ()))
        )
        return tuple(dict.fromkeys(columns))


def alphabetical(dossier: Dossier) -> tuple[str, ...]:
    """Ids of all parties in alphabetical order of their names, the order used everywhere."""
    return tuple(party.id for party in sorted(dossier.parties, key=lambda party: party.name.casefold()))


def offered_columns(dossier: Dossier) -> tuple[str, ...]:
    """Ids of all parties and members in alphabetical order of their names: all that can be a column."""
    return tuple(one.id for one in sorted(dossier.holders, key=lambda one: one.name.casefold()))


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
    """The years in which something was said, as text, in order."""
    return sorted({one.said_on[:4] for one in dossier.statements})


def default_selection(dossier: Dossier) -> Selection:
    """The landing view: states and whole groupings, core issues, the last day of the period."""
    shown = {party.id for party in dossier.parties if party.kind in _KINDS_SHOWN and not party.part_of}
    core = tuple(issue.id for issue in dossier.issues if issue.core)
    return Selection(
        dossier=dossier.id,
        day=last_day(dossier.period.last),
        parties=tuple(party for party in alphabetical(dossier) if party in shown),
        issues=core or tuple(issue.id for issue in dossier.issues),
    )


def address_of(selection: Selection, dossier: Dossier) -> Address:
    """The query parameters of a view; what equals the landing view is left out."""
    default = default_selection(dossier)
    last = days_covered(dossier, selection.stretch)[1]
    address = {
        name: ",".join(getattr(selection, name))
        for name in ("parties", "issues", *_LISTS)
        if getattr(selection, name) != getattr(default, name)
    }
    single = {
        "stretch": selection.stretch,
        "day": selection.day.isoformat() if selection.day != last else None,
        "span": str(selection.span) if selection.span else None,
        "since": selection.since.isoformat() if selection.since else None,
        "cell": ".".join(selection.cell) if selection.cell else None,
        "issue": selection.issue,
        "source": selection.source,
        "text": selection.text,
    }
    return {
        "dossier": selection.dossier,
        **address,
        **{name: value for name, value in single.items() if value},
    }


def selection_at(address: Mapping[str, str], dossier: Dossier) -> tuple[Selection, str | None]:
    """The view at an address, and one sentence when a part of the address could not be read.

    Unknown ids are left out; a list with nothing left falls back to the landing view's.
    """
    reader = _Reader(address, dossier)
    default = default_selection(dossier)
    known = _known(dossier)
    lists = {name: reader.ids(name, ids) for name, ids in known.items()}
    stretch = reader.one("stretch", [one.id for one in dossier.stretches])
    covered = days_covered(dossier, stretch)
    selection = replace(
        default,
        **lists | {name: lists[name] or getattr(default, name) for name in ("parties", "issues")},
        stretch=stretch,
        day=reader.day("day", covered) or covered[1],
        span=reader.number("span", _LONGEST_SPAN),
        since=reader.day("since", days_covered(dossier)),
        cell=reader.cell(known["sides"], known["issues"]),
        issue=reader.one("issue", known["issues"]),
        source=reader.one("source", known["sources"]),
        text=address.get("text", "")[:_LONGEST_TEXT].strip(),
    )
    return selection, reader.sentence()


_LISTS = ("unfolded", "sides", "speakers", "topics", "sources", "modes", "confidences", "years")
_SINGLE = ("dossier", "stretch", "day", "span", "since", "cell", "issue", "source", "text")
_NAMES = ("parties", "issues", *_SINGLE, *_LISTS)
_LONGEST_SPAN = 99_999
_LONGEST_TEXT = 200


def _known(dossier: Dossier) -> dict[str, list[str]]:
    """The ids that each list of an address may hold, in the order in which they are shown."""
    parties, issues = list(alphabetical(dossier)), [issue.id for issue in dossier.issues]
    return {
        "parties": list(offered_columns(dossier)),
        "issues": issues,
        "unfolded": [party.id for party in dossier.parties if party.kind == "grouping"],
        "sides": [*parties, *(member.id for party in dossier.parties for member in party.members)],
        "speakers": [speaker.id for speaker in dossier.speakers],
        "topics": issues,
        "sources": [source.id for source in dossier.sources],
        "modes": [mode for mode in MODES if any(one.mode == mode for one in dossier.statements)],
        "confidences": list(CONFIDENCES),
        "years": years_of(dossier),
    }


class _Reader:
    """Reads one address and remembers what it could not read."""

    def __init__(self, address: Mapping[str, str], dossier: Dossier) -> None:
        self._address = address
        self._unread = [name for name in address if name not in _NAMES]
        if address.get("dossier", dossier.id) != dossier.id:
            self._unread.append("dossier")

    def ids(self, name: str, known: Sequence[str]) -> tuple[str, ...]:
        """The ids in the known order, whatever order the address has."""
        written = [one for one in self._address.get(name, "").split(",") if one]
        self._unread += [name for one in written if one not in known][:1]
        return tuple(one for one in known if one in written)

    def one(self, name: str, known: Sequence[str]) -> str | None:
        """The id, if it is known."""
        written = self._address.get(name)
        if written is None or written in known:
            return written
        self._unread.append(name)
        return None

    def number(self, name: str, most: int) -> int | None:
        """A whole number from 1 to `most`; None for none."""
        written = self._address.get(name)
        if written is None:
            return None
        if written.isascii() and written.isdigit() and 1 <= int(written[:9]) <= most:
            return int(written)
        self._unread.append(name)
        return None

    def day(self, name: str, covered: tuple[dt.date, dt.date]) -> dt.date | None:
        """The day, moved into the covered days when it lies outside; None for none."""
        written = self._address.get(name)
        if written is None:
            return None
        try:
            day = dt.date.fromisoformat(written)
        except ValueError:
            self._unread.append(name)
            return None
        inside = min(max(day, covered[0]), covered[1])
        if inside != day:
            self._unread.append(name)
        return inside

    def cell(self, holders: Iterable[str], issues: Iterable[str]) -> tuple[str, str] | None:
        """Holder and issue of "holder.issue", if both are known."""
        written = self._address.get("cell")
        if written is None:
            return None
        holder, _, issue = written.partition(".")
        if holder in holders and issue in issues:
            return holder, issue
        self._unread.append("cell")
        return None

    def sentence(self) -> str | None:
        """What to tell the reader about parts that were not read, or None."""
        if not self._unread:
            return None
        names = ", ".join(dict.fromkeys(self._unread))
        return f"Part of this link could not be read ({names[:80]}); the rest of it is shown."
