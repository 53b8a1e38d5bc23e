"""What is told while files are read: what was mended, what may not be meant, and every fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol, TypeVar

from positions.model.errors import DossierError, Finding, Notice, Question, Repair, folded
from positions.reading.names import name_key

ReadT = TypeVar("ReadT")
# The fields that name another record by its id.
_NAMING = {
    "party", "part_of", "member", "speaker", "issue", "source", "sources", "about", "parties", "issues",
    "includes", "apart", "speaks_for", "not_applicable", "weight_source", "holder", "refusals",
}  # fmt: skip


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
    questions: list[Question] = field(default_factory=list)
    asked: set[tuple[int | None, str]] = field(default_factory=set)

    def ask(self, questions: Iterable[Question], asked: Iterable[tuple[int | None, str]] = ()) -> None:
        """Add questions, and the (line, field) of what they are about."""
        self.questions += questions
        self.asked |= {*asked}

    def not_asked(self) -> list[Finding]:
        """The findings without those that only follow from a day that is asked for."""
        return [one for one in self.findings if (one.line, one.field) not in self.asked]

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

    def raised(self) -> DossierError:
        """All of it and the questions that are open, to be raised."""
        return DossierError(folded(self.findings), self.repairs, self.questions, self.notices)


def unless_told(told: Iterable[Finding], further: Iterable[Finding]) -> Iterator[Finding]:
    """The further findings but for those of a place of which one is told already."""
    places = {(one.file, one.line, one.field) for one in told}
    return (one for one in further if (one.file, one.line, one.field) not in places)


def unless_the_same(told: Sequence[Finding], further: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of another table without those of a cause that is told, be it a name or a faulty id."""
    causes = {(one.field, one.found) for one in told}
    ids_at_fault = any(one.field.rpartition(".")[2] == "id" for one in told)
    for one in further:
        if (one.field, one.found) not in causes and not (ids_at_fault and one.field in _NAMING):
            yield one


def without_followers(
    findings: Sequence[Finding], elsewhere: Mapping[str, frozenset[str]] = MappingProxyType({})
) -> list[Finding]:
    """The findings without those of references to a record whose id is at fault, or which is `elsewhere`."""
    ids = {one.found for one in findings if one.found and one.field.rpartition(".")[2] == "id"}
    names = {name_key(one) for ids_elsewhere in elsewhere.values() for one in ids_elsewhere}
    return [
        one
        for one in findings
        if one.field.rpartition(".")[2] not in _NAMING
        or (one.found not in ids and name_key(one.found or "") not in names)
    ]
