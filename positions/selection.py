"""What a reader has chosen to see, and its address; ids only, parsed and never trusted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from positions.fields import first_day, last_day
from positions.models import Dossier

Address = dict[str, str]
_KINDS_SHOWN = ("state", "grouping")


@dataclass(frozen=True)
class Selection:
    """One view of a dossier. `parties` and `issues` keep the order in which they are shown.

    `cell` is the holder and issue whose evidence is open. The fields from `text` on narrow the
    list of statements; empty means all.
    """

    dossier: str
    day: dt.date
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    unfolded: tuple[str, ...] = ()
    cell: tuple[str, str] | None = None
    text: str = ""
    sides: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()

    def columns(self, dossier: Dossier) -> tuple[str, ...]:
        """Ids of the columns to show: parties, each unfolded grouping followed by its members."""
        members = {party.id: [member.id for member in party.members] for party in dossier.parties}
        return tuple(
            holder
            for party in self.parties
            for holder in (party, *(members[party] if party in self.unfolded else ()))
        )


def alphabetical(dossier: Dossier) -> tuple[str, ...]:
    """Ids of all parties in alphabetical order of their names, the order used everywhere."""
    return tuple(party.id for party in sorted(dossier.parties, key=lambda party: party.name.casefold()))


def key_days(dossier: Dossier) -> tuple[dt.date, ...]:
    """Days on which something was said or happened, in order; between them nothing can change."""
    said = {last_day(one.said_on) for one in dossier.statements}
    happened = {last_day(event.day) for event in dossier.events if event.day}
    first, last = first_day(dossier.period.first), last_day(dossier.period.last)
    return tuple(sorted(day for day in said | happened | {last} if first <= day <= last))


def default_selection(dossier: Dossier) -> Selection:
    """The landing view: states and groupings, core issues, the last day of the period."""
    kinds = {party.id: party.kind for party in dossier.parties}
    core = tuple(issue.id for issue in dossier.issues if issue.core)
    return Selection(
        dossier=dossier.id,
        day=last_day(dossier.period.last),
        parties=tuple(party for party in alphabetical(dossier) if kinds[party] in _KINDS_SHOWN),
        issues=core or tuple(issue.id for issue in dossier.issues),
    )


def address_of(selection: Selection, dossier: Dossier) -> Address:
    """The query parameters of a view; what equals the landing view is left out."""
    default = default_selection(dossier)
    address = {
        name: ",".join(getattr(selection, name))
        for name in ("parties", "issues", *_LISTS)
        if getattr(selection, name) != getattr(default, name)
    }
    if selection.day != default.day:
        address["day"] = selection.day.isoformat()
    if selection.cell:
        address["cell"] = ".".join(selection.cell)
    if selection.text:
        address["text"] = selection.text
    return {"dossier": selection.dossier, **address}


def selection_at(address: Mapping[str, str], dossier: Dossier) -> tuple[Selection, str | None]:
    """The view at an address, and one sentence when a part of the address could not be read.

    Unknown ids are left out; a list with nothing left falls back to the landing view's.
    """
    reader = _Reader(address, dossier)
    default = default_selection(dossier)
    order = alphabetical(dossier)
    issues = [issue.id for issue in dossier.issues]
    groupings = [party.id for party in dossier.parties if party.kind == "grouping"]
    members = [member.id for party in dossier.parties for member in party.members]
    selection = replace(
        default,
        parties=reader.ids("parties", order) or default.parties,
        issues=reader.ids("issues", issues) or default.issues,
        day=reader.day(default.day),
        unfolded=reader.ids("unfolded", groupings),
        cell=reader.cell([*order, *members], issues),
        text=address.get("text", "")[:_LONGEST_TEXT].strip(),
        sides=reader.ids("sides", [*order, *members]),
        topics=reader.ids("topics", issues),
        sources=reader.ids("sources", [source.id for source in dossier.sources]),
        modes=reader.ids("modes", _modes(dossier)),
    )
    return selection, reader.sentence()


_LISTS = ("unfolded", "sides", "topics", "sources", "modes")
_NAMES = ("dossier", "parties", "issues", "day", "cell", "text", *_LISTS)
_LONGEST_TEXT = 200


def _modes(dossier: Dossier) -> list[str]:
    return sorted({one.mode for one in dossier.statements})


class _Reader:
    """Reads one address and remembers what it could not read."""

    def __init__(self, address: Mapping[str, str], dossier: Dossier) -> None:
        self._address = address
        self._period = (first_day(dossier.period.first), last_day(dossier.period.last))
        self._unread = [name for name in address if name not in _NAMES]

    def ids(self, name: str, known: Sequence[str]) -> tuple[str, ...]:
        """The ids in the known order, whatever order the address has."""
        written = [one for one in self._address.get(name, "").split(",") if one]
        self._unread += [name for one in written if one not in known][:1]
        return tuple(one for one in known if one in written)

    def day(self, default: dt.date) -> dt.date:
        """The day, moved into the dossier's period when it lies outside."""
        written = self._address.get("day")
        if written is None:
            return default
        try:
            day = dt.date.fromisoformat(written)
        except ValueError:
            self._unread.append("day")
            return default
        inside = min(max(day, self._period[0]), self._period[1])
        if inside != day:
            self._unread.append("day")
        return inside

    def cell(self, holders: Iterable[str], issues: Iterable[str]) -> tuple[str, str] | None:
        written = self._address.get("cell")
        if written is None:
            return None
        holder, _, issue = written.partition(".")
        if holder in holders and issue in issues:
            return holder, issue
        self._unread.append("cell")
        return None

    def sentence(self) -> str | None:
        if not self._unread:
            return None
        names = ", ".join(dict.fromkeys(self._unread))
        return f"Part of this link could not be read ({names[:80]}); the rest of it is shown."
