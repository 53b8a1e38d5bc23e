"""Placements on which two codings differ, and what was decided of each, with its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from positions.analysis.matching import matched
from positions.editing.statements import with_changes
from positions.model.dossier import Dossier
from positions.model.fields import is_value, value_ends
from positions.model.issues import Issue
from positions.model.statements import Statement
from positions.reading.files import Files
from positions.text.wording import placed_words

DOSSIER = "dossier"  # in the place of a coder's name: the placements that the dossier has
NONE = "none"  # in the place of a step: the words name none
PLACEMENT = ("step_low", "step_high", "value", "spread")
_COPIED = (*PLACEMENT, "confidence")
_SAID = " said"
_STEPS = re.compile(r"\d{1,3}(/\d{1,3})?", re.ASCII)

Codings = Mapping[str, Sequence[Statement]]
Coders = tuple[str, str]


@dataclass(frozen=True)
class Disagreement:
    """A statement of the dossier and the two codings of it, which place it otherwise."""

    kept: Statement
    first: Statement
    second: Statement
    coders: Coders

    @property
    def placed(self) -> tuple[str, str]:
        """Both placements in numbers, as "1", "1–2", "12.5" or "not placed"."""
        return placed_words(self.first), placed_words(self.second)

    def why(self, reason: str) -> str:
        """The reason as it is logged, after what the codings said; the dossier has its own columns there."""
        named = zip(self.coders, self.placed, strict=True)
        return f"{'; '.join(f'{name}: {placed}' for name, placed in named if name != DOSSIER)}. {reason}"


def compared_coders(codings: Codings) -> tuple[Coders, ...]:
    """The pairs that can be reconciled: two codings each, or the dossier and the only one that is kept."""
    names = sorted(codings)
    if len(names) == 1:
        return ((DOSSIER, names[0]),)
    return tuple((one, other) for place, one in enumerate(names) for other in names[place + 1 :])


def disagreements(dossier: Dossier, coders: Coders, codings: Codings) -> tuple[Disagreement, ...]:
    """What two codings place otherwise, in the order of the dossier; placed by one alone is otherwise too.

    Only what stands in the dossier can be reconciled there; pairs of which it has no statement are left out.
    """
    first, second = (dossier.statements if name == DOSSIER else codings[name] for name in coders)
    kept = dict(_ids(matched(first, dossier.statements))) if coders[0] != DOSSIER else {}
    known = {one.id: one for one in dossier.statements}
    measured = {issue.id: issue for issue in dossier.issues if issue.measured}
    found = {
        name: Disagreement(known[name], one, other, coders)
        for one, other in matched(first, second)
        if (name := kept.get(one.id, one.id if coders[0] == DOSSIER else ""))
        and one.issue in measured
        and measured[one.issue].placement(one) != measured[one.issue].placement(other)
    }
    return tuple(found[one.id] for one in dossier.statements if one.id in found)


def still_open(found: Sequence[Disagreement], logged: Sequence[tuple[str, str]]) -> tuple[Disagreement, ...]:
    """Those without a decision in the log, of which `logged` are statement and reason of each line.

    A coding that has changed since then says something else, and is open anew.
    """
    return tuple(
        one
        for one in found
        if not any(name == one.kept.id and why.startswith(one.why("")) for name, why in logged)
    )


def decided_cells(disagreement: Disagreement, issue: Issue, decision: str) -> dict[str, str] | None:
    """The cells of a decision: a step, "1/3" for a range, a value, "none", or the name of one of the coders.

    Steps of a range are the coder's doubt unless " said" follows. A coder's confidence comes with the
    placement. None for what neither the scale nor the two coders know.
    """
    wanted = decision.strip()
    empty = dict.fromkeys(PLACEMENT, "")
    if wanted.casefold() == NONE:
        return empty
    placed = _placed(issue, wanted)
    if placed is not None:
        return {**empty, **placed}
    for name, coded in zip(disagreement.coders, (disagreement.first, disagreement.second), strict=True):
        if wanted == name:
            written = {column: getattr(coded, column) for column in _COPIED}
            return {column: "" if value is None else str(value) for column, value in written.items()}
    return None


def kept_words(one: Disagreement, issue: Issue) -> str:
    """What can be decided of a disagreement, in words."""
    if issue.numeric:
        scale = "a value from {:g} to {:g}, or two as 10/20".format(*issue.numeric.ends)
    else:
        scale = f"a step from 0 to {issue.length:g}, or a range of them as 0/1"
    return f"{' or '.join(one.coders)}, {scale}, or {NONE}"


def with_decisions(files: Files, decisions: Mapping[str, Mapping[str, str]]) -> Files:
    """The files with the cells of each decision, by the ids of the statements; others stay as they are.

    Raises KeyError for a statement that is not there.
    """
    for statement, cells in decisions.items():
        files = with_changes(files, statement, cells)
    return files


def _ids(pairs: Sequence[tuple[Statement, Statement]]) -> list[tuple[str, str]]:
    return [(one.id, other.id) for one, other in pairs]


def _placed(issue: Issue, wanted: str) -> dict[str, str] | None:
    """The cells of steps or values that lie on the scale, the lower end first; else None."""
    ends, said = wanted.removesuffix(_SAID), wanted.endswith(_SAID)
    least, most = issue.numeric.ends if issue.numeric else (0, issue.length)
    if not (is_value(ends) if issue.numeric else _STEPS.fullmatch(ends)):
        return None
    low, high = value_ends(ends)
    ranged = "/" in ends
    if not least <= low <= high <= most or (ranged and low == high) or (said and not ranged):
        return None
    spread = {"spread": ("said" if said else "doubt") if ranged else ""}
    if issue.numeric:
        return {"value": ends, **spread}
    return {"step_low": f"{low:.0f}", "step_high": f"{high:.0f}", **spread}
