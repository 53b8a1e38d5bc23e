"""A grouping as its members: who of them share a step and who do not; it has no voice and no point.

Source of the rules: codebook, section 6.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from positions.analysis.disagreement import Steps
from positions.analysis.position import Position
from positions.analysis.words import Stance, ranges_of


@dataclass(frozen=True)
class Membership:
    """The members of a grouping in the dossier's order: states, bodies, and for whom a body speaks.

    Movements, communities and firms are counted as states are; `noun` is the word for what is counted.
    """

    states: tuple[str, ...]
    bodies: tuple[str, ...] = ()
    speaks_for: Mapping[str, tuple[str, ...]] | None = None
    noun: str = "state"


@dataclass(frozen=True)
class Cluster:
    """Members whose points are the same steps, with the words of each, in the order of membership.

    A member whose words contradict each other stands on each range of steps that they name.
    """

    low: float
    high: float
    doubt: bool
    members: tuple[str, ...]
    stances: tuple[Stance, ...]

    @property
    def ranges(self) -> tuple[Steps, ...]:
        """Each range of steps that their words name, where these have nothing in common; else all of it."""
        return ranges_of(self.low, self.high, self.stances)


@dataclass(frozen=True)
class Grouped:
    """What the members of a grouping amount to as of a day.

    `clusters` run along the scale; weak points are in `weak` and nowhere else, unless none is firm.
    `common` are the lowest and highest step that all who spoke share, None where they do not.
    `spoke` are the states and bodies with a point, `through` the states without words of their own by
    the body that speaks for them; `states` is how many states the grouping has. `worded` are members
    that spoke without a step, `worded_states` the states among them, `noun` the word for a state.
    """

    clusters: tuple[Cluster, ...]
    weak: tuple[Cluster, ...]
    common: tuple[float, float] | None
    spoke_states: tuple[str, ...]
    spoke_bodies: tuple[str, ...]
    through: tuple[tuple[str, tuple[str, ...]], ...]
    states: int
    worded: tuple[str, ...]
    worded_states: tuple[str, ...]
    noun: str = "state"

    @property
    def agreed(self) -> bool:
        """Whether all members that spoke share a step."""
        return self.common is not None

    @property
    def by_name(self) -> bool:
        """Whether fewer than half of the states spoke, so that the members are named instead."""
        return 2 * len(self.spoke_states) < self.states or not self.spoke_states

    @property
    def members(self) -> tuple[str, ...]:
        """All members that spoke, states first."""
        return (*self.spoke_states, *self.spoke_bodies)


def grouped(positions: Mapping[str, Position], membership: Membership) -> Grouped:
    """The members' positions, by member, put together; members that are not in it have said nothing."""
    order = [*membership.states, *membership.bodies]
    points = {member: positions[member] for member in order if member in positions}
    firm = {member: one.point for member, one in points.items() if one.point and not one.weak}
    weak = {member: one.point for member, one in points.items() if one.point and one.weak}
    worded = tuple(member for member, one in points.items() if one.lines and not one.point)
    spoke = firm or weak
    clusters = _clusters(firm)
    return Grouped(
        clusters=clusters,
        weak=_clusters(weak),
        common=_common(clusters or _clusters(weak)),
        spoke_states=tuple(one for one in membership.states if one in spoke),
        spoke_bodies=tuple(one for one in membership.bodies if one in spoke),
        through=_through(membership, spoke, points),
        states=len(membership.states),
        worded=worded,
        worded_states=tuple(one for one in worded if one in membership.states),
        noun=membership.noun,
    )


def _clusters(points: Mapping[str, Stance]) -> tuple[Cluster, ...]:
    """Members by the steps of their points, from the low end of the scale to the high one."""
    kinds: dict[tuple[float, float, bool, tuple[Steps, ...]], dict[str, Stance]] = {}
    for member, point in points.items():
        for stance in point.apart:
            kinds.setdefault((stance.low, stance.high, stance.doubt, stance.ranges), {})[member] = stance
    return tuple(
        Cluster(low, high, doubt, tuple(held), tuple(held.values()))
        for (low, high, doubt, _), held in sorted(kinds.items())
    )


def _common(clusters: Sequence[Cluster]) -> tuple[float, float] | None:
    """The steps that all share; where the coder was unsure of one, only if all its steps are shared."""
    if not clusters:
        return None
    said = [one for one in clusters if not one.doubt]
    low = max((one.low for one in said), default=clusters[0].low)
    high = min((one.high for one in said), default=clusters[0].high)
    if low > high:
        return None
    unsure = [one for one in clusters if one.doubt]
    inside = all(low <= one.low and one.high <= high for one in unsure)
    return (low, high) if inside and (said or len(clusters) == 1) else None


def _through(
    membership: Membership, spoke: Mapping[str, Stance], points: Mapping[str, Position]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The states without any words of their own, each under the first body that spoke for it."""
    found: list[tuple[str, tuple[str, ...]]] = []
    named = {member for member, one in points.items() if one.spoken}
    for body in membership.bodies:
        if body in spoke:
            silent = tuple(
                one
                for one in (membership.speaks_for or {}).get(body, ())
                if one in membership.states and one not in named
            )
            named.update(silent)
            found += [(body, silent)] if silent else []
    return tuple(found)
