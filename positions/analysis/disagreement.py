"""Where codings put the words behind a position, if one of them puts these elsewhere than the dossier does.

The kept coding stays the position. What coders disagree on is no doubt of the side, and stands beside what
it said. Nothing here depends on which coder is which.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Steps = tuple[float, float]


@dataclass(frozen=True)
class Coded:
    """A statement as a coder placed it, from `low` to `high`; None where the coder placed it on no step."""

    coder: str
    low: float | None
    high: float | None
    doubt: bool = False
    note: str | None = None

    @property
    def steps(self) -> Steps | None:
        """The steps from the lowest to the highest; None for no step."""
        return None if self.low is None or self.high is None else (self.low, self.high)


@dataclass(frozen=True)
class Disagreement:
    """What coders made of the statements behind a position that one of them placed elsewhere.

    `places` are the steps that coders chose for these, from the low end of the scale, each once. `unplaced`
    says that a coder chose none. `differ` says that coders differ from each other; else they all differ from
    the dossier alone. `low` and `high` are the ends of all of these steps and those of the position.
    """

    places: tuple[Steps, ...]
    unplaced: bool
    differ: bool
    low: float
    high: float


def disagreement(
    point: Steps, statements: Iterable[tuple[Steps | None, Iterable[Coded]]]
) -> Disagreement | None:
    """What coders made otherwise of the statements behind a point; None where nobody did.

    Each statement comes with the steps that the dossier has it on and with what coders made of it; a coder
    who did not find it says nothing of it.
    """
    found = [(kept, {one.steps for one in coded}) for kept, coded in statements]
    disputed = [chosen for kept, chosen in found if chosen - {kept}]
    if not disputed:
        return None
    chosen = {steps for one in disputed for steps in one}
    places = sorted(steps for steps in chosen if steps is not None)
    return Disagreement(
        places=tuple(places),
        unplaced=None in chosen,
        differ=any(len(one) > 1 for one in disputed),
        low=min([point[0], *(low for low, _ in places)]),
        high=max([point[1], *(high for _, high in places)]),
    )
