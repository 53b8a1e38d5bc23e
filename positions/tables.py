"""A dossier with the tables that everything is computed from, each made once."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from positions.analysis.grouping import Membership
from positions.analysis.position import Words
from positions.analysis.search import search_text
from positions.frames import holder_frame, issue_frame, statement_frame
from positions.model.dossier import Dossier
from positions.model.fields import first_day, last_day
from positions.model.issues import Issue
from positions.model.parties import AUTHORITIES, Government, Member, Party, Speaker
from positions.model.sources import Source
from positions.model.statements import CELL_MODES, MODES, Statement
from positions.text.direction import bare


@dataclass(frozen=True, eq=False)
class Tables:
    """A dossier and the folder it came from, with its frames, each made once."""

    dossier: Dossier
    folder: Path

    @cached_property
    def statements(self) -> pd.DataFrame:
        """`positions.frames.statement_frame` of the dossier."""
        return statement_frame(self.dossier)

    @cached_property
    def searched(self) -> pd.Series:
        """What a search looks through, one folded text per row of `statements`."""
        names = self.names | {one.id: one.name for one in self.dossier.issues}
        return search_text(self.statements, names, {one.id: _printed(one) for one in self.dossier.sources})

    @cached_property
    def holders(self) -> pd.DataFrame:
        """`positions.frames.holder_frame` of the dossier."""
        return holder_frame(self.dossier)

    @cached_property
    def issues(self) -> pd.DataFrame:
        """`positions.frames.issue_frame` of the dossier."""
        return issue_frame(self.dossier)

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        """The statements by their id."""
        return {one.id: one for one in self.dossier.statements}

    @cached_property
    def names(self) -> dict[str, str]:
        """Display names of parties, members and speakers by id; the three share no id."""
        speakers = {one.id: one.name for one in self.dossier.speakers}
        return speakers | dict(zip(self.holders["holder"], self.holders["name"], strict=True))

    @cached_property
    def in_sentence(self) -> dict[str, str]:
        """Names of parties and members as they read inside a sentence, by id."""
        return {one.id: one.in_sentence or one.name for one in self.dossier.holders}

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        """The speakers by their id."""
        return {one.id: one for one in self.dossier.speakers}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by their id."""
        return {one.id: one for one in self.dossier.sources}

    @cached_property
    def of_one_statement(self) -> frozenset[str]:
        """Ids of the sources that report one statement, so that all said of them is said of it."""
        counts = Counter(one.source for one in self.dossier.statements)
        return frozenset(source for source, count in counts.items() if count == 1)

    @cached_property
    def scales(self) -> dict[str, Issue]:
        """The issues by their id."""
        return {one.id: one for one in self.dossier.issues}

    @cached_property
    def actors(self) -> dict[str, Party | Member]:
        """All parties and members by their id."""
        return {one.id: one for one in self.dossier.holders}

    @cached_property
    def owners(self) -> dict[str, str]:
        """The party of each party and member, by id; a member's is the grouping that lists it."""
        listed = {member.id: party.id for party in self.dossier.parties for member in party.members}
        return {party.id: party.id for party in self.dossier.parties} | listed

    @cached_property
    def memberships(self) -> dict[str, Membership]:
        """The members of each grouping by its id: states and bodies in the dossier's order."""
        return {
            party.id: _membership([self.actors[one] for one in party.member_ids])
            for party in self.dossier.parties
            if party.kind == "grouping"
        }

    @cached_property
    def words(self) -> dict[tuple[str, str], tuple[Words, ...]]:
        """By holder and issue the statements that can set a cell, and dissent, in no order that matters."""
        return _words(self)

    @cached_property
    def lasting(self) -> frozenset[str]:
        """Ids of the reference texts, whose words do not grow old."""
        return frozenset(party.id for party in self.dossier.parties if party.kind == "reference")

    @cached_property
    def published(self) -> dict[str, dt.date]:
        """The day by which each source was public; for one without a day that of its last statement."""
        said: dict[str, dt.date] = {}
        for one in self.dossier.statements:
            said[one.source] = max(last_day(one.said_on), said.get(one.source, dt.date.min))
        return {
            one.id: last_day(one.issued_on) if one.issued_on else said.get(one.id, dt.date.min)
            for one in self.dossier.sources
        }

    def sources_read(self, party: str, issue: str, as_of: dt.date) -> int:
        """How many sources that were public by the day were searched for a party and an issue."""
        return bisect_right(self._searched_days[party, issue], as_of)

    @cached_property
    def _searched_days(self) -> dict[tuple[str, str], list[dt.date]]:
        found: dict[tuple[str, str], list[dt.date]] = defaultdict(list)
        wholes = {party.id: party.part_of or party.id for party in self.dossier.parties}
        for search in self.dossier.searched:
            for party, whole in wholes.items():
                if search.parties is None or whole in search.parties:
                    for issue in search.issues or self.scales:
                        found[party, issue].append(self.published[search.source])
        return defaultdict(list, {key: sorted(days) for key, days in found.items()})

    @cached_property
    def members(self) -> dict[str, tuple[str, ...]]:
        """Ids of the members of each grouping, in the dossier's order."""
        return {party.id: party.member_ids for party in self.dossier.parties if party.kind == "grouping"}


def _membership(members: list[Party | Member]) -> Membership:
    bodies = [one for one in members if isinstance(one, Member) and one.kind == "body"]
    return Membership(
        states=tuple(one.id for one in members if one not in bodies),
        bodies=tuple(one.id for one in bodies),
        speaks_for={one.id: one.speaks_for for one in bodies},
    )


def _words(tables: Tables) -> dict[tuple[str, str], tuple[Words, ...]]:
    groupings = set(tables.memberships)
    found: dict[tuple[str, str], list[Words]] = defaultdict(list)
    for one in tables.dossier.statements:
        holder = one.member or (one.party if one.party not in groupings else None)
        speaker = tables.speakers[one.speaker]
        if holder and one.mode in CELL_MODES and speaker.authority != "commentator":
            found[holder, one.issue].append(_one(one, speaker, holder, tables))
    return {key: tuple(words) for key, words in found.items()}


def _one(one: Statement, speaker: Speaker, holder: str, tables: Tables) -> Words:
    day = last_day(one.said_on)
    return Words(
        statement=one.id,
        day=day,
        speaker=one.speaker,
        source=one.source,
        low=one.step_low,
        high=one.step_high,
        doubt=one.step_low != one.step_high and one.spread != "said",
        weak=one.confidence == "low",
        authority=AUTHORITIES.index(speaker.authority),
        mode=MODES.index(one.mode),
        document=speaker.document is not None and holder not in tables.lasting,
        refusal=one.id in tables.dossier.refusals,
        until=last_day(one.until) if one.until else None,
        ends=_ends(tables.actors[holder].governments, day),
        condition=one.condition,
        order=_order(one, speaker),
    )


def _order(one: Statement, speaker: Speaker) -> tuple[str, ...]:
    """Everything that a statement says, its id aside."""
    said = (one.source, f"{one.start or 0:08d}", one.summary, one.condition or "", one.said_on)
    placed = (str(one.step_low), str(one.step_high), str(one.spread), str(one.until))
    order = (speaker.name, *said, *placed, one.mode, one.confidence, one.phrase or "", one.speaker)
    return tuple(map(bare, order))


def _ends(governments: tuple[Government, ...], day: dt.date) -> dt.date | None:
    """The day on which the government after the one of a day took office; None for the last."""
    starts = sorted(first_day(one.since) for one in governments)
    place = bisect_right(starts, day)
    return starts[place] if place < len(starts) else None


def _printed(source: Source) -> str:
    """What a source prints of itself: title, outlet, publisher."""
    words = (source.custom.short_name, source.title, source.container_title, source.publisher)
    return " ¶ ".join(word for word in words if word)
