"""How a dossier and all that is made of it may be handled: a mark, for whom, how far, from which day."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from positions.model.base import Record
from positions.model.fields import ApproxDate, Name

# The labels of the Traffic Light Protocol, version 2.0 (FIRST, 2022); only the last may be published.
TLP = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")
_LONGEST_MARK, _LONGEST_LINE = 60, 100  # characters; both stand on every page
_LIKE_TLP = re.compile(r"\s*tlp\b", re.IGNORECASE)
_DAY_LENGTH = len("2026-12-01")


def _mark(value: str) -> str:
    """Own words are free; what begins as a label of the protocol must be one, letter by letter."""
    if _LIKE_TLP.match(value) and value not in TLP:
        labels = {"labels": ", ".join(TLP)}
        raise PydanticCustomError("tlp", "one of {labels}, or own words", labels)
    return value


def _one_day(value: str) -> str:
    if len(value) != _DAY_LENGTH:
        raise PydanticCustomError("one_day", "a day (2026-12-01)")
    return value


Status = Literal["draft", "cleared"]
Mark = Annotated[Name, StringConstraints(max_length=_LONGEST_MARK), AfterValidator(_mark)]
Line = Annotated[Name, StringConstraints(max_length=_LONGEST_LINE)]
ExactDay = Annotated[ApproxDate, AfterValidator(_one_day)]


class Handling(Record):
    """What stands on every page of everything that is made; what is left out is not printed."""

    mark: Mark | None = None
    """A label of TLP 2.0 (TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR), or own words."""
    distribution: Line | None = None
    """For whom it is."""
    status: Status | None = None
    """draft or cleared."""
    embargo_until: ExactDay | None = None
    """The first day on which it may be published."""

    def under_embargo(self, today: dt.date) -> bool:
        """Whether the day of publication has not come yet."""
        return self.embargo_until is not None and today < dt.date.fromisoformat(self.embargo_until)

    @property
    def restricted(self) -> bool:
        """Whether the mark is a label of the protocol that forbids publication: every one but TLP:CLEAR."""
        return self.mark in TLP[:-1]
