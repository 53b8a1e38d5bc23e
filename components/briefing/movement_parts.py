"""What the movement sheet draws, as records; places on the time axis run from 0 to 1."""

from __future__ import annotations

from dataclasses import dataclass

from components.sheet.timeline import Silence
from positions.models import Issue


@dataclass(frozen=True)
class Stretch:
    """A side on one step from one place to another; `joined` leads on to the next step."""

    left: float
    right: float
    point: float
    stale: bool
    joined: bool


@dataclass(frozen=True)
class Spoken:
    """What was said on one day: its place, point and range, and whether in the side's own words."""

    at: float
    point: float
    low: float
    high: float
    own: bool


@dataclass(frozen=True)
class Line:
    """One side in a panel."""

    holder: str
    label: str
    grouping: bool
    thin: bool
    stretches: tuple[Stretch, ...]
    spoken: tuple[Spoken, ...]


@dataclass(frozen=True)
class PanelSheet:
    """One issue: its lines, and in words who holds no current position."""

    issue: Issue
    lines: tuple[Line, ...]
    note: str


@dataclass(frozen=True)
class Tick:
    """A day that may stand under the axis, if there is room."""

    at: float
    day: str
    year: str


@dataclass(frozen=True)
class EventMark:
    """A day with events, numbered from 1 along the axis, and what happened, in words."""

    at: float
    number: int
    words: str


@dataclass(frozen=True)
class MovementSheet:
    """All panels with the axis they share; `since` is the place of the earlier compared day."""

    panels: tuple[PanelSheet, ...]
    ticks: tuple[Tick, ...]
    silences: tuple[Silence, ...]
    events: tuple[EventMark, ...]
    since: float | None
