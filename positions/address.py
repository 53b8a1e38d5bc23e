"""A view of a dossier as the query parameters of a link, and back: mended, parsed and never trusted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote, urlencode

from positions.model.dossier import Dossier
from positions.model.fields import MOST_WEIGHT
from positions.model.statements import CONFIDENCES, MODES
from positions.selection import (
    Selection,
    alphabetical,
    days_covered,
    default_selection,
    offered_columns,
    years_of,
)
from positions.text.dates import ENGLISH, LANGUAGES

Address = dict[str, str]
VIEWS = ("matrix", "gaps", "movement", "issue")  # those that can be shown alone
REPORTS = ("page", "slides", "full", "matrix", "ranges", "pairs", "robustness", "movement", "issue", "cell")
SIZES = ("slide", "a4-portrait", "a4-landscape", "card", "square")
# Parameters that campaigns, mail programs and social networks add to a link; they say nothing of a view.
_TRACKING = re.compile(
    r"utm_\w+|mc_[ce]id|_hs\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|si|ref"
)
_GLUED = " \t\r\n.,;:)]}>\"'…»”’"  # what stands after a link in a sentence and is taken into it
_AS_TYPED = ("text",)  # a search word may hold any sign


def address_of(selection: Selection, dossier: Dossier) -> Address:
    """The query parameters of a view; what equals the landing view is left out."""
    default = default_selection(dossier, selection.day)
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
        "near": selection.near,
        "text": selection.text,
        "weights": ",".join(f"{issue}:{weight:g}" for issue, weight in selection.weights),
        "dates": selection.dates,
        "cleared": _YES if selection.cleared else None,
        "view": selection.view,
        "report": selection.report,
        "size": selection.size,
        "sheet": str(selection.sheet) if selection.sheet else None,
    }
    return {
        "dossier": selection.dossier,
        **address,
        **{name: value for name, value in single.items() if value},
    }


def link_of(selection: Selection, dossier: Dossier) -> str:
    """The address of a view as the query of a link that leaves the house: "?dossier=…&day=2022-03-29&…".

    Day, parties and issues are always in it, so that it shows the same view when the dossier has grown.
    """
    shown = {"parties": selection.parties, "issues": selection.issues}
    fixed = {"day": selection.day.isoformat(), **{name: ",".join(ids) for name, ids in shown.items()}}
    return f"?{urlencode({**address_of(selection, dossier), **fixed})}"


def selection_at(address: Mapping[str, str], dossier: Dossier) -> tuple[Selection, str | None]:
    """The view at an address, and one sentence when a part of the address could not be read.

    Unknown ids are left out; a list with nothing left falls back to the landing view's.
    """
    selection, unread = read_address(address, dossier)
    if not unread:
        return selection, None
    return (
        selection,
        f"Part of this link could not be read ({', '.join(unread)[:80]}); the rest of it is shown.",
    )


def read_address(address: Mapping[str, str], dossier: Dossier) -> tuple[Selection, tuple[str, ...]]:
    """The view at an address as `selection_at` has it, and the names of what could not be read, each once."""
    reader = _Reader(address, dossier)
    known = _known(dossier)
    lists = {name: reader.ids(name, ids) for name, ids in known.items()}
    stretch = reader.one("stretch", [one.id for one in dossier.stretches])
    covered = days_covered(dossier, stretch)
    day = reader.day("day", covered) or covered[1]
    default = default_selection(dossier, day)
    selection = replace(
        default,
        **lists | {name: lists[name] or getattr(default, name) for name in ("parties", "issues")},
        stretch=stretch,
        day=day,
        span=reader.number("span", _LONGEST_SPAN),
        since=reader.day("since", days_covered(dossier)),
        cell=reader.cell(known["sides"], known["issues"]),
        issue=reader.one("issue", known["issues"]),
        source=reader.one("source", known["sources"]),
        near=reader.one("near", known["parties"]),
        text=address.get("text", "")[:_LONGEST_TEXT].strip(),
        weights=reader.weights({issue.id: issue.weighs for issue in dossier.issues if issue.measured}),
        dates=reader.one("dates", [one for one in LANGUAGES if one != ENGLISH]),
        cleared=reader.one("cleared", [_YES] if dossier.clearing else []) is not None,
        view=reader.one("view", VIEWS),
        report=reader.one("report", REPORTS),
        size=reader.one("size", SIZES),
        sheet=reader.number("sheet", _MOST_SHEETS),
    )
    return selection, reader.unread


_LISTS = ("unfolded", "sides", "speakers", "topics", "sources", "modes", "confidences", "years")
_SINGLE = (
    "dossier",
    "stretch",
    "day",
    "span",
    "since",
    "cell",
    "issue",
    "source",
    "near",
    "text",
    "weights",
    "dates",
    "cleared",
    "view",
    "report",
    "size",
    "sheet",
)
# Every name that an address may hold.
NAMES = ("parties", "issues", *_SINGLE, *_LISTS)
_YES = "1"
_LONGEST_SPAN = 99_999
_MOST_SHEETS = 9_999
_LONGEST_TEXT = 200
_WEIGHT = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")


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
        self._unread = [name for name in address if name not in NAMES]
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

    def weights(self, known: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
        """Issues and weights of "issue:2,issue:0.5" in the order of ids, but those that weigh so anyhow."""
        found: dict[str, float] = {}
        for written in (one for one in self._address.get("weights", "").split(",") if one):
            issue, _, number = written.partition(":")
            weight = float(number) if _WEIGHT.fullmatch(number) else -1.0
            if issue in known and 0 <= weight <= MOST_WEIGHT and issue not in found:
                found[issue] = weight
            else:
                self._unread.append("weights")
        return tuple(sorted((issue, weight) for issue, weight in found.items() if weight != known[issue]))

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

    @property
    def unread(self) -> tuple[str, ...]:
        """The names of parts that were not read, each once."""
        return tuple(dict.fromkeys(self._unread))


def mended(query: Mapping[str, str]) -> dict[str, str]:
    """The parameters that were meant, in their order; an undamaged address comes back unchanged.

    Tracking parameters are dropped, "amp;day" is read as "day", values that were encoded once more are
    decoded, and punctuation glued to the end of a value is taken off; a search word keeps all its signs.
    """
    found: dict[str, str] = {}
    for key, value in query.items():
        name = re.sub(r"^(amp;)+", "", key)
        if not _TRACKING.fullmatch(name) and (name == key or name not in query):
            found[name] = value if name in _AS_TYPED else _decoded(value).rstrip(_GLUED)
    return found


def _decoded(value: str) -> str:
    """The value without any percent-encoding; each round makes it shorter, so that it ends."""
    while (shorter := unquote(value)) != value:
        value = shorter
    return value
