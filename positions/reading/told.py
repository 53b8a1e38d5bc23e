"""What is told while files are read: what was mended, what may not be meant, and every fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from positions.model.errors import DossierError, Finding, Notice, Question, Repair, folded

ReadT = TypeVar("ReadT")


class _Read(Protocol):
    @property
    def repairs(self) -> tuple[Repair, ...]: ...
    @property
    def notices(self) -> tuple[Notice, ...]: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...


@dataclass
class Told:
    """Collects it over all files, so that every fault is raised at once."""

    repairs: list[Repair] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def take(self, read: _Read) -> None:
        """Add what was told of one part."""
        self.repairs += read.repairs
        self.notices += read.notices
        self.findings += read.findings

    def attempt(self, read: Callable[[], ReadT]) -> ReadT | None:
        """What was read, or None, its faults added."""
        try:
            return read()
        except DossierError as error:
            self.repairs += error.repairs
            self.notices += error.notices
            self.findings += error.findings
            return None

    def raised(self, questions: Iterable[Question] = ()) -> DossierError:
        """All of it and the questions that are open, to be raised."""
        return DossierError(folded(self.findings), self.repairs, questions, self.notices)
