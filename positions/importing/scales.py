"""The issues of a table as dossier.yaml lists them, and where a statement stands on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from positions.importing.coding import Coding
from positions.importing.ids import ids_of
from positions.importing.mapping import TableIssue, TableMapping, Values, values_of

_UNNAMED = TableIssue(as_written="an issue of which the mapping says nothing")


class Scales:
    """What is asked in a table: records for dossier.yaml, those of the mapping first, and their ids."""

    def __init__(self, codings: Sequence[Coding], mapping: TableMapping) -> None:
        """Collect the issues of all codings, those with blanks alone included."""
        self._mapping = mapping
        self._named = {one.as_written: one for one in mapping.issues}
        found = dict.fromkeys(one.issue for one in codings)
        given = {name: one.id for name, one in self._named.items() if one.id and name in found}
        self._ids = ids_of(found, given)
        self._order = [*(name for name in self._named if name in found), *found]

    def id(self, coding: Coding) -> str:
        """The id of the issue."""
        return self._ids[coding.issue]

    def name(self, coding: Coding) -> str:
        """The issue as the dossier names it."""
        return self._name(coding.issue)

    def label(self, coding: Coding) -> str:
        """Where a coding stands, in words; "" for one that stands nowhere."""
        values, placing = self._values(coding.issue), coding.placing
        if placing is None or values is None:
            return ""
        if placing.step is not None:
            return _labels(values)[placing.step]
        if placing.number is not None and values.ends:
            return f"{placing.number} of {values.ends.low} to {values.ends.high} {values.ends.unit}"
        return ""

    def issues(self) -> list[dict[str, Any]]:
        """The issues as dossier.yaml lists them."""
        return [self._issue(name) for name in dict.fromkeys(self._order)]

    def _issue(self, name: str) -> dict[str, Any]:
        named = self._named.get(name, _UNNAMED)
        values = self._values(name) if self._mapping.columns.value else None
        issue: dict[str, Any] = {"id": self._ids[name], "name": self._name(name)}
        if named.in_sentence:
            issue["in_sentence"] = named.in_sentence
        issue["question"] = named.question or self._name(name)
        issue["rule"] = named.rule or f"Read from a table, where it is called “{name}”."
        issue["core"] = named.core
        if named.weight is not None:
            issue["weight"] = str(named.weight)
        return issue | (_scale(values) if values else {})

    def _values(self, name: str) -> Values | None:
        return values_of(self._mapping, name)

    def _name(self, name: str) -> str:
        named = self._named.get(name)
        return (named and named.name) or name


def _labels(values: Values) -> list[str]:
    """The words of the steps from 0 on, in the direction of the dossier."""
    labels = list(values.labels or ())
    return labels[::-1] if values.reversed else labels


def _scale(values: Values) -> dict[str, Any]:
    """The scale of an issue: a record for each step, or the ends of a scale of numbers."""
    if values.ends:
        first, last = (
            (values.ends.high, values.ends.low) if values.reversed else (values.ends.low, values.ends.high)
        )
        return {"numeric": {"low": str(first), "high": str(last), "unit": values.ends.unit}}
    labels = _labels(values)
    codes: dict[int, list[str]] = {step: [] for step in range(len(labels))}
    for code, step in (values.codes or {}).items():
        codes[len(labels) - 1 - step if values.reversed else step].append(code)
    return {
        "scale": [
            {"step": step, "label": label, "short": label, "rule": _rule(codes[step])}
            for step, label in enumerate(labels)
        ]
    }


def _rule(codes: Sequence[str]) -> str:
    return f"coded {' or '.join(codes)} in the table" if codes else "not used in the table"
