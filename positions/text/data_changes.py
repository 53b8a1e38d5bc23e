"""What changed in the data in words: a sentence for each statement, with what it was before a correction."""

from __future__ import annotations

from positions.analysis.data_change import CORRECTED, DataChange
from positions.tables import Tables
from positions.text.wording import bracketed, said_on_words


def change_title(change: DataChange, tables: Tables) -> str:
    """Who spoke on what and when, as "Newly said: Sybiha on the Donbas, 8 Feb 2026"."""
    one = change.statement
    speaker = tables.names.get(one.speaker, one.speaker)
    issue = tables.scales[one.issue].in_sentence if one.issue in tables.scales else None
    return f"{change.kind.capitalize()}: {speaker} on {issue or one.issue}, {said_on_words(one.said_on)}"


def change_sentence(change: DataChange) -> str:
    """What the statement says, and of a correction each field that differs, before and after."""
    if change.kind != CORRECTED or change.before is None:
        return change.statement.summary
    differing = "; ".join(
        f"{name}: {_value(getattr(change.before, name))} → {_value(getattr(change.statement, name))}"
        for name in change.fields
    )
    return bracketed(change.statement.summary, differing)


def _value(value: object) -> str:
    if isinstance(value, tuple):
        value = ";".join(value)
    return "nothing" if value is None or value == "" else str(value)
