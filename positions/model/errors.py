"""Faults in a dossier, told to the person who can mend them."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_EMPTY = "empty;"  # begins what is expected of a field that is to have nothing
_LONGEST_SHOWN = 60
MOST_OF_A_KIND = 50
_MOST_DECIDED, _MOST_ROWS = 20, 3
_NUMBERS = {2: "two", 3: "three"}


@dataclass(frozen=True)
class Finding:
    """One fault: where it stands, what was found (None = nothing), what was expected.

    Of a table `line` is the row, as a spreadsheet counts, and `statement` the id in it; both are of the
    place, which file, line and field name already, and make no other fault of it.
    """

    file: str
    line: int | None
    field: str
    found: str | None
    expected: str
    row: bool = dataclasses.field(default=False, compare=False)
    statement: str | None = dataclasses.field(default=None, compare=False)
    nearest: str | None = dataclasses.field(default=None, compare=False)
    """The valid value that is most like what was found."""
    further: tuple[int, ...] = dataclasses.field(default=(), compare=False)
    """The other lines or rows that have the very same fault."""
    earlier: tuple[str, int] | None = dataclasses.field(default=None, compare=False)
    """File and line, or row, of the first of what may be there once."""

    @property
    def wanted(self) -> str:
        """What was expected, with the nearest valid value, and where the other one stands."""
        nearest = f"; nearest: {self.nearest}" if self.nearest else ""
        return f"{self.expected}{nearest}{self._earlier_words}"

    @property
    def _earlier_words(self) -> str:
        if not self.earlier:
            return ""
        file, line = self.earlier
        elsewhere = f"{file}: " if file != self.file else ""
        return f"; the other is in {elsewhere}{'row' if self.row else 'line'} {line}"

    def __str__(self) -> str:
        place = _place(self)
        more = f"; so in {len(self.further):,} more" if self.further else ""
        if self.found is None:
            return f"{place}: missing, expected {self.expected}{more}"
        verb = "is not "
        expected = self.wanted
        if expected.startswith(_EMPTY):
            verb, expected = "stands where nothing belongs;", expected.removeprefix(_EMPTY)
        return f"{place}: {_shown(self.found)} {verb}{expected}{more}"


@dataclass(frozen=True)
class Repair:
    """What reading mended, being certain of it: where, what was found, what it was read as; never silent.

    What was found is "" where nothing was and something is proposed. `how` says more where the two do
    not say it all: day before month. `sentence` is told in the place of both where a plainer one can be.
    """

    file: str
    line: int | None
    field: str
    found: str
    read_as: str
    times: int = 1
    row: bool = dataclasses.field(default=False, compare=False)
    statement: str | None = dataclasses.field(default=None, compare=False)
    how: str = ""
    sentence: str = ""
    chosen: bool = False
    """Whether the author chose the reading: an answer, or a nearest value that was accepted."""
    further: tuple[int, ...] = dataclasses.field(default=(), compare=False)
    """The other lines or rows in which a reading that was chosen holds."""

    def __str__(self) -> str:
        notes = [self.how] if self.how else []
        notes += [f"{self.times:,} times"] if self.times > 1 else []
        more = f" ({'; '.join(notes)})" if notes else ""
        read = f"{_shown(self.found)} is read as" if self.found else "empty, so it is taken as"
        return f"{_place(self)}: {self.sentence or f'{read} {_shown(self.read_as)}'}{more}"


@dataclass(frozen=True)
class Notice:
    """What was read as it stands and may not be what was meant: where, and in `words` what to look at."""

    file: str
    line: int | None
    field: str
    words: str
    row: bool = dataclasses.field(default=False, compare=False)
    statement: str | None = dataclasses.field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{_place(self)}: {self.words}"


@dataclass(frozen=True)
class Question:
    """What only the author can tell, asked once for a table; `readings` are the answers as (key, words).

    `places` are all values that the answer decides, each with where it stands; the first is asked about.
    """

    key: str
    places: tuple[Finding, ...]
    readings: tuple[tuple[str, str], ...]

    @property
    def place(self) -> str:
        """File or sheet, line or row, and field of the value that is asked about."""
        return _place(self.places[0])

    @property
    def found(self) -> str:
        """The value that is asked about."""
        return self.places[0].found or ""

    @property
    def also(self) -> str:
        """What else the answer decides, each value with the lines or rows where it stands; "" for nothing."""
        rows: dict[tuple[str, str, str], list[str]] = {}
        for one in self.places[1:]:
            row = f"{'row' if one.row else 'line'} {one.line}" if one.line is not None else ""
            rows.setdefault((one.file, one.field, one.found or ""), []).append(row)
        values = [
            f"{_shown(found)} ({file}, {_short(field)}{_rows_words(lines)})"
            for (file, field, found), lines in rows.items()
        ]
        more = f" and {len(values) - _MOST_DECIDED:,} more" if len(values) > _MOST_DECIDED else ""
        return "; ".join(values[:_MOST_DECIDED]) + more

    def __str__(self) -> str:
        ways = ", or ".join(words for _, words in self.readings)
        also = f"; the answer also decides {self.also}" if self.also else ""
        number = _NUMBERS.get(len(self.readings), str(len(self.readings)))
        return f"{self.place}: {_shown(self.found)} can be read in {number} ways: {ways}{also}"


class DossierError(Exception):
    """A dossier that cannot be used; `findings` holds every fault, in order of file and line.

    `questions` are open, `repairs` were made before the faults were met, `notices` are no faults.
    """

    def __init__(
        self,
        findings: list[Finding],
        repairs: Iterable[Repair] = (),
        questions: Iterable[Question] = (),
        notices: Iterable[Notice] = (),
    ) -> None:
        self.findings = sorted(set(findings), key=_place_in_order)
        self.repairs = tuple(repairs)
        self.questions = tuple(questions)
        self.notices = tuple(notices)
        super().__init__(self.findings)

    def __str__(self) -> str:
        return "\n".join([*told(self.findings), *map(str, self.questions)])


def folded(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for all that have file, field, what was found and expected in common, at the first line.

    What is missing in several places has to be filled in each of them, and stays one finding for each.
    """
    first: dict[tuple[str, str, str | None, str], Finding] = {}
    lines: dict[tuple[str, str, str | None, str], list[int]] = {}
    for finding in sorted(set(findings), key=_place_in_order):
        place = str(finding.line) if finding.found is None else ""
        kind = (finding.file, finding.field, finding.found, finding.expected + place)
        first.setdefault(kind, finding)
        lines.setdefault(kind, []).extend([finding.line] if finding.line is not None else [])
    return [
        dataclasses.replace(finding, further=tuple(dict.fromkeys((*finding.further, *lines[kind][1:]))))
        for kind, finding in first.items()
    ]


def told(findings: Iterable[Finding | Repair | Notice]) -> Iterator[str]:
    """A line for each of them, but of one field in one file at most fifty, then how many more there are."""
    counts: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        kind = (finding.file, finding.field)
        counts[kind] += 1
        if counts[kind] <= MOST_OF_A_KIND:
            yield str(finding)
    for (file, field), count in counts.items():
        if count > MOST_OF_A_KIND:
            place = ": ".join(part for part in (file, field) if part)
            yield f"{place}: and {count - MOST_OF_A_KIND:,} more"


class UnknownDossier(Exception):  # noqa: N818 - the reader's word
    """Neither a bundled dossier's id nor a folder with a dossier; `here` are the ids of those there are."""

    def __init__(self, sentence: str, here: tuple[str, ...] = ()) -> None:
        self.here = here
        super().__init__(sentence)


def _place(told: Finding | Repair | Notice) -> str:
    """File, line or row with the statement in it, and field, as far as they are known."""
    place = told.file
    if told.line is not None:
        place = f"{place}: row {told.line}" if told.row else f"{place}:{told.line}"
    if told.statement:
        place = f"{place} ({_short(told.statement)})"
    return f"{place}: {_short(told.field)}" if told.field else place


def _rows_words(rows: Sequence[str]) -> str:
    """The first rows of several with a comma before each, and how many more there are."""
    named = "".join(f", {row}" for row in rows[:_MOST_ROWS] if row)
    return f"{named} and {len(rows) - _MOST_ROWS:,} more" if len(rows) > _MOST_ROWS else named


def _place_in_order(finding: Finding) -> tuple[str, int, str, str, str]:
    return finding.file, finding.line or 0, finding.field, finding.expected, finding.found or ""


def _short(name: str) -> str:
    """An id or field as it is written, or what of a runaway or unprintable one can be shown."""
    return name if len(name) <= _LONGEST_SHOWN and name.isprintable() else _shown(name)


def _shown(found: str) -> str:
    if len(found) <= _LONGEST_SHOWN:
        return repr(found)
    return f"{found[:_LONGEST_SHOWN]!r} and {len(found) - _LONGEST_SHOWN:,} characters more"
