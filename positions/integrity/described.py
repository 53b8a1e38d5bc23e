"""Rules for what dossier.yaml and sources.json say of parties, speakers, issues and events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from positions.errors import Finding
from positions.fields import first_day, last_day
from positions.integrity.draft import Draft, one_of


def ids_are_unique(draft: Draft) -> Iterator[Finding]:
    """An id names one record of its kind; parties, members and speakers share one namespace."""
    assert draft.description is not None
    for kind in ("parties", "speakers", "events", "issues"):
        records = getattr(draft.description, kind)
        for place in _repeated(record.id for record in records):
            yield draft.at(kind, place, "id", found=records[place].id, expected=f"an id used once in {kind}")
    taken = set(draft.parties)
    for number, party in enumerate(draft.description.parties):
        for place, member in enumerate(party.members):
            if member.id in taken:
                yield draft.at(
                    "parties",
                    number,
                    "members",
                    place,
                    "id",
                    found=member.id,
                    expected="an id that no other party or member has",
                )
            taken.add(member.id)
    for place, speaker in enumerate(draft.description.speakers):
        if speaker.id in taken:
            yield draft.at(
                "speakers", place, "id", found=speaker.id, expected="an id that no party or member has"
            )
    for place in _repeated(source.id for source in draft.sources.values()):
        key = list(draft.sources)[place]
        yield draft.in_source(key, "id", draft.sources[key].id, "an id used once in sources.json")
    for place in _repeated(statement.id for statement in draft.statements.values()):
        key = list(draft.statements)[place]
        yield draft.in_row(key, "id", draft.statements[key].id, "an id used once in statements.csv")


def names_are_unique(draft: Draft) -> Iterator[Finding]:
    """Two parties or issues of one name could not be told apart on screen."""
    assert draft.description is not None
    for kind in ("parties", "issues"):
        records = getattr(draft.description, kind)
        for place in _repeated(record.name for record in records):
            yield draft.at(
                kind, place, "name", found=records[place].name, expected=f"a name used once in {kind}"
            )


def members_only_in_groupings(draft: Draft) -> Iterator[Finding]:
    """A grouping has members, and nothing else has."""
    assert draft.description is not None
    for place, party in enumerate(draft.description.parties):
        if (party.kind == "grouping") != bool(party.members):
            expected = (
                "grouping, the only kind with members"
                if party.members
                else f"the kind of {party.id}, which lists no members"
            )
            yield draft.at("parties", place, "kind", found=party.kind, expected=expected)


def scale_steps_run_from_zero(draft: Draft) -> Iterator[Finding]:
    """A scale is written as steps 0, 1, 2 … in that order, at least two of them."""
    assert draft.description is not None
    for place, issue in enumerate(draft.description.issues):
        steps = [step.step for step in issue.scale]
        if steps and (steps != list(range(len(steps))) or len(steps) < 2):
            yield draft.at(
                "issues",
                place,
                "scale",
                found=", ".join(map(str, steps)),
                expected="two or more steps, written 0, 1, 2 …",
            )


def described_ids_resolve(draft: Draft) -> Iterator[Finding]:
    """What dossier.yaml refers to is there: parties, members, issues, sources, statements."""
    assert draft.description is not None
    written = set(draft.source_ids())
    for place, issue in enumerate(draft.description.issues):
        for party in set(issue.not_applicable) - set(draft.parties):
            yield draft.at("issues", place, "not_applicable", found=party, expected=one_of(draft.parties))
    for place, event in enumerate(draft.description.events):
        for source in set(event.sources) - written:
            yield draft.at("events", place, "sources", found=source, expected=one_of(written))
    for place, search in enumerate(draft.description.searched):
        if search.source not in written:
            yield draft.at("searched", place, "source", found=search.source, expected=one_of(written))
        for party in set(search.parties or ()) - set(draft.parties):
            yield draft.at("searched", place, "parties", found=party, expected=one_of(draft.parties))
        for issue_id in set(search.issues or ()) - set(draft.issues):
            yield draft.at("searched", place, "issues", found=issue_id, expected=one_of(draft.issues))
    ids = {str(row.get("id")) for row in draft.rows.value}
    for place, refusal in enumerate(draft.description.refusals):
        if draft.rows.value and refusal not in ids:
            yield draft.at("refusals", place, found=refusal, expected="the id of a statement")


def speakers_belong_to_a_side(draft: Draft) -> Iterator[Finding]:
    """A speaker's party and member exist and fit; only a commentator has none."""
    assert draft.description is not None
    for place, speaker in enumerate(draft.description.speakers):
        path = ("speakers", place)
        if speaker.authority == "commentator":
            if speaker.party or speaker.member:
                yield draft.at(
                    *path,
                    "party",
                    found=speaker.party or speaker.member,
                    expected="empty; a commentator has no side",
                )
        elif speaker.party not in draft.parties:
            yield draft.at(*path, "party", found=speaker.party, expected=one_of(draft.parties))
        elif speaker.member and draft.members.get(speaker.member) != speaker.party:
            yield draft.at(*path, "member", found=speaker.member, expected=f"a member of {speaker.party}")


def period_in_order(draft: Draft) -> Iterator[Finding]:
    """The period's first day is not after its last."""
    assert draft.description is not None
    period = draft.description.period
    if first_day(period.first) > last_day(period.last):
        yield draft.at("period", "first", found=period.first, expected=f"{period.last} or before")


def _repeated(ids: Iterable[str]) -> list[int]:
    """Places of all but the first use of each id."""
    seen: Counter[str] = Counter()
    places = []
    for place, one in enumerate(ids):
        seen[one] += 1
        if seen[one] > 1:
            places.append(place)
    return places
