"""Issues and their scales: steps with words, or values between two ends."""

from __future__ import annotations

import sys

from positions.model.base import Record
from positions.model.fields import MOST_PLACES, Label, Name, Number, Slug, Step, Text, Weight
from positions.model.statements import Statement


class ScaleStep(Record):
    """One distinguishable outcome on an issue: a label of at most nine words, and its rule."""

    step: Step
    label: Label
    short: Label
    rule: Text


class Anchor(Record):
    """A value of a numeric scale that has words of its own."""

    value: Number
    label: Label


class Numeric(Record):
    """A scale of values from `low`, its first end, to `high`; reversed where `low` is the greater.

    `unit` follows a number ("per cent", "points"), `one` the number 1 where it differs ("point").
    """

    low: Number
    high: Number
    unit: Name
    one: Name | None = None
    anchors: tuple[Anchor, ...] = ()

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the greatest value."""
        return min(self.low, self.high), max(self.low, self.high)

    def value(self, place: float) -> float:
        """The value at a place, counted from the first end, to fifteen digits in all."""
        before = len(str(int(max(map(abs, self.ends)))))
        places = max(MOST_PLACES, sys.float_info.dig - before)  # what lies beyond comes of adding
        return round(self.low + (place if self.high > self.low else -place), places)


class Issue(Record):
    """A question that is compared; without a scale its statements are shown but not measured.

    A scale is either of steps or numeric. Places on it are counted from its first end, in steps or in
    its unit. `low_end` and `high_end` replace the dossier's words for what lies at the ends.
    """

    id: Slug
    name: Name
    in_sentence: Name | None = None
    question: Name
    rule: Text
    core: bool = False
    scale: tuple[ScaleStep, ...] = ()
    numeric: Numeric | None = None
    low_end: Name | None = None
    high_end: Name | None = None
    weight: Weight | None = None
    weight_source: Slug | None = None
    not_applicable: tuple[Slug, ...] = ()

    @property
    def measured(self) -> bool:
        """Whether it has a scale of either kind."""
        return bool(self.scale or self.numeric)

    @property
    def asks(self) -> str:
        """The question where it says more than the name; "" where it repeats it, as a table's thesis does."""
        plain = [words.strip(" ?!.").casefold() for words in (self.name, self.question)]
        return "" if plain[0] == plain[1] else self.question

    @property
    def weighs(self) -> float:
        """Its weight in overall distances: 1 unless the dossier gives another."""
        return 1.0 if self.weight is None else self.weight

    @property
    def length(self) -> float:
        """The scale from end to end in steps or in its unit; 0 without a scale."""
        if self.numeric:
            return abs(self.numeric.high - self.numeric.low)
        return max(len(self.scale) - 1, 0)

    def named(self, low: float, high: float) -> tuple[float, float]:
        """The steps at two places, or the values there, the lesser first."""
        if not self.numeric:
            return low, high
        first, last = sorted((self.numeric.value(low), self.numeric.value(high)))
        return first, last

    def placement(self, statement: Statement) -> tuple[float, float] | None:
        """The lowest and the highest place that a statement names; None where it names none."""
        if self.numeric and statement.values:
            first, last = (abs(value - self.numeric.low) for value in statement.values)
            return min(first, last), max(first, last)
        if statement.step_low is None or statement.step_high is None:
            return None
        return statement.step_low, statement.step_high
