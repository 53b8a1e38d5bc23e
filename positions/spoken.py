"""The words of every actor on every issue, made ready to be weighed when a cell is looked at."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping

from positions.analysis.position import Words
from positions.model.dossier import Dossier
from positions.model.fields import first_day, last_day
from positions.model.parties import AUTHORITIES, Speaker
from positions.model.statements import CELL_MODES, MODES, Statement
from positions.text.direction import bare

Key = tuple[str, str]


class SpokenWords(Mapping[Key, tuple[Words, ...]]):
    """By holder and issue the statements that can set a cell, and dissent, in order of day.

    The statements are grouped once; those of a cell become words when somebody asks for them.
    """

    def __init__(self, dossier: Dossier) -> None:
        """Group the statements of a dossier."""
        self._speakers = {one.id: one for one in dossier.speakers}
        self._issues = {one.id: one for one in dossier.issues}
        self._lasting = {party.id for party in dossier.parties if party.kind == "reference"}
        self._refusals = frozenset(dossier.refusals)
        self._starts = {
            one.id: sorted(first_day(government.since) for government in one.governments)
            for one in dossier.holders
        }
        self._statements = self._grouped(dossier)
        self._made: dict[Key, tuple[Words, ...]] = {}

    def __getitem__(self, key: Key) -> tuple[Words, ...]:
        """The words of a holder on an issue; KeyError where there are none."""
        if key not in self._made:
            words = (self._words(one, key[0]) for one in self._statements[key])
            self._made[key] = tuple(sorted(words, key=lambda one: one.day))
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        """The pairs of holder and issue that have words."""
        return iter(self._statements)

    def __len__(self) -> int:
        """How many pairs of holder and issue have words."""
        return len(self._statements)

    def first_placed_day(self) -> dt.date | None:
        """The first day on which anybody stood on a step; None where nobody ever did."""
        said = (one.said_on for cell in self._statements.values() for one in cell if one.placed)
        return min(map(last_day, set(said)), default=None)

    def _grouped(self, dossier: Dossier) -> dict[Key, list[Statement]]:
        groupings = {party.id for party in dossier.parties if party.kind == "grouping"}
        binding = {one.id for one in dossier.speakers if one.authority != "commentator"}
        found: dict[Key, list[Statement]] = defaultdict(list)
        for one in dossier.statements:
            holder = one.member or (one.party if one.party not in groupings else None)
            if holder and one.mode in CELL_MODES and one.speaker in binding:
                found[holder, one.issue].append(one)
        return dict(found)

    def _words(self, one: Statement, holder: str) -> Words:
        day, speaker = last_day(one.said_on), self._speakers[one.speaker]
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
            ends=_ends(self._starts[holder], day),
            condition=one.condition,
            order=_order(one, speaker),
        )


def _order(one: Statement, speaker: Speaker) -> tuple[str, ...]:
    """Everything that a statement says, its id aside."""
    said = (one.source, f"{one.start or 0:08d}", one.summary, one.condition or "", one.said_on)
    placed = (str(one.step_low), str(one.step_high), one.value or "", str(one.spread), str(one.until))
    order = (speaker.name, *said, *placed, one.mode, one.confidence, one.phrase or "", one.speaker)
    return tuple(map(bare, order))


def _ends(starts: list[dt.date], day: dt.date) -> dt.date | None:
    """The day on which the government after the one of a day took office; None for the last."""
    place = bisect_right(starts, day)
    return starts[place] if place < len(starts) else None
