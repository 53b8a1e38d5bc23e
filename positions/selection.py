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

    `cell` is the holder and issue whose evidence is open. The fields from `text` to
    `confidences` narrow the list of statements; empty means all. `since` is the earlier day of
    a comparison of two; `issue` and `source` are those of the pages about one.
    """

    dossier: str
    day: dt.date
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    unfolded: tuple[str, ...] = ()
    cell: tuple[str, str] | None = None
    text: str = ""
    sides: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    confidences: tuple[str, ...] = ()
    since: dt.date | None = None
    issue: str | None = None
    source: str | None = None

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
    single = {
        "day": selection.day.isoformat() if selection.day != default.day else None,
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
    selection = replace(
        default,
        **lists | {name: lists[name] or getattr(default, name) for name in ("parties", "issues")},
        day=reader.day("day") or default.day,
        since=reader.day("since"),
        cell=reader.cell(known["sides"], known["issues"]),
        issue=reader.one("issue", known["issues"]),
        source=reader.one("source", known["sources"]),
        text=address.get("text", "")[:_LONGEST_TEXT].strip(),
    )
    return selection, reader.sentence()


_LISTS = ("unfolded", "sides", "speakers", "topics", "sources", "modes", "confidences")
_NAMES = ("dossier", "parties", "issues", "day", "since", "cell", "issue", "source", "text", *_LISTS)
_LONGEST_TEXT = 200


def _known(dossier: Dossier) -> dict[str, list[str]]:
    """The ids that each list of an address may hold, in the order in which they are shown."""
    parties, issues = list(alphabetical(dossier)), [issue.id for issue in dossier.issues]
    return {
        "parties": parties,
        "issues": issues,
        "unfolded": [party.id for party in dossier.parties if party.kind == "grouping"],
        "sides": [*parties, *(member.id for party in dossier.parties for member in party.members)],
        "speakers": [speaker.id for speaker in dossier.speakers],
        "topics": issues,
        "sources": [source.id for source in dossier.sources],
        "modes": [mode for mode in MODES if any(one.mode == mode for one in dossier.statements)],
        "confidences": list(CONFIDENCES),
    }


class _Reader:
    """Reads one address and remembers what it could not read."""

    def __init__(self, address: Mapping[str, str], dossier: Dossier) -> None:
        self._address = address
        self._period = (first_day(dossier.period.first), last_day(dossier.period.last))
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

    def day(self, name: str) -> dt.date | None:
        """The day, moved into the dossier's period when it lies outside; None for none."""
        written = self._address.get(name)
        if written is None:
            return None
        try:
            day = dt.date.fromisoformat(written)
        except ValueError:
            self._unread.append(name)
            return None
        inside = min(max(day, self._period[0]), self._period[1])
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
