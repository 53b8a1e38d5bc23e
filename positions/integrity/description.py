"""Rules for what dossier.yaml says of parties, speakers, issues and events."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from positions.integrity.draft import Draft, runs_from_zero
from positions.integrity.references import Anything
from positions.model.errors import Finding
from positions.model.fields import first_day, last_day
from positions.model.parties import SIDE_KINDS, Speaker
from positions.reading.located import Path_

# The kinds of parties that can be members too.
_ACTORS = tuple(kind for kind in SIDE_KINDS if kind != "grouping")


def members_only_in_groupings(draft: Draft) -> Iterator[Finding]:
    """A grouping has members or includes those of another, and nothing else has."""
    assert draft.description is not None
    for place, party in enumerate(draft.description.parties):
        sure = all(draft.is_sure("parties", place, name) for name in ("kind", "members", "includes"))
        sure = sure and (bool(party.member_ids) or not draft.elsewhere.get("members"))
        if sure and (party.kind == "grouping") != bool(party.member_ids):
            expected = (
                "grouping, the only kind with members"
                if party.member_ids
                else f"the kind of {party.id}, which lists no members"
            )
            yield draft.at("parties", place, "kind", found=party.kind, expected=expected)


def parts_belong_to_a_grouping(draft: Draft) -> Iterator[Finding]:
    """A part names a grouping and members of it; what can stand apart is a member or a part of it."""
    assert draft.description is not None
    actors = {one.id for one in draft.parties.values() if one.kind in _ACTORS}
    own = draft.own_member_ids
    included = own if isinstance(own, Anything) else own | actors
    for place, party in enumerate(draft.description.parties):
        at = ("parties", place)
        whole = draft.parties.get(party.part_of or "")
        owned = [member.id for member in whole.members] if whole else []
        if party.part_of and party.part_of not in draft.party_ids:
            yield draft.unknown_at(*at, "part_of", found=party.part_of, known=draft.party_ids)
        elif party.part_of and not owned and draft.sure_members(party.part_of):
            yield draft.at(*at, "part_of", found=party.part_of, expected="a grouping that lists members")
        else:
            yield from _unknown(draft, (*at, "includes"), party.includes, owned or included)
        parts = [one.id for one in draft.description.parties if one.part_of == party.id]
        yield from _unknown(draft, (*at, "apart"), party.apart, [*party.member_ids, *parts])


def bodies_speak_for_states(draft: Draft) -> Iterator[Finding]:
    """Only a body speaks for others, and only for other members that the dossier lists."""
    assert draft.description is not None
    members = [member for party in draft.description.parties for member in party.members]
    states = {member.id for member in members if member.kind != "body"}
    for number, party in enumerate(draft.description.parties):
        for place, member in enumerate(party.members):
            at = ("parties", number, "members", place)
            if not draft.is_sure(*at, "kind"):
                continue
            if member.speaks_for and member.kind != "body":
                expected = f"body, the only kind that speaks for others, as {member.id} does"
                yield draft.at(*at, "kind", found=member.kind, expected=expected)
            else:
                yield from _unknown(draft, (*at, "speaks_for"), member.speaks_for, states)


def a_day_apart_needs_parts(draft: Draft) -> Iterator[Finding]:
    """A grouping stands in its parts from a day on only if it says which these are."""
    assert draft.description is not None
    for place, party in enumerate(draft.description.parties):
        if party.apart_since and not party.apart:
            expected = f"empty; {party.id} names no parts under apart"
            yield draft.at("parties", place, "apart_since", found=party.apart_since, expected=expected)


def scale_steps_run_from_zero(draft: Draft) -> Iterator[Finding]:
    """A scale is written as steps 0, 1, 2 … in that order, at least two of them."""
    assert draft.description is not None
    for place, issue in enumerate(draft.description.issues):
        if issue.scale and issue.id in draft.sure_scales and not runs_from_zero(issue.scale):
            steps = [step.step for step in issue.scale]
            found = ", ".join(map(str, steps))
            expected = "two or more steps, written 0, 1, 2 …"
            if len(steps) > 1 and steps == list(range(1, len(steps) + 1)):
                expected = (
                    f"a scale that begins at 0; write {', '.join(map(str, range(len(steps))))}, "
                    "and count the steps of the statements from 0 too"
                )
            yield draft.at("issues", place, "scale", found=found, expected=expected)


def numeric_scales_run_between_two_ends(draft: Draft) -> Iterator[Finding]:
    """A numeric scale has two ends and anchors between them, and an issue has a scale of one kind."""
    assert draft.description is not None
    for place, issue in enumerate(draft.description.issues):
        if issue.numeric is None or not draft.is_sure("issues", place, "numeric"):
            continue
        at, (least, greatest) = ("issues", place, "numeric"), issue.numeric.ends
        if issue.scale:
            expected = f"absent; {issue.id} has a scale of steps, and an issue has a scale of one kind"
            yield draft.at(*at, found="a numeric scale", expected=expected)
        if least == greatest:
            expected = "another number than low, or the scale has no length"
            yield draft.at(*at, "high", found=f"{greatest:g}", expected=expected)
            continue
        for number, anchor in enumerate(issue.numeric.anchors):
            if not least <= anchor.value <= greatest:
                expected = f"a number from {least:g} to {greatest:g}, the ends of {issue.id}"
                yield draft.at(*at, "anchors", number, "value", found=f"{anchor.value:g}", expected=expected)


def described_ids_resolve(draft: Draft) -> Iterator[Finding]:
    """What dossier.yaml refers to is there: parties, issues, sources, statements."""
    assert draft.description is not None
    for place, issue in enumerate(draft.description.issues):
        yield from _unknown(draft, ("issues", place, "not_applicable"), issue.not_applicable, draft.party_ids)
        if issue.weight_source:
            yield from _unknown_sources(draft, ("issues", place, "weight_source"), (issue.weight_source,))
    for place, party in enumerate(draft.description.parties):
        for number, salience in enumerate(party.weights):
            weight, named = ("parties", place, "weights", number), (salience.source or "",)
            yield from _unknown(draft, (*weight, "issue"), (salience.issue,), draft.issue_ids)
            yield from _unknown_sources(draft, (*weight, "source"), filter(None, named))
    for place, event in enumerate(draft.description.events):
        yield from _unknown_sources(draft, ("events", place, "sources"), event.sources)
    for place, search in enumerate(draft.description.searched):
        at = ("searched", place)
        yield from _unknown_sources(draft, (*at, "source"), (search.source,))
        yield from _unknown(draft, (*at, "parties"), search.parties or (), draft.party_ids)
        yield from _unknown(draft, (*at, "issues"), search.issues or (), draft.issue_ids)
    for place, left in enumerate(draft.description.left_out):
        yield from _unknown(draft, ("left_out", place, "party"), (left.party,), draft.party_ids)
        yield from _unknown(draft, ("left_out", place, "issue"), (left.issue,), draft.issue_ids)
        member, source = filter(None, (left.member,)), filter(None, (left.source,))
        yield from _unknown(draft, ("left_out", place, "member"), member, draft.member_ids)
        yield from _unknown_sources(draft, ("left_out", place, "source"), source)
    for place, looked in enumerate(draft.description.looked_for):
        at = ("looked_for", place)
        yield from _unknown(draft, (*at, "party"), (looked.party,), draft.party_ids)
        yield from _unknown(
            draft, (*at, "member"), (looked.member,) if looked.member else (), draft.member_ids
        )
        yield from _unknown(draft, (*at, "issue"), (looked.issue,) if looked.issue else (), draft.issue_ids)
    compared = draft.description.compared
    for place, one in enumerate(compared.differences if compared else ()):
        cell = ("compared", "differences", place)
        yield from _unknown(draft, (*cell, "holder"), (one.holder,), draft.side_ids)
        yield from _unknown(draft, (*cell, "issue"), (one.issue,), draft.issue_ids)
    for place, refusal in enumerate(draft.description.refusals):
        if draft.statement_ids is not None and refusal not in draft.statement_ids:
            yield draft.at("refusals", place, found=refusal, expected="the id of a statement")


def speakers_belong_to_a_side(draft: Draft) -> Iterator[Finding]:
    """A speaker's party and member exist and fit; only a commentator has none."""
    assert draft.description is not None
    for path, one in _in_office(draft.description.speakers):
        sides = (("party", one.party, draft.party_ids), ("member", one.member, draft.member_ids))
        unknown = [(name, side, ids) for name, side, ids in sides if side and side not in ids]
        if one.authority == "commentator" and draft.is_sure(*path, "authority"):
            for name, side, _ in sides:
                if side:
                    yield draft.at(*path, name, found=side, expected="empty; a commentator has no side")
            continue
        for name, side, ids in unknown:
            yield draft.unknown_at(*path, name, found=side, known=ids)
        if one.party is None and draft.is_sure(*path, "authority"):
            yield draft.unknown_at(*path, "party", found=None, known=draft.party_ids)
        elif one.member and not unknown and not draft.belongs(one.member, one.party):
            yield draft.at(*path, "member", found=one.member, expected=f"a member of {one.party}")


def _in_office(speakers: Iterable[Speaker]) -> Iterator[tuple[Path_, Speaker]]:
    """Every speaker, and again as of each later office, with the place where the side is written."""
    for place, one in enumerate(speakers):
        yield ("speakers", place), one
        for number, office in enumerate(one.offices):
            if office.authority or office.party or office.member:
                yield (
                    ("speakers", place, "offices", number),
                    one.when_saying(first_day(office.since).isoformat()),
                )


def period_in_order(draft: Draft) -> Iterator[Finding]:
    """The period's first day is not after its last."""
    assert draft.description is not None
    period = draft.description.period
    if draft.is_sure("period") and not draft.period_runs:
        expected = f"{period.last} or before, when the period ends"
        yield draft.at("period", "first", found=period.first, expected=expected)


def stretches_lie_in_the_period(draft: Draft) -> Iterator[Finding]:
    """A stretch is in order and lies within the dossier's period."""
    assert draft.description is not None
    period = draft.description.period
    for place, one in enumerate(draft.description.stretches if draft.period_runs else ()):
        if not draft.is_sure("stretches", place):
            continue
        if first_day(one.first) < first_day(period.first) or first_day(one.first) > last_day(one.last):
            expected = f"a day from {period.first} to {one.last}"
            yield draft.at("stretches", place, "first", found=one.first, expected=expected)
        if last_day(one.last) > last_day(period.last):
            expected = f"{period.last} or before"
            yield draft.at("stretches", place, "last", found=one.last, expected=expected)


def _unknown(draft: Draft, path: Path_, written: Iterable[str], known: Collection[str]) -> Iterator[Finding]:
    """One finding for each of the written ids that is not known."""
    for found in written:
        if found not in known:
            yield draft.unknown_at(*path, found=found, known=known)


def _unknown_sources(draft: Draft, path: Path_, written: Iterable[str]) -> Iterator[Finding]:
    """The same for sources, of which a faulty one counts as there and an unread file as complete."""
    if draft.source_ids is not None:
        missing = (one for one in written if one not in draft.source_ids)
        yield from _unknown(draft, path, missing, draft.sources_by_id)
