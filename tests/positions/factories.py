"""A fictional negotiation for tests: statements by hand or at random, put into a dossier and a view of it.

Two states, a league of four states and a council, and a mediator talk about a dam (five steps), a toll
(three steps) and fish (no scale); an old charter may stand beside them. Nothing of it is like any real
negotiation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

from positions.analysis.position import Position
from positions.cell import Cell
from positions.cell import cell_of as actual_cell
from positions.model.dossier import Dossier
from positions.model.errors import Finding
from positions.model.statements import CONFIDENCES, MODES, Statement
from positions.reading.located import Located
from positions.reading.records import RecordT, completed_records
from positions.reading.row_columns import RowColumns
from positions.selection import default_selection
from positions.tables import Tables
from positions.view import View

MODEST = settings(deadline=None, max_examples=25, database=None, derandomize=True)
FEW = settings(MODEST, max_examples=12)  # for whole tables, which take a tenth of a second each
MANY = settings(MODEST, max_examples=120)  # for one cell or gap, of which thousands are made in a second
WINDOW, STALE_AFTER = 20, 60
AS_OF = dt.date(2030, 6, 30)
MEMBERS = ("east", "west", "isle", "cape")
BODIES = ("council",)
SINGLES = ("north", "south", *MEMBERS, *BODIES, "harbour")
PARTIES = ("harbour", "league", "north", "south")  # in the order of their names
ISSUES = ("dam", "toll", "fish")
LAST_STEP = {"dam": 4, "toll": 2}
SOURCES = ("gazette", "courier", "wire")
OFFICES = {"head": "principal", "envoy": "delegated", "aide": "adviser", "rebel": "individual"}
DOCUMENTS = {"plan": "draft", "protocol": "shared"}
Placement = int | tuple[int, int] | None

_LABELS = {
    "dam": ("Dam closed", "Dam half open", "Dam shared", "Dam mostly open", "Dam open"),
    "toll": ("No toll", "Half toll", "Full toll"),
}


def checked_records(located: Located, model: type[RecordT]) -> tuple[dict[int, RecordT], list[Finding]]:
    """The records that are sound, by their place in the list, and what is wrong with the rest."""
    found, findings = completed_records(located, model)
    return {n: one for n, one in found.records.items() if n not in found.unsure}, findings


def by_column(rows: Sequence[Mapping[str, str]]) -> RowColumns:
    """The rows of a table as they are kept."""
    return RowColumns({}, len(rows)).with_rows({place: dict(row) for place, row in enumerate(rows)})


def scale(*labels: str) -> list[dict[str, Any]]:
    """A scale with these steps, from 0 on."""
    return [
        {"step": place, "label": f"{label} to all ships", "short": label, "rule": "its words"}
        for place, label in enumerate(labels)
    ]


def _voice(side: str, name: str, authority: str) -> dict[str, Any]:
    inside = side in (*MEMBERS, *BODIES)
    return {
        "id": f"{side}_{name}",
        "name": f"{side.title()} {name}",
        "office": name,
        "authority": authority,
        "party": "league" if inside else side,
        "member": side if inside else None,
        "document": DOCUMENTS.get(name),
    }


def _speakers() -> list[dict[str, Any]]:
    voices = [_voice(side, name, rank) for side in SINGLES for name, rank in OFFICES.items()]
    texts = [_voice(side, name, "principal") for side in SINGLES for name in DOCUMENTS]
    pact = {"id": "league_office", "name": "League Office", "office": "secretariat", "party": "league"}
    pundit = {"id": "pundit", "name": "A pundit", "office": "columnist", "authority": "commentator"}
    return [*voices, *texts, {**pact, "authority": "principal"}, pundit]


DESCRIPTION: dict[str, Any] = {
    "id": "dam-talks",
    "title": "The dam talks",
    "question": "Who runs the dam?",
    "period": {"first": "2029-01-01", "last": "2030-12-31"},
    "naming_note": "All names are made up.",
    "licence": "CC0",
    "low_end": "nearest to closing the dam",
    "high_end": "nearest to opening the dam",
    "window": WINDOW,
    "stale_after": STALE_AFTER,
    "parties": [
        {"id": "north", "name": "Northland", "kind": "state"},
        {"id": "south", "name": "Southland", "kind": "state"},
        {
            "id": "league",
            "name": "League",
            "kind": "grouping",
            "members": [
                *({"id": member, "name": member.title()} for member in MEMBERS),
                {"id": "council", "name": "Council", "kind": "body", "speaks_for": ["isle", "cape"]},
            ],
        },
        {"id": "harbour", "name": "Harbour", "kind": "mediator"},
    ],
    "speakers": _speakers(),
    "issues": [
        {
            "id": "dam",
            "name": "Dam",
            "in_sentence": "the dam",
            "question": "Who runs the dam?",
            "rule": "the dam alone",
            "core": True,
            "scale": scale(*_LABELS["dam"]),
        },
        {
            "id": "toll",
            "name": "Toll",
            "question": "What toll?",
            "rule": "tolls",
            "scale": scale(*_LABELS["toll"]),
        },
        {"id": "fish", "name": "Fish", "question": "Who fishes?", "rule": "fish, no scale"},
    ],
    "searched": [{"source": source} for source in SOURCES],
    "sources": [
        {
            "id": source,
            "type": "article-newspaper",
            "title": f"The {source}",
            "issued": {"date-parts": [[2030, 12, 31]]},
            "custom": {"short_name": source.title(), "read_in": "English", "read_on": "2031-01-01"},
        }
        for source in SOURCES
    ],
    "data_version": "0a1b2c3d",
}

_SILENT = Dossier.model_validate(DESCRIPTION)


def said(name: str, speaker: str, placed: Placement = None, **written: Any) -> Statement:
    """A statement on the dam on 10 May 2030 in the speaker's own words, unless written otherwise."""
    side = speaker.partition("_")[0]
    inside = side in (*MEMBERS, *BODIES)
    low, high = placed if isinstance(placed, tuple) else (placed, placed)
    plain = {
        "id": name,
        "source": "gazette",
        "party": None if side == "pundit" else "league" if inside else side,
        "member": side if inside else None,
        "speaker": speaker,
        "issue": "dam",
        "said_on": "2030-05-10",
        "date_basis": "explicit",
        "mode": "direct_quote",
        "step_low": low,
        "step_high": high,
        "summary": f"{speaker} speaks.",
        "confidence": "high",
        "coder": "a",
    }
    return Statement.model_validate(plain | written)


def dossier_of(statements: Iterable[Statement] = (), **described: Any) -> Dossier:
    """The fictional dossier with these statements; `described` replaces what it says of itself."""
    described |= {"statements": tuple(statements)}
    checked = Dossier.model_validate(DESCRIPTION | described) if len(described) > 1 else _SILENT
    return checked.model_copy(update={"statements": described["statements"]})


def parties_with(party: str, **written: Any) -> list[dict[str, Any]]:
    """The parties of the dossier, one of them (or a member) with these fields."""

    def changed(one: dict[str, Any]) -> dict[str, Any]:
        inside = {"members": [changed(member) for member in one["members"]]} if "members" in one else {}
        return {**one, **inside, **(written if one["id"] == party else {})}

    return [changed(one) for one in DESCRIPTION["parties"]]


def opened(*sources: str) -> list[dict[str, Any]]:
    """The sources of the dossier, of these of which only the opening was read."""
    return [
        {**one, "custom": {**one["custom"], **({"extent": "opening"} if one["id"] in sources else {})}}
        for one in DESCRIPTION["sources"]
    ]


def with_charter() -> dict[str, Any]:
    """What describes the dossier with the charter, a reference text, as one more party."""
    charter = {"id": "charter", "name": "Charter", "kind": "reference"}
    voices = [_voice("charter", name, "principal") for name in ("head", "protocol")]
    return {
        "parties": [*DESCRIPTION["parties"], charter],
        "speakers": [*DESCRIPTION["speakers"], *voices],
    }


def tables_of(*statements: Statement, **described: Any) -> Tables:
    """The tables of the fictional dossier with these statements."""
    return Tables(dossier_of(statements, **described), Path())


def view_at(tables: Tables, day: dt.date = AS_OF, **chosen: Any) -> View:
    """The landing view of some tables as of a day; `chosen` replaces parts of the selection."""
    return View(tables, replace(default_selection(tables.dossier, day), **chosen))


def coded_view(
    kept: Iterable[Statement], codings: Mapping[str, Iterable[Statement]], day: dt.date = AS_OF, **chosen: Any
) -> View:
    """The landing view of the kept statements with these codings beside them, by coder."""
    tables = tables_of(*kept)
    tables.__dict__["codings"] = {coder: tuple(rows) for coder, rows in codings.items()}
    return view_at(tables, day, **chosen)


def view(*statements: Statement, day: dt.date = AS_OF, **chosen: Any) -> View:
    """The landing view of these statements, without a folder behind it."""
    return view_at(tables_of(*statements), day, **chosen)


def cell_at(tables: Tables, holder: str, issue: str = "dam", day: dt.date = AS_OF) -> Cell:
    """One cell as of the day."""
    return actual_cell(tables, holder, issue, day)


def cell(*statements: Statement, holder: str = "north", issue: str = "dam", day: dt.date = AS_OF) -> Cell:
    """One cell over these statements."""
    return cell_at(tables_of(*statements), holder, issue, day)


def position(
    *statements: Statement, holder: str = "north", issue: str = "dam", day: dt.date = AS_OF
) -> Position:
    """The position of one actor over these statements."""
    return cell(*statements, holder=holder, issue=issue, day=day).position


def days_before(days: int, day: dt.date = AS_OF) -> str:
    """The day so many days before another, as it is written in a statement."""
    return (day - dt.timedelta(days=days)).isoformat()


def rows_of(table: pd.DataFrame) -> list[Any]:
    """The rows of a table, with its columns as attributes."""
    return [
        SimpleNamespace(**{str(name): one for name, one in row.items()}) for row in table.to_dict("records")
    ]


days = st.dates(dt.date(2030, 4, 1), dt.date(2030, 7, 31))
_busy = ["2030-05-01", "2030-05-10", "2030-05-21", "2030-05-31", "2030-06-30", "2030-04", "2030-05"]
_approximate = st.one_of(st.sampled_from(_busy), days.map(dt.date.isoformat))
_seldom = st.integers(1, 6).map(lambda number: number == 1)


@st.composite
def placements(draw: st.DrawFn, last: int) -> Placement:
    """A step, a range of steps, or (one in five) no placement."""
    if draw(st.integers(1, 5)) == 1:
        return None
    low = draw(st.integers(0, last))
    return low, draw(st.integers(low, last))


@st.composite
def statements(draw: st.DrawFn, name: str, voices: list[str]) -> Statement:
    """One of the voices in any mode on any issue and day, sure or unsure; the pundit only comments."""
    voice = draw(st.sampled_from(voices))
    issue = draw(st.sampled_from(["dam", "dam", "toll", "fish"]))
    mode = "commentary" if voice == "pundit" else draw(st.sampled_from([*MODES[:4], *MODES[:5]]))
    placed = draw(placements(LAST_STEP[issue])) if issue in LAST_STEP and mode != "commentary" else None
    return said(
        name,
        voice,
        placed,
        issue=issue,
        mode=mode,
        said_on=draw(_approximate),
        source=draw(st.sampled_from(SOURCES)),
        about=("south",) if mode in ("attributed", "commentary") else (),
        spread=draw(st.sampled_from([None, "said", "said", "doubt"])),
        confidence=draw(st.sampled_from([*CONFIDENCES, "high"])),
        until=draw(_approximate) if draw(_seldom) else None,
        condition=draw(st.sampled_from([None, None, "only in May", "once the fish return"])),
    )


_VOICES = ("head", "head", "envoy", "envoy", "aide", "rebel", "plan", "protocol")


@st.composite
def dossiers(draw: st.DrawFn, most: int = 20) -> Dossier:
    """Up to twenty statements of a few sides, ids in no order, some refusals, sometimes a new government."""
    sides = draw(st.lists(st.sampled_from(SINGLES), min_size=1, max_size=4, unique=True))
    own = [f"{side}_{office}" for side in sides for office in _VOICES]
    names = draw(st.permutations([f"s{number:02}" for number in range(draw(st.integers(0, most)))]))
    spoken = [draw(statements(name, [*own, "league_office", "pundit"])) for name in names]
    unplaced = [one.id for one in spoken if one.step_low is None and one.mode in MODES[:4]]
    refusals = draw(st.sets(st.sampled_from(unplaced), max_size=3)) if unplaced else set()
    governed = {}
    if draw(_seldom):
        since = [
            {"since": "2029-01-01", "name": "The old one"},
            {"since": draw(_approximate), "name": "The new one"},
        ]
        governed = {"parties": parties_with(draw(st.sampled_from(sides)), governments=since)}
    return dossier_of(spoken, **governed).model_copy(update={"refusals": tuple(sorted(refusals))})
