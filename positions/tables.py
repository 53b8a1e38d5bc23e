"""A dossier with the tables that everything is computed from, each made once, when it is first read.

pandas comes with the first of its frames: cells, gaps and findings need none, nor does the first page.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from positions.analysis.disagreement import Coded, coded_statements
from positions.analysis.grouping import Membership
from positions.clearing import Withheld, cleared_dossier
from positions.model.dossier import Dossier, LeftOut, Searched
from positions.model.errors import DossierError
from positions.model.fields import UNDATED, first_day, last_day
from positions.model.issues import Issue
from positions.model.parties import Member, Party, Speaker
from positions.model.sources import Source, names_of_several, sources_apart
from positions.model.statements import Statement
from positions.reading.codings import load_codings
from positions.spoken import SpokenWords

if TYPE_CHECKING:
    import pandas as pd

    from positions.analysis.bulk import WordColumns

# The parties and issues that a source was searched for, None for all of them.
_Scope = tuple[tuple[str, ...] | None, tuple[str, ...] | None]


@dataclass(frozen=True, eq=False)
class Tables:
    """A dossier and the folder it came from, with its frames, each made once.

    Where only cleared statements are in it, `withheld` says what was taken out.
    """

    dossier: Dossier
    folder: Path
    withheld: Withheld | None = None

    @cached_property
    def cleared(self) -> Tables:
        """The same with its cleared statements alone; itself where others are not in it."""
        if self.withheld is not None:
            return self
        dossier, withheld = cleared_dossier(self.dossier)
        return Tables(dossier, self.folder, withheld)

    @cached_property
    def statements(self) -> pd.DataFrame:
        """`positions.frames.statement_frame` of the dossier."""
        from positions.frames import statement_frame  # noqa: PLC0415 - pandas comes late

        return statement_frame(self.dossier)

    @cached_property
    def searched(self) -> pd.Series:
        """What a search looks through, one folded text per row of `statements`."""
        from positions.analysis.search import search_text  # noqa: PLC0415 - pandas comes late

        names = self.names | {one.id: one.name for one in self.dossier.issues}
        return search_text(self.statements, names, {one.id: _printed(one) for one in self.dossier.sources})

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        """The statements by their id."""
        return {one.id: one for one in self.dossier.statements}

    @cached_property
    def by_issue(self) -> dict[str, list[Statement]]:
        """The statements on each issue that has some, by its id, in the dossier's order."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for one in self.dossier.statements:
            found[one.issue].append(one)
        return dict(found)

    @cached_property
    def names(self) -> dict[str, str]:
        """Display names of parties, members and speakers by id; the three share no id."""
        return {one.id: one.name for one in (*self.dossier.speakers, *self.dossier.holders)}

    @cached_property
    def in_sentence(self) -> dict[str, str]:
        """Names of parties and members as they read inside a sentence, by id."""
        return {one.id: one.in_sentence or one.name for one in self.dossier.holders}

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        """The speakers by their id."""
        return {one.id: one for one in self.dossier.speakers}

    def speaker_of(self, statement: Statement) -> Speaker:
        """The speaker of a statement, with the office, authority and side of its day."""
        return self.speakers[statement.speaker].when_saying(statement.said_on)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by their id, those of one short name and day told apart by a letter."""
        return {one.id: one for one in sources_apart(self.dossier.sources)}

    @cached_property
    def of_one_name(self) -> frozenset[str]:
        """Ids of the sources that share their short name with another one."""
        return names_of_several(self.dossier.sources)

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
        return listed | {party.id: party.id for party in self.dossier.parties}

    @cached_property
    def memberships(self) -> dict[str, Membership]:
        """The members of each grouping by its id: first those that are counted, then bodies."""
        return {
            party.id: _membership([self.actors[one] for one in party.member_ids])
            for party in self.dossier.parties
            if party.kind == "grouping"
        }

    @cached_property
    def words(self) -> SpokenWords:
        """By holder and issue the statements that can set a cell, and dissent, in order of day."""
        return SpokenWords(self.dossier, self.coded)

    @cached_property
    def word_columns(self) -> WordColumns:
        """The same words as columns, from which many positions are worked out at once."""
        from positions.analysis.bulk import word_columns  # noqa: PLC0415 - numpy comes late

        return word_columns(self.words.unordered(), self.lasting)

    @cached_property
    def codings(self) -> dict[str, tuple[Statement, ...]]:
        """The codings beside the dossier by coder; none where one cannot be read, which is told elsewhere."""
        with suppress(DossierError):  # where codings are compared, and by `positions validate`
            return load_codings(self.dossier, self.folder)
        return {}

    @cached_property
    def coded(self) -> dict[str, tuple[Coded, ...]]:
        """How coders placed each statement, by its id; of those that no coder found, nothing."""
        return coded_statements(self.dossier, self.codings)

    @cached_property
    def first_placed_day(self) -> dt.date | None:
        """The first day on which anybody stood on a step; None where nobody ever did."""
        return self.words.first_placed_day()

    @cached_property
    def dated(self) -> bool:
        """Whether anything can be told over time: False where there are statements and none has a day."""
        said = self.dossier.statements
        return not said or any(one.said_on != UNDATED for one in said)

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

    def old(self, day: dt.date, as_of: dt.date) -> bool:
        """Whether words that count from a day have grown old by another; undated ones have no age."""
        age = (as_of - day).days
        return age > self.dossier.stale_after and day >= first_day(self.dossier.period.first)

    @cached_property
    def imprecise(self) -> dict[dt.date, str]:
        """What is known of days that no statement or event names exactly, by the day that counts."""
        given = {one.said_on for one in self.dossier.statements} - {UNDATED}
        given |= {event.day for event in self.dossier.events if event.day}
        exact = {first_day(one) for one in given if len(one) == 10}
        found = {last_day(one): one for one in sorted(given, key=lambda one: (-len(one), one))}
        return {day: one for day, one in found.items() if day not in exact}

    def sources_read(self, party: str, issue: str, as_of: dt.date) -> int:
        """How many sources that were public by the day were searched for a party and an issue."""
        return self._searched_by(self._searched_days, (party, issue, as_of))

    def openings_read(self, party: str, issue: str, as_of: dt.date) -> int:
        """Of how many of these only the opening was read; nothing follows from what is not in one."""
        return self._searched_by(self._opened_days, (party, issue, as_of))

    def _searched_by(self, searched: Mapping[_Scope, list[dt.date]], place: tuple[str, str, dt.date]) -> int:
        """How many of the days of sources that were searched for a party and an issue had come by a day."""
        party, issue, as_of = place
        whole = self._wholes[party]
        return sum(
            bisect_right(days, as_of)
            for (parties, issues), days in searched.items()
            if (parties is None or whole in parties) and (not issues or issue in issues)
        )

    @cached_property
    def _wholes(self) -> dict[str, str]:
        """The party whose searches count for a party: the grouping that it is a part of, else itself."""
        return {party.id: party.part_of or party.id for party in self.dossier.parties}

    @cached_property
    def _searched_days(self) -> dict[_Scope, list[dt.date]]:
        """The days of the sources that were searched for the same parties and issues, in order."""
        return self._days_of(self.dossier.searched)

    @cached_property
    def _opened_days(self) -> dict[_Scope, list[dt.date]]:
        """The same of the sources of which only the opening was read."""
        opened = {one.id for one in self.dossier.sources if one.custom.extent == "opening"}
        return self._days_of(search for search in self.dossier.searched if search.source in opened)

    def _days_of(self, searches: Iterable[Searched]) -> dict[_Scope, list[dt.date]]:
        found: dict[_Scope, list[dt.date]] = defaultdict(list)
        for search in searches:
            found[search.parties, search.issues].append(self.published[search.source])
        return {scope: sorted(days) for scope, days in found.items()}

    def missing_codes(self, holder: str, issue: str, as_of: dt.date) -> tuple[LeftOut, ...]:
        """The newest missing codes of a party or member on an issue that were public by a day."""
        known = [one for one in self._missing_codes.get((holder, issue), ()) if one[0] <= as_of]
        newest = max((day for day, _ in known), default=None)
        return tuple(one for day, one in known if day == newest)

    @cached_property
    def _missing_codes(self) -> dict[tuple[str, str], list[tuple[dt.date, LeftOut]]]:
        """By holder and issue the missing codes of tables with the day from which they count."""
        found: dict[tuple[str, str], list[tuple[dt.date, LeftOut]]] = defaultdict(list)
        for one in self.dossier.left_out:
            if one.blank:
                published = self.published[one.source] if one.source else dt.date.min
                day = published if one.said_on == UNDATED else max(published, last_day(one.said_on))
                found[one.member or one.party, one.issue].append((day, one))
        return dict(found)

    @cached_property
    def members(self) -> dict[str, tuple[str, ...]]:
        """Ids of the members of each grouping, in the dossier's order."""
        return {party.id: party.member_ids for party in self.dossier.parties if party.kind == "grouping"}


def _membership(members: list[Party | Member]) -> Membership:
    bodies = [one for one in members if one.kind == "body"]
    counted = [one for one in members if one not in bodies]
    return Membership(
        states=tuple(one.id for one in counted),
        bodies=tuple(one.id for one in bodies),
        speaks_for={one.id: one.speaks_for for one in bodies if isinstance(one, Member)},
        noun="state" if all(one.kind == "state" for one in counted) else "member",
    )


def _printed(source: Source) -> str:
    """What a source prints of itself: title, outlet, publisher."""
    words = (source.custom.short_name, source.title, source.container_title, source.publisher)
    return " ¶ ".join(word for word in words if word)
