"""Where codings put the words behind a position, if one of them puts these elsewhere than the dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from positions.analysis.matching import matched
from positions.model.dossier import Dossier
from positions.model.statements import Statement

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
    says that a coder chose none, `unsure` that one was in doubt between several. `differ` says that coders
    differ from each other; else they all differ from the dossier alone. `low` and `high` are the ends of
    all of these steps and those of the position.
    """

    places: tuple[Steps, ...]
    unplaced: bool
    differ: bool
    low: float
    high: float
    unsure: bool = False


def disagreement(
    point: Steps, statements: Iterable[tuple[Steps | None, Iterable[Coded]]]
) -> Disagreement | None:
    """What coders made otherwise of the statements behind a point; None where nobody did.

    Each statement comes with the steps that the dossier has it on and with what coders made of it; a coder
    who did not find it says nothing of it.
    """
    found = [(kept, made) for kept, coded in statements if (made := tuple(coded))]
    disputed = [coded for kept, coded in found if any(one.steps != kept for one in coded)]
    if not disputed:
        return None
    chosen = {one.steps for coded in disputed for one in coded}
    places = sorted(steps for steps in chosen if steps is not None)
    return Disagreement(
        places=tuple(places),
        unplaced=None in chosen,
        differ=any(len({one.steps for one in coded}) > 1 for coded in disputed),
        low=min([point[0], *(low for low, _ in places)]),
        high=max([point[1], *(high for _, high in places)]),
        unsure=any(one.doubt for coded in disputed for one in coded),
    )


def shared_reach(members: Sequence[Sequence[Steps]]) -> Steps | None:
    """From where to where the steps that all members share can lie, whichever of its steps each is on.

    Each member comes with all the steps that a coding has it on. None where some of these share no step.
    """
    lows, highs = ([[steps[end] for steps in one] for one in members] for end in (0, 1))
    others = ((lows[one], highs[other]) for one, other in permutations(range(len(members)), 2))
    if any(max(low) > min(high) for low, high in others):
        return None
    return max(map(min, lows)), min(map(max, highs))


def coded_statements(
    dossier: Dossier, codings: Mapping[str, Sequence[Statement]]
) -> dict[str, tuple[Coded, ...]]:
    """What coders made of each statement that can be placed, by its id, coders in alphabetical order.

    A coder who did not find a statement is not among them.
    """
    issues = {one.id: one for one in dossier.issues if one.measured}
    statements = [one for one in dossier.statements if one.issue in issues]
    found: dict[str, list[Coded]] = defaultdict(list)
    for coder, rows in sorted(codings.items()):
        for kept, one in matched(statements, rows):
            low, high = issues[one.issue].placement(one) or (None, None)
            doubt = one.ranged and one.spread != "said"
            found[kept.id].append(Coded(coder, low, high, doubt, one.note))
    return {statement: tuple(coded) for statement, coded in found.items()}
