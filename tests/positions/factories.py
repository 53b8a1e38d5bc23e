"""A fictional negotiation for tests: statements by hand or at random, put into a dossier.

Two states, a league of four members and a mediator talk about a dam (five steps), a toll (three
steps) and fish (no scale). Nothing of it is like any real negotiation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

from positions.frames import typed_rows
from positions.models import MODES, Dossier, Statement
from positions.tables import Cell, Tables, standing

MODEST = settings(deadline=None, max_examples=25, database=None, derandomize=True)
FEW = settings(MODEST, max_examples=12)  # for whole tables, which take a tenth of a second each
WINDOW, STALE_AFTER = 20, 60
AS_OF = dt.date(2030, 6, 30)
MEMBERS = ("east", "west", "isle", "cape")
SINGLES = ("north", "south", *MEMBERS, "harbour")
ISSUES = ("dam", "toll", "fish")
LAST_STEP = {"dam": 4, "toll": 2}
SOURCES = ("gazette", "courier", "wire")
Placement = int | tuple[int, int] | None

_LABELS = {
    "dam": ("Dam closed", "Dam half open", "Dam shared", "Dam mostly open", "Dam open"),
    "toll": ("No toll", "Half toll", "Full toll"),
}


def _scale(issue: str) -> list[dict[str, Any]]:
    return [
        {"step": place, "label": f"{label} to all ships", "short": label, "rule": "its words"}
        for place, label in enumerate(_LABELS[issue])
    ]


def _speakers() -> list[dict[str, Any]]:
    offices = {"head": "principal", "envoy": "delegated", "rebel": "individual"}
    voices = [
        {
            "id": f"{side}_{office}",
            "name": f"{side.title()} {office}",
            "office": office,
            "authority": authority,
            "party": "league" if side in MEMBERS else side,
            "member": side if side in MEMBERS else None,
        }
        for side in SINGLES
        for office, authority in offices.items()
    ]
    pact = {"id": "league_office", "name": "League Office", "office": "secretariat", "party": "league"}
    pundit = {"id": "pundit", "name": "A pundit", "office": "columnist", "authority": "commentator"}
    return [*voices, {**pact, "authority": "principal"}, pundit]


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
            "members": [{"id": member, "name": member.title()} for member in MEMBERS],
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
            "scale": _scale("dam"),
        },
        {"id": "toll", "name": "Toll", "question": "What toll?", "rule": "tolls", "scale": _scale("toll")},
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
    low, high = placed if isinstance(placed, tuple) else (placed, placed)
    plain = {
        "id": name,
        "source": "gazette",
        "party": None if side == "pundit" else "league" if side in MEMBERS else side,
        "member": side if side in MEMBERS else None,
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


def tables_of(*statements: Statement, **described: Any) -> Tables:
    """The tables of the fictional dossier with these statements."""
    return Tables(dossier_of(statements, **described), Path())


def cell_of(tables: Tables, holder: str, issue: str = "dam", as_of: dt.date = AS_OF) -> Cell:
    """One cell as of the day."""
    cells = standing(tables, as_of)
    return typed_rows(cells[(cells["holder"] == holder) & (cells["issue"] == issue)], Cell)[0]


def rows_of(table: pd.DataFrame) -> list[Any]:
    """The rows of a table, with its columns as attributes."""
    return [
        SimpleNamespace(**{str(name): one for name, one in row.items()}) for row in table.to_dict("records")
    ]


def cells_frame(*rows: tuple[str, str, float, float, float], steps: float = 4) -> pd.DataFrame:
    """Cells for `pair_gaps` from (holder, issue, point, low, high), all on scales of that last step."""
    table = pd.DataFrame(rows, columns=["holder", "issue", "point", "low", "high"])
    return table.assign(steps=float(steps), state="stated")


days = st.dates(dt.date(2030, 4, 1), dt.date(2030, 7, 31))
_busy = ["2030-05-01", "2030-05-10", "2030-05-21", "2030-05-31", "2030-06-30", "2030-04", "2030-05"]
_approximate = st.one_of(st.sampled_from(_busy), days.map(dt.date.isoformat))


@st.composite
def placements(draw: st.DrawFn, last: int) -> Placement:
    """A step, a range of steps, or (one in five) no placement."""
    if draw(st.integers(1, 5)) == 1:
        return None
    low = draw(st.integers(0, last))
    return low, draw(st.integers(low, last))


@st.composite
def statements(draw: st.DrawFn, name: str, voices: list[str]) -> Statement:
    """One of the voices in any mode on any issue and day; the pundit only comments."""
    voice = draw(st.sampled_from(voices))
    issue = draw(st.sampled_from(["dam", "dam", "toll", "fish"]))
    mode = "commentary" if voice == "pundit" else draw(st.sampled_from(MODES))
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
    )


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Up to twenty statements of a few sides, ids in no order, some of them refusals."""
    sides = draw(st.lists(st.sampled_from(SINGLES), min_size=1, max_size=4, unique=True))
    own = [f"{side}_{office}" for side in sides for office in ("head", "head", "envoy", "envoy", "rebel")]
    names = draw(st.permutations([f"s{number:02}" for number in range(draw(st.integers(0, 20)))]))
    spoken = [draw(statements(name, [*own, "league_office", "pundit"])) for name in names]
    unplaced = [one.id for one in spoken if one.step_low is None and one.mode in MODES[:4]]
    refusals = draw(st.sets(st.sampled_from(unplaced), max_size=3)) if unplaced else set()
    return dossier_of(spoken).model_copy(update={"refusals": tuple(sorted(refusals))})
