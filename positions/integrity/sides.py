"""Rules for the side of a statement: its speaker's on that day, or none for commentary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from positions.integrity.draft import Draft
from positions.model.errors import Finding
from positions.model.fields import UNDATED, first_day, last_day
from positions.model.parties import Side
from positions.model.statements import Statement


def speakers_speak_for_their_side(draft: Draft) -> Iterator[Finding]:
    """A statement's party and member are its speaker's; unknown ones are told by another rule.

    A date that a change of side divides leaves open for whom the words were said, whichever side is
    named: words count from the last day that a date can mean, which may be the other side's.
    """
    for place, one in draft.stated("speaker", "party", "member", "said_on"):
        speaker = draft.speaker_of(one)
        if speaker is None:
            continue
        if sides := open_sides(draft, one):
            yield draft.in_row(place, "said_on", one.said_on, _ranges(speaker.id, sides))
        elif (one.member or one.party) == (speaker.member or speaker.party):
            continue
        elif speaker.party != one.party and (one.party is None or one.party in draft.party_ids):
            expected = f"{_exactly('party', speaker.party, speaker.id)}{_about_then(draft, one)}"
            yield draft.in_row(place, "party", one.party, expected)
        elif speaker.member not in (None, one.member) and (
            one.member is None or one.member in draft.member_ids
        ):
            expected = f"{_exactly('member', speaker.member, speaker.id)}{_about_then(draft, one)}"
            yield draft.in_row(place, "member", one.member, expected)


def commentary_has_no_party(draft: Draft) -> Iterator[Finding]:
    """Commentary comes from those who have no side, and they say nothing else."""
    for place, one in draft.stated("speaker", "mode", "said_on"):
        speaker = draft.speaker_of(one)
        if speaker is None or open_sides(draft, one):
            continue
        if one.mode == "commentary" and speaker.party:
            expected = f"the mode of {speaker.id}, who speaks for {speaker.party}"
            yield draft.in_row(place, "mode", one.mode, expected)
        if one.mode != "commentary" and not speaker.party:
            expected = f"commentary, all that {speaker.id} can say without a side"
            yield draft.in_row(place, "mode", one.mode, expected)


def open_sides(draft: Draft, one: Statement) -> Sequence[Side]:
    """The sides that its speaker had within the days of a statement, if it names one of several; or none.

    Days outside the dossier's period are left aside; undated words can be of any day in it.
    """
    speaker = draft.speakers.get(one.speaker)
    if speaker is None or not any(office.party or office.member for office in speaker.offices):
        return ()
    ends = _ends(draft, one.said_on)
    sides = speaker.sides_between(*ends) if ends else ()
    named = one.member or one.party
    return sides if len(sides) > 1 and named in {side.member or side.party for side in sides} else ()


def _ends(draft: Draft, said_on: str) -> tuple[dt.date, dt.date] | None:
    """The first and last day in the period that a date can mean; None for none."""
    days = () if said_on == UNDATED else (first_day(said_on), last_day(said_on))
    if draft.description and draft.period_runs:
        period = first_day(draft.description.period.first), last_day(draft.description.period.last)
        days = (max(days[0], period[0]), min(days[1], period[1])) if days else period
    return days if days and days[0] <= days[1] else None


def _ranges(speaker: str, sides: Sequence[Side]) -> str:
    """What to write as the date, for each side."""
    told = [
        f"{side.first}/{side.last} if for {side.member or side.party}"
        if side.member or side.party
        else f"{side.first}/{side.last} if without a side"
        for side in sides
    ]
    return f"the day or a range for one side, as {speaker} changed side: {' or '.join(told)}"


def _about_then(draft: Draft, one: Statement) -> str:
    """What to do where the words may be older than a change of side whose day is not known; or ""."""
    said, exact = last_day(one.said_on), len("2031-05-31")
    for office in draft.speakers[one.speaker].offices:
        begins, ends = first_day(office.since), last_day(office.since)
        if (office.party or office.member) and len(office.since) != exact and begins <= said <= ends:
            return (
                f" from {office.since} on; if the words are older, write the day of the change in its offices"
            )
    return ""


def _exactly(field: str, value: str | None, speaker: str) -> str:
    return f"{value}, the {field} of {speaker}" if value else f"empty; {speaker} has no {field}"
