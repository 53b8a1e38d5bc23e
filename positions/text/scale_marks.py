"""The places on a scale that have words: every step, or the ends and anchors of a numeric scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from positions.model.issues import Issue, Numeric
from positions.text.wording import number_words, step_words


@dataclass(frozen=True)
class ScaleMark:
    """A place, counted from the first end; `number` is its step or value, `label` and `short` are its words.

    `beside` are the words beside a line that has no numbers.
    """

    at: float
    number: str
    label: str
    short: str
    beside: str

    @property
    def explained(self) -> str:
        """Its words where the scale is explained: the short ones of cells and charts, then the long ones.

        Long words that hold the short ones, such as "patrols rest for a time", stand alone.
        """
        return f"{self.short_apart} ({self.label})" if self.short_apart else self.label

    @property
    def short_apart(self) -> str:
        """Its short words where the long ones do not hold them, else ""."""
        return "" if self.short.lower() in self.label.lower() else self.short


def scale_marks(issue: Issue) -> tuple[ScaleMark, ...]:
    """The marks of a scale from its first end on; none without a scale."""
    if issue.numeric:
        return tuple(_numeric(issue, issue.numeric))
    return tuple(
        ScaleMark(step.step, f"{step.step}", step.label, step.short, step.short) for step in issue.scale
    )


def _numeric(issue: Issue, scale: Numeric) -> Iterator[ScaleMark]:
    """Both ends with the unit, or their own words, and the anchors between them."""
    words = {anchor.value: anchor.label for anchor in scale.anchors}
    ends = {scale.low: issue.low_end, scale.high: issue.high_end}
    for value in sorted({*words, *ends}, reverse=scale.low > scale.high):
        at, number = abs(value - scale.low), number_words(value)
        short = words.get(value) or ends.get(value) or scale.unit
        yield ScaleMark(at, number, step_words(issue, at, at), short, f"{number} {short}")


def coded_heads(issue: Issue) -> tuple[str, str, str]:
    """The heads over `coded_rows`."""
    return ("Value", "Label", "Place") if issue.numeric else ("Step", "Label", "Coded when")


def coded_rows(issue: Issue) -> tuple[tuple[str, str, str], ...]:
    """A row per mark: its number, its words, and by which rule it is coded or where it lies."""
    rules = {step.step: step.rule for step in issue.scale}
    return tuple(
        (mark.number, mark.explained, _where(issue, mark) if issue.numeric else rules[int(mark.at)])
        for mark in scale_marks(issue)
    )


def _where(issue: Issue, mark: ScaleMark) -> str:
    return {0: "first end of the scale", issue.length: "last end of the scale"}.get(mark.at, "anchor")


def ends_sentence(issue: Issue, low_end: str, high_end: str) -> str:
    """What lies at the ends of an issue's scale, in its own words or in those of its dossier."""
    low, high = issue.low_end or low_end, issue.high_end or high_end
    if not issue.numeric:
        return f"Step 0 is {low}, the last step {high}; direction carries no merit."
    ends = (issue.numeric.low, low), (issue.numeric.high, high)
    told = ", ".join(f"{number_words(value)} is {words}" for value, words in ends)
    return f"{told}; direction carries no merit."
