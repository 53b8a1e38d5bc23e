"""How much each issue weighs for each party, as a table says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from positions.importing.actors import Actors
from positions.importing.coding import Coding
from positions.importing.scales import Scales
from positions.model.errors import Finding, Notice

_MOST_NAMED = 5


def weight_faults(codings: Sequence[Coding], file: str) -> Iterator[Finding]:
    """A finding for each party and issue of which the table gives two weights, at the second."""
    first: dict[tuple[str, str], Coding] = {}
    for one in codings:
        if one.weight is None:
            continue
        before = first.setdefault((one.party, one.issue), one)
        if before.weight != one.weight:
            expected = f"{before.weight}, the weight of {one.issue} for {one.party} in row {before.cell.row}"
            yield Finding(file, one.cell.row, "weight", str(one.weight), expected, row=True)


def weight_notices(codings: Sequence[Coding], file: str) -> Iterator[Notice]:
    """One notice for all statements without a weight in a table that weighs others; they count as 1."""
    weighed = {(one.party, one.issue): one.weight for one in codings if one.weight is not None}
    bare = [one for one in codings if (one.party, one.issue) not in weighed]
    if weighed and bare:
        first = bare[0]
        named = [f"{one.party} on {one.issue}" for one in bare[:_MOST_NAMED]]
        more = f" and {len(bare) - _MOST_NAMED:,} more" if len(bare) > _MOST_NAMED else ""
        ends = f"{min(weighed.values()):f} to {max(weighed.values()):f}"
        each = "each counts" if len(bare) > 1 else "it counts"
        words = f"no weight for {', '.join(named)}{more}, so {each} as 1; those that are there are {ends}"
        yield Notice(file, first.cell.row, "weight", words, row=True)


def weights_of(codings: Sequence[Coding], actors: Actors, scales: Scales) -> dict[str, list[dict[str, Any]]]:
    """By the id of a party its weights as dossier.yaml lists them; an issue without one is not in it."""
    found: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for one in codings:
        if one.weight is not None:
            issue = scales.id(one)
            weight = {"issue": issue, "weight": f"{one.weight:f}", "source": one.texts["source"]}
            found[actors.party(one)].setdefault(issue, weight)
    return {party: list(weights.values()) for party, weights in found.items()}
