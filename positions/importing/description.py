"""What dossier.yaml says of a table: its sides, issues and days, and of every blank why it is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from positions.importing.actors import Actors
from positions.importing.coding import Coding
from positions.importing.mapping import TableMapping
from positions.importing.placing import EMPTY
from positions.importing.scales import Scales
from positions.importing.statements import missing_note, refuses
from positions.importing.weights import weights_of
from positions.model.fields import UNDATED, first_day, last_day

_Pair = tuple[str, str]


def description_of(
    codings: Sequence[Coding], told: Sequence[Coding], mapping: TableMapping, actors: Actors, scales: Scales
) -> dict[str, Any]:
    """The description as plain values; `told` are the codings that made a statement."""
    stated = {_pair(one, actors, scales) for one in told}
    made = {id(one) for one in told}
    blanks = [one for one in codings if id(one) not in made]
    plain = ("id", "title", "question", "licence", "low_end", "high_end", "naming_note")
    optional = ("notice", "window", "stale_after")
    issues = scales.issues()
    silent = _pairs(blanks, actors, scales, "not_applicable") - stated
    weights = weights_of(codings, actors, scales)
    for issue in issues:
        issue["not_applicable"] = sorted(party for party, of in silent if of == issue["id"])
    return {
        **{name: getattr(mapping, name) for name in plain},
        "period": _period(told or codings, mapping),
        **{name: getattr(mapping, name) for name in optional if getattr(mapping, name) is not None},
        "limits": [*mapping.limits, *_limits(mapping)],
        "parties": [_weighed(party, weights) for party in actors.parties()],
        "issues": issues,
        "speakers": actors.speakers(),
        "searched": list(_searched(codings, stated, mapping, actors, scales)),
        "refusals": [one.cell.id for one in told if refuses(one)],
        "left_out": list(_left_out(blanks, actors, scales)),
    }


def _weighed(party: dict[str, Any], weights: Mapping[str, list[dict[str, Any]]]) -> dict[str, Any]:
    own = weights.get(party["id"])
    return party | {"weights": own} if own else party


def _pair(coding: Coding, actors: Actors, scales: Scales) -> _Pair:
    return actors.party(coding), scales.id(coding)


def _pairs(codings: Sequence[Coding], actors: Actors, scales: Scales, blank: str) -> set[_Pair]:
    """The parties and issues of the codings that are blanks of a kind."""
    return {
        _pair(one, actors, scales)
        for one in codings
        if one.placing and one.placing.blank and one.placing.blank.blank == blank
    }


def _period(codings: Sequence[Coding], mapping: TableMapping) -> dict[str, str]:
    """From the first day said to the last, or to the last source, so that each is read by then."""
    said = {one.texts["day"] for one in codings} - {UNDATED}
    published = {one.issued_on for one in mapping.sources if one.issued_on}
    first = min(map(first_day, said or published))
    last = max(map(last_day, said | published))
    return {"first": first.isoformat(), "last": last.isoformat()}


def _limits(mapping: TableMapping) -> Iterator[str]:
    """What the table does not say, for the reader."""
    if not mapping.columns.speaker:
        yield "The table names no speakers: every value counts as the word of the party itself."
    if not mapping.columns.day and mapping.defaults.day != UNDATED:
        yield f"The table gives no days: {mapping.defaults.day} stands for all of it."
    if not mapping.columns.source and len(mapping.sources) == 1:
        yield "The table is the only source; no passage of a text stands behind a value."


def _searched(
    codings: Sequence[Coding], stated: set[_Pair], mapping: TableMapping, actors: Actors, scales: Scales
) -> Iterator[dict[str, Any]]:
    """What each source was read for: everything but what the table calls not researched."""
    every = {_pair(one, actors, scales) for one in codings}
    issues = [issue["id"] for issue in scales.issues()]
    parties = sorted({party for party, _ in every})
    by_source: dict[str, list[Coding]] = defaultdict(list)
    for one in codings:
        by_source[one.texts["source"]].append(one)
    for source in mapping.sources:
        unread = _pairs(by_source[source.id], actors, scales, "not_researched") - stated
        if not unread:
            yield {"source": source.id}
            continue
        read: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for party in parties:
            read[tuple(issue for issue in issues if (party, issue) not in unread)].append(party)
        for searched, of in sorted(read.items()):
            if searched:
                yield {"source": source.id, "parties": of, "issues": list(searched)}


def _left_out(blanks: Sequence[Coding], actors: Actors, scales: Scales) -> Iterator[dict[str, str]]:
    """A record of each missing code, with its reason in the table's words."""
    for one in blanks:
        blank = one.placing.blank if one.placing else None
        if blank and blank != EMPTY:
            party, issue = _pair(one, actors, scales)
            member, note = actors.member(one), missing_note(one)
            yield {
                "record": one.cell.id,
                "party": party,
                **({"member": member} if member else {}),
                "issue": issue,
                "said_on": one.texts["day"],
                "why": blank.reason,
                "blank": blank.blank,
                "source": one.texts["source"],
                **({"note": note} if note else {}),
            }
