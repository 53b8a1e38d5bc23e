"""The words of every actor on every issue, made ready to be weighed when a cell is looked at."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping

from positions.analysis.disagreement import Coded
from positions.analysis.words import Words
from positions.model.dossier import Dossier
from positions.model.fields import UNDATED, first_day, last_day
from positions.model.parties import AUTHORITIES, Speaker
from positions.model.statements import CELL_MODES, MODES, Statement
from positions.text.direction import all_bare

Key = tuple[str, str]
_MOST_MADE = 10_000  # cells whose words are kept, which is more than any page shows


class SpokenWords(Mapping[Key, tuple[Words, ...]]):
    """By holder and issue the statements that can set a cell, and dissent, in order of day.

    The statements are grouped once; those of a cell become words when somebody asks for them, and are kept
    while there is room.
    """

    def __init__(self, dossier: Dossier, coded: Mapping[str, tuple[Coded, ...]] | None = None) -> None:
        """Group the statements of a dossier; `coded` is what coders made of them, by their ids."""
        self._coded = coded or {}
        self._speakers = {one.id: one for one in dossier.speakers}
        self._issues = {one.id: one for one in dossier.issues}
        self._lasting = {party.id for party in dossier.parties if party.kind == "reference"}
        self._sides = {one.id: one.name.casefold() for one in dossier.holders}
        self._refusals = frozenset(dossier.refusals)
        self._starts = {
            one.id: sorted(first_day(government.since) for government in one.governments)
            for one in dossier.holders
        }
        self._opens = first_day(dossier.period.first)
        self._statements = self._grouped(dossier)
        self._made: dict[Key, tuple[Words, ...]] = {}

    def __getitem__(self, key: Key) -> tuple[Words, ...]:
        """The words of a holder on an issue; KeyError where there are none."""
        if key not in self._made:
            if len(self._made) >= _MOST_MADE:
                self._made.clear()
            words = (self._words(one, key[0]) for one in self._statements[key])
            self._made[key] = tuple(sorted(words, key=lambda one: one.day))
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        """The pairs of holder and issue that have words."""
        return iter(self._statements)

    def __len__(self) -> int:
        """How many pairs of holder and issue have words."""
        return len(self._statements)

    def unordered(self) -> Iterator[tuple[Key, Words]]:
        """All words, cell by cell, in the order of the statements; made anew, without what orders ties."""
        for key, statements in self._statements.items():
            yield from ((key, self._words(one, key[0], order=())) for one in statements)

    def first_placed_day(self) -> dt.date | None:
        """The first day on which anybody stood on a step; None where nobody ever did."""
        said = (one.said_on for cell in self._statements.values() for one in cell if one.placed)
        return min(map(self._day, set(said)), default=None)

    def _day(self, said_on: str) -> dt.date:
        """The day from which words count: their last, and for undated ones the day before the period."""
        return self._opens - dt.timedelta(days=1) if said_on == UNDATED else last_day(said_on)

    def _grouped(self, dossier: Dossier) -> dict[Key, list[Statement]]:
        groupings = {party.id for party in dossier.parties if party.kind == "grouping"}
        found: dict[Key, list[Statement]] = defaultdict(list)
        for one in dossier.statements:
            holder = one.member or (one.party if one.party not in groupings else None)
            if holder and one.mode in CELL_MODES and self._speaker(one).authority != "commentator":
                found[holder, one.issue].append(one)
        return dict(found)

    def _speaker(self, one: Statement) -> Speaker:
        return self._speakers[one.speaker].when_saying(one.said_on)

    def _words(self, one: Statement, holder: str, order: tuple[str, ...] | None = None) -> Words:
        day, speaker = self._day(one.said_on), self._speaker(one)
        low, high = self._issues[one.issue].placement(one) or (None, None)
        return Words(
            statement=one.id,
            day=day,
            speaker=one.speaker,
            source=one.source,
            low=low,
            high=high,
            doubt=one.ranged and one.spread != "said",
            weak=one.confidence == "low",
            authority=AUTHORITIES.index(speaker.authority),
            mode=MODES.index(one.mode),
            document=speaker.document is not None and holder not in self._lasting,
            refusal=one.id in self._refusals,
            until=last_day(one.until) if one.until else None,
            ends=_ends(self._starts[holder], day) if one.said_on != UNDATED else None,
            condition=one.condition,
            order=_order(one, speaker) if order is None else order,
            dated=one.said_on != UNDATED,
            coded=self._coded.get(one.id, ()),
            of_side=holder not in self._lasting and speaker.name.casefold() == self._sides[holder],
        )


def _order(one: Statement, speaker: Speaker) -> tuple[str, ...]:
    """Everything that a statement says, its id aside."""
    said = (one.source, f"{one.start or 0:08d}", one.summary, one.condition or "", one.said_on)
    placed = (str(one.step_low), str(one.step_high), one.value or "", str(one.spread), str(one.until))
    return all_bare((speaker.name, *said, *placed, one.mode, one.confidence, one.phrase or "", one.speaker))


def _ends(starts: list[dt.date], day: dt.date) -> dt.date | None:
    """The day on which the government after the one of a day took office; None for the last."""
    place = bisect_right(starts, day)
    return starts[place] if place < len(starts) else None
