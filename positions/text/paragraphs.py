"""A view as running text with notes: what each side says, what moved, and where sides name the same step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from positions.analysis.gap import FIRM, SAME, Gap, Point
from positions.text.cell_sentences import cell_sentences, member_part
from positions.text.citation import note
from positions.text.labels import BASIS_WORDS
from positions.text.movement import DIRECTION_RULE
from positions.text.movement_sentences import movement_sentences
from positions.text.sentences import Part, Sentence, in_turn, listed, sentence_of
from positions.text.wording import SCALE_RULE, day_words, issue_words, joined, marked_ranges

if TYPE_CHECKING:
    from positions.analysis.words import Stance
    from positions.cell import Cell
    from positions.model.issues import Issue
    from positions.tables import Tables
    from positions.view import View

SAYS, MOVED, SAME_STEP = "says", "moved", "same-step"
_SOME = "some members of "
_FIRM_ONLY = "Pairs that rest on low confidence, on a split grouping or on some members only are not counted."


@dataclass(frozen=True)
class Passage:
    """Running text under a title, in paragraphs of sentences; `below` says how it is to be read, or ""."""

    id: str
    title: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    below: str

    @property
    def statements(self) -> tuple[str, ...]:
        """Ids of the statements that bear it, in the order in which their notes appear, each once."""
        found = (one for each in self.paragraphs for sentence in each for one in sentence.statements)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class Cited:
    """A statement in a note: its id and source, the note in full, and where the source is known already."""

    id: str
    source: str
    full: str
    again: str


@dataclass(frozen=True)
class RunningText:
    """Passages whose notes are counted through from 1, in the order in which they appear.

    `cited` are the statements in that order; `foot` is the source line.
    """

    passages: tuple[Passage, ...]
    cited: tuple[Cited, ...]
    foot: str

    @cached_property
    def notes(self) -> tuple[tuple[str, str], ...]:
        """The id of each statement, with what was said and its citation: one note per number.

        A source that an earlier note cites in full is named by its title, publisher and day.
        """
        seen: set[str] = set()
        made = []
        for one in self.cited:
            made.append((one.id, one.again if one.source in seen else one.full))
            seen.add(one.source)
        return tuple(made)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of the note of each statement."""
        return {one: number for number, (one, _) in enumerate(self.notes, start=1)}

    def alone(self, passage: Passage) -> RunningText:
        """One of the passages as a text of its own, with notes from 1."""
        cited = {one.id: one for one in self.cited}
        return RunningText((passage,), tuple(cited[one] for one in passage.statements), self.foot)


def running_text(view: View) -> RunningText:
    """The three passages of a view with one note per statement.

    What moved is left out where there is no earlier day. A sentence does not depend on the order of
    columns; only the order of sentences does.
    """
    passages = tuple(_passages(view))
    ids = dict.fromkeys(one for passage in passages for one in passage.statements)
    return RunningText(passages, tuple(_cited(one, view.tables) for one in ids), view.source_line)


def _cited(statement: str, tables: Tables) -> Cited:
    said = tables.by_id[statement]
    return Cited(statement, said.source, note(said, tables), note(said, tables, again=True))


def _passages(view: View) -> Iterator[Passage]:
    day = day_words(view.day)
    yield Passage(SAYS, f"What each side says, as of {day}", _says(view), SCALE_RULE)
    if view.since is not None:
        title = f"What moved since {day_words(view.since)}, as of {day}"
        yield Passage(MOVED, title, movement_sentences(view), f"{DIRECTION_RULE} {SCALE_RULE}")
    title = f"Where they are at the same step, as of {day}"
    yield Passage(SAME_STEP, title, (_same(view),), f"{_FIRM_ONLY} {SCALE_RULE}")


def _says(view: View) -> tuple[tuple[Sentence, ...], ...]:
    """A paragraph per issue, a side after the other."""
    if not (view.issues and view.columns):
        return ((sentence_of("No statement is shown: no issue or no party is chosen."),),)
    return tuple(
        tuple(one for cell in view.row(issue.id) for one in cell_sentences(cell, view.tables))
        for issue in view.issues
    )


def _same(view: View) -> tuple[Sentence, ...]:
    """The firm pairs at one step, then those at one step that are not counted, or that there are none."""
    told = [one for issue in view.scaled for one in _same_on(view, issue.id)]
    if not told:
        told = [sentence_of(f"No two firm positions as of {day_words(view.day)} name the same step.")]
    weaker = [gap for gap in view.gaps if gap.relation == SAME and gap.basis != FIRM]
    return (*told, *(_weaker(gap, view) for gap in weaker))


def _same_on(view: View, issue: str) -> Iterator[Sentence]:
    """All who name exactly one range of steps together, then pairs whose ranges only share a step."""
    pairs = [gap for gap in view.same if gap.issue == issue]
    alike: dict[tuple[float, float], dict[str, Point]] = {}
    for gap in pairs:
        if _alike(gap):
            one = gap.nearest[0]
            alike.setdefault((one.low, one.high), {}).update(zip(gap.pair, gap.nearest, strict=True))
    for sides in alike.values():
        yield _at_one_step(sides, issue, view)
    for gap in pairs:
        if not _alike(gap):
            yield _at_one_step(dict(zip(gap.pair, gap.nearest, strict=True)), issue, view)


def _alike(gap: Gap) -> bool:
    """Whether both name the same steps for certain, so that any two who do may be told together."""
    one, other = gap.nearest
    return (one.low, one.high) == (other.low, other.high) and not (one.doubt or other.doubt)


def _weaker(gap: Gap, view: View) -> Sentence:
    """A pair at one step that is not counted, and why; a grouping of which few spoke by its members."""
    sides = dict(zip(gap.pair, gap.nearest, strict=True))
    return _at_one_step(sides, gap.issue, view, f" ({BASIS_WORDS[gap.basis]}; not counted)")


def _at_one_step(sides: dict[str, Point], issue: str, view: View, rest: str = "") -> Sentence:
    """Who names one step, in the order of names, then the words of each; a grouping by its members."""
    scale, names = view.tables.scales[issue], view.tables.in_sentence
    cells = {holder: view.cell(holder, issue) for holder in sides}
    ordered = sorted(sides, key=lambda holder: (cells[holder].by_name, names[holder]))
    steps = {holder: marked_ranges(scale, point, short=False) for holder, point in sides.items()}
    shared = len(set(steps.values())) == 1
    who = joined([f"{_SOME if cells[holder].by_name else ''}{names[holder]}" for holder in ordered])
    at = f", {steps[ordered[0]]}" if shared else ""
    told = [
        list(_side(cells[holder], sides[holder], "" if shared else steps[holder], view.tables))
        for holder in ordered
    ]
    lead = f"On {issue_words(scale)}, {who} name the same step{at}{rest}: "
    return sentence_of(lead, *in_turn(told))


def _side(cell: Cell, point: Point, steps: str, tables: Tables) -> Iterator[Part]:
    """The words of a side, with its steps where the others name more or fewer."""
    if steps:
        yield Part(f"{steps}, by ")
    holders = point.members or (cell.holder,)
    if point.members:
        yield Part(f"{tables.in_sentence[cell.holder]}{' only' if cell.by_name else ''} through ")
    yield from listed(
        [
            member_part(holder, stance, cell, tables, _more_steps(stance, point, tables.scales[cell.issue]))
            for holder, stance in zip(holders, point.stances, strict=True)
        ]
    )


def _more_steps(stance: Stance, point: Point, issue: Issue) -> str:
    """The steps of a member whose words name more than all share; else ""."""
    if (stance.low, stance.high) == (point.low, point.high):
        return ""
    return f"the words cover {marked_ranges(issue, stance)}"
