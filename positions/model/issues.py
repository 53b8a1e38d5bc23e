"""Issues and the steps of their scales."""

from __future__ import annotations

from positions.model.base import Record
from positions.model.fields import Label, Name, Slug, Step, Text


class ScaleStep(Record):
    """One distinguishable outcome on an issue: a label of at most nine words, and its rule."""

    step: Step
    label: Label
    short: Label
    rule: Text


class Issue(Record):
    """A question that is compared; without a scale its statements are shown but not measured."""

    id: Slug
    name: Name
    in_sentence: Name | None = None
    question: Name
    rule: Text
    core: bool = False
    scale: tuple[ScaleStep, ...] = ()
    not_applicable: tuple[Slug, ...] = ()
