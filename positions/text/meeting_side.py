"""A column on an issue at one of its points, in words: names, steps, who said them, on what condition."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from positions.analysis.gap import Gap, Point
from positions.analysis.meeting import Meeting, Places
from positions.analysis.position import ADVISER, BOUNDED, DRAFT, LOW
from positions.analysis.words import Stance
from positions.model.issues import Issue
from positions.text.cell import point_conditions
from positions.text.cell_sentences import attribution
from positions.text.grouping import members_words
from positions.text.stance import UNSURE, WEAK, conditions_words, shown_others, stance_day
from positions.text.wording import age_words, count_words, joined, marked_ranges, marked_steps

if TYPE_CHECKING:
    from positions.tables import Tables
    from positions.view import View

_MOST_EVIDENCE = 4  # members whose words are told one by one
_FEW = 2  # members that are named again


@dataclass(frozen=True)
class Side:
    """A column on an issue at one of its points, in words; `few` are the members to name in its place."""

    view: View
    issue: str
    holder: str
    point: Point
    few: tuple[str, ...]

    @property
    def tables(self) -> Tables:
        """Those of the view."""
        return self.view.tables

    @property
    def scale(self) -> Issue:
        """The issue with its steps."""
        return self.tables.scales[self.issue]

    @cached_property
    def split(self) -> bool:
        """Whether it is a grouping that has no step of its own."""
        return self.view.cell(self.holder, self.issue).state == "split"

    @property
    def divided(self) -> str:
        """That the members or the words that stand here are not all of the column's; "" where they are."""
        whole = self.tables.in_sentence[self.holder]
        apart = f"no {'value' if self.scale.numeric else 'step'} in common"
        if self.split:
            return f"The members of {whole} are split and have {apart}"
        against = self.view.cell(self.holder, self.issue).contradicts
        return f"Words of {whole} of one day contradict each other and have {apart}" if against else ""

    @cached_property
    def some(self) -> bool:
        """Whether it is a grouping of which some members are meant, so that they are named."""
        return bool(self.point.members) and (bool(self.few) or self.split)

    @cached_property
    def name(self) -> str:
        """The column by name; of a grouping of which some members are meant these."""
        name = self.tables.names[self.holder]
        return f"{members_words(self.point.members, self.tables)} ({name})" if self.some else name

    @cached_property
    def long(self) -> str:
        """The side where a sentence first names it."""
        whole = self.tables.in_sentence[self.holder]
        if self.some:
            return f"{whole} (only {members_words(self.point.members, self.tables, inside=True)})"
        return f"the members of {whole} that spoke" if self.point.members else whole

    @cached_property
    def short(self) -> str:
        """The side where the sentence names it again."""
        members, whole = self.point.members, self.tables.in_sentence[self.holder]
        if not members:
            return whole
        named = self.some and len(members) <= _FEW
        return members_words(members, self.tables, inside=True) if named else f"these members of {whole}"

    @cached_property
    def weak(self) -> bool:
        """Whether words behind the point are of low confidence."""
        return any(one.weak for one in self.point.stances)

    @cached_property
    def old(self) -> bool:
        """Whether words behind the point are old for the day of the view."""
        held = zip(self.point.members or (self.holder,), self.point.stances, strict=True)
        return any(self._old(one, said) for one, said in held)

    def _old(self, holder: str, stance: Stance) -> bool:
        return self.tables.old(stance.day, self.view.day) and holder not in self.tables.lasting

    @cached_property
    def steps(self) -> str:
        """All that the point names."""
        return named(self.point, self.scale)

    def place(self, at: Places) -> str:
        """Where a move begins or ends; of a range that was said, that it is the nearest of it."""
        if at == (self.point.low, self.point.high):
            return self.steps
        return f"{marked_steps(self.scale, *at)}, the nearest of {self.steps}"

    @cached_property
    def whose(self) -> str:
        """In brackets who said it, when and how; of many members their days."""
        members, stances = self.point.members, self.point.stances
        if len(members) < 2:
            return f"({self._evidence((members or (self.holder,))[0], stances[0])})"
        if len(members) <= _MOST_EVIDENCE:
            pairs = zip(members, stances, strict=True)
            told = (f"{self.tables.in_sentence[one]}: {self._evidence(one, said)}" for one, said in pairs)
            return f"({'; '.join(told)})"
        ordered = sorted(stances, key=lambda one: one.day)
        days = dict.fromkeys(stance_day(one, self.tables) for one in (ordered[0], ordered[-1]))
        names = "" if self.some else f"{members_words(members, self.tables, inside=True)}, "
        old = sum(self.tables.old(one.day, self.view.day) for one in stances)
        notes = (
            f"{names}words of {' to '.join(days)}",
            f"old words of {count_words(old, 'member')}" if old else "",
            UNSURE if self.point.doubt else "",
            WEAK if all(one.weak for one in stances) else "",
        )
        return f"({'; '.join(one for one in notes if one)})"

    def _evidence(self, holder: str, stance: Stance) -> str:
        weak = WEAK if stance.weak else ""
        old = self._old(holder, stance)
        age = f"{age_words((self.view.day - stance.day).days)} old" if old else ""
        return attribution(stance, self.tables, weak, age)

    @cached_property
    def conditions(self) -> tuple[str, ...]:
        """Its conditions, each with whose it is."""
        return tuple(f"{joined(names)} ({told})" for told, names in self._held.items())

    @property
    def own_conditions(self) -> str:
        """Its conditions without its own name, of members by theirs; "" for none."""
        return "; ".join(self.conditions if self.point.members else self._held)

    @cached_property
    def _held(self) -> dict[str, list[str]]:
        """Conditions, and who has just these."""
        whose: dict[str, list[str]] = {}
        for one, said in zip(self.point.members or (self.holder,), self.point.stances, strict=True):
            if said.conditions:
                told = "; ".join(point_conditions(said, self.scale, self.tables))
                whose.setdefault(told, []).append(self.tables.in_sentence[one])
        return whose

    @cached_property
    def others(self) -> str:
        """What else an actor's current words name, and that newer ones do not fit the scale."""
        position = self.view.cell(self.holder, self.issue).position
        if self.point.members or position.point is None:
            return ""
        whole = self.tables.in_sentence[self.holder]
        others = [
            f"{named(one, self.scale)} ({attribution(one, self.tables, *_kind(one))})"
            for one in shown_others(position.point, position.others)
        ]
        told = [f"Other current words of {whole} name {'; '.join(others)}."] if others else []
        told += [f"Newer words of {whole} do not fit the scale."] if position.lines else []
        return " ".join(told)


Sides = dict[tuple[str, str, int], Side]  # by issue, column and the identity of the point


def sides_of(gap: Gap, found: Meeting, view: View, known: Sides) -> tuple[Side, Side]:
    """Both sides of a meeting; one that another gap has already is that very one, with its words."""
    for holder, point, few in zip(gap.pair, found.points, gap.few, strict=True):
        if (gap.issue, holder, id(point)) not in known:
            known[gap.issue, holder, id(point)] = Side(view, gap.issue, holder, point, few)
    one, other = found.points
    return known[gap.issue, gap.first, id(one)], known[gap.issue, gap.second, id(other)]


def named(words: Point | Stance, issue: Issue) -> str:
    """All steps of a point or of words, in doubt with "or" between them."""
    return marked_ranges(issue, words)


def _kind(stance: Stance) -> tuple[str, ...]:
    kinds = {DRAFT: "in a draft or shared text", LOW: "low confidence", ADVISER: "an adviser"}
    kinds[BOUNDED] = "a measure bounded in time"
    conditions = (conditions_words(stance.conditions),) if stance.conditions else ()
    return (*((kinds[stance.kind],) if stance.kind in kinds else ()), *conditions)
