"""Marks that look alike at one place are drawn as one, and all their names stand together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from components.figures.legend import mark_key
from components.figures.scale import Spot
from components.theme import Mark
from positions.text.wording import joined

_MOST_NAMED = 8


@dataclass(frozen=True)
class Alike:
    """One drawn mark: the spots that it stands for, of which the first gives the look."""

    spots: tuple[Spot, ...]

    @property
    def spot(self) -> Spot:
        """What is drawn."""
        return self.spots[0]

    @property
    def role(self) -> str:
        """The key of its look in `theme.MARKS`."""
        return mark_key(self.spot)

    @property
    def label(self) -> str:
        """All names; of many the first and how many more, whom the table has."""
        return _names(spot.label for spot in self.spots)

    @property
    def short(self) -> str:
        """The same with the members of a grouping counted."""
        return _names(spot.short or spot.label for spot in self.spots)

    @property
    def counted(self) -> str:
        """The names of those whom `short` counts; "" where it counts nobody."""
        return "; ".join(spot.named for spot in self.spots if spot.short != spot.label and spot.named)


def _names(labels: Iterable[str]) -> str:
    names = list(dict.fromkeys(labels))
    if len(names) > _MOST_NAMED + 1:
        names = [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED} more"]
    return "; ".join(names) if any(", " in name for name in names) else joined(names)


def alike(spots: Sequence[Spot], marks: Mapping[str, Mark]) -> tuple[Alike, ...]:
    """The drawn marks from low to high; at one place in the order of the first spot of each."""
    found: dict[tuple[float, Mark, str], list[Spot]] = {}
    for spot in spots:
        found.setdefault((spot.point, marks[spot.column], mark_key(spot)), []).append(spot)
    return tuple(Alike(tuple(found[key])) for key in sorted(found, key=lambda key: key[0]))


def by_place(drawn: Sequence[Alike]) -> list[list[Alike]]:
    """The drawn marks, those at one place together, from low to high."""
    places: dict[float, list[Alike]] = {}
    for one in drawn:
        places.setdefault(one.spot.point, []).append(one)
    return [places[point] for point in sorted(places)]


def neighbours(places: Sequence[Sequence[Alike]], least: float) -> list[list[Alike]]:
    """The drawn marks in groups, those less than `least` steps from the one before together."""
    groups: list[list[Alike]] = []
    for ones in places:
        near = groups and ones[0].spot.point - groups[-1][-1].spot.point < least
        if near:
            groups[-1].extend(ones)
        else:
            groups.append(list(ones))
    return groups
