"""Marks of one side that would lie on each other, drawn as one with their number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.figures.scene import Marker

APART = 9.0  # pixels of the layout from mark to mark; nearer ones of one side on one step are drawn as one
_LIFTS = (-7.0, 15.0, -17.0, 25.0, -27.0, 35.0, 45.0, 55.0)  # pixels from a mark's middle to the foot of its number
_WIDE, _HIGH = 11.0, 10.0  # of a number, in pixels


@dataclass(frozen=True)
class Cluster:
    """Marks of one side on one step from the first to the last, by their places in the panel.

    It is drawn as its last mark, with a line from the first. `lift` is how far below that mark the foot of
    its number stands, None for one mark alone.
    """

    marks: tuple[int, ...]
    lift: float | None


def clusters(marks: Sequence[Marker]) -> list[Cluster]:
    """The marks of a panel in clusters, by side, height and day.

    No two numbers stand on each other, as far as there is room above and below the marks, and none over the
    panel.
    """
    order = sorted(range(len(marks)), key=lambda one: (marks[one].column, marks[one].y, marks[one].x))
    found: list[Cluster] = []
    for place in order:
        before = marks[found[-1].marks[-1]] if found else None
        if before and _together(before, marks[place]):
            found[-1] = replace(found[-1], marks=(*found[-1].marks, place), lift=_LIFTS[0])
        else:
            found.append(Cluster((place,), None))
    return _lifted(found, marks)


def _together(one: Marker, other: Marker) -> bool:
    alike = one.column == other.column and one.y == other.y
    return alike and other.x - one.x < APART


def _lifted(found: Sequence[Cluster], marks: Sequence[Marker]) -> list[Cluster]:
    """The clusters with their numbers at heights where none covers another."""
    taken: list[tuple[float, float]] = []
    lifted = []
    for cluster in found:
        last = marks[cluster.marks[-1]]
        x = last.x
        if cluster.lift is None:
            lifted.append(cluster)
            continue
        inside = (lift for lift in _LIFTS if last.y + lift >= _HIGH)
        free = (lift for lift in inside if not _covered((x, last.y + lift), taken))
        lift = next(free, _LIFTS[0])
        taken.append((x, last.y + lift))
        lifted.append(replace(cluster, lift=lift))
    return lifted


def _covered(place: tuple[float, float], taken: Sequence[tuple[float, float]]) -> bool:
    return any(abs(place[0] - x) < _WIDE and abs(place[1] - y) < _HIGH for x, y in taken)
