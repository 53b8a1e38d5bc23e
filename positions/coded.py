"""How each coder whose coding stands beside a dossier placed its statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from positions.analysis.disagreement import Coded
from positions.analysis.matching import matched
from positions.model.dossier import Dossier
from positions.model.statements import Statement


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
